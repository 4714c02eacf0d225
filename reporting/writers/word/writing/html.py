"""What text inherits on its way down the tree: its format, its language, its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from reporting.document.direction import is_right_to_left, runs_left

SPACE = re.compile("[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: who put the text in or took it out, and when."""

    kind: str
    """`ins` or `del`, as in HTML and in Word."""
    author: str
    date: str
    """As `2026-03-27T00:00:00Z`."""


@dataclass(frozen=True, slots=True)
class Fmt:
    """The format of a run of text; equal formats share one `w:rPr`."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    raised: str = ""
    """`superscript` or `subscript`."""
    mark: bool = False
    style: str = ""
    """Identifier of a character style."""
    lang: str = ""
    rtl: bool = False
    link: str = ""
    """Where the text leads to: `#id` or an address."""
    change: Change | None = None
    keep: bool = False
    """White space stands as written."""


@dataclass(slots=True)
class Item:
    """A list item on its way: only its first paragraph carries the number."""

    num: int
    level: int
    left: int
    """Indent of the item's text in twips."""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands. Handed down, never back."""

    fmt: Fmt = field(default_factory=Fmt)
    style: str = ""
    """Style of a plain paragraph here; empty for the body text."""
    item: Item | None = None
    lists: tuple[str, ...] = ()
    """Kinds of the lists around, outermost first."""
    quotes: int = 0
    boxed: bool = False
    cell: bool = False
    width: int = 0
    """Room for tables and pictures, in twips."""
    keep_next: bool = False
    align: str = ""

    def inside(self, element: HtmlElement) -> Place:
        """The place of what stands in the element: its language and direction inherited."""
        fmt = inherited(self.fmt, element)
        return self if fmt is self.fmt else replace(self, fmt=fmt)

    def formatted(self, **changes: object) -> Place:
        """The place with another format for its text."""
        return replace(self, fmt=replace(self.fmt, **changes))  # type: ignore[arg-type]


def inherited(fmt: Fmt, element: HtmlElement) -> Fmt:
    """The format with the language and direction that the element asks for."""
    lang, direction = element.get("lang"), element.get("dir")
    if lang is None and direction is None:
        return fmt
    rtl = fmt.rtl
    if direction in ("rtl", "ltr"):
        rtl = direction == "rtl"
    elif direction == "auto":
        rtl = runs_left(element.text_content())
    elif lang is not None:
        rtl = is_right_to_left(lang)
    return replace(fmt, lang=fmt.lang if lang is None else lang, rtl=rtl)


def classes(element: HtmlElement) -> frozenset[str]:
    """The element's classes."""
    names = element.get("class")
    return frozenset(names.split()) if names else frozenset()


def nodes(element: HtmlElement) -> Iterator[str | HtmlElement]:
    """Text and elements in order; comments and processing instructions are no text."""
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def plain(element: HtmlElement) -> str:
    """The element's text on one line."""
    return SPACE.sub(" ", str(element.text_content())).strip(" ")
