"""One paper as PDF. Light to import: WeasyPrint is loaded by `start_engine`, not by this module."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.document.document import Document
from reporting.document.theme import Theme
from reporting.writers.pdf.values import Attached, Numbering, Pdf


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


def write_copies(
    document: Document, theme: Theme, stylesheet: str, numbering: Numbering, *, attachments: tuple[Attached, ...] = ()
) -> Iterator[bytes]:
    """Numbered copies of the document as PDF/A-3a and PDF/UA-1, in order. They are laid out once.

    Each says its number where the document leaves room for it (`p.copy-number`), else above the first line, and in the
    footer of every page; its identifier ends in `/copy-` and the number.

    Args:
        document: what to write.
        theme: as for `write_pdf`.
        stylesheet: the house's `print.css`.
        numbering: how many there are, and what each says.
        attachments: files to embed in each.

    Raises:
        RuntimeError: the engine was not started.
    """
    from reporting.writers.pdf.engine import engine

    running = engine()
    from reporting.writers.pdf.paper import Paper

    return Paper(running, document, theme, stylesheet).copies(attachments, numbering)
