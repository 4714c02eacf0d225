"""What goes into and comes out of the PDF writer. Light to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reporting.problems import Problem


@dataclass(frozen=True, slots=True)
class Attached:
    """A file inside the PDF, such as what the paper was made from."""

    name: str
    data: bytes
    mime: str
    description: str
    relationship: str = "Source"
    """How it belongs to the paper (ISO 19005-3, annex E): Source, Data, Alternative, Supplement or Unspecified."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the copies of a paper are numbered."""

    total: int
    pattern: str = "{number} / {total}"
    """What a copy says of itself, such as `Copy {number} of {total}`."""

    def said(self, number: int) -> str:
        """The words on one copy.

        >>> Numbering(12, "Copy {number} of {total}").said(3)
        'Copy 3 of 12'
        """
        return self.pattern.replace("{number}", str(number)).replace("{total}", str(self.total))


@dataclass(frozen=True, slots=True)
class Overrun:
    """How far a paper goes beyond the pages it is allowed."""

    pages: int
    lines: int
    """Lines that stand after the last allowed page."""
    longest: str
    """The path in the record, or the heading, of the item that takes most lines."""
    longest_lines: int


@dataclass(frozen=True, slots=True)
class Pdf:
    """A written paper."""

    data: bytes
    pages: int
    anchors: Mapping[str, int]
    """On which page, counted from 1, each id stands."""
    problems: tuple[Problem, ...] = ()
    """What was found while writing; with an error among them the file should not be given to anyone."""
    overrun: Overrun | None = None
