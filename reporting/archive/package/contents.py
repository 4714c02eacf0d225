"""What goes into a package: the papers of one round and audience, and all that they were made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from reporting.archive.package.about import About, ArchivedPaper, as_json
from reporting.archive.package.filing import KEEPERS, filing_of
from reporting.archive.package.letterheads import office_to_files
from reporting.archive.package.madewith import FILE as MADE_WITH
from reporting.archive.package.madewith import made_with, program
from reporting.archive.package.redraft import TEMPLATES, Redrafting
from reporting.archive.package.releasing import release_to_files
from reporting.archive.package.views import material_to_json
from reporting.audiences.values import Words
from reporting.build.desk import Opened
from reporting.build.formats import FORMATS, drafting_version
from reporting.build.making.drafts import drafts_of
from reporting.build.making.identity import hash_of_document
from reporting.build.making.material import Material
from reporting.build.making.theme import theme_of
from reporting.build.output.state import Made
from reporting.build.planning.plan import Paper
from reporting.build.shelf import Shelf
from reporting.document.document import Document
from reporting.document.text import text_of
from reporting.problems import Failed, Problem
from reporting.records.model.pairs import tags_of

CHANGED = Problem(
    "A007", "records or papers changed while the round was closed", hint="run `reporting archive` once more"
)


@dataclass(frozen=True, slots=True)
class Contents:
    """A closed round before it is packed."""

    about: About
    """As the catalogue has it."""
    files: Mapping[str, bytes]
    """By path below the payload's folder; about.json is not among them yet."""
    filing: Mapping[str, Any]
    """What the package says in place of those fields of `about` that its readers may not see."""

    @property
    def packed(self) -> About:
        """As the package has it."""
        return replace(self.about, **self.filing)


def contents_of(desk: Opened, audience: str, *, layout: str, on: date | None, jobs: int = 1) -> Contents:
    """The first version of a package, whose papers lie fresh in `output/`.

    Args:
        desk: the round with its papers.
        audience: whose package it is.
        layout: how it will be packed.
        on: the day on which it is closed; None for the one that the record names.
        jobs: papers drafted at once.

    Raises:
        Failed: the papers are not as they were built, or do not follow from what goes into the package [A007]; or one
            cannot be drafted from it.
    """
    papers = [paper for paper in desk.papers if str(paper.audience) == audience]
    shelf = Shelf(desk.inputs.root)
    files: dict[str, bytes] = {}
    archived = []
    for paper in papers:
        made = shelf.made(paper)
        if made is None:
            raise Failed(CHANGED)
        files |= _paper_files(desk.inputs.root, paper, made)
        files[f"source/views/{paper.stem}.json"] = material_to_json(paper, desk.material(paper))
        files |= _templates(desk, paper, made)
        files |= office_to_files(paper.type, desk.inputs.offices.of(paper.type))
        archived.append((paper, made))
    files[MADE_WITH] = as_json(made_with(theme_of(desk.workspace)))
    told = []
    for (paper, made), document in zip(archived, _redrafted(files, papers, jobs), strict=True):
        if hash_of_document(document) != made.document:
            raise Failed(CHANGED)
        files[f"source/documents/{paper.stem}.html"] = document.html.encode()
        told.append(_told(paper, made, document))
    about = _about(desk, papers[0], tuple(told), layout=layout, on=on)
    _, meeting = desk.desk.found(papers[0])
    files |= release_to_files(desk.desk.register, meeting, papers[0].audience, about.languages)
    return Contents(about, dict(sorted(files.items())), filing_of(meeting, papers[0].audience, on))


def _redrafted(files: Mapping[str, bytes], papers: list[Paper], jobs: int) -> list[Document]:
    """Each paper, drafted in a worker from what goes into the package."""
    redrafting = Redrafting(files)
    work = [replace(redrafting.job(paper.stem, identifier_of(paper)), name=paper.name) for paper in papers]
    drafts = drafts_of(work, redrafting.templates, count=jobs)
    problems = [problem for draft in drafts if draft.document is None for problem in draft.problems]
    if problems:
        raise Failed(problems)
    return [draft.document for draft in drafts if draft.document is not None]


def identifier_of(paper: Paper) -> str:
    """The record's own identifier of a paper, as it stands in its properties."""
    return paper.identifier


def _paper_files(root: Path, paper: Paper, made: Made) -> dict[str, bytes]:
    found = {}
    for name in paper.formats:
        data = (root / paper.path(name)).read_bytes()
        if name not in made.outputs or hashlib.sha256(data).hexdigest() != made.outputs[name].file.sha256:
            raise Failed(CHANGED)
        found[f"papers/{paper.stem}.{name}"] = data
    return found


def _templates(desk: Opened, paper: Paper, made: Made) -> dict[str, bytes]:
    """Templates, labels, pictures, types, theme and style sheets that a paper was made with."""
    kinds = {paper.type, *(each.type for each in desk.types[paper.type].encloses.values())}
    looks = {path for name in paper.formats for path in FORMATS[name].look}
    looks |= {path for name in ("pdf", "html") for path in FORMATS[name].look}
    paths = {*made.templates, *looks, *(f"templates/{kind}/type.yaml" for kind in kinds)}
    return {
        TEMPLATES + path.removeprefix("templates/"): desk.workspace.read(path)
        for path in sorted(paths)
        if desk.workspace.has(path)
    }


def _told(paper: Paper, made: Made, document: Document) -> ArchivedPaper:
    title = document.properties.title
    return ArchivedPaper(
        name=paper.stem,
        type=paper.type,
        language=paper.language,
        title=title,
        identifier=identifier_of(paper),
        formats=paper.formats,
        pages=made.pages,
        document=made.document,
        words=_hash("\n".join([title, text_of(document)])),
    )


def _about(desk: Opened, paper: Paper, papers: tuple[ArchivedPaper, ...], *, layout: str, on: date | None) -> About:
    _, meeting = desk.desk.found(paper)
    material = desk.material(paper)
    record = meeting.round
    return About(
        dialogue=paper.dialogue,
        round=paper.round,
        audience=str(paper.audience),
        version=1,
        layout=layout,
        title=_title(material, record.number),
        issuer=_words(_at(material.view.data, "issuer", "name")),
        number=record.number,
        start=record.start.isoformat(),
        end=record.last_day.isoformat(),
        issued=record.issued.isoformat(),
        program=program(),
        drafting=_hash(drafting_version()),
        papers=papers,
        languages=tuple(dict.fromkeys(tag for each in papers for tag in tags_of(each.language))),
        **filing_of(meeting, KEEPERS, on),
    )


def _title(material: Material, number: int) -> str:
    data = material.view.data
    own = _words(_at(data, "round", "title"))
    return own or f"{_words(_at(data, 'dialogue', 'name'))}, round {number}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _at(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _words(value: Any) -> str:
    return value.text if isinstance(value, Words) else str(value or "")
