"""What is made again, and what is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reporting.build.fresh.once import all_fresh
from reporting.build.output.state import load_state
from reporting.build.planning.report import Order, Status
from reporting.build.planning.selection import Selection
from reporting.records.levels import Level
from reporting.workspace import Folder
from tests.support.starter import FIRST, SECOND, TEMPLATES, built, bytes_of, change, small_workspace, with_status, write

NOTICE_1 = "public/lake-dialogue/01-port-orla/notice.en"
NOTICE_2 = "public/lake-dialogue/02-sennick/notice.en"
TALK_2 = "restricted/lake-dialogue/02-sennick/talk.en"


@pytest.fixture
def workspace(tmp_path: Path) -> Folder:
    """The small workspace, built."""
    small = small_workspace(tmp_path)
    report = built(small)
    assert with_status(report, Status.MADE) == {NOTICE_1: "new", NOTICE_2: "new", TALK_2: "new"}, report
    return small


def test_a_second_build_does_nothing(workspace: Folder) -> None:
    before = {path: path.stat().st_mtime_ns for path in workspace.root.rglob("*")}
    assert all_fresh(workspace, Order()) is not None
    assert with_status(built(workspace), Status.FRESH).keys() == {NOTICE_1, NOTICE_2, TALK_2}
    assert {path: path.stat().st_mtime_ns for path in workspace.root.rglob("*")} == before


def test_one_changed_field_makes_only_the_papers_that_read_it(workspace: Folder) -> None:
    change(workspace, f"{FIRST}/round.yaml", "title: the level of the lake", "title: the depth of the lake")
    report = built(workspace)
    assert with_status(report, Status.MADE) == {NOTICE_1: "record changed in round.yaml"}
    assert b"the depth of the lake" in (workspace.root / "output" / f"{NOTICE_1}.txt").read_bytes()


def test_what_stands_in_the_properties_of_a_paper_counts_as_read(workspace: Folder) -> None:
    house = workspace.root / "data/house.yaml"
    house.write_text(house.read_text("utf-8") + "rights: Free to use where the source is named.\n", "utf-8")
    made = with_status(built(workspace), Status.MADE)
    # A paper that not everybody may read says nothing of who may use it again.
    assert made == dict.fromkeys((NOTICE_1, NOTICE_2), "record changed in house.yaml")


def test_a_field_that_no_paper_reads_makes_none(workspace: Folder) -> None:
    change(workspace, f"{FIRST}/round.yaml", "atmosphere: open and friendly", "atmosphere: frank")
    assert with_status(built(workspace), Status.MADE) == {}
    assert all_fresh(workspace, Order()) is not None


def test_a_file_touched_and_not_changed_is_fresh_at_once(workspace: Folder) -> None:
    path = workspace.root / FIRST / "round.yaml"
    path.write_bytes(path.read_bytes())
    assert all_fresh(workspace, Order()) is not None


def test_a_comment_in_a_template_rewrites_no_paper(workspace: Folder) -> None:
    before = bytes_of(workspace.root / "output")
    times = {path: path.stat().st_mtime_ns for path in (workspace.root / "output").rglob("*.html")}
    change(workspace, "templates/notice/en.html.j2", "A comment.", "Another comment.")
    report = built(workspace)
    assert with_status(report, Status.MADE) == {}
    assert bytes_of(workspace.root / "output") == before
    assert {path: path.stat().st_mtime_ns for path in (workspace.root / "output").rglob("*.html")} == times
    assert all_fresh(workspace, Order()) is not None


def test_a_changed_template_makes_its_papers_and_names_the_file(workspace: Folder) -> None:
    change(workspace, "templates/notice/en.html.j2", "Nothing.", "No subjects.")
    write(
        workspace.root, "templates/notice/en.html.j2", TEMPLATES["notice/en.html.j2"].replace("<ul>", "<h2>On</h2><ul>")
    )
    made = with_status(built(workspace), Status.MADE)
    assert made == dict.fromkeys((NOTICE_1, NOTICE_2), "template changed in notice/en.html.j2")


def test_a_changed_style_sheet_rewrites_only_the_format_that_wears_it(workspace: Folder) -> None:
    sheet = workspace.shipped / "house" / "screen.css"
    sheet.write_text(sheet.read_text("utf-8") + "\nbody { color: black }\n", "utf-8")
    outcomes = [each for each in built(workspace).outcomes if each.status is Status.MADE]
    assert {each.formats for each in outcomes} == {("html",)}
    assert {each.reason for each in outcomes} == {"look changed in house/screen.css"}


def test_a_missing_file_is_made_again_and_the_others_stay(workspace: Folder) -> None:
    (workspace.root / "output" / f"{NOTICE_1}.txt").unlink()
    [outcome] = [each for each in built(workspace).outcomes if each.status is Status.MADE]
    assert (outcome.reason, outcome.formats) == ("notice.en.txt is missing", ("txt",))


def test_an_edited_paper_is_made_again_and_the_edit_is_kept(workspace: Folder) -> None:
    path = workspace.root / "output" / f"{NOTICE_1}.txt"
    path.write_text("corrected by hand", "utf-8")
    [outcome] = [each for each in built(workspace).outcomes if each.status is Status.MADE]
    assert outcome.reason == "notice.en.txt was edited by hand"
    assert [problem.code for problem in outcome.problems] == ["B032"]
    assert path.with_name("notice.en.edited-1.txt").read_text("utf-8") == "corrected by hand"
    assert "Lake Dialogue" in path.read_text("utf-8")


def test_force_makes_everything(workspace: Folder) -> None:
    assert set(with_status(built(workspace, force=True), Status.MADE).values()) == {"forced"}


def test_a_dry_run_says_why_and_writes_nothing(workspace: Folder) -> None:
    change(workspace, f"{SECOND}/briefing.yaml", "You meet Mr Askel", "You see Mr Askel")
    before = bytes_of(workspace.root)
    report = built(workspace, is_dry=True)
    assert with_status(report, Status.STALE) == {TALK_2: "record changed in briefing.yaml"}
    assert bytes_of(workspace.root) == before


def test_a_lost_state_costs_time_and_no_file(workspace: Folder) -> None:
    before = bytes_of(workspace.root / "output")
    shutil.rmtree(workspace.root / ".reporting")
    for state in (workspace.root / "output").rglob(".state.json"):
        state.write_text("{ torn", "utf-8")
    assert len(with_status(built(workspace), Status.MADE)) == 3
    assert bytes_of(workspace.root / "output") == before


def test_a_lost_index_alone_makes_nothing(workspace: Folder) -> None:
    shutil.rmtree(workspace.root / ".reporting")
    assert len(with_status(built(workspace), Status.FRESH)) == 3


def test_a_selection_leaves_the_others_as_stale_as_they_are(workspace: Folder) -> None:
    change(workspace, f"{FIRST}/round.yaml", "title: the level of the lake", "title: the depth of the lake")
    change(workspace, f"{SECOND}/round.yaml", "title: the level of the lake", "title: the depth of the lake")
    first = Selection(rounds=frozenset(["lake-dialogue/01-port-orla"]))
    assert list(with_status(built(workspace, selection=first), Status.MADE)) == [NOTICE_1]
    assert with_status(built(workspace, selection=first), Status.FRESH) == {NOTICE_1: ""}
    assert list(with_status(built(workspace), Status.MADE)) == [NOTICE_2]


def test_a_format_that_was_not_selected_is_still_missing(tmp_path: Path) -> None:
    small = small_workspace(tmp_path)
    text = Selection(formats=frozenset(["txt"]))
    assert {each.formats for each in built(small, selection=text).outcomes} == {("txt",)}
    assert all_fresh(small, Order(text)) is not None
    assert all_fresh(small, Order()) is None
    assert set(with_status(built(small), Status.MADE).values()) == {
        "notice.en.html is missing",
        "talk.en.html is missing",
    }


def test_warnings_are_shown_again_while_the_paper_stays(tmp_path: Path) -> None:
    small = small_workspace(tmp_path)
    change(small, f"{FIRST}/round.yaml", "hosts:\n  - {person: edda-marlow, party: OR}\n", "")
    first, second = built(small), built(small)
    assert first.problems == second.problems != ()
    assert with_status(second, Status.MADE) == {}


def test_a_line_that_a_kill_has_torn_takes_no_other_along(tmp_path: Path) -> None:
    state = load_state(tmp_path, Level.PUBLIC)
    state.intend("a/b/one.en", ["1"])
    with (tmp_path / "public/.state.journal").open("a") as journal:
        journal.write('["a/b/two.en",["2')
    state.intend("a/b/three.en", ["3"])
    assert load_state(tmp_path, Level.PUBLIC).intended == {"a/b/one.en": {"1"}, "a/b/three.en": {"3"}}
