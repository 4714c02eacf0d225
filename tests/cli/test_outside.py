"""What is done to a run from outside: standard streams that are closed, and signals that tell it to end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.starter import bytes_of, small_workspace

STRANGE = "03-\udcff"
"""A folder whose name is no UTF-8, as one from an old disk may be."""
TALK = ("--type", "talk", "--jobs", "1")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_build_without_standard_streams_makes_its_papers_and_prints_into_none_of_them(
    tmp_path: Path, closed: str
) -> None:
    root = small_workspace(tmp_path).root
    command = [sys.executable, "-m", "reporting", "--root", str(root), "build", *TALK]
    done = subprocess.run(["bash", "-c", f'"$@" {closed}', "-", *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "fault of the program" not in done.stderr
    made = bytes_of(root / "output")
    assert sorted(path.rpartition(".")[2] for path in made) == ["html", "txt"]
    assert not [path for path, data in made.items() if b"1 paper" in data]


LISTENING = """
import os, signal, sys, time
from reporting.cli.outside import listen
from reporting.problems import Stopped
for number in (signal.SIGTERM, signal.SIGHUP):  # whatever started the tests
    signal.signal(number, signal.SIG_DFL)
for number in {ignored}:
    signal.signal(number, signal.SIG_IGN)
listen()
try:
    os.kill(os.getpid(), {first})
    time.sleep(0.01)
    print("went on")
except Stopped as stopped:
    for number in (signal.SIGTERM, signal.SIGHUP):
        os.kill(os.getpid(), number)
    print("put in order after", signal.Signals(stopped.number).name)
"""


@pytest.mark.parametrize(
    ("first", "ignored", "printed"),
    [
        ("signal.SIGTERM", "()", "put in order after SIGTERM"),
        ("signal.SIGHUP", "()", "put in order after SIGHUP"),
        ("signal.SIGHUP", "(signal.SIGHUP,)", "went on"),  # as under `nohup`
    ],
)
def test_the_first_signal_counts_and_no_other_cuts_it_short(first: str, ignored: str, printed: str) -> None:
    script = LISTENING.format(first=first, ignored=ignored)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{printed}\n", "")


@pytest.mark.parametrize("command", [["check"], ["check", "--format", "json"], ["list"], ["build", "--dry-run"]])
def test_a_folder_whose_name_is_no_text_is_told_as_a_problem_and_nothing_else(
    tmp_path: Path, command: list[str]
) -> None:
    root = small_workspace(tmp_path).root
    (root / "data/dialogues/lake-dialogue" / STRANGE).mkdir()
    (root / "data/dialogues/lake-dialogue" / STRANGE / "round.yaml").write_text("number: 3\n", "utf-8")
    for _ in range(2):  # the second time from what was remembered
        code, told = ran(root, command)
        assert code in (0, 1)
        assert "\\udcff" in told
        assert "fault" not in told


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_lacks_letters_is_given_their_numbers(tmp_path: Path, encoding: str) -> None:
    root = small_workspace(tmp_path).root
    round_ = root / "data/dialogues/lake-dialogue/01-port-orla/round.yaml"
    round_.write_text(round_.read_text("utf-8").replace("state: published", "state: publshed"), "utf-8")
    code, told = ran(root, ["check"], PYTHONIOENCODING=encoding)
    assert code == 1
    assert "error: \\u201cpublshed\\u201d is no value of" in told


@pytest.mark.parametrize("seconds", ["99999999999999", "9" * 5000, "-1", "soon"])
def test_a_day_of_the_surroundings_that_is_none_is_no_day(tmp_path: Path, seconds: str) -> None:
    code, told = ran(small_workspace(tmp_path).root, ["check"], SOURCE_DATE_EPOCH=seconds)
    assert (code, told.splitlines()[-1]) == (0, "no problems in 14 files; papers were not drafted (--drafts)")


def ran(root: Path, command: list[str], **environment: str) -> tuple[int, str]:
    """A run of its own: the exit code, and all that was printed."""
    done = subprocess.run(
        [sys.executable, "-m", "reporting", "--root", str(root), *command],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


def test_where_neither_answer_nor_problem_can_be_printed_the_exit_code_still_says_it() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "reporting", "explain", "--list"]
        assert subprocess.run(command, stdout=full, stderr=full, check=False).returncode == 3
