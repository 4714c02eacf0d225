"""Runs that are ended in the middle, and disks that fail: never a torn package, never a line without its package."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reporting.problems import EnvironmentFailed
from tests.archive.killing import found
from tests.archive.support import Office, closed, office
from tests.support.starter import ROOT


def kills(folder: Path, count: int, seed: int) -> str:
    """What the kills of an office's archive said."""
    command = [sys.executable, "-m", "tests.archive.killing", str(folder), "--kills", str(count), "--seed", str(seed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_twenty_kills_leave_no_torn_package_and_no_line_without_one(tmp_path: Path) -> None:
    assert kills(office(tmp_path).root, 20, seed=7).endswith(" 0 faults\n")


def test_a_disk_that_fails_at_any_moment_leaves_no_torn_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = office(tmp_path)
    closed(desk, to=tmp_path / "first")
    calls = counted(monkeypatch)
    closed(desk, to=tmp_path / "count")
    assert len(calls) > 40
    monkeypatch.undo()
    for number in range(1, len(calls) + 1, 5):
        archive = tmp_path / f"failing-{number}"
        with monkeypatch.context() as patch:
            failing(patch, number)
            with pytest.raises(EnvironmentFailed):
                closed(desk, to=archive)
        assert list(found(archive)) == []
        assert list(archive.glob(".tmp-*")) == []
        closed(desk, to=archive)
        assert list(found(archive, at_rest=True)) == []


def counted(patch: pytest.MonkeyPatch) -> list[int]:
    """Notes each file and folder that is forced to the disk."""
    calls: list[int] = []
    patch.setattr(os, "fsync", calls.append)
    return calls


def failing(patch: pytest.MonkeyPatch, at: int) -> None:
    """Lets the disk be full at the given moment."""
    calls: list[int] = []

    def fsync(handle: int) -> None:
        calls.append(handle)
        if len(calls) == at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(os, "fsync", fsync)


def test_two_runs_at_once_take_turns(tmp_path: Path) -> None:
    desk = office(tmp_path)
    closed(desk, to=tmp_path / "first")
    program = (
        "import sys; from pathlib import Path; from tests.archive.support import *; "
        f"print(sorted(set(states(closed(Office(Path({str(desk.root)!r})))).values())))"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    told = sorted(run.communicate(timeout=120)[0].strip() for run in runs)
    assert told == ["['closed']", "['unchanged']", "['unchanged']"]
    assert list(found(Office(desk.root).archive, at_rest=True)) == []
