"""Another user of this machine, one who may do nothing in particular."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

NOBODY = 65534
PLAIN = (
    "setpriv",
    f"--reuid={NOBODY}",
    f"--regid={NOBODY}",
    "--clear-groups",
    "--inh-caps=-all",
    "--bounding-set=-all",
)
READING = (*PLAIN[:-2], "--inh-caps=-all,+dac_read_search", "--ambient-caps=+dac_read_search")
"""Where Python itself lies in the superuser's own folder: may read all, and write nothing."""

ROOT = Path(__file__).parents[2]
ENOUGH = "import reporting, subprocess, sys; subprocess.run([sys.executable, '-c', 'import click'], check=True)"


@cache
def as_nobody() -> tuple[str, ...]:
    """What to put before a command so that it runs without privileges; empty where nobody has any here."""
    if os.geteuid() != 0:
        return ()
    for prefix in (PLAIN, READING):
        ran = subprocess.run([*prefix, sys.executable, "-c", ENOUGH], cwd=ROOT, capture_output=True, check=False)
        if ran.returncode == 0:
            return prefix
    raise AssertionError("the superuser cannot run Python as another user; setpriv is in Debian's util-linux")


@contextmanager
def folder_of_nobody() -> Iterator[Path]:
    """A folder that the user of `as_nobody` may write to, and everybody may look into; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="nobody-"))
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def give_to_nobody(folder: Path) -> None:
    """Hands a folder and all that lies in it over to the user of `as_nobody`."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
