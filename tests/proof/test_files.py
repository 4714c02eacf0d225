"""Files and names: a thousand kills of builds, a million ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.killing import main as kill_builds
from tests.proof.amounts import amount
from tests.records.id_letters import faults_of_random_ids


@pytest.mark.parametrize("seed", range(10))
def test_kills_leave_no_torn_file_no_mixed_set_and_no_false_edit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    kills = amount(short=6, long=100)
    assert kill_builds([str(tmp_path), "--kills", str(kills), "--seed", str(seed)]) == 0, capsys.readouterr().out


def test_random_ids_never_escape_and_never_collide() -> None:
    assert faults_of_random_ids(amount(short=50_000, long=1_000_000), seed=2) == []
