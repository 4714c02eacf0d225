"""What is on the page and not in the text: running heads, page numbers, repeated table heads, leaders, watermark.

WeasyPrint marks all of it as content. Here it becomes Artifact, before the page is drawn, so that a screen reader
does not hear the running head between two halves of a sentence. One exception: on the first page the marking (and
the word of a draft) is content, because a reader who cannot see it must hear it once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

import pydyf
from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf.stream import Stream

from reporting.writers.pdf.lines import space_after

Box = Any
HEARD_ONCE = ("@top-center", "@top-left")
"""Margin boxes that are content on the first page, in the order in which they are read."""

HEADER = {"Type": "/Pagination", "Subtype": "/Header"}
FOOTER = {"Type": "/Pagination", "Subtype": "/Footer"}
WATERMARK = {"Type": "/Pagination", "Subtype": "/Watermark"}
REPEATED = {"Type": "/Pagination"}
LEADER = {"Type": "/Layout"}


@dataclass
class Plan:
    """Boxes of one document that are artifacts, by identity, with the properties to write."""

    boxes: dict[int, dict[str, str]] = field(default_factory=dict)
    repeated_heads: set[int] = field(default_factory=set)
    """Heads of tables on their second and later pages."""

    def of(self, box: Box) -> dict[str, str] | None:
        """The artifact's properties, or None for content."""
        found = self.boxes.get(id(box))
        if found is not None or box.element is None:
            return found
        if box.element.get("class") == "watermark":
            return WATERMARK
        if box.element_tag == "a::after" and not box.text.strip(". "):
            return LEADER
        if isinstance(box, boxes.ReplacedBox) and box.element.get("alt") == "":
            return LEADER
        return None


def plan_artifacts(pages: list[Page]) -> Plan:
    """Looks through the laid out pages, before anything is drawn, and sets spaces at the ends of lines on the way."""
    plan, seen = Plan(), set[int]()
    for number, page in enumerate(pages):
        for child in page._page_box.children:
            if isinstance(child, boxes.MarginBox):
                if number or child.at_keyword not in HEARD_ONCE:
                    _mark(plan, child, HEADER if child.at_keyword.startswith("@top") else FOOTER)
            else:
                _look_through(plan, child, seen)
    return plan


def _look_through(plan: Plan, box: Box, seen: set[int]) -> None:
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, boxes.LineBox):
        space_after(box)
        return
    if not isinstance(box, boxes.ParentBox):
        return
    if box.element_tag == "thead":
        if id(box.element) in seen:
            plan.repeated_heads.add(id(box))
            _mark(plan, box, REPEATED)
        seen.add(id(box.element))
    for child in box.children:
        _look_through(plan, child, seen)


def _mark(plan: Plan, box: Box, properties: dict[str, str]) -> None:
    for inner in box.descendants():
        plan.boxes[id(inner)] = properties


@contextmanager
def drawing(plan: Plan) -> Iterator[None]:
    """While it lasts, streams mark what the plan calls an artifact as one."""
    stock = Stream.marked

    def marked(self: Stream, box: Box, tag: str) -> AbstractContextManager[None]:
        if self._tags is None:
            return nullcontext()
        properties = plan.of(box)
        if properties is not None:
            return _Marked(self, "Artifact", pydyf.Dictionary(properties))
        number = len(self._tags)
        self._tags[box] = {"tag": tag, "mcid": number}
        return _Marked(self, tag, pydyf.Dictionary({"MCID": number}))

    Stream.marked = marked
    try:
        yield
    finally:
        Stream.marked = stock


class _Marked:
    """A marked-content sequence (ISO 32000-1, 14.6)."""

    __slots__ = ("_properties", "_stream", "_tag")

    def __init__(self, stream: Stream, tag: str, properties: pydyf.Dictionary) -> None:
        self._stream, self._tag, self._properties = stream, tag, properties

    def __enter__(self) -> None:
        self._stream.begin_marked_content(self._tag, self._properties)

    def __exit__(self, *_: object) -> None:
        self._stream.end_marked_content()
