"""The sample workspace, built once for all tests of this folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder `output/` of the sample workspace, all papers in all formats."""
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "data", root / "data")
    built = subprocess.run(
        [sys.executable, "-m", "reporting", "--root", str(root), "build"], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    return root / "output"
