"""The files that papers can depend on, with their hashes: one pass over `data/` and `templates/`."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from reporting.build.output.files import Written, written
from reporting.workspace import Folder, is_there, unreadable

FOLDERS = ("data", "templates")
UNSETTLED = 2_000_000_000
"""Nanoseconds. A file changed this short a time ago may change once more within the same tick of the disk's clock."""


def look(workspace: Folder, known: Mapping[str, Written]) -> dict[str, Written]:
    """Every input as it lies on disk. One whose size and times are known is not read again."""
    found: dict[str, Written] = {}
    for folder in FOLDERS:
        for path in workspace.paths(folder):
            place = _place(workspace, path)
            about = _about(place)
            if about is None:
                continue
            before = known.get(path)
            if before and before.is_known_by(about):
                found[path] = before
            elif now := _written(place, path):
                found[path] = now
    return found


def _written(place: Path, path: str) -> Written | None:
    try:
        return written(place)
    except OSError as error:
        raise unreadable(error, path) from None


def settled(found: Mapping[str, Written], now: int) -> dict[str, Written]:
    """The inputs as they may be remembered: the time of one changed just before `now` is not to be trusted."""
    return {
        path: each if max(each.modified, each.marked) < now - UNSETTLED else Written(each.sha256, each.size, 0)
        for path, each in found.items()
    }


def disk_time(path: Path) -> int:
    """What the disk's own clock says, read from a file that is touched for it; the machine's clock is not asked."""
    os.utime(path)
    return path.stat().st_mtime_ns


def changed(before: Mapping[str, Written], now: Mapping[str, Written]) -> dict[str, str]:
    """What happened to each input that is not as it was: `changed`, `added` or `removed`."""
    what = {path: "removed" for path in before if path not in now}
    for path, each in now.items():
        if path not in before:
            what[path] = "added"
        elif before[path].sha256 != each.sha256:
            what[path] = "changed"
    return dict(sorted(what.items()))


def hash_of(files: Mapping[str, Written], paths: Iterable[str]) -> str:
    """The hashes of some inputs as one text; an input that is not there counts as empty."""
    return " ".join(f"{path}={files[path].sha256 if path in files else ''}" for path in sorted(set(paths)))


def _place(workspace: Folder, path: str) -> Path:
    own = workspace.root / path
    if path.startswith("templates/") and not is_there(own):
        return workspace.shipped / path.removeprefix("templates/")
    return own


def _about(place: Path) -> os.stat_result | None:
    try:
        about = os.lstat(place)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return about if stat.S_ISREG(about.st_mode) else None
