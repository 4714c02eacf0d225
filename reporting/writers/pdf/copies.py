"""Numbered copies: the pages are laid out once, and each copy is drawn from them with a number of its own.

The number stands where the paper leaves room for it (`p.copy-number`), else above its first line, and in the footer. It
is text like any other: drawn from the fonts of the paper, part of the structure tree, found by a search.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.html import HtmlElement
from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from reporting.writers.pdf.margins import quoted, sides_of

Box = Any
CLASS = "copy-number"
RULES = ".copy-number{white-space:nowrap}"
"""Broken over two lines, the number would be two texts."""


def make_room(root: HtmlElement, words: str) -> None:
    """Puts the words of the last copy, which take most room, where each copy will say its number."""
    article = next(root.iter("article"))
    places = [p for p in article.iter("p") if CLASS in (p.get("class") or "").split()]
    if not places:
        places = [etree.Element("p", {"class": CLASS})]
        article.insert(0, places[0])
    for place in places:
        tail = place.tail
        place[:] = []
        place.text, place.tail = words, tail


def margin_of(language: str) -> str:
    """The corner of the footer that the number of the page leaves free."""
    return f"@bottom-{sides_of(language)[0]}"


def footer_css(words: str, margin: str) -> str:
    """Rules for the footer of the copies, to stand after those of the paper."""
    return f"@page{{{margin}{{content:{quoted(words)}}}}}{RULES}"


def stamp(pages: list[Page], words: str, margin: str) -> None:
    """Writes the words of one copy over those of the one before."""
    for page in pages:
        for child in page._page_box.children:
            for box in _numbers(child, is_number=isinstance(child, boxes.MarginBox) and child.at_keyword == margin):
                box.text = box.pango_layout.text = words


def _numbers(box: Box, *, is_number: bool) -> Iterator[Box]:
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    element = box.element
    is_number = is_number or (element is not None and element.get("class") == CLASS)
    if isinstance(box, boxes.TextBox):
        if is_number:
            yield box
        return
    for child in getattr(box, "children", ()):
        yield from _numbers(child, is_number=is_number)
