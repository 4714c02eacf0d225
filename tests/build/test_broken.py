"""What is wrong in one place stops nothing in another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reporting.build.desk import opened
from reporting.build.planning.report import Order, Status
from reporting.build.planning.selection import Selection
from reporting.build.standing import standings
from reporting.problems import EnvironmentFailed, Failed
from reporting.workspace import Folder
from tests.support.starter import FIRST, SECOND, built, bytes_of, change, small_workspace, with_status, write

NOTICE_1 = "public/lake-dialogue/01-port-orla/notice.en"
NOTICE_2 = "public/lake-dialogue/02-sennick/notice.en"
TALK_2 = "restricted/lake-dialogue/02-sennick/talk.en"


@pytest.fixture
def workspace(tmp_path: Path) -> Folder:
    small = small_workspace(tmp_path)
    built(small)
    return small


def test_a_broken_briefing_stops_only_the_paper_that_needs_it_and_its_old_set_stays(workspace: Folder) -> None:
    before = bytes_of(workspace.root / "output" / "restricted")
    change(workspace, f"{SECOND}/briefing.yaml", "scene_setter:", "scene_seter:")
    change(workspace, f"{SECOND}/round.yaml", "title: rescue on the ice", "title: rescue in winter")
    report = built(workspace)
    assert not report.is_sound
    assert list(with_status(report, Status.MADE)) == [NOTICE_2]
    assert list(with_status(report, Status.REMOVED)) == []
    assert bytes_of(workspace.root / "output" / "restricted") == before


def test_a_template_that_fails_keeps_its_old_set_and_stops_no_other(workspace: Folder) -> None:
    before = bytes_of(workspace.root / "output" / "public")
    change(workspace, "templates/notice/en.html.j2", "dialogue.name", "dialogue.nam")
    change(workspace, f"{SECOND}/briefing.yaml", "You meet Mr Askel", "You see Mr Askel")
    report = built(workspace)
    assert set(with_status(report, Status.FAILED)) == {NOTICE_1, NOTICE_2}
    assert list(with_status(report, Status.MADE)) == [TALK_2]
    assert bytes_of(workspace.root / "output" / "public") == before


def test_a_failed_paper_is_tried_again_by_the_next_build(workspace: Folder) -> None:
    change(workspace, "templates/notice/en.html.j2", "dialogue.name", "dialogue.nam")
    assert len(with_status(built(workspace), Status.FAILED)) == 2
    assert len(with_status(built(workspace), Status.FAILED)) == 2
    change(workspace, "templates/notice/en.html.j2", "dialogue.nam", "dialogue.name")
    assert built(workspace).is_sound


def test_a_round_that_only_begins_stops_no_paper_of_earlier_rounds(workspace: Folder) -> None:
    write(workspace.root, "data/dialogues/lake-dialogue/03-x/round.yaml", "number: 3\nstate: planned\nstart:\n")
    report = built(workspace)
    assert with_status(report, Status.FAILED) == {}
    assert "03-x/round.yaml" in str(report.problems)


def test_a_round_whose_number_has_thousands_of_digits_is_in_error_and_stops_no_list(workspace: Folder) -> None:
    change(workspace, f"{FIRST}/round.yaml", "number: 1\n", f"number: {'1' * 5000}\n")
    report = built(workspace)
    assert "wants a whole number" in str(report.problems)
    assert NOTICE_1 in with_status(report, Status.FAILED)


def test_a_broken_house_stops_everything_and_says_so(workspace: Folder) -> None:
    change(workspace, "data/house.yaml", "organisation: FM", "organisation: XX")
    with pytest.raises(Failed):
        built(workspace)


def test_papers_of_a_round_that_is_gone_are_removed(workspace: Folder) -> None:
    for path in (workspace.root / FIRST).iterdir():
        path.unlink()
    change(workspace, "data/dialogues/lake-dialogue/commitments.yaml", "round: 01-port-orla", "round: 02-sennick")
    change(
        workspace,
        "data/dialogues/lake-dialogue/commitments.yaml",
        "    outcome: o1                 # the outcome of that round\n",
        "",
    )
    report = built(workspace)
    assert list(with_status(report, Status.REMOVED)) == [NOTICE_1], report.problems
    assert not (workspace.root / "output" / NOTICE_1).parent.exists()


DRAFT = (
    "title: {en: Text}\naudience: partners\naudience_when_published: public\nformats: [txt]\nparts: [statement]\n"
    "needs: [statement]\n"
)
TEXT = "public/lake-dialogue/01-port-orla/text.en"
TEXT_OF_PARTNERS = "partners/lake-dialogue/01-port-orla/text.en"


def with_a_statement(workspace: Folder, *, published: bool) -> None:
    """The first round's statement as a type of its own, published or not."""
    write(workspace.root, "templates/text/type.yaml", DRAFT)
    write(workspace.root, "templates/text/en.html.j2", '<article lang="en"><h1>{{ statement.title }}</h1></article>\n')
    if not published:
        change(workspace, f"{FIRST}/statement.yaml", "published: 2030-09-12", "# published: 2030-09-12")
    assert built(workspace).is_sound


def test_a_draft_stays_until_the_text_that_takes_its_place_is_made(workspace: Folder) -> None:
    with_a_statement(workspace, published=False)
    before = bytes_of(workspace.root / "output/partners")
    change(workspace, f"{FIRST}/statement.yaml", "# published: 2030-09-12", "published: 2030-09-12")
    change(workspace, "templates/text/en.html.j2", "statement.title", "statement.titel")
    for _ in range(2):
        report = built(workspace)
        assert (list(with_status(report, Status.FAILED)), with_status(report, Status.REMOVED)) == ([TEXT], {})
        assert bytes_of(workspace.root / "output/partners") == before
    change(workspace, "templates/text/en.html.j2", "statement.titel", "statement.title")
    report = built(workspace)
    assert (list(with_status(report, Status.MADE)), list(with_status(report, Status.REMOVED))) == (
        [TEXT],
        [TEXT_OF_PARTNERS],
    )


def test_a_text_that_is_for_fewer_now_goes_at_once_even_where_its_new_paper_fails(workspace: Folder) -> None:
    with_a_statement(workspace, published=True)
    change(workspace, f"{FIRST}/statement.yaml", "published: 2030-09-12", "# published: 2030-09-12")
    change(workspace, "templates/text/en.html.j2", "statement.title", "statement.titel")
    report = built(workspace)
    assert list(with_status(report, Status.FAILED)) == [TEXT_OF_PARTNERS]
    assert list(with_status(report, Status.REMOVED)) == [TEXT]


def test_no_prune_keeps_them(workspace: Folder) -> None:
    (workspace.root / "templates/talk/type.yaml").unlink()
    assert with_status(built(workspace, prune=False), Status.REMOVED) == {}
    assert (workspace.root / "output" / f"{TALK_2}.txt").exists()
    assert list(with_status(built(workspace), Status.REMOVED)) == [TALK_2]


def test_an_edited_paper_outlives_its_type(workspace: Folder) -> None:
    path = workspace.root / "output" / f"{TALK_2}.txt"
    path.write_text("corrected by hand", "utf-8")
    (workspace.root / "templates/talk/type.yaml").unlink()
    [outcome] = [each for each in built(workspace).outcomes if each.status is Status.REMOVED]
    assert [problem.code for problem in outcome.problems] == ["B031"]
    assert path.read_text("utf-8") == "corrected by hand"
    assert not path.with_suffix(".html").exists()


def test_a_format_taken_from_a_type_is_removed(workspace: Folder) -> None:
    change(workspace, "templates/notice/type.yaml", "[html, txt]", "[html]")
    built(workspace)
    assert [path.suffix for path in (workspace.root / "output/public").rglob("notice.en.*")] == [".html", ".html"]


def test_files_that_no_state_lists_are_never_removed(workspace: Folder) -> None:
    write(workspace.root, "output/public/lake-dialogue/01-port-orla/letter.docx", "mine")
    write(workspace.root, "output/public/notes.txt", "mine")
    (workspace.root / "templates/notice/type.yaml").unlink()
    built(workspace)
    assert sorted(bytes_of(workspace.root / "output/public")) == ["lake-dialogue/01-port-orla/letter.docx", "notes.txt"]


def test_an_output_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    small = small_workspace(tmp_path)
    write(small.root, "output/public", "a file stands where a folder should be")
    with pytest.raises(EnvironmentFailed) as failed:
        built(small)
    assert [problem.code for problem in failed.value.problems] == ["E002"]


def test_the_state_of_public_papers_knows_nothing_of_restricted_ones(workspace: Folder) -> None:
    state = (workspace.root / "output/public/.state.json").read_text("utf-8")
    for word in ("briefing", "talk", "commitments", "restricted"):
        assert word not in state


def test_papers_of_a_round_that_cannot_be_read_are_told_as_failed_and_their_set_stays(workspace: Folder) -> None:
    before = bytes_of(workspace.root / "output")
    change(workspace, f"{SECOND}/round.yaml", "number: 2", "nummer: 2")
    report = built(workspace)
    failed = with_status(report, Status.FAILED)
    assert failed == dict.fromkeys((NOTICE_2, TALK_2), "waits for round.yaml, in error")
    [cause] = [problem for problem in report.problems if problem.code == "B030"]
    assert str(cause.place) == f"{SECOND}/round.yaml"
    assert cause.sentence == f"2 papers wait for this file: output/{NOTICE_2}, output/{TALK_2}"
    assert with_status(report, Status.REMOVED) == {}
    assert bytes_of(workspace.root / "output") == before
    rows = {row["name"]: row for row in standings(opened(workspace, Order()))}
    assert (rows[TALK_2]["state"], rows[TALK_2]["reason"]) == ("stale", "waits for round.yaml, in error")
    rehearsed = built(workspace, is_dry=True)
    assert with_status(rehearsed, Status.FAILED) == failed


def test_a_cause_is_told_once_however_many_papers_wait_for_it(workspace: Folder) -> None:
    change(workspace, "templates/notice/en.html.j2", "dialogue.name", "dialogue.nam")
    report = built(workspace)
    assert set(with_status(report, Status.FAILED)) == {NOTICE_1, NOTICE_2}
    assert [problem.code for problem in report.problems].count("B030") == 1
    assert all(not outcome.problems for outcome in report.outcomes)


def test_an_order_for_one_paper_takes_away_its_draft_for_other_readers_and_nothing_else(workspace: Folder) -> None:
    kind = "title: {en: Notice}\naudience: partners\nformats: [html, txt]\n"
    write(workspace.root, "templates/notice/type.yaml", kind)
    (workspace.root / "templates/talk/type.yaml").unlink()
    report = built(workspace, selection=Selection(rounds=frozenset(["lake-dialogue/01-port-orla"])))
    assert list(with_status(report, Status.REMOVED)) == [NOTICE_1]
    assert not (workspace.root / f"output/{NOTICE_1}.html").exists()
    assert (workspace.root / f"output/{NOTICE_1.replace('public', 'partners')}.html").exists()
    assert (workspace.root / f"output/{NOTICE_2}.html").exists()
    assert (workspace.root / f"output/{TALK_2}.html").exists()


def refusing(patch: pytest.MonkeyPatch, call: str, name: str) -> None:
    """Lets the system refuse a call of whatever has this name."""
    real = getattr(os, call)

    def refused(path: str | Path = ".", *arguments: object, **named: object) -> object:
        if str(path).endswith(name):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **named)

    patch.setattr(os, call, refused)


@pytest.mark.parametrize(
    ("call", "name"), [("scandir", "01-port-orla"), ("open", "01-port-orla/round.yaml"), ("lstat", "house.yaml")]
)
def test_what_cannot_be_read_is_neither_empty_nor_gone_and_no_paper_is_taken_away(
    workspace: Folder, monkeypatch: pytest.MonkeyPatch, call: str, name: str
) -> None:
    before = bytes_of(workspace.root / "output")
    change(workspace, f"{SECOND}/briefing.yaml", "You meet Mr Askel", "You see Mr Askel")
    refusing(monkeypatch, call, name)
    with pytest.raises((EnvironmentFailed, PermissionError)):
        built(workspace, force=True)
    monkeypatch.undo()
    assert bytes_of(workspace.root / "output") == before


def test_a_paper_that_cannot_be_read_is_not_written_over(workspace: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workspace.root / f"output/{TALK_2}.txt"
    path.write_text("corrected by hand", "utf-8")
    refusing(monkeypatch, "open", path.name)
    with pytest.raises(PermissionError):
        built(workspace, force=True)
    monkeypatch.undo()
    assert path.read_text("utf-8") == "corrected by hand"
