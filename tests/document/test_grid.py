"""Where cells lie."""

from __future__ import annotations

from lxml import etree

from reporting.document.grid import grid_of


def places(rows: str) -> list[tuple[str | None, int, int]]:
    grid = grid_of(etree.fromstring(f"<table>{rows}</table>"))
    return [(cell.element.text, cell.row, cell.column) for cell in grid.cells]


def faults(rows: str) -> list[str]:
    return [fault.sentence for fault in grid_of(etree.fromstring(f"<table>{rows}</table>")).faults]


def test_a_cell_that_spans_down_pushes_the_next_row_aside() -> None:
    rows = '<tbody><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></tbody>'
    assert places(rows) == [("a", 0, 0), ("b", 0, 1), ("c", 1, 1)]
    assert faults(rows) == []


def test_a_span_ends_with_its_group_of_rows() -> None:
    rows = '<thead><tr><th rowspan="2">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>'
    assert faults(rows) == ["this cell spans 2 rows, but only 1 are left"]


def test_cells_that_overlap_are_found() -> None:
    rows = '<tbody><tr><td>a</td><td rowspan="2">b</td></tr><tr><td colspan="2">c</td></tr></tbody>'
    assert faults(rows) == ["this cell lies over one that spans down from above"]
