"""`reporting build` as it is typed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reporting.build.planning.report import Outcome, Report, Status
from reporting.cli.build import FEW, closing_line, worth_telling
from reporting.cli.main import run
from tests.support.starter import FIRST, ROOT, small_workspace, write
from tests.support.users import as_nobody, folder_of_nobody, give_to_nobody

pytestmark = pytest.mark.usefixtures("without_workers")
TYPES = ("--type", "notice", "--type", "talk")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_workspace(tmp_path).root


def test_each_paper_is_one_line_and_the_counts_come_last(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(root), "build", *TYPES]) == 0
    told = capsys.readouterr()
    assert [re.sub(r"\d+\.\d+ s", "0.1 s", line) for line in told.out.splitlines()] == [
        "made output/restricted/lake-dialogue/02-sennick/talk.en.{html,txt} (new) 0.1 s",
        "made output/public/lake-dialogue/01-port-orla/notice.en.{html,txt} (new) 0.1 s",
        "made output/public/lake-dialogue/02-sennick/notice.en.{html,txt} (new) 0.1 s",
    ]
    assert re.fullmatch(r"3 papers: 3 made; 6 files in \d+\.\d s", told.err.splitlines()[-1])


def test_a_fresh_build_prints_the_counts_only(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--root", str(root), "build", *TYPES])
    capsys.readouterr()
    assert run(["--root", str(root), "build", *TYPES]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(r"3 papers: 3 fresh; 0 files in \d+\.\d s\n", told.err)


@pytest.mark.parametrize(
    "several", [["--format", "txt,html"], ["--format", "txt, html"], ["--format", "txt", "--format", "html"]]
)
def test_several_values_stand_with_commas_or_each_behind_its_option(
    several: list[str], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--root", str(root), "build", *TYPES, "--audience", "restricted,internal", "--dry-run", *several]) == 0
    assert capsys.readouterr().out == "stale output/restricted/lake-dialogue/02-sennick/talk.en.{html,txt} (new)\n"


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (["--format", "txt,doc"], "“doc” is none of its values; did you mean “docx”? allowed: pdf, docx, html or txt"),
        (["--format", "txt,"], "wants a value, or several with commas and no blanks between them"),
        (["--audience", "all"], "“all” is none of its values; allowed: public, partners, internal or restricted"),
        (["--type", "notice,talks"], "there is no document type “talks”; did you mean “talk”?"),
    ],
)
def test_one_value_of_several_that_is_wrong_is_told_with_what_may_be_meant(
    order: list[str], said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--root", str(root), "build", *order]) == 2
    assert said in capsys.readouterr().err


def test_a_fresh_build_refuses_an_unknown_voice_all_the_same(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--root", str(root), "build", *TYPES])
    assert run(["--root", str(root), "build", *TYPES, "--voice", "hosts"]) == 2
    assert "nothing that was asked for is made in the voice “hosts”" in capsys.readouterr().err


def test_errors_end_in_one_and_are_printed_as_check_prints_them(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_path = root / FIRST / "round.yaml"
    change_path.write_text(change_path.read_text("utf-8").replace("number: 1\n", "number: one\n"), "utf-8")
    assert run(["--root", str(root), "build", *TYPES]) == 1
    assert re.search(r"01-port-orla/round\.yaml:\d+:\d+: error: .* \[R\d\d\d\]", capsys.readouterr().err)


def test_problems_come_as_json_for_programs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, "data/dialogues/lake-dialogue/03-x/round.yaml", "number: 3\nstate: planned\nstart:\n")
    assert run(["--root", str(root), "build", *TYPES, "--messages", "json"]) == 1
    assert '"file": "data/dialogues/lake-dialogue/03-x/round.yaml"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lake-dialog"], "did you mean “lake-dialogue”?"),
        (["lake-dialogue/02-senick"], "did you mean “lake-dialogue/02-sennick”?"),
        (["--type", "notise"], "did you mean “notice”?"),
        (["--audience", "everybody"], "“everybody”"),
        (["--on", "2031-13-01"], "is no day of the calendar"),
    ],
)
def test_an_order_that_names_nothing_is_a_usage_error(
    root: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--root", str(root), "build", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_full_disk_or_a_file_in_the_way_ends_in_three(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, "output", "a file")
    assert run(["--root", str(root), "build", *TYPES]) == 3
    assert "cannot be written" in capsys.readouterr().err


def test_a_folder_that_may_not_be_written_ends_in_three() -> None:
    with folder_of_nobody() as folder:
        root = small_workspace(folder).root
        give_to_nobody(folder)
        (root / "output").mkdir(mode=0o555)
        command = [*as_nobody(), sys.executable, "-m", "reporting", "--root", str(root), "build", "--type", "notice"]
        home = {**os.environ, "HOME": str(folder)}
        ran = subprocess.run(command, cwd=ROOT, env=home, capture_output=True, text=True, check=False)
        assert ran.returncode == 3, ran.stderr
        assert "permission denied" in ran.stderr


def test_nothing_is_written_by_a_dry_run(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(root), "build", *TYPES, "--dry-run"]) == 0
    assert "stale output/public/lake-dialogue/01-port-orla/notice.en.{html,txt} (new)" in capsys.readouterr().out
    assert not (root / "output").exists()


def test_outside_of_a_workspace_there_is_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["build"]) == 1
    assert "reporting init DIR" in capsys.readouterr().err


def test_the_counts_are_a_sentence() -> None:
    outcomes = [
        Outcome("a", Status.MADE, formats=("pdf", "txt")),
        Outcome("b", Status.FRESH),
        Outcome("c", Status.FAILED),
    ]
    assert closing_line(Report(outcomes), 4.06) == "3 papers: 1 made, 1 fresh, 1 failed; 2 files in 4.1 s"
    assert closing_line(Report([]), 0) == "0 papers; 0 files in 0.0 s"


def test_show_and_list_say_how_papers_stand(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--root", str(root), "build", *TYPES])
    change_file = root / FIRST / "round.yaml"
    change_file.write_text(
        change_file.read_text("utf-8").replace("title: the level of", "title: the depth of"), "utf-8"
    )
    capsys.readouterr()
    assert run(["--root", str(root), "list", "lake-dialogue/01-port-orla"]) == 0
    lines = {line.split()[0]: " ".join(line.split()[1:]) for line in capsys.readouterr().out.splitlines()}
    assert lines["notice.en"] == "public html,txt stale: record changed in round.yaml"
    assert lines["talk"] == "not made: it has no briefing.yaml"
    assert run(["--root", str(root), "show", "lake-dialogue/01-port-orla"]) == 0
    assert "topics: water, ferries" in capsys.readouterr().out
    assert run(["--root", str(root), "show", "lake-dialogue/02-sennick/talk"]) == 0
    shown = capsys.readouterr().out
    assert "state: fresh" in shown
    assert "data/dialogues/lake-dialogue/02-sennick/briefing.yaml" in shown
    assert "templates/talk/en.html.j2" in shown


def test_list_and_show_speak_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(root), "list", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {(row["type"], row["state"]) for row in rows} >= {("notice", "stale"), ("talk", "not made")}
    assert run(["--root", str(root), "show", "lake-dialogue/02-sennick", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["state"] == "planned"


def test_what_show_says_in_json_holds_of_the_record_what_everybody_may_read(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, name = f"{FIRST}/round.yaml", "lake-dialogue/01-port-orla"
    text = (root / path).read_text("utf-8").replace("place: {", "place: {audience: {city: internal}, ")
    write(root, path, text.replace("{id: water,", "{id: water, audience: restricted,"))
    assert run(["--root", str(root), "show", name]) == 0
    assert "place: Port Orla" in (shown := capsys.readouterr().out)
    assert "topics: water, ferries" in shown
    assert run(["--root", str(root), "show", name, "--format", "json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["number"], facts["topics"], "place" in facts) == (1, ["ferries"], False)
    write(root, path, f"audience: partners\n{text}")
    for command in (["show", name], ["show"]):
        assert run(["--root", str(root), *command, "--format", "json"]) == 0
        assert "2030-09-12" not in capsys.readouterr().out


def test_list_tells_in_json_no_number_of_a_round_that_is_kept_back(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = f"{FIRST}/round.yaml"
    text = (root / path).read_text("utf-8").replace("number: 1", "number: 47")

    def numbers(text: str) -> set[int | None]:
        write(root, path, text)
        run(["--root", str(root), "list", "--format", "json"])
        rows = json.loads(capsys.readouterr().out)
        return {row.get("number") for row in rows if row["round"] == "01-port-orla"}

    assert numbers(text) == {47}
    assert numbers(text.replace("number: 47", "number: 47\nmood: zebra")) == {47}
    for said in ("audience: partners", "marking: plain/internal", "audiance: partners", "audience: zebra"):
        assert numbers(f"{said}\n{text}") == {None}
    dialogue = f"{Path(FIRST).parent}/dialogue.yaml"
    write(root, dialogue, f"audience: internal\n{(root / dialogue).read_text('utf-8')}")
    assert numbers(text) == numbers(text.replace("number: 47", "number: 47\nmood: zebra")) == {None}


def test_an_agenda_of_which_every_title_is_kept_back_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", str(tmp_path / "own")]) == 0
    path = tmp_path / "own/data/dialogues/lake-dialogue/02-sennick/round.yaml"
    for old, reason in (("- {title: The", ""), ("- {title: Rescue", "it has no agenda that its readers may know of")):
        path.write_text(
            path.read_text("utf-8").replace(old, old.replace("{", "{audience: {title: internal}, ")), "utf-8"
        )
        capsys.readouterr()
        assert run(["--root", str(tmp_path / "own"), "list", "lake-dialogue/02-sennick", "--format", "json"]) == 0
        [row] = [row for row in json.loads(capsys.readouterr().out) if row["type"] == "agenda"]
        assert row["reason"] in (reason, reason or "new")


def test_doctor_names_a_cure_for_what_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reporting.build.health.loaded", lambda names: None)
    assert run(["doctor"]) == 3
    told = capsys.readouterr().out
    assert "MISSING   HarfBuzz-Subset" in told
    assert "apt-get install libharfbuzz-subset0" in told


def test_doctor_is_content_with_this_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--format", "json"]) == 0
    assert '"what": "Fonts"' in capsys.readouterr().out


def test_below_the_bar_stand_a_few_papers_and_of_many_only_those_that_failed() -> None:
    made = [Outcome(f"public/{number:02}", Status.MADE) for number in range(FEW)]
    fresh, failed = Outcome("public/a", Status.FRESH), Outcome("public/b", Status.FAILED)
    assert worth_telling([*reversed(made), fresh]) == made
    assert worth_telling([*made, fresh, failed]) == [failed]


def test_a_named_round_that_cannot_be_read_is_told_by_its_own_errors(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / FIRST / "round.yaml"
    write(root, f"{FIRST}/round.yaml", path.read_text("utf-8").replace("verb: agree", "verb: agre"))
    assert run(["--root", str(root), "build", "lake-dialogue/01-port-orla"]) == 1
    assert capsys.readouterr().err.startswith(f"{FIRST}/round.yaml:24:20: error: “agre” is no value of “verb” [R003]")
    assert run(["--root", str(root), "show", "lake-dialogue/01-port-orla"]) == 1
    assert run(["--root", str(root), "build", "lake-dialogue/07-nowhere"]) == 2
