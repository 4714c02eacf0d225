"""A second draft, with everything above the readers replaced, is the paper that the build made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reporting.build.desk import opened
from reporting.build.report import Order
from reporting.build.selection import Selection
from reporting.build.shelf import Shelf
from reporting.build.worker import hash_of_document
from reporting.records.levels import Level
from reporting.release.allowed import purged
from reporting.workspace import Folder
from tests.docs.pages import ROOT
from tests.support.starter import built


@pytest.mark.parametrize("level", [Level.PUBLIC, Level.PARTNERS, Level.RESTRICTED])
def test_papers_of_the_sample_are_the_same_without_what_is_above_them(tmp_path: Path, level: Level) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    chosen = Selection(audiences=frozenset([str(level)]), formats=frozenset(["txt"]))
    assert built(Folder(tmp_path), Order(chosen, jobs=0)).is_sound
    desk = opened(Folder(tmp_path), Order(chosen))
    shelf = Shelf(desk.inputs.root)
    assert desk.papers
    for paper in desk.papers:
        made = shelf.made(paper)
        assert made
        document = purged(desk, (paper,), level).documents[paper.name]
        assert hash_of_document(document) == made.document, paper.name
