"""The work of a worker: a paper is drafted, and the formats that are stale are written.

Templates run and documents are written here and nowhere else; who wants to know what a paper says sends a job.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from jinja2 import TemplateError

from reporting.audiences.view import View
from reporting.build.copies import copies_made_of
from reporting.build.making.house import Dress, Wording
from reporting.build.making.identity import hash_of_document, made_of
from reporting.build.making.jobs import DRAFT, Job, Result, placed
from reporting.build.making.reads import hash_of_reads, values_of
from reporting.build.making.source import source_json
from reporting.build.making.writing import WRITERS, Extras, Writing
from reporting.build.workers.limits import ENOUGH
from reporting.build.workers.warm import within
from reporting.document.document import Document, Properties
from reporting.drafting.alternat import alternat_problems
from reporting.drafting.draft import Drafted, draft
from reporting.drafting.templates import Templates
from reporting.drafting.types import BESIDE
from reporting.problems import EnvironmentFailed, Problem

CONTENTS = 'role="doc-toc"'
DRAFTING = 10.0
"""Seconds of processor time in which the words of a paper stand; a pack of twelve pages has them in a tenth of one."""
ENDLESS = Problem(
    "B021", f"was not drafted within {DRAFTING:g} seconds of processor time and was given up", hint=ENOUGH
)
BLANK = Document(
    '<article lang="en"><h1>Paper</h1><p>Text.</p></article>',
    Properties(title="Paper", language="en", author="House", created=date(2000, 1, 1)),
)
"""What a process is warmed up with."""

_templates: Templates | None = None
_dress: Dress | None = None


def prepare(wording: Wording, dress: Dress | None, *, layout: bool) -> None:
    """Makes this process ready for jobs.

    Args:
        wording: what papers are drafted with.
        dress: what they look like; None where nothing is written.
        layout: load the layout engine at once, before this process is forked. Where it cannot be loaded, the first
            paper that needs it says so.
    """
    global _templates, _dress
    _templates, _dress = wording.templates(), dress
    if layout and dress:
        _warm_up(_templates, dress)


def _warm_up(templates: Templates, dress: Dress) -> None:
    """Whatever is loaded, compiled or parsed here need not be again in each process forked from this one."""
    for language in templates.words:
        for name in templates.texts:
            if name.endswith(f"/{language}.html.j2"):
                with contextlib.suppress(TemplateError, RecursionError, MemoryError, SyntaxError):
                    templates.environment(language).get_template(name)
    with contextlib.suppress(EnvironmentFailed):
        paper = Writing(BLANK, dress, None, has_contents=False)
        for write in WRITERS.values():
            write(paper)


def make(job: Job) -> Result:
    """Drafts the paper and writes what is stale of it. What is wrong comes back as problems, never as an exception."""
    if _templates is None or _dress is None:
        raise RuntimeError("call prepare() before the first job")
    started = time.perf_counter()
    result = _made(job, _templates, _dress)
    return replace(result, seconds=time.perf_counter() - started)


def document_of(job: Job) -> Drafted:
    """Drafts the paper and writes nothing: the document, or None, and what is wrong with it."""
    if _templates is None:
        raise RuntimeError("call prepare() before the first job")
    drafted = _compared(job, _templates, _drafted(job, _templates))
    return Drafted(drafted.document, problems=placed(drafted.problems, job.name))


def _drafted(job: Job, templates: Templates) -> Drafted:
    with within(DRAFTING, ENDLESS):
        return draft(
            job.kind,
            job.view,
            templates,
            marking=job.marking,
            identifier=job.identifier,
            enclosures=job.enclosures,
            common=job.common,
            ink=job.ink,
        )


def _made(job: Job, templates: Templates, dress: Dress) -> Result:
    drafted = _drafted(job, templates)
    paths = tuple(sorted(drafted.reads))
    inner = {name: view for name, (_, view) in job.enclosures.items()}
    values = values_of(job.view, inner, job.marking, job.common, ink=job.ink)
    known = {"reads": hash_of_reads(values, paths), "paths": paths, "templates": drafted.files}
    drafted = _compared(job, templates, drafted)
    if drafted.document is None:
        return Result(problems={DRAFT: placed(drafted.problems, job.name)}, **known)  # type: ignore[arg-type]
    said = templates.words.get(job.view.language, {}).get("copy", "")
    extras = Extras(source_json(values, paths, drafted.document.properties), str(said) or "{number} / {total}")
    return _written(job, drafted.document, dress, drafted.problems, known=known, extras=extras)


def _compared(job: Job, templates: Templates, drafted: Drafted) -> Drafted:
    """A copy of a text done in alternat, held against the first one; the two may differ in their order alone."""
    if not job.twins or drafted.document is None:
        return drafted
    with within(DRAFTING, ENDLESS):
        found = [each for own, first in _columns(job) for each in _differences(job, templates, own, first)]
    document = None if found else drafted.document
    return replace(drafted, document=document, problems=(*drafted.problems, *found))


def _columns(job: Job) -> Iterator[tuple[View, View]]:
    """The view of each language of a copy, with that of the first copy."""
    beside = [view for name, (_, view) in job.enclosures.items() if name == BESIDE]
    yield from zip((job.view, *beside), job.twins, strict=True)


def _differences(job: Job, templates: Templates, own: View, first: View) -> list[Problem]:
    alone = partial(draft, templates=templates, marking=job.marking, identifier=job.identifier, common=job.common)
    here, there = (alone(job.kind, view).document for view in (own, first))
    # Where one cannot be drafted, its own paper says why.
    return alternat_problems(there, first, here, own) if here and there else []


def _written(
    job: Job,
    document: Document,
    dress: Dress,
    found: tuple[Problem, ...],
    *,
    known: Mapping[str, object],
    extras: Extras,
) -> Result:
    identity, has_contents = hash_of_document(document), CONTENTS in document.html
    view, office = str(known["reads"]), job.office.key
    wanted = {
        name: made_of(name, identity, job.looks, job.kind.pages, has_contents=has_contents, office=office, reads=view)
        for name in job.formats
    }
    paper = Writing(_with_view(document, view), dress, job, has_contents=has_contents, extras=extras)
    contents = {name: paper.bytes_of(name) for name, made in wanted.items() if job.intact.get(name) != made}
    if job.copies:
        copies = copies_made_of(wanted["pdf"], job.copies)
        wanted |= copies
        if any(job.intact.get(name) != made for name, made in copies.items()):
            contents |= zip(copies, paper.copies(job.copies), strict=True)
    problems = {name: placed(each, job.name) for name, each in {DRAFT: found, **paper.problems}.items()}
    return Result(contents, wanted, identity, has_contents, pages=paper.pages, problems=problems, **known)  # type: ignore[arg-type]


def _with_view(document: Document, view: str) -> Document:
    """The document with the hash of what was read for it; what it says is the same with any."""
    return replace(document, properties=replace(document.properties, view=view))
