"""Two languages side by side: a table with a row for each paragraph and a cell for each language.

Without a head such a table arranges and is no table to those who listen: the two texts of a paragraph follow each other.
Its cells hold what an article holds, headings included. What the second language repeats counts once: it is the same
title, the same heading, the same note.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

BILINGUAL: Final = "bilingual"


def is_bilingual(table: etree._Element) -> bool:
    """Whether the table sets two languages side by side."""
    return table.tag == "table" and BILINGUAL in table.get("class", "").split()


def is_arranging(table: etree._Element) -> bool:
    """Whether the table only arranges two languages, with no head to name its columns.

    >>> is_arranging(etree.fromstring('<table class="bilingual"><tbody/></table>'))
    True
    >>> is_arranging(etree.fromstring('<table class="bilingual"><thead/><tbody/></table>'))
    False
    """
    return is_bilingual(table) and table.find("thead") is None


def is_cell(element: etree._Element) -> bool:
    """Whether the element is a cell of a table that arranges two languages."""
    table = next(element.iterancestors("table"), None)
    return element.tag == "td" and table is not None and is_arranging(table)


def cell_around(element: etree._Element) -> etree._Element | None:
    """The cell of two languages side by side that an element stands in."""
    return next((above for above in element.iterancestors("td") if is_cell(above)), None)


def stands_beside(element: etree._Element) -> bool:
    """Whether the element belongs to the second language: it stands in a cell that is not the first of its row.

    >>> row = etree.fromstring('<table class="bilingual"><tr><td><h1>A</h1></td><td><h1>B</h1></td></tr></table>')
    >>> [stands_beside(heading) for heading in row.iter("h1")]
    [False, True]
    """
    cell = cell_around(element)
    return cell is not None and cell.getprevious() is not None


def begins(section: etree._Element) -> etree._Element | None:
    """The first element of a section; where that is two languages side by side, the first of the first of them."""
    first = next(section.iterchildren(etree.Element), None)
    cell = next(first.iter("td"), None) if first is not None and is_arranging(first) else None
    return first if cell is None else next(cell.iterchildren(etree.Element), None)
