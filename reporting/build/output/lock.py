"""The lock of a folder: who wants to write holds it, and sweeps what an earlier, killed run left behind."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reporting.build.output.folders import TEMPORARY, told
from reporting.problems import EnvironmentFailed, Place, Problem
from reporting.workspace import flags

LOCK = ".lock"
_FILE = os.O_RDWR | os.O_CREAT | flags("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC")
_FOLDER = os.O_RDONLY | flags("O_DIRECTORY", "O_CLOEXEC")
_NO_LOCKS = frozenset({errno.EBADF, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK})
"""What is answered where folders cannot be locked, as on NFS."""


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
    with contextlib.ExitStack() as held:
        with told(root.name):
            has_waited = _hold(root, held, patience, waiting)
            sweep(root)
        yield has_waited


def _hold(root: Path, held: contextlib.ExitStack, patience: float, waiting: Callable[[], None]) -> bool:
    """Locks the file, and the folder as well: the file may be deleted while it is held, and whoever comes makes another."""
    until = time.monotonic() + patience
    has_waited = False
    while True:
        root.mkdir(parents=True, exist_ok=True)
        file = _opened(root / LOCK, _FILE, held)
        folder = None if sys.platform == "win32" else _opened(root, _FOLDER, held)
        has_waited |= _wait_for(file, root, until, None if has_waited else waiting)
        if folder is not None:
            with _where_folders_have_locks():
                has_waited |= _wait_for(folder, root, until, None if has_waited else waiting)
        # Both may have been moved away, or deleted, while somebody else held them.
        if _is_at(root / LOCK, file) and (folder is None or _is_at(root, folder)):
            return has_waited
        held.close()


def _opened(path: Path, flags: int, held: contextlib.ExitStack) -> int:
    handle = os.open(path, flags, 0o644)
    held.callback(_let_go, handle)
    return handle


def _let_go(handle: int) -> None:
    with contextlib.suppress(OSError):  # Nothing was written to it, so nothing can be lost.
        os.close(handle)


@contextlib.contextmanager
def _where_folders_have_locks() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise


def _is_at(path: Path, handle: int) -> bool:
    """Whether what was opened still lies there."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except (FileNotFoundError, NotADirectoryError):
        return False


def _wait_for(handle: int, root: Path, until: float, waiting: Callable[[], None] | None) -> bool:
    """Gives whether somebody else held it.

    Args:
        until: the moment at which patience ends.
        waiting: called once when there is something to wait for; None where that has been told.
    """
    if sys.platform == "win32":  # no flock there: two builds at once are for the user to avoid
        return False
    import fcntl

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
            if not has_waited and waiting:
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
            _remove(Path(where, name))


def _remove(left: Path) -> None:
    if left.is_symlink():  # somebody's; what it leads to is left alone
        left.unlink()
    else:
        shutil.rmtree(left)
