"""The same records give the same bytes: in every run, whoever builds, where, and under which hash seed and time zone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.support.starter import ROOT, STARTER, bytes_of
from tests.support.users import as_nobody, folder_of_nobody, give_to_nobody

PAPERS = ("--type", "press-release", "--type", "briefing-note", "--copies", "2")


def build_in(folder: Path, prefix: Sequence[str] = (), **environment: str) -> dict[str, bytes]:
    """Every paper of the starter's workspace, built in a folder by a process of its own."""
    command = [*prefix, sys.executable, "-m", "reporting", "--root", str(folder), "build", *PAPERS]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **environment}
    ran = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return bytes_of(folder / "output")


def test_another_user_folder_hash_seed_and_time_zone_give_the_same_bytes(tmp_path: Path) -> None:
    here = tmp_path / "here"
    shutil.copytree(STARTER / "data", here / "data")
    first = build_in(here, PYTHONHASHSEED="1", TZ="UTC")
    assert any(name.endswith("copy-02.pdf") for name in first)
    with folder_of_nobody() as there:
        workspace = there / "quite another folder"
        shutil.copytree(STARTER / "data", workspace / "data")
        give_to_nobody(there)
        home = {"HOME": str(there), "XDG_CACHE_HOME": str(there / "cache"), "USER": "nobody", "LOGNAME": "nobody"}
        second = build_in(workspace, as_nobody(), PYTHONHASHSEED="4242", TZ="Asia/Almaty", LC_ALL="C", **home)
    assert [name for name in first if first[name] != second.get(name)] == []
    assert first.keys() == second.keys()


def test_a_second_run_gives_the_same_bytes(tmp_path: Path) -> None:
    shutil.copytree(STARTER / "data", tmp_path / "data")
    first = build_in(tmp_path, PYTHONHASHSEED="7", TZ="America/Nome")
    shutil.rmtree(tmp_path / "output")
    assert build_in(tmp_path, PYTHONHASHSEED="8", TZ="Pacific/Kiritimati") == first
