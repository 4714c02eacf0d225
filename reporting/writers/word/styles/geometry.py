"""The measures of the pages: the sheet with its margins, and how a section lays its pages out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reporting.document.theme import Page
from reporting.writers.word.parts.markup import mm

SIDES = ("top", "right", "bottom", "left")
GUTTER = 400
"""Space between two columns, in twentieths of a point."""


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """How the pages of a section look. Two sections with equal values are still two sections."""

    landscape: bool = False
    columns: int = 1
    cover: bool = False
    tab: str = ""
    """The tab's heading, which joins the running head."""
    rtl: bool = False
    """Whether the text of the section runs from right to left."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """The sheet in twentieths of a point."""

    width: int
    height: int
    margins: Mapping[str, int]
    """By side."""
    head: int
    """From the paper's edge to the running head."""
    foot: int
    """From the paper's edge to the page number."""

    @classmethod
    def of(cls, page: Page) -> Geometry:
        """That of the theme."""
        width, height = map(mm, page.paper_mm)
        margins = {side: mm(page.margins_mm[side]) for side in SIDES}
        return cls(width, height, margins, mm(page.head_mm), mm(page.foot_mm))

    def sheet(self, layout: Layout) -> tuple[int, int]:
        """Width and height."""
        return (self.height, self.width) if layout.landscape else (self.width, self.height)

    def room(self, layout: Layout) -> int:
        """Width of a column of text."""
        whole = self.sheet(layout)[0] - self.margins["left"] - self.margins["right"]
        return (whole - GUTTER * (layout.columns - 1)) // layout.columns
