"""The installer ends with one clear line and 3, mends itself on the next run, and never runs twice at once in a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform != "win32":
    import fcntl

INSTALL = Path(__file__).parents[1] / ".ci" / "install"
PYTHON = """\
#!/bin/sh
# Stands for a Python: asks the real one, and only tells what it would have installed.
case "$1 $2" in
    -c*) exec "{real}" "$@" ;;
    "-m venv") rm -rf .venv/bin; echo "making" && mkdir -p .venv/bin && cp "{own}" .venv/bin/python && echo "#!$PWD/.venv/bin/python" >.venv/bin/pip ;;
    "-m pip") echo "pip"; [ -z "$REFUSES" ] || {{ echo "no network" >&2; exit 1; }} ;;
esac
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it is a shell script")


@pytest.fixture(params=["plain", "a b's"])
def checkout(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with the installer, beside Pythons that install nothing."""
    folder, programs = tmp_path / str(request.param), tmp_path / "programs"
    (folder / ".ci").mkdir(parents=True)
    shutil.copy(INSTALL, folder / ".ci")
    programs.mkdir()
    (programs / "python3").write_text(PYTHON.format(real=sys.executable, own=programs / "python3"))
    (programs / "apt-get").write_text("#!/bin/sh\nexit 1\n")
    for each in programs.iterdir():
        each.chmod(0o755)
    return folder


def started(checkout: Path, **environment: str) -> subprocess.Popen[str]:
    path = f"{checkout.parent / 'programs'}:{os.environ['PATH']}"
    return subprocess.Popen(
        [checkout / ".ci/install", "run"],
        env={**os.environ, "PATH": path, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ran(checkout: Path, **environment: str) -> tuple[int, list[str], str]:
    """The exit code, what the Pythons told, and the last line for people."""
    process = started(checkout, **environment)
    told, said = process.communicate(timeout=60)
    return process.returncode, told.split(), said.rstrip().rpartition("\n")[2]


def test_without_a_network_it_says_so_and_the_next_run_goes_on(checkout: Path) -> None:
    code, told, last = ran(checkout, REFUSES="yes")
    assert (code, told) == (3, ["making", "pip"])
    assert last == (
        "install: not all packages could be fetched and installed, for the reason above; please mend it and run this again"
    )
    assert not (checkout / ".venv/.run").exists()
    assert ran(checkout)[:2] == (0, ["pip", "pip"])
    assert (checkout / ".venv/.run").exists()


@pytest.mark.parametrize("broken", ["gone", "too old", "moved"])
def test_a_venv_that_does_not_work_or_was_made_elsewhere_is_made_again(checkout: Path, broken: str) -> None:
    assert ran(checkout)[1] == ["making", "pip", "pip"]
    python, pip = checkout / ".venv/bin/python", checkout / ".venv/bin/pip"
    if broken == "moved":
        pip.write_text("#!/elsewhere/.venv/bin/python\n")
    elif broken == "gone":
        python.unlink()
        python.symlink_to("/nowhere/python3.11")
    else:
        python.write_text("#!/bin/sh\nexit 1\n")  # its answer to whether it is new enough
    assert ran(checkout)[:2] == (0, ["making", "pip", "pip"])


def test_a_file_in_the_place_of_the_venv_is_told(checkout: Path) -> None:
    (checkout / ".venv").write_text("somebody's")
    code, _, last = ran(checkout)
    assert (code, last.startswith("install: no .venv could be made here, for the reason above")) == (3, True)
    assert (checkout / ".venv").read_text() == "somebody's"


def test_two_at_once_take_turns(checkout: Path) -> None:
    handle = os.open(checkout, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    process = started(checkout)
    assert process.stderr is not None
    assert process.stderr.readline() == "install: waiting for another one that is at work here\n"
    assert not (checkout / ".venv").exists()
    os.close(handle)
    told, _ = process.communicate(timeout=60)
    assert (process.returncode, told.split()) == (0, ["making", "pip", "pip"])
