"""The workspace: the one door through which files come in.

Any folder with `data/house.yaml` is a workspace. Its `templates/` override those that the package ships, file by file.
Tests hand over one in memory; a build keeps what was read, with hashes, since what was read is what a paper depends on.
"""

from __future__ import annotations

import functools
import hashlib
import operator
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from reporting.problems import EnvironmentFailed, Failed, Place, Problem

HOUSE = "data/house.yaml"
LARGEST = 16 << 20
"""Bytes; no file of a workspace is larger."""


class Workspace:
    """Files by their path from the root, with forward slashes. Subclasses say where they come from."""

    def __init__(self) -> None:
        self.read_hashes: dict[str, str] = {}
        """SHA-256 of each file read so far, by path."""

    def read(self, path: str) -> bytes:
        """The bytes of a file.

        Raises:
            Failed: it is not there, is no plain file, is too large, or leads out of the workspace.
        """
        data = self._bytes(path)
        self.read_hashes[path] = hashlib.sha256(data).hexdigest()
        return data

    def has(self, path: str) -> bool:
        """Whether `read(path)` would find a file."""
        raise NotImplementedError

    def paths(self, folder: str) -> list[str]:
        """Every file under a folder, at any depth, sorted; hidden files and links are left out."""
        raise NotImplementedError

    def _bytes(self, path: str) -> bytes:
        raise NotImplementedError


class Folder(Workspace):
    """A workspace on disk. Templates that it lacks come from the package."""

    def __init__(self, root: Path, shipped: Path | None = None) -> None:
        super().__init__()
        self.root = root
        self.shipped = shipped or shipped_templates()

    def has(self, path: str) -> bool:
        return self._found(path) is not None

    def paths(self, folder: str) -> list[str]:
        found = set(_walk(self.root, folder))
        if folder.partition("/")[0] == "templates":
            found.update(_walk(self.shipped.parent, folder, name=self.shipped.name))
        return sorted(found)

    def _found(self, path: str) -> Path | None:
        own = self.root / _inside(path)
        try:
            if is_there(own):
                return own
        except OSError as error:
            raise unreadable(error, path) from None
        if path.startswith("templates/"):
            shipped = self.shipped / path.removeprefix("templates/")
            if shipped.is_file():
                return shipped
        return None

    def _bytes(self, path: str) -> bytes:
        found = self._found(path)
        if found is None:
            raise Failed(Problem("B001", f"there is no file {path}", Place(path)))
        return _plain_file(found, path)


class Memory(Workspace):
    """A workspace of given texts, for tests."""

    def __init__(self, contents: Mapping[str, bytes | str], *, shipped: bool = False) -> None:
        super().__init__()
        self.contents = {path: text.encode() if isinstance(text, str) else text for path, text in contents.items()}
        if shipped:
            folder = shipped_templates()
            for path in _walk(folder.parent, "templates", name=folder.name):
                self.contents.setdefault(path, (folder / path.removeprefix("templates/")).read_bytes())

    def has(self, path: str) -> bool:
        return path in self.contents

    def paths(self, folder: str) -> list[str]:
        return sorted(path for path in self.contents if path.startswith(f"{folder}/"))

    def _bytes(self, path: str) -> bytes:
        if path not in self.contents:
            raise Failed(Problem("B001", f"there is no file {path}", Place(path)))
        return self.contents[path]


def find_workspace(start: Path) -> Folder:
    """The workspace that `start` lies in, looking upwards.

    Raises:
        Failed: neither `start` nor a folder above it holds `data/house.yaml`.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / HOUSE).is_file():
            return Folder(folder)
    hint = "go into a workspace, name it with --root, or make one with `reporting init DIR`"
    raise Failed(Problem("B002", f"neither {start} nor a folder above it is a workspace (no {HOUSE})", hint=hint))


def shipped_templates() -> Path:
    """The templates that the package carries: in a wheel inside of it, in a checkout beside it."""
    inside = Path(__file__).parent / "templates"
    return inside if inside.is_dir() else inside.parent.parent / "templates"


def flags(*names: str) -> int:
    """What `os.open` is asked for beyond reading and writing, as far as the system has it."""
    return functools.reduce(operator.or_, (getattr(os, name, 0) for name in names), 0)


PLAIN: Final = os.O_RDONLY | flags("O_NOFOLLOW", "O_NONBLOCK")
"""How a plain file is opened: a link is not followed, and a pipe holds nobody up."""


def is_there(path: Path) -> bool:
    """Whether anything has this name, be it a link that leads nowhere.

    Raises:
        OSError: the disk does not say. `os.path.lexists` takes that for a no, and what lies there would be written over.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _inside(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or "\0" in path:
        raise Failed(Problem("B003", f"the path {path!r} leads out of the workspace"))
    return path


def _plain_file(found: Path, path: str) -> bytes:
    try:
        handle = os.open(found, PLAIN)
        with os.fdopen(handle, "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST:
                raise Failed(Problem("B004", "is no plain file, or is larger than 16 MiB", Place(path)))
            # Room is made for as much as is asked for, so the most is asked for of a file only that grew meanwhile.
            data = file.read(about.st_size + 1)
            return data if len(data) <= about.st_size else data + file.read(LARGEST - about.st_size)
    except FileNotFoundError:
        raise Failed(Problem("B001", f"there is no file {path}", Place(path))) from None
    except OSError as error:
        raise unreadable(error, path) from None


def unreadable(error: OSError, path: str) -> EnvironmentFailed:
    """What the system answered to reading a file, as a problem."""
    hint = "look at its rights and at those of the folders above it; on a network drive, see that it is connected"
    reason = (error.strerror or type(error).__name__).lower()
    return EnvironmentFailed(Problem("E001", f"cannot be read: {reason}", Place(path), hint))


def _walk(root: Path, folder: str, *, name: str | None = None) -> Iterator[str]:
    top = root / (folder if name is None else folder.replace("templates", name, 1))

    def refuse(error: OSError) -> None:
        # A folder that cannot be listed is not an empty one: papers of its records would be taken away.
        if not isinstance(error, (FileNotFoundError, NotADirectoryError)):
            raise unreadable(error, folder) from None

    for where, folders, names in os.walk(top, onerror=refuse):
        folders[:] = sorted(each for each in folders if not each.startswith((".", "__")))
        here = Path(where)
        below = here.relative_to(top).as_posix()
        for each in names:
            if not each.startswith(".") and not (here / each).is_symlink():
                yield f"{folder}/{each}" if below == "." else f"{folder}/{below}/{each}"
