"""Outputs on disk, whole or not at all.

A file is written beside its place, forced to the disk and renamed; a reader sees the old one or the new one.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from reporting.build.output.folders import TEMPORARY, OpenFolder, opened_folder, told
from reporting.workspace import PLAIN

_NO_FILE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO, errno.ENODEV})
"""What is answered where nothing lies, or a link, a pipe or a device."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it lies on disk."""

    sha256: str
    size: int
    modified: int
    """Time of change in nanoseconds, as the file system says; only ever compared for being the same."""
    marked: int = 0
    """Time at which anything about it changed, its time of change included, which nobody can put back. 0: not known."""

    def is_known_by(self, about: os.stat_result) -> bool:
        """Whether what lies there need not be read to be known as this file."""
        return (self.size, self.modified, self.marked) == (about.st_size, about.st_mtime_ns, about.st_ctime_ns)


def write_files(
    root: Path, folder: str, contents: Mapping[str, bytes], *, shown: str | None = None
) -> dict[str, Written]:
    """Puts files into `root/folder`, all of them before the first one replaces an older one.

    Args:
        root: the output folder, an archive or a workspace.
        folder: below it.
        contents: by name.
        shown: what the folder is called when something is said of it, where that is not its path.

    Raises:
        EnvironmentFailed: the disk is full or read-only, or something else is in the way [E002]; what stood there
            before is untouched unless the failure came between two renames.
    """
    with told(f"{root.name}/{folder}" if shown is None else shown), opened_folder(root, folder, make=True) as here:
        temporary: dict[str, str] = {}
        try:
            for name, data in contents.items():
                temporary[name] = write_aside(here, name, data)
            for name in list(temporary):
                here.rename(temporary[name], name)
                del temporary[name]
        finally:
            for left in temporary.values():
                with contextlib.suppress(OSError):
                    here.remove(left)
        here.sync()
        return {name: _as_written(here.stat(name), data) for name, data in contents.items()}


def written(path: Path) -> Written | None:
    """The file at `path` as it lies there; None where there is no plain file.

    Raises:
        OSError: there may be one, and it cannot be read. Who took that for none would write over somebody's work.
    """
    found = _plain(path)
    return _as_written(*found) if found else None


def plain_bytes(path: Path) -> bytes | None:
    """The bytes of the file at `path`; None where there is no plain file. A pipe that lies there holds nobody up.

    Raises:
        OSError: as `written`.
    """
    found = _plain(path)
    return found[1] if found else None


def _plain(path: Path) -> tuple[os.stat_result, bytes] | None:
    try:
        handle = os.open(path, PLAIN)
    except OSError as error:
        if error.errno in _NO_FILE:
            return None
        raise
    about = os.fstat(handle)
    if not _is_plain(about):
        os.close(handle)
        return None
    with os.fdopen(handle, "rb") as file:
        return about, file.read()


def is_same(path: Path, known: Written) -> bool:
    """Whether the file at `path` is still the known one: by its size and its times, or else by its bytes.

    Raises:
        OSError: as `written`.
    """
    try:
        about = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    if not _is_plain(about) or about.st_size != known.size:
        return False
    if known.is_known_by(about):
        return True
    now = written(path)
    return now is not None and now.sha256 == known.sha256


def seen_now(path: Path, known: Written) -> Written:
    """The known file with the times that it has now; as it was known where it is another one, or cannot be read."""
    with contextlib.suppress(OSError):
        now = None if known.is_known_by(os.lstat(path)) else written(path)
        if now and now.sha256 == known.sha256:
            return now
    return known


def written_to_json(file: Written) -> list[Any]:
    return [file.sha256, file.size, file.modified, file.marked]


def written_from_json(value: list[Any]) -> Written:
    """The file that `written_to_json` made a list of; an older program did not note when it was marked."""
    sha256, *numbers = value
    return Written(str(sha256), *map(int, numbers))


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


def write_aside(here: OpenFolder, name: str, data: bytes) -> str:
    """Writes a file beside its place and forces it to the disk; gives the name that it has there."""
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


def _as_written(about: os.stat_result, data: bytes) -> Written:
    return Written(hashlib.sha256(data).hexdigest(), about.st_size, about.st_mtime_ns, about.st_ctime_ns)


def _is_plain(about: os.stat_result) -> bool:
    return (about.st_mode & 0o170000) == 0o100000
