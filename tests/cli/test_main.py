"""The command line as typed: exit codes, what goes to which stream, and no traceback for a user."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from reporting.cli import main as cli
from reporting.cli.lazy import Row
from reporting.problems import EnvironmentFailed, Failed, Problem, Stopped
from tests.support.cases import ROUND, SOUND

HEAVY = ("weasyprint", "docx", "jinja2", "lxml", "babel")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for path, text in SOUND.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command `fail` that ends as its argument says."""
    monkeypatch.setitem(cli.reporting.rows, "fail", Row("tests.cli.test_main", "fail", "Fail."))


def _after(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


ENDS: dict[str, BaseException | type[BaseException]] = {
    "records": Failed(Problem("R001", "a key is missing")),
    "machine": EnvironmentFailed(Problem("E001", "the disk is full")),
    "interrupt": KeyboardInterrupt,
    "signal": Stopped(signal.SIGTERM),
    "fault": ZeroDivisionError("the secret word"),
    "interrupt in a cleanup": OSError(9, "Bad file descriptor"),
    "signal in a cleanup": OSError(9, "Bad file descriptor"),
    "second": _after(ZeroDivisionError("the secret word"), KeyError("the secret key")),
}


@click.command()
@click.argument("way")
def fail(way: str) -> None:
    try:
        if way.endswith("in a cleanup"):
            raise Stopped(signal.SIGTERM) if way.startswith("signal") else KeyboardInterrupt
    finally:
        raise ENDS[way]


def test_a_sound_workspace_is_checked_and_nothing_is_printed_but_the_count(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["--root", str(workspace), "check"]) == cli.DONE
    assert capsys.readouterr() == ("", "no problems in 9 files; papers were not drafted (--drafts)\n")


def test_findings_go_to_standard_output_and_the_count_to_standard_error(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / ROUND).write_text(SOUND[ROUND].replace("state: held", "state: hold"), "utf-8")
    assert cli.run(["--root", str(workspace), "check"]) == cli.PROBLEMS
    out, err = capsys.readouterr()
    assert out.startswith(f"{ROUND}:2:8: error: “hold” is no value of “state” [R003]\n")
    assert err == "1 error in 9 files\n"


def test_warnings_alone_end_well(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / ROUND).write_text(SOUND[ROUND].replace("hosts: [{person: a-sol}]\n", ""), "utf-8")
    assert cli.run(["--root", str(workspace), "check"]) == cli.DONE
    assert "[P015]" in capsys.readouterr().out


def test_the_day_of_the_check_is_the_option_or_that_of_the_house(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / ROUND).write_text(SOUND[ROUND] + "next: {when: 2025}\n", "utf-8")
    assert cli.run(["--root", str(workspace), "check"]) == cli.PROBLEMS
    assert "2030-01-01" in capsys.readouterr().out
    assert cli.run(["--root", str(workspace), "check", "--on", "2025-06-01"]) == cli.DONE


def test_json_has_one_object_a_line_with_the_same_keys(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / ROUND).write_text("number: 2\n", "utf-8")
    assert cli.run(["--root", str(workspace), "check", "--format", "json"]) == cli.PROBLEMS
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    keys = ["code", "severity", "sentence", "file", "line", "column", "hint", "trail", "also"]
    assert len(found) == 3
    assert all(list(each) == keys for each in found)
    assert found[0]["file"] == ROUND


def test_github_is_told_file_line_and_column(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / ROUND).write_text(SOUND[ROUND].replace("state: held", "state: hold"), "utf-8")
    cli.run(["--root", str(workspace), "check", "--format", "github"])
    out = capsys.readouterr().out
    assert out.startswith(f"::error file={ROUND},line=2,col=8,title=R003::“hold” is no value of “state”%0Ahint: did")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["fail", "records"], cli.PROBLEMS, "error: a key is missing [R001]"),
        (["fail", "machine"], cli.ENVIRONMENT, "error: the disk is full [E001]"),
        (["fail", "interrupt"], cli.INTERRUPTED, ""),
        (["fail", "interrupt in a cleanup"], cli.INTERRUPTED, ""),
        (["fail", "signal"], 143, "reporting: ended by SIGTERM; no file is half written\n"),
        (["fail", "signal in a cleanup"], 143, "reporting: ended by SIGTERM; no file is half written\n"),
        (["fail", "fault"], cli.FAULT, "this is a fault of the program, not of your records: ZeroDivisionError"),
        (["chekc"], cli.USAGE, "there is no command “chekc”; did you mean “check”?"),
        (["check", "--format", "xml"], cli.USAGE, "'xml' is not one of"),
        (["check", "--on", "2025-02-30"], cli.USAGE, "no day of the calendar"),
        (["explain", "R999"], cli.USAGE, "there is no code “R999”"),
        (["explain"], cli.USAGE, "name a code"),
        (["--root", "/nowhere", "check"], cli.PROBLEMS, "/nowhere is no workspace"),
    ],
)
def test_every_end_has_its_exit_code_and_a_sentence(
    arguments: list[str], code: int, words: str, failing: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert "Traceback" not in err
    assert "secret" not in err


def test_a_fault_shows_its_traceback_to_who_asks_for_it(failing: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--debug", "fail", "fault"]) == cli.FAULT
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(("is_terminal", "is_said"), [(True, True), (False, False)])
def test_the_words_of_a_fault_may_quote_a_record_and_are_shown_to_a_terminal_only(
    failing: None,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_terminal: bool,
    is_said: bool,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    assert cli.run(["--debug", "fail", "second"]) == cli.FAULT
    err = capsys.readouterr().err
    assert ("the secret word" in err) is ("the secret key" in err) is is_said
    assert all(each in err for each in ("ZeroDivisionError", "KeyError", "in fail"))


def test_a_closed_pipe_is_quiet() -> None:
    command = f"{sys.executable} -m reporting explain --list | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize("name", list(cli.ROWS))
def test_every_command_of_the_table_is_there_and_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([name, "--help"]) == cli.DONE
    assert len(capsys.readouterr().out.splitlines()) > 3


def imported(*arguments: str) -> set[str]:
    """The modules that a run of the command line imports."""
    script = (
        "import sys\nfrom reporting.cli.main import run\n"
        f"run({list(arguments)!r})\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_help_imports_neither_the_model_nor_anything_heavy() -> None:
    modules = imported("--help")
    assert not modules & {*HEAVY, "pydantic", "yaml", "reporting.records.model.base"}


@pytest.mark.parametrize("command", ["list", "check", "explain"])
def test_no_quick_command_imports_what_writes_papers(command: str, workspace: Path) -> None:
    arguments = [command, "--list"] if command == "explain" else ["--root", str(workspace), command]
    assert not imported(*arguments) & {"weasyprint", "docx"}


def test_check_imports_nothing_heavy(workspace: Path) -> None:
    modules = imported("--root", str(workspace), "check")
    assert "reporting.checks.all" in modules
    assert not modules & set(HEAVY)
