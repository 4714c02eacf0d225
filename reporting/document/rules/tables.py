"""Tables are rectangles with headers."""

from __future__ import annotations

from collections.abc import Container

from lxml import etree

from reporting.document.findings import Findings
from reporting.document.grid import grid_of, span
from reporting.document.vocabulary import ROWS

_ORDER = ("caption", "colgroup", "thead", "tbody")


def check_tables(root: etree._Element, images: Container[str], findings: Findings) -> None:
    """Adds D060 for a table that is no rectangle, D061 for its order or length, D062 for missing headers."""
    for table in root.iter("table"):
        if sum(1 for _ in table.iter("tr")) > ROWS:
            findings.add("D061", f"the table has more than {ROWS} rows", table, hint="split it")
            continue
        _check_order(table, findings)
        _check_shape(table, findings)
        if next(table.iter("th"), None) is None and not table.get("class"):
            findings.add("D062", "the table has no header cells", table, hint="use `th` with a `scope`", warning=True)


def _check_order(table: etree._Element, findings: Findings) -> None:
    groups = [child.tag for child in table if child.tag in _ORDER]
    if next(table.iterchildren("tr"), None) is not None:
        return  # the row's own place is the fault, and is told
    once = all(groups.count(tag) <= 1 for tag in ("caption", "colgroup", "thead"))
    if groups != sorted(groups, key=_ORDER.index) or not once or "tbody" not in groups:
        hint = f"in this order: {', '.join(_ORDER)}; the last may be repeated, the others not"
        findings.add("D061", "the parts of the table are not in order", table, hint=hint)


def _check_shape(table: etree._Element, findings: Findings) -> None:
    grid = grid_of(table)
    for fault in grid.faults:
        findings.add("D060", fault.sentence, fault.element)
    columns = sum(span(column, "span") for column in table.iterfind("colgroup/col"))
    if columns and columns != grid.width:
        findings.add("D060", f"`colgroup` speaks of {columns} columns, the rows have {grid.width}", table)
