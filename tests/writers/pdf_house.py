"""The house's look and a started engine, for tests of the PDF writer."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import gettempdir

import yaml

from reporting.document.document import Document
from reporting.document.theme import Theme, theme_from
from reporting.writers.pdf.engine import start_engine
from reporting.writers.pdf.values import Attached, Pdf
from reporting.writers.pdf.write import write_pdf
from tests.judges.structure import Element, read_structure

HOUSE = Path(__file__).parents[2] / "templates" / "house"
CACHE = Path(gettempdir()) / "reporting-tests-pdf"
VIEW = Attached("view.json", b'{"place": "Port Averin"}', "application/json", "What the paper was made from")


@cache
def theme() -> Theme:
    return theme_from(yaml.safe_load((HOUSE / "theme.yaml").read_text("utf-8")))  # noqa: TID251  # our own file


@cache
def print_css() -> str:
    return (HOUSE / "print.css").read_text("utf-8")


def written(
    document: Document, *, css: str = "", attachments: tuple[Attached, ...] = (), pages: int | None = None
) -> Pdf:
    """The document as the house prints it, with more rules if given."""
    start_engine(theme(), CACHE)
    return write_pdf(document, theme(), print_css() + css, attachments=attachments, page_budget=pages)


def tree_of(document: Document) -> Element:
    """The structure tree of the document's PDF."""
    return read_structure(written(document).data).root
