"""A second draft, with everything above the readers replaced, is the paper that the build made; and it is made in a worker."""

from __future__ import annotations

import shutil
from itertools import groupby
from pathlib import Path

import pytest

from reporting.build.desk import opened
from reporting.build.making.identity import hash_of_document
from reporting.build.planning.report import Order
from reporting.build.planning.selection import Selection
from reporting.build.shelf import Shelf
from reporting.build.workers import run
from reporting.build.workers.limits import Limits
from reporting.records.levels import Level
from reporting.release import walk
from reporting.release.scanner.allowed import purged
from reporting.release.walk import Asked, release
from reporting.workspace import Folder
from tests.build.bombs import BOMBS
from tests.docs.pages import ROOT
from tests.support.starter import built, small_workspace, write

SMALL = Limits(cpu=2, grace=0.5, wall=90, memory=640 << 20, size=8 << 20)
ROUND = "lake-dialogue/01-port-orla"


@pytest.mark.parametrize("level", [Level.PUBLIC, Level.PARTNERS, Level.RESTRICTED])
def test_papers_of_the_sample_are_the_same_without_what_is_above_them(tmp_path: Path, level: Level) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    chosen = Selection(audiences=frozenset([str(level)]), formats=frozenset(["txt"]))
    assert built(Folder(tmp_path), Order(chosen, jobs=0)).is_sound
    desk = opened(Folder(tmp_path), Order(chosen))
    shelf = Shelf(desk.inputs.root)
    assert desk.papers
    for _, papers in groupby(desk.papers, lambda paper: paper.dialogue):
        dialogue = tuple(papers)
        again = purged(desk, dialogue, level)
        assert again.failed == {}
        made = {paper.name: each.document for paper in dialogue if (each := shelf.made(paper))}
        assert {name: hash_of_document(document) for name, document in again.documents.items()} == made


HOSTILE = {
    "a range of a thousand million": (BOMBS["a range of a thousand million"].body, "T0"),
    "a number squared forty times": (BOMBS["a number squared forty times"].body, "B021"),
    "a text doubled forty times": (BOMBS["a text doubled forty times"].body, "T076"),
    "a file of the system": ('{% include "/etc/passwd" %}', "T006"),
    "the way to Python": ("{{ ''.__class__ }}", "T011"),
}
"""Templates that would never end, eat all memory or read a file, and what is said of them."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_ends_at_its_limit_when_papers_leave_and_its_paper_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    body, code = HOSTILE[name]
    small = small_workspace(tmp_path)
    assert built(small).is_sound
    # The gate is made to believe that the paper is as its template would make it, else it stops before the draft.
    monkeypatch.setattr(walk, "not_ready", lambda *_: ())
    monkeypatch.setattr(run, "LIMITS", SMALL)
    write(small.root, "templates/notice/en.html.j2", f'<article lang="en"><h1>A</h1><p>{body}</p></article>')
    done = release(Folder(small.root, small.shipped), Asked(ROUND))
    assert done.is_refused
    [problem] = [each for each in done.refused if each.code == "L016"]
    assert str(problem.place) == f"output/public/{ROUND}/notice.en"
    assert f"[{code}" in problem.sentence
    assert not (small.root / "output/released").exists()
