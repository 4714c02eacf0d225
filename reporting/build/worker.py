"""One job of a worker: a paper is drafted, and the formats that are stale are written.

Everything that goes in and comes out is a plain value that can be sent to another process or another machine.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from reporting.audiences.view import View
from reporting.build.copies import copies_made_of
from reporting.build.house import Dress, Wording
from reporting.build.identity import made_of
from reporting.build.office import Office
from reporting.build.reads import hash_of_reads, values_of
from reporting.build.source import NAME, source_json
from reporting.document.document import Document, Properties
from reporting.drafting.alternat import alternat_problems
from reporting.drafting.draft import Drafted, draft
from reporting.drafting.templates import Templates
from reporting.drafting.types import DocumentType
from reporting.problems import EnvironmentFailed, Failed, Place, Problem, in_order

if TYPE_CHECKING:
    from reporting.writers.pdf.values import Attached
    from reporting.writers.word.embedding import Face

LIBRARIES = {"weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "PIL", "fontTools"}
SIZES = (
    "look at print.css and at the pictures: a size may be beyond all paper, or rules stand in one another without end"
)
CONTENTS = 'role="doc-toc"'
DRAFT = "draft"
BLANK = Document(
    '<article lang="en"><h1>Paper</h1><p>Text.</p></article>',
    Properties(title="Paper", language="en", author="House", created=date(2000, 1, 1)),
)
"""What a process is warmed up with."""


@dataclass(frozen=True, slots=True)
class Job:
    """A paper to make."""

    name: str
    """Its files under `output/`, without the format; also what its problems are placed at."""
    kind: DocumentType
    view: View
    enclosures: Mapping[str, tuple[DocumentType, View]]
    marking: str
    identifier: str
    formats: tuple[str, ...]
    """Those wanted."""
    looks: Mapping[str, str]
    """For every format there is, look and code that it would be written with."""
    intact: Mapping[str, str]
    """For each format that lies on disk as it was made, what it was made of; these may be kept."""
    twin: View | None = None
    """Of a copy of a text done in alternat, the view of the first copy; nothing but the order may differ."""
    office: Office = field(default_factory=Office)
    """What its Word file wears."""
    copies: int = 0
    """How many numbered copies are wanted besides."""
    common: frozenset[str] | None = None
    """What everybody may read of the meeting; None for a paper that everybody may read."""
    ink: tuple[str, str] = ("", "")
    """Colours of the marking, where its scheme has them."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a job."""

    contents: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of each format that had to be written."""
    made_of: Mapping[str, str] = field(default_factory=dict)
    """For each format wanted, what it is made of now."""
    document: str = ""
    """Hash of the drafted document."""
    has_contents: bool = False
    reads: str = ""
    """Hash of the values that were read."""
    paths: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    pages: int = 0
    """Of the PDF; 0 where it was not laid out."""
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What each format's writer found, and under `draft` what drafting did."""
    seconds: float = 0
    """How long it took."""

    @property
    def is_sound(self) -> bool:
        return not any(problem.is_error for problem in self.found())

    def found(self) -> tuple[Problem, ...]:
        """All problems."""
        return in_order(problem for found in self.problems.values() for problem in found)


_templates: Templates | None = None
_dress: Dress | None = None


def prepare(wording: Wording, dress: Dress, *, layout: bool) -> None:
    """Makes this process ready for jobs.

    Args:
        wording: what papers are drafted with.
        dress: what they look like.
        layout: load the layout engine at once, before this process is forked. Where it cannot be loaded, the first
            paper that needs it says so.
    """
    global _templates, _dress
    _templates, _dress = wording.templates(), dress
    if layout:
        _warm_up(_templates, dress)


def _warm_up(templates: Templates, dress: Dress) -> None:
    """Whatever is loaded, compiled or parsed here need not be again in each process forked from this one."""
    for language in templates.words:
        for name in templates.texts:
            if name.endswith(f"/{language}.html.j2"):
                with contextlib.suppress(TemplateError, RecursionError, MemoryError, SyntaxError):
                    templates.environment(language).get_template(name)
    with contextlib.suppress(EnvironmentFailed):
        paper = _Paper(BLANK, dress, None, has_contents=False)
        for write in _WRITERS.values():
            write(paper)


def make(job: Job) -> Result:
    """Drafts the paper and writes what is stale of it. What is wrong comes back as problems, never as an exception."""
    if _templates is None or _dress is None:
        raise RuntimeError("call prepare() before the first job")
    started = time.perf_counter()
    result = _made(job, _templates, _dress)
    return replace(result, seconds=time.perf_counter() - started)


def _made(job: Job, templates: Templates, dress: Dress) -> Result:
    drafted = draft(
        job.kind,
        job.view,
        templates,
        marking=job.marking,
        identifier=job.identifier,
        enclosures=job.enclosures,
        common=job.common,
        ink=job.ink,
    )
    paths = tuple(sorted(drafted.reads))
    inner = {name: view for name, (_, view) in job.enclosures.items()}
    values = values_of(job.view, inner, job.marking, job.common, ink=job.ink)
    known = {"reads": hash_of_reads(values, paths), "paths": paths, "templates": drafted.files}
    drafted = _compared(job, templates, drafted)
    if drafted.document is None:
        return Result(problems={DRAFT: _placed(drafted.problems, job)}, **known)  # type: ignore[arg-type]
    said = templates.words.get(job.view.language, {}).get("copy", "")
    extras = _Extras(source_json(values, paths, drafted.document.properties), str(said) or "{number} / {total}")
    return _written(job, drafted.document, dress, drafted.problems, known=known, extras=extras)


def _compared(job: Job, templates: Templates, drafted: Drafted) -> Drafted:
    """A copy of a text done in alternat, held against the first one; the two may differ in their order alone."""
    if job.twin is None or drafted.document is None:
        return drafted
    first = draft(job.kind, job.twin, templates, marking=job.marking, identifier=job.identifier, common=job.common)
    if first.document is None:  # its own paper says why
        return drafted
    found = alternat_problems(first.document, job.twin, drafted.document, job.view)
    document = None if found else drafted.document
    return replace(drafted, document=document, problems=(*drafted.problems, *found))


@dataclass(frozen=True, slots=True)
class _Extras:
    """What a PDF has besides its document."""

    source: bytes = b""
    """The values that were read for it, as JSON; a PDF without is of no record."""
    copy: str = ""
    """What a numbered copy says."""


def hash_of_document(document: Document) -> str:
    """One hash over all that a writer can see of a document."""
    images = {name: hashlib.sha256(data).hexdigest() for name, data in document.images.items()}
    properties = json.dumps(asdict(document.properties), default=str, sort_keys=True, ensure_ascii=False)
    text = json.dumps([document.html, properties, images], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _written(
    job: Job,
    document: Document,
    dress: Dress,
    found: tuple[Problem, ...],
    *,
    known: Mapping[str, object],
    extras: _Extras,
) -> Result:
    identity, has_contents = hash_of_document(document), CONTENTS in document.html
    view, office = str(known["reads"]), job.office.key
    wanted = {
        name: made_of(name, identity, job.looks, job.kind.pages, has_contents=has_contents, office=office, reads=view)
        for name in job.formats
    }
    paper = _Paper(_with_view(document, view), dress, job, has_contents=has_contents, extras=extras)
    contents = {name: paper.bytes_of(name) for name, made in wanted.items() if job.intact.get(name) != made}
    if job.copies:
        copies = copies_made_of(wanted["pdf"], job.copies)
        wanted |= copies
        if any(job.intact.get(name) != made for name, made in copies.items()):
            contents |= zip(copies, paper.copies(job.copies), strict=True)
    problems = {name: _placed(each, job) for name, each in {DRAFT: found, **paper.problems}.items()}
    return Result(contents, wanted, identity, has_contents, pages=paper.pages, problems=problems, **known)  # type: ignore[arg-type]


def _with_view(document: Document, view: str) -> Document:
    """The document with the hash of what was read for it; what it says is the same with any."""
    return replace(document, properties=replace(document.properties, view=view))


class _Paper:
    """One document on its way into its formats; the PDF is laid out at most once."""

    def __init__(
        self,
        document: Document,
        dress: Dress,
        job: Job | None,
        *,
        has_contents: bool,
        extras: _Extras = _Extras(),
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
        return _WRITERS[name](self)

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
        from reporting.writers.word.letterhead import read_letterhead
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


_WRITERS = {"pdf": _Paper.pdf, "docx": _Paper.docx, "html": _Paper.html, "txt": _Paper.txt}


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
    from reporting.writers.word.embedding import faces_of

    return faces_of(dress.theme, font_folder(dress.theme, Path(dress.cache)))


def _start(dress: Dress) -> None:
    from reporting.writers.pdf.engine import start_engine

    start_engine(dress.theme, Path(dress.cache))


def _placed(problems: tuple[Problem, ...], job: Job) -> tuple[Problem, ...]:
    """Problems of a writer have no place; they belong to the paper."""
    place = Place(f"output/{job.name}")
    return in_order(
        problem
        if problem.place
        else Problem(problem.code, problem.sentence, place, problem.hint, problem.severity, problem.trail, problem.also)
        for problem in problems
    )
