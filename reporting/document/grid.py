"""Where the cells of a table lie once spans are counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and the rectangle it covers, counted from 0."""

    element: etree._Element
    row: int
    column: int
    rows: int
    columns: int
    in_head: bool
    """Whether it stands in `thead`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a table is no rectangle."""

    element: etree._Element
    sentence: str


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table in reading order."""

    cells: tuple[Cell, ...]
    width: int
    height: int
    faults: tuple[Fault, ...]

    def row(self, index: int) -> tuple[Cell, ...]:
        """The cells that begin in this row."""
        return tuple(cell for cell in self.cells if cell.row == index)


def grid_of(table: etree._Element) -> Grid:
    """The table's cells with their places.

    >>> row = "<tr><th colspan='2'>a</th></tr><tr><td>b</td><td>c</td></tr>"
    >>> grid = grid_of(etree.fromstring(f"<table><tbody>{row}</tbody></table>"))
    >>> [(cell.element.text, cell.row, cell.column, cell.columns) for cell in grid.cells]
    [('a', 0, 0, 2), ('b', 1, 0, 1), ('c', 1, 1, 1)]
    """
    cells: list[Cell] = []
    faults: list[Fault] = []
    widths: dict[etree._Element, int] = {}
    top = 0
    for group in table.iterchildren("thead", "tbody"):
        rows = list(group.iterchildren("tr"))
        cells += _placed(rows, top, in_head=group.tag == "thead", widths=widths, faults=faults)
        top += len(rows)
    width = max(widths.values(), default=0)
    faults += [
        Fault(row, f"this row is {_columns(found)} wide, another one {_columns(width)}")
        for row, found in widths.items()
        if found != width
    ]
    return Grid(tuple(cells), width, top, tuple(faults))


def _columns(count: int) -> str:
    return f"{count} column{'' if count == 1 else 's'}"


def _placed(
    rows: list[etree._Element],
    top: int,
    *,
    in_head: bool,
    widths: dict[etree._Element, int],
    faults: list[Fault],
) -> Iterator[Cell]:
    hanging: dict[int, int] = {}  # column → rows that a cell from above still covers
    for index, row in enumerate(rows):
        taken = {column for column, left in hanging.items() if left > 0}
        hanging = {column: left - 1 for column, left in hanging.items() if left > 0}
        column = 0
        for element in row.iterchildren("th", "td"):
            while column in taken:
                column += 1
            across, down = span(element, "colspan"), span(element, "rowspan")
            covered = range(column, column + across)
            if taken.intersection(covered):
                faults.append(Fault(element, "this cell lies over one that spans down from above"))
            if down > len(rows) - index:
                faults.append(Fault(element, f"this cell spans {down} rows, but only {len(rows) - index} are left"))
            taken.update(covered)
            hanging.update(dict.fromkeys(covered, down - 1))
            yield Cell(element, top + index, column, down, across, in_head)
            column += across
        widths[row] = max(taken, default=-1) + 1 if _is_full(taken) else -len(taken)


def _is_full(taken: set[int]) -> bool:
    return len(taken) == max(taken, default=-1) + 1


def span(element: etree._Element, attribute: str) -> int:
    """The value of `colspan`, `rowspan` or `span`; 1 where it says nothing sensible."""
    value = element.get(attribute, "1")
    return max(1, min(int(value), 1000)) if value.isascii() and value.isdigit() else 1
