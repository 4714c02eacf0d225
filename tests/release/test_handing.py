"""What lies in `output/released/` is whole, whenever a run is ended: the old set or the new one."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.problems import EnvironmentFailed
from reporting.release import handing
from tests.release.killing import Handings
from tests.support.killing import kills


def test_sixty_kills_leave_the_old_set_or_the_new_one_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kills(Handings, [str(tmp_path), "--kills", "60", "--seed", "5"]) == 0, capsys.readouterr().out


def test_where_folders_cannot_be_exchanged_a_run_that_is_ended_in_between_loses_no_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = Handings(tmp_path)
    assert list(runs.found()) == []

    def ended(*_: object) -> bool:
        runs.place.rename(runs.place.with_name("public.replaced"))
        raise KeyboardInterrupt

    monkeypatch.setattr(handing, "exchange", ended)
    runs.turn(0)
    with pytest.raises(KeyboardInterrupt):
        runs.run()
    assert not runs.place.exists()
    monkeypatch.setattr(handing, "write_files", full)
    with pytest.raises(EnvironmentFailed):
        runs.run()
    assert list(runs.found()) == [], "the older set is there again"
    monkeypatch.undo()
    assert list(runs.found_at_rest()) == []


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")
