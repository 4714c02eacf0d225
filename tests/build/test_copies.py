"""Numbered copies as `reporting build --copies` makes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.build.copies import copy_names
from reporting.build.fresh.once import all_fresh
from reporting.build.planning.report import Order, Status, Unknown
from reporting.build.planning.selection import Selection
from reporting.workspace import Folder
from tests.judges.structure import heard_text, read_structure
from tests.support.starter import SECOND, built, change, small_workspace, with_status

TALK = "restricted/lake-dialogue/02-sennick/talk.en"


@pytest.fixture
def workspace(tmp_path: Path) -> Folder:
    """The small workspace with its talk in PDF as well, and three copies of that."""
    small = small_workspace(tmp_path)
    path = small.root / "templates" / "talk" / "type.yaml"
    path.write_text(path.read_text("utf-8").replace("[html, txt]", "[pdf, txt]"), "utf-8")
    assert built(small, copies=3).is_sound
    return small


def files(workspace: Folder) -> list[str]:
    return sorted(path.name for path in (workspace.root / "output" / TALK).parent.iterdir() if path.suffix == ".pdf")


def test_copies_lie_beside_the_paper_and_say_their_number(workspace: Folder) -> None:
    assert files(workspace) == ["talk.en.copy-01.pdf", "talk.en.copy-02.pdf", "talk.en.copy-03.pdf", "talk.en.pdf"]
    second = read_structure((workspace.root / "output" / f"{TALK}.copy-02.pdf").read_bytes())
    assert "Copy2of3" in heard_text(second.root)


def test_public_papers_are_not_numbered(workspace: Folder) -> None:
    assert not list((workspace.root / "output" / "public").rglob("*copy*"))


def test_copies_that_are_there_are_not_made_again(workspace: Folder) -> None:
    assert with_status(built(workspace, copies=3), Status.MADE) == {}
    assert all_fresh(workspace, Order()) is not None


def test_a_copy_that_is_gone_is_made_again_as_it_was(workspace: Folder) -> None:
    path = workspace.root / "output" / f"{TALK}.copy-02.pdf"
    before = path.read_bytes()
    path.unlink()
    assert with_status(built(workspace, copies=3), Status.MADE) == {TALK: "copies wanted"}
    assert path.read_bytes() == before


def test_fewer_copies_take_the_others_away(workspace: Folder) -> None:
    built(workspace, copies=2)
    assert files(workspace) == ["talk.en.copy-01.pdf", "talk.en.copy-02.pdf", "talk.en.pdf"]


def test_copies_of_an_earlier_text_are_taken_away_with_a_warning(workspace: Folder) -> None:
    change(workspace, f"{SECOND}/briefing.yaml", "for the second time", "for the third time")
    report = built(workspace)
    assert files(workspace) == ["talk.en.pdf"]
    assert [problem.code for each in report.outcomes for problem in each.problems] == ["B033"]


def test_a_build_without_copies_leaves_them_alone(workspace: Folder) -> None:
    built(workspace, force=True)
    assert len(files(workspace)) == 4


def test_an_order_without_restricted_papers_is_refused(workspace: Folder) -> None:
    with pytest.raises(Unknown, match="restricted papers"):
        built(workspace, copies=3, selection=Selection(types=frozenset({"notice"})))


def test_names_are_as_wide_as_their_number() -> None:
    assert [copy_names(12)[0], copy_names(120)[0], copy_names(120)[-1]] == [
        "copy-01.pdf",
        "copy-001.pdf",
        "copy-120.pdf",
    ]
