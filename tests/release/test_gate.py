"""What keeps papers from leaving, what lets them, and that each refusal names the place in the record."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.audiences import project
from reporting.build.making import material
from reporting.cli.call import Call
from reporting.cli.main import run
from reporting.drafting.coverage import mark_of
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.release import handing
from reporting.workspace import Folder
from tests.support.starter import FIRST, TEMPLATES, built, bytes_of, change, small_workspace, write

pytestmark = pytest.mark.usefixtures("without_workers")
ROUND = "lake-dialogue/01-port-orla"
RECORD = f"{FIRST}/round.yaml"
DIALOGUE = "data/dialogues/lake-dialogue/dialogue.yaml"
SET = f"output/released/{ROUND}/public"
EMBARGO = 'press:\n  embargo: {day: 2030-09-12, time: "15:00", zone: Asia/Bishkek}\n'
ITEM = "title: the level, audience: public, lowered: The programme was announced"
OVERRIDE = ("--override", "The minister has asked for it", "--by", "A. Marlow")
Release = Callable[..., tuple[int, str, str]]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Two document types, the public one built."""
    workspace = small_workspace(tmp_path)
    monkeypatch.setattr(Call, "workspace", lambda call: Folder(workspace.root, workspace.shipped))
    assert built(workspace).is_sound
    return workspace


@pytest.fixture
def release(workspace: Folder, capsys: pytest.CaptureFixture[str]) -> Release:
    """Releases the first round as somebody types it: exit code, results, messages."""

    def released(*options: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(["--root", str(workspace.root), "release", ROUND, *options])
        told = capsys.readouterr()
        return code, told.out, told.err

    return released


def rebuilt(workspace: Folder, path: str, old: str, new: str) -> None:
    """Changes one thing in a file, and builds."""
    change(workspace, path, old, new)
    built(workspace)


def place(workspace: Folder, words: str, file: str = RECORD) -> str:
    """Line and column at which words stand in a record, as problems name it."""
    before = (workspace.root / file).read_text("utf-8").partition(words)[0]
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}: error:"


def test_what_is_in_order_leaves_whole_with_a_manifest(workspace: Folder, release: Release) -> None:
    code, out, err = release()
    assert (code, err) == (0, "")
    root = workspace.root
    papers = bytes_of(root / "output/public" / ROUND)
    assert bytes_of(root / SET) == papers
    assert out.splitlines()[0] == f"released {SET}: 2 files, and manifest.json with their hashes"
    manifest = json.loads((root / SET / "manifest.json").read_text("utf-8"))
    assert manifest["audience"] == "public"
    assert set(manifest["files"]) == {"notice.en.html", "notice.en.txt"} == set(papers)
    assert all(f"{each['sha256'][:16]}…" in out for each in manifest["files"].values())


@pytest.mark.parametrize(
    ("on", "code"),
    [
        ("2030-09-12T14:59+06:00", 4),
        ("2030-09-12T15:00+06:00", 0),
        ("2030-09-12T09:00Z", 0),
        ("2030-09-12 10:59 Europe/Brussels", 4),
        ("2030-09-12 11:00 Europe/Brussels", 0),
    ],
)
def test_nothing_leaves_before_the_embargo_has_ended(workspace: Folder, release: Release, on: str, code: int) -> None:
    rebuilt(workspace, RECORD, "press:\n", EMBARGO)
    found, _, err = release("--on", on)
    assert found == code
    if code:
        assert (
            f"{place(workspace, '{day: 2030-09-12')} the embargo ends on 2030-09-12 at 15:00 (Asia/Bishkek) [L003]"
            in err
        )
        assert not (workspace.root / SET).exists()


@pytest.mark.parametrize(
    "said", ["{audience: restricted, day", "{audience: {time: internal}, day", "{marking: {day: restricted}, day"]
)
def test_an_embargo_that_is_kept_back_binds_and_is_not_told(workspace: Folder, release: Release, said: str) -> None:
    rebuilt(workspace, RECORD, "press:\n", EMBARGO.replace("{day", said))
    code, out, err = release("--on", "2030-09-12T14:59+06:00", "--format", "json")
    assert (code, json.loads(out)["refused"][0]["code"]) == (4, "L003")
    assert "the embargo has not ended" in out
    assert "15:00" not in out + err
    assert release("--on", "2030-09-12T15:00+06:00")[0] == 0


def test_a_refusal_says_that_an_earlier_set_is_still_there(workspace: Folder, release: Release) -> None:
    rebuilt(workspace, RECORD, "press:\n", EMBARGO)
    before, after = ("--on", "2030-09-12T14:59+06:00"), ("--on", "2030-09-12T15:00+06:00")
    told = f"an earlier set still lies in {SET}; do not send it"
    assert told not in release(*before)[1]
    assert release(*after)[0] == 0
    assert release(*before)[1].splitlines() == ["REFUSED for 1 reason; nothing has left", told]
    assert json.loads(release(*before, "--format", "json")[1])["earlier"] == SET
    assert told not in release(*after)[1]


def test_an_embargo_wants_to_know_what_time_it_is(
    workspace: Folder, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    change(workspace, "data/house.yaml", "as_of: 2031-09-15\n", "")
    rebuilt(workspace, RECORD, "press:\n", EMBARGO)
    code, _, err = release(*OVERRIDE)
    assert code == 4
    assert "nobody said what time it is [L002]" in err


def test_the_day_of_the_house_ends_embargoes_of_earlier_days_only(workspace: Folder, release: Release) -> None:
    rebuilt(workspace, RECORD, "press:\n", EMBARGO)
    change(workspace, "data/house.yaml", "as_of: 2031-09-15", "as_of: 2030-09-12")
    built(workspace)
    assert release()[0] == 4
    change(workspace, "data/house.yaml", "as_of: 2030-09-12", "as_of: 2030-09-13")
    built(workspace)
    assert release()[0] == 0


@pytest.mark.parametrize(
    "on", ["2030-09-32", "2030-09-12T15:00", "tomorrow", "2030-09-12T15:00 Atlantis/West", "2030-13-12T15:00Z"]
)
def test_a_moment_without_hour_or_zone_is_none(release: Release, on: str) -> None:
    code, _, err = release("--on", on)
    assert code == 2
    assert "--on" in err


def test_a_quote_that_is_not_cleared_is_refused_at_its_place(workspace: Folder, release: Release) -> None:
    change(
        workspace,
        RECORD,
        "    cleared_by: Private office  # a quote reaches no public paper before it is cleared\n",
        "",
    )
    change(workspace, RECORD, "    cleared_on: 2030-09-12\n", "")
    rebuilt(workspace, "templates/notice/type.yaml", "audience: public", "audience: public\nclearances: [quotes]")
    code, _, err = release()
    assert code == 4
    assert f"{place(workspace, 'id: q1')} this quote is not cleared [L004]" in err


def test_an_office_that_the_type_names_has_to_agree(workspace: Folder, release: Release) -> None:
    rebuilt(workspace, "templates/notice/type.yaml", "audience: public", "audience: public\nclearances: [spokesperson]")
    code, _, err = release()
    assert code == 4
    assert "notice wants the clearance of spokesperson, and the record has none [L004]" in err
    record = "clearances:\n  - {office: spokesperson, paper: talk, day: 2030-09-12}\n"
    write(workspace.root, f"{FIRST}/release.yaml", record)
    code, _, err = release()
    assert code == 4
    assert place(workspace, "- {office", f"{FIRST}/release.yaml") in err
    write(workspace.root, f"{FIRST}/release.yaml", record.replace("paper: talk", "paper: notice, by: A. Marlow"))
    assert release()[0] == 0


def test_brackets_and_placeholders_are_refused_whatever_the_state_of_the_round(
    workspace: Folder, release: Release
) -> None:
    change(
        workspace,
        RECORD,
        "state: published                # planned, held, or published; papers choose their tense by it",
        "state: held",
    )
    change(workspace, RECORD, "published: 2030-09-12\n", "")
    rebuilt(workspace, RECORD, "title: the level of the lake", 'title: "the level of the lake [TBC]"')
    code, _, err = release()
    assert code == 4
    where = place(workspace, '"the level of the lake [TBC]')
    assert f"{where} a bracket or placeholder was left" in err


def test_a_stale_paper_stays_and_no_reason_helps(workspace: Folder, release: Release) -> None:
    change(workspace, RECORD, "the level of the lake", "the depth of the lake")
    code, out, err = release(*OVERRIDE)
    assert code == 4
    assert "the paper is not as its record is now: record changed in round.yaml [L005]" in err
    assert out == "REFUSED for 1 reason; nothing has left\n", err
    assert not (workspace.root / f"{FIRST}/release.yaml").exists()


def test_a_file_changed_behind_the_build_stays_even_where_its_time_and_size_are_the_same(
    workspace: Folder, release: Release
) -> None:
    path = workspace.root / f"output/public/{ROUND}/notice.en.txt"
    about = path.stat()
    path.write_bytes(path.read_bytes().replace(b"lake", b"fake"))
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    code, _, err = release(*OVERRIDE)
    assert code == 4
    assert "the paper is not as its record is now: notice.en.txt was edited by hand [L005]" in err


def test_a_round_without_papers_for_these_readers_says_so(release: Release) -> None:
    code, _, err = release("--audience", "partners")
    assert code == 4
    assert "the round has no papers for partners readers [L001]" in err


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<p><span class="bracketed">by March</span></p>', "text in brackets that is still open"),
        ("<p><ins>By March</ins></p>", "changes that are not decided"),
    ],
)
def test_what_is_not_settled_in_a_paper_keeps_it_back(
    workspace: Folder, release: Release, html: str, what: str
) -> None:
    change(workspace, "templates/notice/en.html.j2", "</article>", f"{html}\n</article>")
    report = built(workspace)
    assert report.is_sound, report
    code, _, err = release()
    assert code == 4
    assert (
        f"{RECORD}: error: notice.en has {what} [L008]" in err
        or f"{RECORD}:4:1: error: notice.en has {what} [L008]" in err
    )


def test_a_placeholder_that_stands_in_a_template_is_told_there(workspace: Folder, release: Release) -> None:
    rebuilt(workspace, "templates/notice/en.html.j2", "</article>", "<p>Doors open at [hour TBC].</p>\n</article>")
    code, _, err = release()
    assert code == 4
    assert "templates/notice/en.html.j2: error: a bracket or placeholder was left in notice.en [L007]" in err


RAISED = "title: the quiet sale of fishing rights, audience: {title: restricted}"
HIDDEN = "title: the quiet sale of fishing rights, audience: restricted"
FAULTS: dict[str, tuple[str, list[tuple[object, str, object]]]] = {
    "what a record raises is forgotten": (
        RAISED,
        [(project, "_within", lambda plan, level, stated, *, lowered: level)],
    ),
    "a restricted item is forgotten": (
        HIDDEN,
        [
            (Node, "stated_level", lambda node: Level.PUBLIC),
            (project, "_within", lambda plan, level, stated, *, lowered: level),
        ],
    ),
    "the paper is given the view of another audience": (
        HIDDEN,
        [(material, "audience_of", lambda kind, meeting: Level.RESTRICTED)],
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_view_is_caught_at_the_gate(
    workspace: Folder, release: Release, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    words, patches = FAULTS[fault]
    change(workspace, RECORD, "title: the level of the lake", words)
    for each in patches:
        monkeypatch.setattr(*each)
    built(workspace, force=True)
    assert "quiet" in (workspace.root / f"output/public/{ROUND}/notice.en.txt").read_text("utf-8")
    code, _, err = release()
    assert code == 4
    assert f"{place(workspace, 'the quiet sale')} words that are restricted stand in notice.en.txt" in err


@pytest.fixture
def leaking(workspace: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A view that forgets what a record raises, and a title that the record keeps for few."""
    monkeypatch.setattr(project, "_within", lambda plan, level, stated, *, lowered: level)
    rebuilt(workspace, RECORD, "title: the level of the lake", RAISED)
    assert "quiet sale" in (workspace.root / f"output/public/{ROUND}/notice.en.txt").read_text("utf-8")
    return workspace


def test_words_above_the_readers_are_refused_at_their_line_and_never_quoted(leaking: Folder, release: Release) -> None:
    code, out, err = release()
    assert code == 4
    where = place(leaking, "the quiet sale")
    assert f"{where} words that are restricted stand in notice.en.html" in err
    assert f"{where} words that are restricted stand in notice.en.txt" in err
    assert "notice.en says something else when what is above its readers is replaced [L013]" in err
    assert "quiet" not in out + err
    code, out, _ = release("--format", "json")
    assert code == 4
    assert "quiet" not in out
    assert {"L009", "L013"} == {each["code"] for each in json.loads(out)["refused"]}


def test_an_override_is_written_to_the_record_and_shown(
    leaking: Folder, release: Release, capsys: pytest.CaptureFixture[str]
) -> None:
    record = f"{FIRST}/release.yaml"
    before = "# Kept by hand.\nclearances:   # so far\n  - {office: legal, day: 2030-09-12}\n"
    write(leaking.root, record, before)
    for number in (1, 2):
        code, out, _ = release("--on", "2030-09-12T15:00+06:00", *OVERRIDE)
        assert code == 0
        assert f"the reason stands in {record}" in out
        text = (leaking.root / record).read_text("utf-8")
        assert text.startswith(before)
        assert text.count('reason: "The minister has asked for it"') == number
        assert "quiet" not in text
    assert run(["--root", str(leaking.root), "show", ROUND]) == 0
    shown = capsys.readouterr().out
    assert "2030-09-12T15:00:00+06:00 (public)  A. Marlow: The minister has asked for it (" in shown, shown
    assert (leaking.root / SET / "notice.en.txt").exists()


@pytest.mark.parametrize("options", [OVERRIDE[:2], OVERRIDE[2:], ("--override", " ", "--by", "A. Marlow")])
def test_an_override_wants_a_reason_and_a_name(release: Release, options: tuple[str, ...]) -> None:
    code, _, err = release(*options)
    assert code == 2
    assert "an override wants a reason and a name" in err


def test_an_override_ends_its_lines_as_the_record_does(leaking: Folder, release: Release) -> None:
    before = b"clearances:\r\n  - {office: legal, day: 2030-09-12}\r\n"
    (leaking.root / FIRST / "release.yaml").write_bytes(before)
    assert release("--on", "2030-09-12T15:00+06:00", *OVERRIDE)[0] == 0
    after = (leaking.root / FIRST / "release.yaml").read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")


def test_an_override_that_is_no_text_is_refused_before_anything_is_looked_at(release: Release) -> None:
    code, _, err = release("--override", "said so \udcff", "--by", "I. Marlow")
    assert code == 2
    assert "have to be text in UTF-8" in err


def test_a_history_that_nothing_can_follow_keeps_everything_back(leaking: Folder, release: Release) -> None:
    write(leaking.root, f"{FIRST}/release.yaml", "history: []\nclearances: []\n")
    code, _, err = release(*OVERRIDE)
    assert code == 4, err
    assert "[L015]" in err
    assert not (leaking.root / SET).exists()


def test_a_set_takes_the_place_of_an_older_one_in_one_step(workspace: Folder, release: Release) -> None:
    assert release()[0] == 0
    write(workspace.root, f"{SET}/old.txt", "left over")
    rebuilt(workspace, RECORD, "the level of the lake", "the depth of the lake")
    assert release()[0] == 0
    assert {path.name for path in (workspace.root / SET).iterdir()} == {
        "notice.en.html",
        "notice.en.txt",
        "manifest.json",
    }
    assert "depth" in (workspace.root / SET / "notice.en.txt").read_text("utf-8")
    assert sorted(path.name for path in (workspace.root / "output/released").iterdir()) == ["lake-dialogue"]


@pytest.mark.parametrize("fault", ["write_files", "_put"])
def test_a_set_that_cannot_be_written_leaves_the_older_one_whole(
    workspace: Folder, release: Release, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    assert release()[0] == 0
    before = bytes_of(workspace.root / SET)
    rebuilt(workspace, RECORD, "the level of the lake", "the depth of the lake")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(handing, fault, full)
    code, out, err = release()
    assert (code, out) == (3, "")
    assert f"{SET}: error: cannot be written: no space left on device [E002]" in err
    assert bytes_of(workspace.root / SET) == before


def test_where_folders_cannot_be_exchanged_there_is_never_half_a_set(
    workspace: Folder, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert release()[0] == 0
    rebuilt(workspace, RECORD, "the level of the lake", "the depth of the lake")
    monkeypatch.setattr(handing, "exchange", lambda *_: False)
    assert release()[0] == 0
    assert "depth" in (workspace.root / SET / "notice.en.txt").read_text("utf-8")


SAID = "The lake belongs to all who live on its shores and fish there"


@pytest.mark.parametrize(
    ("confidential", "code", "told"),
    [
        (f"{SAID} in winter", 0, "warning: the text shares 8 words or more with one that is restricted [L014]"),
        (SAID, 4, "error: the text holds the whole of one that is restricted [L014]"),
    ],
)
def test_words_of_a_restricted_text_are_told_and_the_whole_of_it_is_refused(
    workspace: Folder, release: Release, confidential: str, code: int, told: str
) -> None:
    change(workspace, RECORD, "atmosphere: open and friendly", f"atmosphere: {SAID}")
    new = f"title: ferry traffic in winter, confidential: {confidential}"
    rebuilt(workspace, RECORD, "title: ferry traffic in winter", new)
    ended, _, err = release()
    assert ended == code
    assert told in err
    assert "belongs" not in err


def test_what_was_pasted_from_the_records_of_another_dialogue_is_refused_as_well(
    workspace: Folder, release: Release
) -> None:
    other = RECORD.replace("lake-dialogue", "river-dialogue")
    dialogues = workspace.root / "data" / "dialogues"
    shutil.copytree(dialogues / "lake-dialogue", dialogues / "river-dialogue")
    change(workspace, other, "title: ferry traffic in winter", f"title: ferry traffic in winter, confidential: {SAID}")
    rebuilt(workspace, RECORD, "atmosphere: open and friendly", f"atmosphere: {SAID}")
    ended, _, err = release()
    assert ended == 4
    assert f"{place(workspace, SAID)} the text holds the whole of one that is restricted [L014]" in err
    assert f"also {place(workspace, SAID, other).removesuffix(': error:')}" in err


def test_a_round_that_is_not_there_is_a_mistake_in_the_command(workspace: Folder) -> None:
    assert run(["--root", str(workspace.root), "release", "lake-dialogue/99-nowhere"]) == 2
    assert run(["--root", str(workspace.root), "release", "lake-dialogue"]) == 2


def test_a_draft_translation_does_not_leave_before_somebody_has_looked_at_it(
    workspace: Folder, release: Release
) -> None:
    change(workspace, RECORD, "title: ferry traffic in winter", "title: {fr: le bac, en: ferry traffic in winter}")
    with (workspace.root / RECORD).open("a", encoding="utf-8") as file:
        file.write("translations:\n  - {language: en, of: fr, status: courtesy}\n")
    built(workspace)
    code, out, err = release()
    assert (code, out) == (4, "REFUSED for 1 reason; nothing has left\n")
    assert place(workspace, "ferry traffic in winter") in err
    assert "notice.en prints a text whose translation nobody has looked at as the source is now [L017]" in err
    assert run(["--root", str(workspace.root), "translated", ROUND]) == 0
    built(workspace)
    assert release()[0] == 0


def test_words_without_a_language_do_not_leave_in_a_paper_of_another_one(workspace: Folder, release: Release) -> None:
    write(workspace.root / "templates", "notice/fr.html.j2", TEMPLATES["notice/en.html.j2"])
    change(workspace, "templates/notice/type.yaml", "title: {en: Notice}", "title: {en: Notice, fr: Avis}")
    rebuilt(workspace, "data/house.yaml", "languages: [en]", "languages: [en, fr]")
    code, out, err = release()
    assert (code, out) == (4, "REFUSED for 1 reason; nothing has left\n")
    assert "notice.fr prints 4 texts that the record gives as one string for every language [L018]" in err
    change(workspace, RECORD, "title: ferry traffic in winter", "title: {en: ferry traffic in winter, fr: le bac}")
    change(
        workspace, RECORD, "title: the level of the lake", "title: {en: the level of the lake, fr: le niveau du lac}"
    )
    name = "Lake Dialogue between Orlaine and Sennmark"
    change(workspace, DIALOGUE, f"name: {name}", f"name: {{en: {name}, fr: dialogue du lac}}")
    change(workspace, DIALOGUE, "short: the Lake Dialogue ", "short: {en: the Lake Dialogue, fr: le dialogue} ")
    built(workspace)
    assert release()[0] == 0


NAMES_IN_GERMAN = {
    RECORD: (
        ("title: ferry traffic in winter", "title: {en: ferry traffic in winter, de: den Fährverkehr im Winter}"),
        ("title: the level of the lake", "title: {en: the level of the lake, de: den Wasserstand des Sees}"),
    ),
    DIALOGUE: (
        ("name: Lake Dialogue between Orlaine and Sennmark", "name: {en: Lake Dialogue, de: Seedialog}"),
        ("short: the Lake Dialogue ", "short: {en: the Lake Dialogue, de: der Seedialog} "),
    ),
}


def test_a_paper_of_a_language_that_nobody_has_finished_does_not_leave(workspace: Folder, release: Release) -> None:
    for path, changes in NAMES_IN_GERMAN.items():
        for old, new in changes:
            change(workspace, path, old, new)
    begun = f"{mark_of('de')}\n{TEMPLATES['notice/en.html.j2']}<p>{{{{ words.page }}}}</p>\n"
    template = "templates/notice/de.html.j2"
    write(workspace.root, template, begun.replace("</article>\n<p>", "<p>") + "</article>\n")
    write(workspace.root, "templates/words/de.yaml", "contacts: Kontakt\npage: …\n")
    rebuilt(workspace, "data/house.yaml", "languages: [en]", "languages: [en, de]")
    code, out, err = release()
    assert (code, out) == (4, "REFUSED for 3 reasons; nothing has left\n")
    assert "templates/notice/de.html.j2:1:1: error: notice.de has sentences that are still English [L022]" in err
    assert "templates/words/de.yaml:2:7: error: notice.de prints labels that nobody has written yet [L022]" in err
    assert "templates/notice/type.yaml: error: notice.de has a title in another language [L022]" in err
    change(workspace, template, f"{mark_of('de')}\n", "")
    change(workspace, "templates/words/de.yaml", "page: …", "page: Seite")
    rebuilt(workspace, "templates/notice/type.yaml", "title: {en: Notice}", "title: {en: Notice, de: Mitteilung}")
    assert release()[0] == 0


def test_names_that_nobody_has_reviewed_are_told_and_keep_nothing_back(workspace: Folder, release: Release) -> None:
    change(workspace, "data/registers/people.yaml", "edda-marlow:\n", "edda-marlow:\n  unreviewed: [en]\n")
    built(workspace)
    code, _, err = release()
    assert code == 0
    assert "warning: 1 name in en was never reviewed: edda-marlow [L019]" in err


def test_a_draft_from_before_the_meeting_leaves_with_a_reason_alone(workspace: Folder, release: Release) -> None:
    mark = '<p class="running-head notice">{{ words.before_meeting }}</p>'
    change(workspace, RECORD, "state: published ", "state: planned ")
    assert built(workspace).is_sound
    assert release()[0] == 0, "a paper without the mark, such as the notice of a meeting to come"
    rebuilt(workspace, "templates/notice/en.html.j2", "<h1>", f"{mark}\n<h1>")
    code, _, err = release()
    assert code == 4
    assert f"{place(workspace, 'planned ')} notice.en is a draft from before the meeting [L020]" in err
    assert release(*OVERRIDE)[0] == 0
    rebuilt(workspace, RECORD, "state: planned ", "state: published ")
    assert release()[0] == 0


@pytest.mark.parametrize(("parts", "code"), [("parts: [statement]\n", 4), ("", 0)])
def test_a_statement_that_is_still_a_draft_keeps_back_the_papers_made_from_it(
    workspace: Folder, release: Release, parts: str, code: int
) -> None:
    path = workspace.root / FIRST / "statement.yaml"
    path.write_text(f"draft: {{number: 2, day: 2030-09-10}}\n{path.read_text('utf-8')}", "utf-8")
    rebuilt(workspace, "templates/notice/type.yaml", "audience: public", f"audience: public\n{parts}".rstrip())
    found, _, err = release()
    assert found == code, err
    assert ("the statement is still a draft [L007]" in err) == bool(code)


@pytest.mark.parametrize(
    ("parts", "agenda", "code"),
    [
        ("[agenda]", f"{{{ITEM}, topics: [depths]}}", 4),
        ("[agenda]", "{title: the level, topics: [depths]}", 0),
        ("[agenda]", f"{{{ITEM}, topics: [depths, ferries]}}", 0),
        ("[]", f"{{{ITEM}, topics: [depths]}}", 0),
    ],
    ids=["told by its title", "not for everybody", "with a topic for everybody", "a paper without the agenda"],
)
def test_an_agenda_that_tells_of_topics_kept_back_does_not_leave(
    workspace: Folder, release: Release, parts: str, agenda: str, code: int
) -> None:
    with (workspace.root / RECORD).open("a", encoding="utf-8") as file:
        file.write(f"agenda:\n  - {agenda}\n")
    first = "  - {id: water,"
    change(workspace, RECORD, first, f"  - {{id: depths, title: the deep, audience: internal}}\n{first}")
    rebuilt(workspace, "templates/notice/type.yaml", "audience: public", f"audience: public\nparts: {parts}")
    found, _, err = release()
    assert found == code, err
    told = f"{place(workspace, '[depths')} an item of the agenda tells by its title of topics that are kept"
    assert (told in err and "[L021]" in err) == bool(code)
