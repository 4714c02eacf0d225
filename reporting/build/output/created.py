"""New files, such as the record of a next round: all of them or none, and never in the place of anything that is there."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path, PurePosixPath

from reporting.build.output.files import write_aside
from reporting.build.output.folders import OpenFolder, opened_folder, told
from reporting.problems import Failed, Place, Problem
from reporting.workspace import is_there

_NO_SECOND_NAMES = frozenset({errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK})
"""What a disk answers that knows no second name for a file, such as a memory stick."""


def create_files(root: Path, contents: Mapping[str, bytes], *, shown: str = "") -> None:
    """Puts new files under `root`, by their path there, in this order.

    Args:
        root: a folder, which is made where it is not there.
        contents: by path.
        shown: what stands before a path when something is said of it.

    Raises:
        Failed: one of them is there already [B012].
        EnvironmentFailed: one of them cannot be written [E002]. Either way none of them is there then.
    """
    with ExitStack() as undone:
        _make_folders(root, contents, shown, undone)
        with ExitStack() as aside:
            ready = {path: _aside(root / path, data, f"{shown}{path}", aside) for path, data in contents.items()}
            for path, temporary in ready.items():
                _put(temporary, root / path, f"{shown}{path}", undone)
        undone.pop_all()


def _make_folders(root: Path, contents: Mapping[str, bytes], shown: str, undone: ExitStack) -> None:
    """Makes the folders that are not there; gone again where it comes to nothing."""
    for path in contents:
        for folder in reversed([root / each for each in PurePosixPath(path).parents] + list(root.parents)):
            with told(f"{shown}{path}"):
                if not is_there(folder):
                    folder.mkdir(exist_ok=True)
                    undone.callback(_remove_folder, folder)


def _aside(path: Path, data: bytes, place: str, aside: ExitStack) -> str:
    """Writes a file beside its place; gives the name that it has there for a while."""
    with told(place), opened_folder(path.parent, ".", make=False) as here:
        temporary = write_aside(here, path.name, data)
        aside.callback(_remove, path.with_name(temporary))
    return temporary


def _put(temporary: str, path: Path, place: str, undone: ExitStack) -> None:
    with told(place), opened_folder(path.parent, ".", make=False) as here:
        try:
            _link(here, temporary, path.name)
        except FileExistsError:
            raise Failed(Problem("B012", "is there already", Place(place), hint="choose another name")) from None
        undone.callback(_remove, path)
        here.sync()


def _link(here: OpenFolder, temporary: str, name: str) -> None:
    try:
        here.link(temporary, name)
    except OSError as error:
        if error.errno not in _NO_SECOND_NAMES:
            raise
        if is_there(here.path / name):
            raise FileExistsError from None
        here.rename(temporary, name)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _remove_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        os.rmdir(folder)  # noqa: PTH106 - only where it is empty
