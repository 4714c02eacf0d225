"""From an element of a drafted paper back to the line of the template that wrote it.

A checked document knows where an element stands in the drafted text, which nobody has written. So a paper in which
something is wrong is drafted once more from templates that carry a mark before each tag; the tags of both drafts are
the same, one by one, and the mark says the line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reporting.problems import Place

TAG = re.compile(r"<[a-z][a-z0-9]*")
OTHER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->", re.DOTALL)
"""What is no text of the paper: a tag inside of it is a value or a comment."""
BEGIN, END = "\ue7f0", "\ue7f1"
"""Letters for private use, which stand in no template and change no word, space or quotation mark."""
LONGEST = 12
"""Letters of a mark."""
MARK = re.compile(f"{BEGIN}(\\d+){END}")


@dataclass
class LineMarks:
    """Templates with marks, and what the marks mean."""

    texts: Mapping[str, str]
    places: list[Place] = field(default_factory=list)
    marked: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.marked = {name: self._with_marks(name, text) for name, text in self.texts.items()}

    def _with_marks(self, name: str, text: str) -> str:
        pieces, end = [], 0
        for tag in tags_of(text):
            pieces.append(f"{text[end:tag]}{BEGIN}{len(self.places)}{END}")
            self.places.append(place_at(text, tag, f"templates/{name}"))
            end = tag
        return "".join([*pieces, text[end:]])

    def places_of(self, html: str) -> list[Place | None]:
        """The place of each tag of a paper that was drafted from the marked templates; None for one of a record's text."""
        found: list[Place | None] = []
        for tag in TAG.finditer(html):
            begun = html.rfind(BEGIN, max(0, tag.start() - LONGEST), tag.start())
            mark = MARK.fullmatch(html, begun, tag.start()) if begun >= 0 else None
            found.append(self.places[int(mark[1])] if mark else None)
        return found


def tags_of(text: str) -> list[int]:
    """Where in the source of a template its own tags begin."""
    hidden = [each.span() for each in OTHER.finditer(text)]
    starts = [start for start, _ in hidden]

    def is_hidden(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < hidden[index][1]

    return [each.start() for each in TAG.finditer(text) if not is_hidden(each.start())]


def place_at(text: str, offset: int, file: str) -> Place:
    """The line and column of an offset."""
    before = text[:offset]
    return Place(file, before.count("\n") + 1, offset - before.rfind("\n"))


def nearest(html: str, place: Place, places: Sequence[Place | None]) -> Place | None:
    """The template's line for a place in the drafted text: that of the tag there, or of the last marked one before it."""
    starts = [each.start() for each in TAG.finditer(html)]
    if len(starts) != len(places):  # the two drafts are not alike
        return None
    lines = html.split("\n")
    offset = sum(len(line) + 1 for line in lines[: place.line - 1]) + max(place.column, 1) - 1
    for index in range(bisect_right(starts, offset) - 1, -1, -1):
        if found := places[index]:
            return found
    return None
