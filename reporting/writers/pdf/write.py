"""One paper as PDF. Light to import: WeasyPrint is loaded by `start_engine`, not by this module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reporting.document.document import Document
from reporting.document.theme import Theme
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


def write_pdf(
    document: Document,
    theme: Theme,
    stylesheet: str,
    *,
    attachments: tuple[Attached, ...] = (),
    page_budget: int | None = None,
) -> Pdf:
    """The document as PDF/A-3a and PDF/UA-1; the same document gives the same bytes.

    Args:
        document: what to write.
        theme: the look, as rules that come before the style sheet; `start_engine` must have had the same fonts.
        stylesheet: the house's `print.css`.
        attachments: files to embed.
        page_budget: pages that the paper may have; beyond them there is a warning that says by how much.

    Raises:
        RuntimeError: the engine was not started.
    """
    from reporting.writers.pdf.engine import engine

    running = engine()
    from reporting.writers.pdf.paper import Paper

    return Paper(running, document, theme, stylesheet).written(attachments, page_budget)
