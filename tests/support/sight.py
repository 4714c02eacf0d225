"""All that an audience gets of a workspace, made in this very process, as values to compare."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from reporting.audiences.view import PARTS, view_of
from reporting.build.formats import FORMATS
from reporting.build.making import worker
from reporting.build.making.house import Dress, dress_of
from reporting.build.making.jobs import drafting_job
from reporting.build.making.material import Desk
from reporting.build.planning.plan import Paper, meetings, plan
from reporting.drafting.templates import Templates, templates_of
from reporting.drafting.typefiles import types_of
from reporting.drafting.types import DocumentType
from reporting.problems import Failed
from reporting.records.levels import Level
from reporting.records.load import load_register
from reporting.records.register import Register
from reporting.workspace import Memory
from tests.support import everything
from tests.support.twins import ROUNDS
from tests.support.values import PREFIX

ON = datetime.date(2031, 12, 1)
LAST = ROUNDS[-1]
ABOVE: Mapping[str, Level] = {"joint-statement": Level.PARTNERS}
"""Types that need a part of its own level; below it there is no such paper to ask for."""


def sight(
    files: Mapping[str, str], audience: Level, names: Collection[str] = (), formats: Collection[str] = ("html", "txt")
) -> dict[str, Any]:
    """What may be made for an audience, by name: views, and papers with all that is kept of them.

    Args:
        files: the workspace.
        audience: every type is made for it as well that can be.
        names: the types of the papers; all where none is named.
        formats: those of the papers.
    """
    loaded = load_register(Memory({**templates(), **files}))
    assert [each for each in loaded.problems if each.is_error] == [], "the generated workspace is not sound"
    found: dict[str, Any] = {f"view {name}": each for name, each in views(loaded.value, audience).items()}
    for types in (own_types(audience), raised_types(audience)):
        chosen = {name: kind for name, kind in types.items() if not names or name in names}
        desk = Desk(loaded.value, types, ON)
        for paper in plan(loaded.value, chosen).papers:
            # One paper that prints everything is as long as all others together.
            is_wanted = paper.audience is audience and (paper.type != everything.NAME or paper.round == LAST)
            # A type that is made for this audience anyway is the same raised.
            if is_wanted and f"paper {paper.name}" not in found:
                found[f"paper {paper.name}"] = _made(desk, paper, types, formats)
    return found


def made_of(found: Mapping[str, Any]) -> tuple[int, int]:
    """How many papers there are in such a sight, and how many of them could be written."""
    papers = [each for name, each in found.items() if name.startswith("paper ")]
    return len(papers), sum(isinstance(each, tuple) and bool(each[0].contents) for each in papers)


def views(register: Register, audience: Level) -> dict[str, Any]:
    """Every part of every meeting, as templates of the audience meet it, in the languages of the house.

    Meetings are counted, and of hidden ones the files are left out: their folder has another name in each of the twins,
    and there is no paper of theirs that could tell it. Those of other meetings must not.
    """
    found = {}
    for number, (series, meeting) in enumerate(meetings(register), 1):
        for language in register.house.languages:
            view = view_of(register, series, meeting, audience=audience, language=language, on=ON, parts=PARTS)
            files = () if PREFIX in meeting.id else view.files
            found[f"{number} {language}"] = (view.data, view.illustrative, files, view.markings)
    return found


def ready(audience: Level) -> None:
    """Makes this process ready to draft. Compiled templates are kept: they are most of what a paper costs."""
    worker._templates, worker._dress = _office(audience)


@functools.cache
def _office(audience: Level) -> tuple[Templates, Dress]:
    workspace = _shipped(audience)
    return templates_of(workspace).value, dress_of(workspace, str(_cache()))


def _made(desk: Desk, paper: Paper, types: Mapping[str, DocumentType], formats: Collection[str]) -> Any:
    try:
        material, twins = desk.material(paper), desk.twins(paper)
    except Failed as failed:  # compared as well: what stops a paper must not tell, either; all else is a fault
        return failed.problems
    job = replace(
        drafting_job(paper.name, types[paper.type], material, f"{paper.dialogue}/{paper.round}/{paper.type}"),
        formats=tuple(each for each in paper.formats if each in formats),
        looks=dict.fromkeys(FORMATS, ""),
        twins=twins,
    )
    return replace(worker.make(job), seconds=0), material.files


@functools.cache
def own_types(audience: Level) -> dict[str, DocumentType]:
    """Types as they come, for whom they are made."""
    return types_of(_shipped(audience)).value


@functools.cache
def raised_types(audience: Level) -> dict[str, DocumentType]:
    """The same types made for the given audience."""
    return {
        name: replace(kind, audience=audience, audience_when_published=audience)
        for name, kind in own_types(audience).items()
        if kind.audience <= audience or ABOVE.get(name, Level.RESTRICTED) <= audience
    }


@functools.cache
def templates() -> Mapping[str, bytes]:
    return Memory({}, shipped=True).contents


@functools.cache
def _shipped(audience: Level) -> Memory:
    files = {
        f"templates/{everything.NAME}/type.yaml": everything.type_file(audience),
        f"templates/{everything.NAME}/en.html.j2": everything.template(audience),
    }
    return Memory(files, shipped=True)


def _cache() -> object:
    from reporting.build.caches import cache_folder  # noqa: PLC0415 - only where papers are made

    return cache_folder()
