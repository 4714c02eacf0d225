"""How a value of the view is printed: escaped, by its kind, with the path that it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2.runtime import Undefined
from markupsafe import Markup, escape

from reporting.audiences.values import Untranslated, Words
from reporting.drafting import prose, sheet

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


def _span(words: Words, inner: Markup) -> Markup:
    return Markup('<span data-from="{}">{}</span>').format(words.path, inner)


def _label(words: Words) -> Markup:
    return _span(words, escape(words.text))


def _line(words: Words) -> Markup:
    return _span(words, prose.line(words))


_KINDS: Mapping[str, Callable[[Words], Markup]] = {
    "label": _label,
    "line": _line,
    "prose": lambda words: prose.blocks(words),
}


def untranslated(value: Untranslated) -> str:
    """Note that a text is wanted in a language that it lacks."""
    others = ", ".join(value.languages)
    sheet.current().add(
        "R021",
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
