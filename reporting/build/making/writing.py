"""A drafted paper on its way into its formats, by the writers that there are."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reporting.build.making.house import Dress
from reporting.build.making.jobs import Job
from reporting.build.making.office import Office
from reporting.build.making.source import NAME
from reporting.document.document import Document
from reporting.problems import Failed, Problem

if TYPE_CHECKING:
    from reporting.writers.pdf.values import Attached
    from reporting.writers.word.parts.embedding import Face

LIBRARIES = {"weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "PIL", "fontTools"}
SIZES = (
    "look at print.css and at the pictures: a size may be beyond all paper, or rules stand in one another without end"
)


@dataclass(frozen=True, slots=True)
class Extras:
    """What a PDF has besides its document."""

    source: bytes = b""
    """The values that were read for it, as JSON; a PDF without is of no record."""
    copy: str = ""
    """What a numbered copy says."""


class Writing:
    """One document on its way into its formats; the PDF is laid out at most once."""

    def __init__(
        self,
        document: Document,
        dress: Dress,
        job: Job | None,
        *,
        has_contents: bool,
        extras: Extras = Extras(),
    ) -> None:
        self.document = document
        self.office = job.office if job else Office()
        self.dress = dress
        self.budget = job.kind.pages if job else None
        self.extras = extras
        self.has_contents = has_contents
        self.problems: dict[str, tuple[Problem, ...]] = {}
        self.pages = 0
        self._anchors: Mapping[str, int] | None = None
        self._pdf: bytes | None = None

    def bytes_of(self, name: str) -> bytes:
        return WRITERS[name](self)

    def pdf(self) -> bytes:
        if self._pdf is None:
            from reporting.writers.pdf.write import write_pdf

            _start(self.dress)
            with _by_library():
                pdf = write_pdf(
                    self.document,
                    self.dress.theme,
                    self.dress.print_css,
                    attachments=self._attachments(),
                    page_budget=self.budget,
                )
            self._pdf, self._anchors, self.pages = pdf.data, pdf.anchors, pdf.pages
            self.problems["pdf"] = pdf.problems
        return self._pdf

    def copies(self, total: int) -> Iterator[bytes]:
        """Numbered copies of the PDF, in order."""
        from reporting.writers.pdf.values import Numbering
        from reporting.writers.pdf.write import write_copies

        _start(self.dress)
        numbering, files = Numbering(total, self.extras.copy), self._attachments()
        return write_copies(self.document, self.dress.theme, self.dress.print_css, numbering, attachments=files)

    def _attachments(self) -> tuple[Attached, ...]:
        from reporting.writers.pdf.values import Attached

        made_from = "What this paper was made from: the values of the record that it used"
        return (Attached(NAME, self.extras.source, "application/json", made_from),) if self.extras.source else ()

    def docx(self) -> bytes:
        from reporting.writers.word.letterhead.reading import read_letterhead
        from reporting.writers.word.writer import write_word

        if self.has_contents:
            # A contents list is filled with the pages that the PDF's layout found.
            self.pdf()
        word = write_word(
            self.document,
            self.dress.theme,
            pages=self._anchors,
            faces=_faces(self.dress) if self.office.embeds_fonts else (),
            letterhead=read_letterhead(self.office.letterhead) if self.office.letterhead else None,
            style_names=self.office.names,
        )
        self.problems["docx"] = word.problems
        return word.data

    def html(self) -> bytes:
        from reporting.writers.html import write_html

        return write_html(self.document, self.dress.theme, self.dress.screen_css)

    def txt(self) -> bytes:
        from reporting.writers.text import write_text

        return write_text(self.document)


WRITERS = {"pdf": Writing.pdf, "docx": Writing.docx, "html": Writing.html, "txt": Writing.txt}


@contextlib.contextmanager
def _by_library() -> Iterator[None]:
    """Tells what the layout engine stumbles over, such as letters of a thousand million pixels, from a fault of ours."""
    try:
        yield
    except (Failed, MemoryError, RecursionError):
        raise
    except Exception as error:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        if trace is None or not set(Path(trace.tb_frame.f_code.co_filename).parts) & LIBRARIES:
            raise
        raise Failed(
            Problem("B027", f"the layout engine gives up on it ({type(error).__name__})", hint=SIZES)
        ) from None


def _faces(dress: Dress) -> tuple[Face, ...]:
    from reporting.writers.fonts import font_folder
    from reporting.writers.word.parts.embedding import faces_of

    return faces_of(dress.theme, font_folder(dress.theme, Path(dress.cache)))


def _start(dress: Dress) -> None:
    from reporting.writers.pdf.engine import start_engine

    start_engine(dress.theme, Path(dress.cache))
