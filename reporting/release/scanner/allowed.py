"""What the papers say although nobody above their readers had written a word.

Each paper is drafted a second time, from a register in which all words above its readers are replaced. What stands in
that draft comes from what they may read, even where a restricted text happens to use the same words. And where the
draft differs from the paper that was made, or cannot be made, something above its readers has had a part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import html

from reporting.build.desk import Opened
from reporting.build.making.drafts import drafts_of
from reporting.build.making.jobs import Job, drafting_job
from reporting.build.making.material import Desk
from reporting.build.planning.plan import Paper
from reporting.document.document import Document
from reporting.drafting.templates import templates_of
from reporting.problems import EnvironmentFailed, Failed, Problem
from reporting.records.levels import Level
from reporting.release.scanner.folding import folded
from reporting.release.scanner.leaves import without

BETWEEN = "\0"


@dataclass(frozen=True, slots=True)
class Purged:
    """The papers of a release, drafted without what is above their readers."""

    words: str
    """All that they say, folded."""
    documents: dict[str, Document]
    """By name of the paper; papers that cannot be drafted so are missing."""
    failed: dict[str, tuple[Problem, ...]]
    """For each of these, why."""


def purged(opened: Opened, papers: Sequence[Paper], level: Level) -> Purged:
    """Drafts papers for `level`, in workers, from a register without anything above it.

    Raises:
        EnvironmentFailed: no worker can be started.
    """
    register = opened.desk.register
    desk = replace(opened.desk, register=without(register, register.series[papers[0].dialogue], level))
    failed: dict[str, tuple[Problem, ...]] = {}
    jobs = [job for paper in papers if (job := _job(desk, paper, failed))]
    drafts = drafts_of(jobs, templates_of(opened.workspace).value)
    documents = {}
    for job, draft in zip(jobs, drafts, strict=True):
        if draft.document is None:
            failed[job.name] = draft.problems
        else:
            documents[job.name] = draft.document
    words = BETWEEN.join(folded(said) for document in documents.values() for said in _said(document))
    return Purged(words, documents, failed)


def _job(desk: Desk, paper: Paper, failed: dict[str, tuple[Problem, ...]]) -> Job | None:
    """The draft of a paper; None, and a note of the reason, where nothing can be put together for it."""
    try:
        return drafting_job(paper.name, desk.types[paper.type], desk.material(paper), paper.identifier)
    except EnvironmentFailed:
        raise
    except Failed as reason:
        failed[paper.name] = reason.problems
        return None


def _said(document: Document) -> Iterator[str]:
    """The words of a document: as one text, each block of its own, attributes, and the properties."""
    tree = html.fromstring(document.html)
    yield "".join(map(str, tree.itertext()))
    for element in tree.iter():
        yield from (str(value) for value in element.attrib.values())
    properties = document.properties
    yield from (str(getattr(properties, name)) for name in properties.__dataclass_fields__)
