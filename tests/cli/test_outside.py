"""What is done to a run from outside: standard streams that are closed, and signals that tell it to end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.starter import bytes_of, small_workspace

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
