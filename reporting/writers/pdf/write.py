"""One paper as PDF. Light to import: WeasyPrint is loaded by `start_engine`, not by this module."""

from __future__ import annotations

from reporting.document.document import Document
from reporting.document.theme import Theme
from reporting.writers.pdf.values import Attached, Pdf


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
