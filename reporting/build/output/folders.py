"""Folders opened by handle, so that nobody can swap them meanwhile; and what is said where the system fails."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reporting.problems import EnvironmentFailed, Place, Problem, interruption_behind
from reporting.workspace import flags

TEMPORARY = ".tmp-"
MENDS: Final = {
    "free some room": {errno.ENOSPC, errno.EDQUOT},
    "move away what lies there": {errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.ENXIO, errno.ENOTEMPTY},
    "let files be larger (`ulimit -f`)": {errno.EFBIG},
    "let more files be open (`ulimit -n`)": {errno.EMFILE, errno.ENFILE},
    "see that the disk is whole and connected": {errno.EIO, errno.ESTALE, errno.ENOENT, errno.ENODEV},
    "choose a shorter path": {errno.ENAMETOOLONG},
}
"""What to do where something cannot be written, by what the system answers."""
_BY_HANDLE = os.open in os.supports_dir_fd and os.rename in os.supports_dir_fd
_FOLDER = os.O_RDONLY | flags("O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | flags("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")


@contextlib.contextmanager
def opened_folder(root: Path, folder: str, *, make: bool) -> Iterator[OpenFolder]:
    """The folder `root/folder`, reached step by step without following a link."""
    parts = [part for part in folder.split("/") if part not in ("", ".")]
    if ".." in parts:
        raise ValueError(f"{folder!r} leads out of {root}")
    if not _BY_HANDLE:
        path = root.joinpath(*parts)
        if make:
            path.mkdir(parents=True, exist_ok=True)
        yield OpenFolder(path, None)
        return
    if make:
        root.mkdir(parents=True, exist_ok=True)
    handle = os.open(root, _FOLDER & ~flags("O_NOFOLLOW"))
    try:
        for part in parts:
            # What is closed is no longer called `handle`, at whatever moment Ctrl-C comes.
            above, handle = handle, _below(handle, part, make=make)
            os.close(above)
        yield OpenFolder(root.joinpath(*parts), handle)
    finally:
        os.close(handle)


def _below(handle: int, part: str, *, make: bool) -> int:
    if make:
        with contextlib.suppress(FileExistsError):
            os.mkdir(part, dir_fd=handle)
    return os.open(part, _FOLDER, dir_fd=handle)


class OpenFolder:
    """An opened folder. Where the system can, everything goes by its handle, so that nobody can swap it meanwhile."""

    def __init__(self, path: Path, handle: int | None) -> None:
        self.path = path
        self.handle = handle

    def name(self, name: str) -> str:
        if "/" in name or "\\" in name or name in ("", ".", ".."):
            raise ValueError(f"{name!r} is no name of a file")
        return name if self.handle is not None else str(self.path / name)

    def open_new(self, name: str) -> int:
        return os.open(self.name(name), _NEW, 0o644, dir_fd=self.handle)

    def rename(self, old: str, new: str) -> None:
        os.replace(self.name(old), self.name(new), src_dir_fd=self.handle, dst_dir_fd=self.handle)

    def link(self, name: str, second: str) -> None:
        """Gives a file a second name.

        Raises:
            FileExistsError: something has that name.
        """
        os.link(self.name(name), self.name(second), src_dir_fd=self.handle, dst_dir_fd=self.handle)

    def remove(self, name: str) -> None:
        os.unlink(self.name(name), dir_fd=self.handle)

    def stat(self, name: str) -> os.stat_result:
        return os.stat(self.name(name), dir_fd=self.handle, follow_symlinks=False)

    def sync(self) -> None:
        if self.handle is not None:
            os.fsync(self.handle)


def sync_folder(folder: Path) -> None:
    """Forces to the disk which files a folder holds."""
    if os.name == "nt":  # folders cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clear_away(folder: Path) -> None:
    """Deletes a folder as far as the system lets it; what stays is for the next holder of the lock to sweep."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:  # `ignore_errors` lets through that a folder cannot be closed
        if interruption := interruption_behind(error):
            raise interruption from None


@contextlib.contextmanager
def told(place: str) -> Iterator[None]:
    """Failures of the system as one sentence; Ctrl-C stays Ctrl-C, also where it made a cleanup fail."""
    try:
        yield
    except OSError as error:
        if interruption := interruption_behind(error):
            raise interruption from None
        reason = (error.strerror or type(error).__name__).lower()
        mend = next((words for words, reasons in MENDS.items() if error.errno in reasons), "make the folder writable")
        hint = f"{mend}, and try again: what was there before is still whole"
        raise EnvironmentFailed(Problem("E002", f"cannot be written: {reason}", Place(place), hint=hint)) from None
