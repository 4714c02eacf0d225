"""Sections of Word: cover, tabs, landscape and columns, each with its page size, header and footer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from reporting.writers.word.styles.geometry import Layout

END = '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/></w:pPr></w:p>'
"""A paragraph without height, for the properties of a section."""

FRAMED = '<w:pStyle w:val="CoverFoot"/>'
"""In the paragraphs at the foot of a cover, which stand in a frame."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of pages with one layout."""

    layout: Layout
    continuous: bool
    """Whether it begins on the page where the one before it ends."""


class Sections:
    """Where sections end.

    Word keeps a section's properties in its last paragraph, so that a section is closed when the first block of
    the next one comes.
    """

    def __init__(self) -> None:
        self.wanted = Layout()
        self.all = [Section(self.wanted, continuous=False)]
        """Every section so far; the last one is open."""
        self._empty = True

    @property
    def begins(self) -> bool:
        """Whether the next block is the first of a new page by its section alone."""
        open_one = self.all[-1]
        if self.wanted is open_one.layout:
            return self._empty and not open_one.continuous
        return not continues(open_one.layout, self.wanted)

    def before_block(self, blocks: list[str]) -> None:
        """Closes the section before where the next block wants another one."""
        if self.wanted is not self.all[-1].layout:
            self._turn(blocks)
        self._empty = False

    def even_out(self, blocks: list[str]) -> None:
        """Ends columns that nothing follows on the page: else Word would fill the first one to the page's end."""
        layout = self.all[-1].layout
        if layout.columns > 1 and not self._empty:
            self._close(blocks, replace(layout, columns=1))
            blocks.append(END)

    def _turn(self, blocks: list[str]) -> None:
        before = self.all[-1]
        if self._empty:
            self.all[-1] = Section(self.wanted, before.continuous)
            return
        if not continues(before.layout, self.wanted):
            self.even_out(blocks)
        self._close(blocks, self.wanted)

    def _close(self, blocks: list[str], after: Layout) -> None:
        """Keeps the place for the properties of the open section, and opens the next one."""
        # Neither a table nor a paragraph in a frame can carry the section's properties, and LibreOffice shows no page numbers in the foot of a
        # section that ends in the paragraph where a field ends.
        if not blocks[-1].startswith("<w:p>") or FRAMED in blocks[-1] or blocks[-1].endswith('"end"/></w:r></w:p>'):
            blocks.append(END)
        blocks[-1] = _with_mark(blocks[-1], f"\0{len(self.all) - 1}\0")
        self.all.append(Section(after, continues(self.all[-1].layout, after)))


def continues(before: Layout, after: Layout) -> bool:
    """Whether the next section goes on on the same page."""
    same_paper = (before.landscape, before.cover, before.tab) == (after.landscape, after.cover, after.tab)
    return same_paper and before.columns != after.columns


def _with_mark(paragraph: str, mark: str) -> str:
    """The paragraph with the place of the section's properties, the last among its own."""
    at = paragraph.find("</w:pPr>")
    if at < 0:
        return f"<w:p><w:pPr>{mark}</w:pPr>{paragraph[len('<w:p>') :]}"
    return paragraph[:at] + mark + paragraph[at:]


MARK = re.compile("\0(\\d+)\0")


def fill(blocks: list[str], written: Callable[[int], str]) -> str:
    """The blocks as one text, with the properties of each section by its number."""
    return MARK.sub(lambda found: written(int(found[1])), "".join(blocks))
