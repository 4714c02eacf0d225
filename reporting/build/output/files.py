"""Outputs on disk, whole or not at all.

A file is written beside its place, forced to the disk and renamed; a reader sees the old one or the new one. Who
wants to write holds the lock of the folder; what an earlier, killed run left behind is swept by the next holder.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reporting.problems import EnvironmentFailed, Place, Problem, interruption_behind

TEMPORARY = ".tmp-"
LOCK = ".lock"
_BY_HANDLE = os.open in os.supports_dir_fd and os.rename in os.supports_dir_fd
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_NEW = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip
_NO_FILE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO, errno.ENODEV})
"""What is answered where nothing lies, or a link, a pipe or a device."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it lies on disk."""

    sha256: str
    size: int
    modified: int
    """Time of change in nanoseconds, as the file system says; only ever compared for being the same."""


def write_files(root: Path, folder: str, contents: Mapping[str, bytes]) -> dict[str, Written]:
    """Puts files into `root/folder`, all of them before the first one replaces an older one.

    Raises:
        EnvironmentFailed: the disk is full or read-only, or something else is in the way [E002]; what stood there
            before is untouched unless the failure came between two renames.
    """
    with told(f"{root.name}/{folder}"), opened_folder(root, folder, make=True) as here:
        temporary: dict[str, str] = {}
        try:
            for name, data in contents.items():
                temporary[name] = _write_aside(here, name, data)
            for name in list(temporary):
                here.rename(temporary[name], name)
                del temporary[name]
        finally:
            for left in temporary.values():
                with contextlib.suppress(OSError):
                    here.remove(left)
        here.sync()
        return {name: _as_written(here.stat(name), data) for name, data in contents.items()}


def sync_folder(folder: Path) -> None:
    """Forces to the disk which files a folder holds."""
    if os.name == "nt":  # folders cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def written(path: Path) -> Written | None:
    """The file at `path` as it lies there; None where there is no plain file.

    Raises:
        OSError: there may be one, and it cannot be read. Who took that for none would write over somebody's work.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno in _NO_FILE:
            return None
        raise
    about = os.fstat(handle)
    if not _is_plain(about):
        os.close(handle)
        return None
    with os.fdopen(handle, "rb") as file:
        return _as_written(about, file.read())


def is_same(path: Path, known: Written) -> bool:
    """Whether the file at `path` is still the known one: by size and time of change, or else by its bytes.

    Raises:
        OSError: as `written`.
    """
    try:
        about = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    if not _is_plain(about) or about.st_size != known.size:
        return False
    if about.st_mtime_ns == known.modified:
        return True
    now = written(path)
    return now is not None and now.sha256 == known.sha256


def remove_file(root: Path, path: str, *, keep_folders: bool = False) -> None:
    """Removes `root/path`, and, unless they are to be kept, the folders above it that are empty then.

    Raises:
        EnvironmentFailed: it cannot be removed [E002].
    """
    folder, name = str(PurePosixPath(path).parent), PurePosixPath(path).name
    with (
        told(f"{root.name}/{path}"),
        contextlib.suppress(FileNotFoundError),
        opened_folder(root, folder, make=False) as here,
    ):
        here.remove(name)
    for above in () if keep_folders else PurePosixPath(path).parents[:-1]:
        try:
            (root / above).rmdir()
        except OSError:
            return


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


def clear_away(folder: Path) -> None:
    """Deletes a folder as far as the system lets it; what stays is for the next holder of the lock to sweep."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:  # `ignore_errors` lets through that a folder cannot be closed
        if interruption := interruption_behind(error):
            raise interruption from None


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

    def remove(self, name: str) -> None:
        os.unlink(self.name(name), dir_fd=self.handle)

    def stat(self, name: str) -> os.stat_result:
        return os.stat(self.name(name), dir_fd=self.handle, follow_symlinks=False)

    def sync(self) -> None:
        if self.handle is not None:
            os.fsync(self.handle)


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
    handle = os.open(root, _FOLDER & ~getattr(os, "O_NOFOLLOW", 0))
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


def _write_aside(here: OpenFolder, name: str, data: bytes) -> str:
    temporary = f"{TEMPORARY}{os.getpid()}-{name}"
    handle = here.open_new(temporary)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        with contextlib.suppress(OSError):
            here.remove(temporary)
        raise
    return temporary


@contextlib.contextmanager
def told(place: str) -> Iterator[None]:
    """Failures of the system as one sentence; Ctrl-C stays Ctrl-C, also where it made a cleanup fail."""
    try:
        yield
    except OSError as error:
        if interruption := interruption_behind(error):
            raise interruption from None
        reason = (error.strerror or type(error).__name__).lower()
        hint = "free some room, or make the folder writable, and build again: what was there before is still whole"
        raise EnvironmentFailed(Problem("E002", f"cannot be written: {reason}", Place(place), hint=hint)) from None


def _as_written(about: os.stat_result, data: bytes) -> Written:
    return Written(hashlib.sha256(data).hexdigest(), about.st_size, about.st_mtime_ns)


def _is_plain(about: os.stat_result) -> bool:
    return (about.st_mode & 0o170000) == 0o100000
