"""The words of a document in reading order: what all its papers have to say alike."""

from __future__ import annotations

import unicodedata

from lxml import etree

from reporting.document.brackets import is_bracketed, opening_of
from reporting.document.canonical import SPACES
from reporting.document.document import Document
from reporting.document.vocabulary import PHRASES, PICTURES


def text_of(document: Document) -> str:
    """The document's text, one line a block, without the numbers of notes and lists."""
    lines: list[str] = []
    _collect(document.tree(), lines, notes=None, pictures=False)
    return "\n".join(line for line in (" ".join(line.split()) for line in "".join(lines).split("\n")) if line)


def words_of(tree: etree._Element, *, notes_last: bool = False, pictures: bool = False) -> list[str]:
    """The folded words of a tree in reading order, without the numbers of notes and lists.

    Args:
        tree: an `article`, or any part of one.
        notes_last: put the notes after everything else, as HTML and text do.
        pictures: count the descriptions of pictures among the words.
    """
    parts: list[str] = []
    notes: list[str] | None = [] if notes_last else None
    _collect(tree, parts, notes=notes, pictures=pictures)
    return folded_words("".join(parts + (notes or [])))


def folded_words(text: str) -> list[str]:
    """The words of any text in the form in which papers are compared: letters, marks and figures, case folded.

    >>> folded_words("CO₂: “Straße” — 3.5 × 10⁴")
    ['co2', 'strasse', '35', '104']
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    words = ("".join(filter(_counts, word)) for word in plain.split())
    return [word for word in words if word]


def _counts(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _collect(element: etree._Element, parts: list[str], *, notes: list[str] | None, pictures: bool) -> None:
    role = element.get("role")
    if role == "doc-noteref":
        return
    if role == "doc-footnote" and notes is not None:
        parts, notes = notes, None
    if element.tag in PICTURES:
        if pictures:
            parts.append(f" {description_of(element)} ")
        return
    edge = "" if element.tag in PHRASES and element.tag != "br" else "\n"
    keep = next(element.iterancestors("pre"), element).tag == "pre"
    opening, closing = (opening_of(element), "]") if is_bracketed(element) else ("", "")
    parts.append(edge + opening + _text(element.text, keep=keep))
    for child in element.iterchildren(etree.Element):
        _collect(child, parts, notes=notes, pictures=pictures)
        parts.append(_text(child.tail, keep=keep))
    parts.append(closing + edge)


def _text(text: str | None, *, keep: bool) -> str:
    return (text or "") if keep else SPACES.sub(" ", text or "")


def description_of(picture: etree._Element) -> str:
    """What an `img` or `svg` shows, in words."""
    if picture.tag == "img":
        return picture.get("alt", "")
    return next((title.text or "" for title in picture.iterchildren("title")), "")
