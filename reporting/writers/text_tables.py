"""Tables as text: aligned columns where they fit, a labelled row after the other where they do not."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from reporting.document.grid import Cell, Grid, grid_of
from reporting.writers.width import columns, fold, pad

Flow = Callable[[etree._Element, int], list[str]]  # noqa: SLF001 - lxml has no other name for it
"""The lines of what an element holds, for a width."""

GAP = 2
WIDE = 10_000
NARROWEST = 8
"""Columns below which running text is no pleasure to read, even where its words would fit."""


def table_lines(table: etree._Element, width: int, flow: Flow) -> list[str]:
    """The lines of a table with its caption above."""
    caption = table.find("caption")
    above = [*flow(caption, width), ""] if caption is not None else []
    grid = grid_of(table)
    classes = table.get("class", "").split()
    if "bilingual" in classes:
        return above + _stacked(grid, width, flow)
    widths = None if _runs_both_ways(grid) else _widths(grid, width, flow)
    if widths is None:
        return above + _labelled(grid, width, flow)
    return above + _aligned(grid, widths, flow, signing=_signing(classes), spaced="programme" in classes)


def _signing(classes: list[str]) -> str:
    """`lines` where somebody is to sign, `names` where only names stand, as in a translation."""
    return ("names" if "signed" in classes else "lines") if "signatures" in classes else ""


def _runs_both_ways(grid: Grid) -> bool:
    """Whether its columns run in two directions: in one line of text nobody could tell which word is whose."""
    return any(cell.element.get("dir") for cell in grid.cells)


def _widths(grid: Grid, width: int, flow: Flow) -> list[int] | None:
    least, wished = [1] * grid.width, [1] * grid.width
    for cell in sorted(grid.cells, key=lambda cell: cell.columns):
        lines = flow(cell.element, WIDE)
        longest = max((columns(line) for line in lines), default=0)
        word = max((columns(word) for line in lines for word in line.split()), default=0)
        _widen(wished, cell, longest)
        _widen(least, cell, max(word, min(longest, NARROWEST)))
    room = width - GAP * (grid.width - 1)
    return _shared(least, wished, room) if sum(least) <= room else None


def _widen(widths: list[int], cell: Cell, needed: int) -> None:
    inside = slice(cell.column, cell.column + cell.columns)
    missing = needed - sum(widths[inside]) - GAP * (cell.columns - 1)
    for step in range(max(0, missing)):
        widths[cell.column + step % cell.columns] += 1


def _shared(least: list[int], wished: list[int], room: int) -> list[int]:
    """Widths that fill the room: modest columns get all they wish, the others share what is left."""
    widths = list(least)
    growing = [column for column, wish in enumerate(wished) if wish > least[column]]
    while growing and sum(widths) < room:
        narrowest = min(growing, key=lambda column: (widths[column], column))
        widths[narrowest] += 1
        if widths[narrowest] == wished[narrowest]:
            growing.remove(narrowest)
    return widths


def _aligned(grid: Grid, widths: list[int], flow: Flow, *, signing: str, spaced: bool) -> list[str]:
    lines: list[str] = []
    head = max((cell.row + cell.rows for cell in grid.cells if cell.in_head), default=0)
    for index in range(grid.height):
        if index == head > 0:
            lines.append((" " * GAP).join("-" * width for width in widths))
        row = _row_lines(grid.row(index), widths, flow, lined=signing == "lines")
        lines += [""] * ((bool(signing) and index > 0) or (spaced and index > head)) + row
    return lines


def _row_lines(row: tuple[Cell, ...], widths: list[int], flow: Flow, *, lined: bool) -> list[str]:
    made: list[tuple[Cell, int, list[str]]] = []
    for cell in row:
        width = _width_of(cell, widths)
        lines = flow(cell.element, width)
        made.append((cell, width, ["_" * width, *lines] if lined and lines else lines))
    height = max((len(lines) for _, _, lines in made), default=0)
    return [_line(made, widths, index).rstrip() for index in range(height)]


def _width_of(cell: Cell, widths: list[int]) -> int:
    return sum(widths[cell.column : cell.column + cell.columns]) + GAP * (cell.columns - 1)


def _line(made: list[tuple[Cell, int, list[str]]], widths: list[int], index: int) -> str:
    line = ""
    for cell, width, lines in made:
        start = sum(widths[: cell.column]) + GAP * cell.column
        text = lines[index] if index < len(lines) else ""
        is_number = "number" in cell.element.get("class", "").split()
        line = pad(line, start) + pad(text, width, right=is_number)
    return line


def _labelled(grid: Grid, width: int, flow: Flow) -> list[str]:
    head = max((cell.row + cell.rows for cell in grid.cells if cell.in_head), default=0)
    blocks = [_labelled_row(grid, index, width, flow) for index in range(head, grid.height)]
    return [line for block in blocks for line in (*block, "")][:-1]


def _labelled_row(grid: Grid, index: int, width: int, flow: Flow) -> list[str]:
    row = sorted(
        (cell for cell in grid.cells if cell.row <= index < cell.row + cell.rows), key=lambda cell: cell.column
    )
    lines: list[str] = []
    for position, cell in enumerate(row):
        value = flow(cell.element, width - 2)
        label = _label(grid, cell, flow)
        if not value:
            continue
        indent = "" if position == 0 else "  "
        if label and len(value) == 1:
            lines += fold(f"{label}: {value[0]}", width, indent, "    ")
        else:
            lines += fold(f"{label}:", width, indent, "    ") if label else []
            lines += [f"{indent}{'  ' if label else ''}{line}".rstrip() for line in value]
    return lines


def _label(grid: Grid, cell: Cell, flow: Flow) -> str:
    above = [
        " ".join(flow(head.element, WIDE))
        for head in grid.cells
        if head.in_head and head.column <= cell.column < head.column + head.columns
    ]
    return ", ".join(filter(None, above))


def _stacked(grid: Grid, width: int, flow: Flow) -> list[str]:
    lines: list[str] = []
    for index in range(grid.height):
        row = grid.row(index)
        if row and row[0].in_head:
            lines += [" / ".join(" ".join(flow(cell.element, WIDE)) for cell in row), ""]
            continue
        for cell in row:
            lines += [*flow(cell.element, width), ""]
    return lines[:-1]
