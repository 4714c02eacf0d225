"""What the papers say although nobody above their readers had written a word.

Each paper is drafted a second time, from a register in which all words above its readers are replaced. What stands in
that draft comes from what they may read, even where a restricted text happens to use the same words. And where the
draft differs from the paper that was made, something above its readers has had a part in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import html

from reporting.build.desk import Opened
from reporting.build.material import Desk
from reporting.build.plan import Paper
from reporting.document.document import Document
from reporting.drafting.draft import draft
from reporting.drafting.templates import Templates, templates_of
from reporting.problems import Failed
from reporting.records.levels import Level
from reporting.release.folding import folded
from reporting.release.leaves import without

BETWEEN = "\0"


@dataclass(frozen=True, slots=True)
class Purged:
    """The papers of a release, drafted without what is above their readers."""

    words: str
    """All that they say, folded."""
    documents: dict[str, Document]
    """By name of the paper; papers that cannot be drafted so are missing."""


def purged(opened: Opened, papers: tuple[Paper, ...], level: Level) -> Purged:
    """Drafts papers for `level` from a register without anything above it."""
    templates = templates_of(opened.workspace).value
    register = opened.desk.register
    series = register.series[papers[0].dialogue]
    desk = replace(opened.desk, register=without(register, series, level))
    words: list[str] = []
    documents: dict[str, Document] = {}
    for paper in papers:
        document = _drafted(desk, paper, templates)
        if document is not None:
            words += _said(document)
            documents[paper.name] = document
    return Purged(BETWEEN.join(map(folded, words)), documents)


def _drafted(desk: Desk, paper: Paper, templates: Templates) -> Document | None:
    try:
        material = desk.material(paper)
        drafted = draft(
            desk.types[paper.type],
            material.view,
            templates,
            marking=material.marking,
            identifier=paper.identifier,
            enclosures=material.enclosures,
            common=material.common,
            ink=material.ink,
        )
    except Failed:
        return None
    return drafted.document


def _said(document: Document) -> Iterator[str]:
    """The words of a document: as one text, each block of its own, attributes, and the properties."""
    tree = html.fromstring(document.html)
    yield "".join(map(str, tree.itertext()))
    for element in tree.iter():
        yield from (str(value) for value in element.attrib.values())
    properties = document.properties
    yield from (str(getattr(properties, name)) for name in properties.__dataclass_fields__)
