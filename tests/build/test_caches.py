"""Where caches lie, whatever the surroundings say of it."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from reporting.build.caches import NAME, cache_folder

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these have folders of their own for it")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the command is called in; temporary files lie beside it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    return tmp_path / "here"


@pytest.mark.parametrize("home", ["", "relative", ".", "~", None])
def test_a_home_that_is_no_path_from_the_root_puts_no_cache_into_the_folder_one_is_in(
    here: Path, monkeypatch: pytest.MonkeyPatch, home: str | None
) -> None:
    if home is None:
        monkeypatch.delenv("HOME", raising=False)
    else:
        monkeypatch.setenv("HOME", home)
    assert cache_folder() == here.parent / "temporary" / f"{NAME}-{os.getuid()}"
    assert list(here.iterdir()) == []
    assert not Path("/nonexistent").exists()  # Debian's name for the home of nobody; root could make it


def test_a_cache_folder_that_is_relative_is_none(here: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", "caches")
    assert cache_folder() == tmp_path / "home" / ".cache" / NAME
    assert list(here.iterdir()) == []
