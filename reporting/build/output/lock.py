"""The lock of a folder: who wants to write holds it, and sweeps what an earlier, killed run left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reporting.build.output.folders import TEMPORARY, told
from reporting.problems import EnvironmentFailed, Place, Problem

LOCK = ".lock"


@contextlib.contextmanager
def locked(root: Path, *, patience: float = 600, waiting: Callable[[], None] = lambda: None) -> Iterator[bool]:
    """Holds the lock of `root`, which is made where it is not there; gives whether somebody else held it before.

    The kernel frees the lock when its holder ends, however it ends. Orphans of earlier runs are swept.

    Args:
        patience: seconds to wait for another build.
        waiting: called once when there is something to wait for.

    Raises:
        EnvironmentFailed: the folder cannot be written [E002], or another build does not end [E003].
    """
    with told(f"{root.name}"):
        root.mkdir(parents=True, exist_ok=True)
        handle = os.open(
            root / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0), 0o644
        )
    try:
        with told(root.name):
            has_waited = _wait_for(handle, root, patience, waiting)
            sweep(root)
        yield has_waited
    finally:
        with contextlib.suppress(OSError):  # Nothing was written to it, so nothing can be lost.
            os.close(handle)


def _wait_for(handle: int, root: Path, patience: float, waiting: Callable[[], None]) -> bool:
    if sys.platform == "win32":  # no flock there: two builds at once are for the user to avoid
        return False
    import fcntl

    until = time.monotonic() + patience
    has_waited = False
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                hint = "wait until it has ended, or end it"
                raise EnvironmentFailed(
                    Problem("E003", "another build of this workspace is running", Place(root.name), hint=hint)
                ) from None
            if not has_waited:
                waiting()
            has_waited = True
            time.sleep(0.05)
        else:
            return has_waited


def sweep(root: Path) -> None:
    """Removes what a killed run left under `root`. Only for the holder of its lock."""
    for where, folders, names in os.walk(root):
        folders.sort()
        for name in names:
            if name.startswith(TEMPORARY):
                with contextlib.suppress(FileNotFoundError):
                    Path(where, name).unlink()
        for name in [each for each in folders if each.startswith(TEMPORARY)]:
            folders.remove(name)
            shutil.rmtree(Path(where, name))
