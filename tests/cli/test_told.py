"""What `list`, `show`, `new` and the others say of rounds that are in error, half named, or named twice."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from reporting.cli.main import run
from reporting.cli.printing import write_problems
from reporting.problems import Place, Problem
from tests.support.starter import change, starter_workspace

FIRST = "data/dialogues/lake-dialogue/01-port-orla/round.yaml"
SECOND = "data/dialogues/lake-dialogue/02-sennick"


class Terminal(StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return starter_workspace(tmp_path).root


def said(root: Path, capsys: pytest.CaptureFixture[str], *command: str) -> str:
    capsys.readouterr()
    run(["--root", str(root), *command])
    return "".join(capsys.readouterr())


def test_a_paper_whose_record_is_in_error_waits_and_is_not_without_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = starter_workspace(tmp_path)
    change(workspace, f"{SECOND}/briefing.yaml", "scene_setter: |", "scene: |")
    told = said(workspace.root, capsys, "list")
    assert "briefing-note              not made: it waits for briefing.yaml, in error" in told
    assert "joint-statement            not made: it has no statement.yaml" in told


def test_a_round_that_cannot_be_read_has_a_line_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = starter_workspace(tmp_path)
    change(workspace, FIRST, "state: published ", "state: publshed ")
    told = said(workspace.root, capsys, "list").splitlines()
    assert told[told.index("lake-dialogue/01-port-orla") + 1].split("not made: ")[1] == "waits for round.yaml, in error"
    assert "every paper" not in said(workspace.root, capsys, "list", "lake-dialogue/02-sennick")


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        (["show", "lake-dialogue/01"], "did you mean “lake-dialogue/01-port-orla”?"),
        (["build", "lake-dialogue/02"], "did you mean “lake-dialogue/02-sennick”?"),
        (["list", "lake-dialogue/xyzzy-quux-plugh"], "its rounds are 01-port-orla, 02-sennick"),
    ],
)
def test_a_round_is_known_by_its_number_and_others_are_named(
    command: list[str], hint: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hint in said(root, capsys, *command)


def test_show_without_a_name_names_the_rounds(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "lake-dialogue/01-port-orla  round 1, published, 2030-09-12\n" in said(root, capsys, "show")
    assert '"round": "lake-dialogue/02-sennick"' in said(root, capsys, "show", "--format", "json")


@pytest.mark.parametrize(
    ("name", "warning"),
    [
        ("2", "“2” begins with 2, but this is round 3, and “02-sennick” is there already"),
        ("02-orla", "“02-orla” begins with 2, but this is round 3, and “02-sennick” is there already"),
        ("04-orla", "“04-orla” begins with 4, but this is round 3; rename"),
        ("03-orla", ""),
        ("3", ""),
        ("orla", ""),
    ],
)
def test_a_new_round_whose_folder_says_another_number_is_warned_of(
    name: str, warning: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(root, capsys, "new", "round", "lake-dialogue", name)
    assert ("warning:" in told) == bool(warning)
    assert warning in told


@pytest.mark.parametrize("moment", ["2031-09-20", "2031-09-20T10:00+06:00", "2031-09-20 10:00 Asia/Bishkek"])
def test_every_command_takes_a_day_or_a_moment(moment: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no problems" in said(root, capsys, "check", "--on", moment)
    assert "no day of the calendar" not in said(root, capsys, "build", "--on", moment, "--dry-run")
    assert "no moment" not in said(root, capsys, "release", "lake-dialogue/01-port-orla", "--on", moment)


@pytest.mark.parametrize("moment", ["2031-09-31", "tomorrow", "2031-09-20x", "2031-09"])
def test_what_is_neither_is_refused(moment: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no day of the calendar" in said(root, capsys, "check", "--on", moment)


def test_an_id_that_a_log_may_not_have_is_told_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem(
        "R020",
        "the id that stands here is lost",
        Place("a.yaml"),
        "write",
        aside=("“sool” is lost", "did you mean “sol”?"),
    )
    for name in ("CI", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def printed(stream: StringIO, form: str = "human") -> str:
        write_problems([problem], stream, form=form)
        return stream.getvalue()

    assert "“sool” is lost" in printed(Terminal())
    assert "did you mean “sol”?" in printed(Terminal())
    monkeypatch.setenv("CI", "true")
    assert "sool" not in printed(Terminal()) + printed(StringIO()) + printed(Terminal(), "json") + printed(
        Terminal(), "github"
    )
