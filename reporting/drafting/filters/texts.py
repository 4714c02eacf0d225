"""Filters of texts: as blocks or in a line, their letters and stops, their quotation marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from html import unescape
from typing import Any

from markupsafe import Markup, escape

from reporting.audiences.values import Untranslated, Words
from reporting.drafting import printing
from reporting.drafting.printing import printed
from reporting.drafting.prose import commonmark
from reporting.languages import quotations

SPACES = re.compile(r"[ \t\n\r]+")
TAGS = re.compile(r"<[^>]*>")
ENDINGS = re.compile(r"[.!?…:;](?:[”’»\")\]*_]|\]\([^)]*\))*\Z")


def blocks(words: Any, language: str, *, heading: int = 3, notes: Iterable[Mapping[str, Any]] = ()) -> Any:
    """Prose as blocks, its headings from level `heading` on, with the footnotes that it calls."""
    if not isinstance(words, Words):
        return printed(words)
    texts = {each["id"]: each["text"] for each in notes}
    for lacking in [each for each in texts.values() if isinstance(each, Untranslated)]:
        printed(lacking)
    called = {name: text for name, text in texts.items() if isinstance(text, Words)}
    return printing.blocks(words, heading=heading, notes=called)


def inline(words: Any, language: str) -> Any:
    """Prose of one paragraph, or a line, without a block around it."""
    return printing.inline(words) if isinstance(words, Words) else printed(words)


def plain(value: Any) -> str:
    """The words alone, without markup and path: for attributes, titles and file names."""
    if isinstance(value, Words):
        return commonmark.typography(
            value.text if value.kind in {"label", "name"} else commonmark.plain(value.text), value.language
        )
    if isinstance(value, Markup):
        return SPACES.sub(" ", unescape(TAGS.sub("", value))).strip(" ")
    return str(printed(value))


def sentence(value: Any) -> Any:
    """With a capital in front and a full stop behind, where they are lacking."""
    return _changed(value, lambda text: _with_capital(text) if ENDINGS.search(text) else f"{_with_capital(text)}.")


def lower_first(value: Any) -> Any:
    """With a small first letter, to stand inside of a sentence; an acronym keeps its capitals."""
    return _changed(value, _with_small)


def upper_first(value: Any) -> Any:
    """With a capital first letter."""
    return _changed(value, _with_capital)


def unstopped(value: Any) -> Any:
    """Without the full stop at its end, to stand inside of a sentence."""
    return _changed(value, lambda text: text.rstrip().removesuffix("."))


def slug(value: Any) -> str:
    """An id from a text: small letters, digits and hyphens."""
    folded = unicodedata.normalize("NFKD", plain(value)).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", folded)) or "part"


def quoted(value: Any, language: str, depth: int = 1) -> Any:
    """In the quotation marks of the language, and marks inside of it one level in; `depth=2` inside of others.

    Marks that the record has around the whole already are not doubled. The stop of a Russian sentence stands behind them.
    """
    bare = _changed(value, quotations.unquoted)
    stop = quotations.stop_of(plain(bare), language)
    inside = escape(printed(unstopped(bare) if stop else bare))
    if depth == 1:
        inside = Markup(quotations.nested(str(inside), language))  # noqa: S704 - escaped before, and only marks changed
    return _around(inside, quotations.quoted("|", language, depth)) + stop


def _around(value: Any, marks: str) -> Markup:
    before, _, behind = marks.partition("|")
    return Markup("{}{}{}").format(before, value, behind)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Words):
        return replace(value, text=change(value.text))
    if isinstance(value, Markup):
        return Markup(_change_markup(value, change))  # noqa: S704 - markup before, and only letters changed
    return change(value) if isinstance(value, str) else value


def _change_markup(value: str, change: Callable[[str], str]) -> str:
    """Change the first letter and the end of a markup's words; the tags around them stay."""
    head = re.match(r"(?:\s|<[^>]*>)*", value)
    tail = re.search(r"(?:\s|</[^>]*>)*\Z", value)
    start, end = (head.end() if head else 0), (tail.start() if tail else len(value))
    return value[:start] + change(value[start:end]) + value[end:] if start < end else value


def _with_capital(text: str) -> str:
    at = next((index for index, each in enumerate(text) if each.isalnum()), None)
    return text if at is None else text[:at] + text[at].upper() + text[at + 1 :]


def _with_small(text: str) -> str:
    first = re.match(r"[*_“‘«(\[]*(\w)(?!\w*[A-Z])", text)
    return text if first is None else text[: first.start(1)] + first[1].lower() + text[first.end(1) :]
