"""How a value of the view is printed: escaped, by its kind, with the path that it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from jinja2.runtime import Undefined
from markupsafe import Markup, escape

from reporting.audiences.values import Untranslated, Words
from reporting.document.direction import is_right_to_left
from reporting.drafting import sheet
from reporting.drafting.prose import commonmark
from reporting.languages.isolation import isolated
from reporting.problems import Failed

FIRST = re.compile(r"<[a-z][a-z0-9]*")
PARTS = re.compile(r"[A-Za-z0-9]+")
GUARD = "put it into {% if … %}, or name the field that is meant"


def printed(value: Any) -> Any:
    """`value` as it stands on paper; what has no form on paper becomes a problem and an empty text.

    Raises:
        LookupError: the value has no form on paper and nothing is being drafted.
    """
    if isinstance(value, Words):
        return _KINDS[value.kind](value)
    if isinstance(value, Undefined) or (isinstance(value, (str, int, float)) and not isinstance(value, bool)):
        return value
    if isinstance(value, Untranslated):
        return untranslated(value)
    sheet.current().add("T016", f"{_kind(value)} cannot be printed", hint=GUARD)
    return ""


def blocks(words: Words, *, heading: int = 3, notes: Mapping[str, Words] = MappingProxyType({})) -> Markup:
    """Prose as blocks; the first of them carries the path, and so does each note."""
    prefix = f"{'-'.join(PARTS.findall(words.path))}-"
    html = _written(
        lambda: commonmark.blocks(
            words.text,
            words.language,
            heading_level=heading,
            notes={name: note.text for name, note in notes.items()},
            prefix=prefix,
            trail=words.path,
        )
    )
    marked = FIRST.sub(rf'\g<0> data-from="{escape(words.path)}"', _apart(words, html), count=1)
    for name, note in notes.items():
        begun = f'<aside role="doc-footnote" id="note-{prefix}{name}'
        marked = re.sub(rf'{begun}(?:-\d+)?"', rf'\g<0> data-from="{escape(note.path)}"', marked)
    return Markup(marked)  # noqa: S704 - prose escapes


def inline(words: Words) -> Markup:
    """A line, or prose of one paragraph, without a block around it."""
    return _span(words, _written(lambda: commonmark.line(words.text, words.language, trail=words.path)))


def _label(words: Words) -> Markup:
    return _span(words, str(escape(commonmark.typography(words.text, words.language))))


def _span(words: Words, html: str) -> Markup:
    return Markup(f'<span data-from="{escape(words.path)}">{_apart(words, html)}</span>')  # noqa: S704 - both are escaped


def _apart(words: Words, html: str) -> str:
    """Latin words and figures kept apart where the language is written from right to left."""
    return isolated(html) if is_right_to_left(words.language) else html


def _written(write: Callable[[], str]) -> str:
    """What `write` gives, or nothing after noting what is wrong with the text."""
    try:
        return write()
    except Failed as failed:
        for each in failed.problems:
            sheet.current().add(each.code, each.sentence, hint=each.hint, trail=each.trail)
        return ""


_KINDS: Mapping[str, Callable[[Words], Any]] = {
    "name": lambda words: words.text,
    "label": _label,
    "line": inline,
    "prose": blocks,
}


def untranslated(value: Untranslated) -> str:
    """Note that a text is wanted in a language that it lacks."""
    others = ", ".join(value.languages)
    sheet.current().add(
        "T014",
        f"{value.path} has no text in `{value.language}`, only in {others}",
        hint=f"add `{value.language}:` beside `{value.languages[0]}:` in the record" if value.languages else None,
        trail=value.path,
    )
    return ""


def _kind(value: Any) -> str:
    if value is None:
        return "a value that is empty here"
    if isinstance(value, bool):
        return "a truth (yes or no)"
    if isinstance(value, tuple):
        return "a list"
    return "a whole thing" if hasattr(value, "keys") else f"a {type(value).__name__}"
