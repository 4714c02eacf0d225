"""The rows of a table with every place filled, as Word wants them: a cell that spans rows stands in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Cell:
    """A place of the grid: a cell of the HTML, or the row below one that spans rows."""

    element: HtmlElement
    column: int
    span: int
    rows: int
    """Rows that the cell spans, from this one on."""
    begins: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the grid, complete from the first column to the last."""

    element: HtmlElement
    cells: tuple[Cell, ...]
    head: bool
    keeps: bool = False
    """Whether it stays on the page of the row after it."""


def grid(table: HtmlElement) -> Iterator[Row]:
    """The rows with every place filled, as HTML's table model fills them."""
    for part in parts(table):
        rows = list(part.iterchildren("tr")) if part.tag != "tr" else [part]
        open_cells: dict[int, Cell] = {}
        for at, row in enumerate(rows):
            head = part.tag == "thead"
            cells, open_cells = row_cells(row, open_cells, len(rows) - at)
            yield Row(row, tuple(cells), head)


def parts(table: HtmlElement) -> list[HtmlElement]:
    """Head, bodies, foot, in the order in which they are shown; loose rows are a body."""
    order = {"thead": 0, "tbody": 1, "tr": 1, "tfoot": 2}
    return sorted(table.iterchildren(*order), key=lambda part: order[part.tag])


def row_cells(row: HtmlElement, open_cells: dict[int, Cell], left: int) -> tuple[list[Cell], dict[int, Cell]]:
    """The cells of a row among those that come down from above, and what goes on below."""
    cells: list[Cell] = []
    waiting = list(row.iterchildren("td", "th"))
    column = 0
    while waiting or any(at >= column for at in open_cells):
        above = open_cells.get(column)
        if above is not None:
            cells.append(replace(above, rows=above.rows - 1, begins=False))
        elif waiting:
            element = waiting.pop(0)
            rows = min(spanned(element, "rowspan") or left, left)
            cells.append(Cell(element, column, max(1, spanned(element, "colspan")), rows, begins=True))
        else:
            cells.append(Cell(row.makeelement("td"), column, 1, 1, begins=True))
        column += cells[-1].span
    return cells, {cell.column: cell for cell in cells if cell.rows > 1}


def spanned(element: HtmlElement, name: str) -> int:
    value = element.get(name, "1")
    return int(value) if value.isdigit() else 1
