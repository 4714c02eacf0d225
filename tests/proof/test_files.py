"""Files and names: a thousand kills of builds, each call of the system that fails, a million ids."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from reporting.problems import Failed
from reporting.workspace import Folder
from tests.build.killing import ORDER, both, found, say
from tests.build.killing import main as kill_builds
from tests.build.test_sets import Failing
from tests.proof.amounts import amount
from tests.records.id_letters import faults_of_random_ids
from tests.release.killing import Handings
from tests.support.killing import kills
from tests.support.starter import built, small_workspace

CALLS = [(os, name) for name in ("open", "write", "fsync", "close", "replace", "rename", "link", "mkdir", "unlink")]
CALLS.append((fcntl, "flock"))


@pytest.mark.parametrize("seed", range(10))
def test_kills_leave_no_torn_file_no_mixed_set_and_no_false_edit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    kills = amount(short=6, long=100)
    assert kill_builds([str(tmp_path), "--kills", str(kills), "--seed", str(seed)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("seed", range(10))
def test_kills_of_a_release_leave_the_old_set_or_the_new_one_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    arguments = [str(tmp_path), "--kills", str(amount(short=6, long=100)), "--seed", str(seed)]
    assert kills(Handings, arguments) == 0, capsys.readouterr().out


def test_random_ids_never_escape_and_never_collide() -> None:
    assert faults_of_random_ids(amount(short=50_000, long=1_000_000), seed=2) == []


def test_whichever_call_of_a_build_fails_nothing_is_torn_and_nothing_is_told_as_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = small_workspace(tmp_path)
    sets, _ = both(workspace)
    tried, faults = 0, []
    for owner, call in CALLS:
        failing, at = Failing(call, 1, owner), 1
        while failing.calls >= failing.at or at == 1:
            which = tried % 2
            say(workspace, which)
            failing = Failing(call, at, owner)
            is_done = is_built(workspace, failing, monkeypatch)
            faults += [f"{call} {at}: {fault}" for fault in found(workspace, sets)]
            if is_done and list(found(workspace, [sets[which]])):
                faults.append(f"{call} {at} is told as done")
            at, tried = at + amount(short=7, long=1), tried + 1
    built(workspace, ORDER)
    assert faults == []
    assert tried > amount(short=20, long=100)


def is_built(workspace: Folder, failing: Failing, patch: pytest.MonkeyPatch) -> bool:
    """Whether a build in which one call fails is said to have gone well; it ends with a problem or not at all."""
    with patch.context() as patched:
        patched.setattr(failing.owner, failing.call, failing)
        try:
            return built(workspace, ORDER).is_sound
        except Failed:
            return False
