"""Files and names: a thousand kills of builds, each call of the system that goes wrong, a million ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.killing import main as kill_builds
from tests.proof.amounts import amount
from tests.proof.going_wrong import VICTIMS, WRONG, faults
from tests.records.id_letters import faults_of_random_ids
from tests.release.killing import Handings
from tests.support.killing import kills


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


# A file that is opened by the very call which Ctrl-C cuts short is closed when it is collected.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.usefixtures("without_workers")
@pytest.mark.parametrize("command", VICTIMS)
@pytest.mark.parametrize("wrong", WRONG)
def test_whichever_call_goes_wrong_nothing_is_torn_nothing_told_as_done_and_one_line_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str, wrong: str
) -> None:
    victim = VICTIMS[command](tmp_path, monkeypatch)
    tried, found = faults(victim, monkeypatch, capsys, wrong=wrong, step=amount(short=9, long=1))
    assert found == []
    assert tried > amount(short=40, long=300)
    assert list(victim.found_at_rest()) == []
