"""What the judges look at: every paper of the sample workspace, built once a run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `output/` of a fresh copy of this repository's workspace."""
    workspace = tmp_path_factory.mktemp("workspace")
    for folder in ("data", "templates"):
        shutil.copytree(ROOT / folder, workspace / folder)
    built = subprocess.run(
        [sys.executable, "-m", "reporting", "build"], cwd=workspace, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    return workspace / "output"
