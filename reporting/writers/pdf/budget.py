"""Whether a paper keeps to its pages, and if not, by how many lines and what to shorten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from reporting.problems import Problem, Severity
from reporting.writers.pdf.values import Overrun

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def overrun_of(pages: list[Page], budget: int | None) -> Overrun | None:
    """What stands beyond the allowed pages; None if nothing does or any number is allowed."""
    if budget is None or len(pages) <= budget:
        return None
    lines, items, heading = 0, Counter[str](), ""
    for number, page in enumerate(pages, start=1):
        for item, is_heading, text in _lines(page._page_box, None):
            heading = text if is_heading else heading
            items[item or heading] += 1
            lines += number > budget
    longest, longest_lines = max(items.items(), key=lambda found: found[1])
    return Overrun(len(pages), lines, longest, longest_lines)


def overrun_problem(overrun: Overrun, budget: int) -> Problem:
    """The overrun as a warning."""
    allowed = f"{budget} page{'s' if budget > 1 else ''}"
    lines = f"{overrun.lines} line{'s' if overrun.lines > 1 else ''}"
    return Problem(
        "W030",
        f"the paper should have {allowed} and has {overrun.pages}, {lines} too many",
        hint=f"shorten the longest item first: {overrun.longest} ({overrun.longest_lines} lines)",
        severity=Severity.WARNING,
    )


def _lines(box: Any, item: str | None) -> Iterator[tuple[str | None, bool, str]]:
    """Each line of text below a box: the item it belongs to, whether it is a heading, and its words."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, boxes.MarginBox):
        return
    element = box.element
    if element is not None:
        item = element.get("data-from") or item
    if isinstance(box, boxes.LineBox):
        if words := _words(box).strip():
            yield item, element is not None and element.tag in HEADINGS, words
        return
    for child in getattr(box, "children", ()):
        yield from _lines(child, item)


def _words(box: Any) -> str:
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    return "".join(
        _words(child) for child in getattr(box, "children", ()) if not isinstance(child, AbsolutePlaceholder)
    )
