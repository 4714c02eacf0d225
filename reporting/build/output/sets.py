"""A round's papers for one audience, put in the place of the old ones all at once.

A set is made in a folder beside the old one: what stays is linked into it, what is new is written. Then the two
folders change places. A reader, a crash and a full disk find the old set or the new one, never some of each. Where a
disk cannot exchange folders, the files are renamed one by one, and the state, which is written last, tells of it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from reporting.build.output.exchange import exchange
from reporting.build.output.files import Written, remove_file, write_files
from reporting.build.output.folders import TEMPORARY, clear_away, opened_folder, told
from reporting.workspace import is_there

FLAGS, FIXED = 0x80086601, 0x30
"""FS_IOC_GETFLAGS, and the flags of a file that nobody may change or only lengthen (linux/fs.h)."""
Mark = tuple[int, int]
"""What tells a file from another one of its name: its number on the disk and its time of change."""


class PaperSet:
    """The folder `root/folder` as it will be. Nothing there changes before `commit`."""

    def __init__(self, root: Path, folder: str) -> None:
        """Begins with what lies there.

        Raises:
            EnvironmentFailed: the folder cannot be read, or nothing can be written beside it [E002].
        """
        path = PurePosixPath(folder)
        self.root, self.folder = root, folder
        self._above, self._name = str(path.parent), path.name
        self._aside = f"{TEMPORARY}{os.getpid()}-{path.name}"
        self._known: dict[str, Mark] = {}
        self._put: dict[str, None] = {}
        self._gone: dict[str, None] = {}
        with told(f"{root.name}/{folder}"):
            try:
                with opened_folder(root, f"{self._above}/{self._aside}", make=True):
                    self._follow(self.path)
            except BaseException:
                self.drop()
                raise

    @property
    def path(self) -> Path:
        return self.root / self.folder

    @property
    def aside(self) -> Path:
        """Where the set is made."""
        return self.root / self._above / self._aside

    def put(self, contents: Mapping[str, bytes]) -> dict[str, Written]:
        """Adds files, in the place of older ones of these names.

        Raises:
            EnvironmentFailed: they cannot be written [E002].
        """
        placed = write_files(
            self.root, f"{self._above}/{self._aside}", contents, shown=f"{self.root.name}/{self.folder}"
        )
        self._put.update(dict.fromkeys(contents))
        for name in contents:
            self._gone.pop(name, None)
        return placed

    def rename(self, name: str, new: str) -> None:
        """Gives a file of the old set another name.

        Raises:
            EnvironmentFailed: it cannot be renamed [E002].
        """
        with told(f"{self.root.name}/{self.folder}/{name}"):
            (self.aside / name).replace(self.aside / new)
        self._gone[name] = self._put[new] = None

    def remove(self, name: str) -> None:
        """Leaves a file of the old set out.

        Raises:
            EnvironmentFailed: it cannot be removed [E002].
        """
        remove_file(self.root, f"{self._above}/{self._aside}/{name}", keep_folders=True)
        self._gone[name] = None

    def commit(self) -> None:
        """Puts the set in its place.

        Raises:
            EnvironmentFailed: that cannot be done [E002]; the old set is whole.
        """
        with told(f"{self.root.name}/{self.folder}"):
            try:
                with opened_folder(self.root, self._above, make=True) as above:
                    # Somebody may have saved a file there meanwhile.
                    self._follow(self.path)
                    self._change_places(above.handle)
                    above.sync()
            finally:
                self.drop()

    def drop(self) -> None:
        """Forgets the set; after `commit`, the old one."""
        clear_away(self.aside)

    def _change_places(self, above: int | None) -> None:
        if not self.path.exists():
            self.aside.rename(self.path)
        elif above is not None and exchange(above, self._aside, self._name):
            self._follow(self.aside, into=self.path)
        else:
            self._rename_one_by_one()

    def _rename_one_by_one(self) -> None:
        for name in self._put:
            (self.aside / name).replace(self.path / name)
        for name in self._gone:
            if name not in self._put:
                (self.path / name).unlink(missing_ok=True)

    def _follow(self, source: Path, *, into: Path | None = None, at: str = "") -> None:
        """Takes over whatever is in a folder and was not there when this was last looked at."""
        target = into or self.aside
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            for path in sorted((source / at).iterdir()):
                name, about = f"{at}{path.name}", path.lstat()
                if path.name.startswith(TEMPORARY):
                    continue
                if stat.S_ISDIR(about.st_mode):
                    (target / name).mkdir(exist_ok=True)
                    self._follow(source, into=into, at=f"{name}/")
                else:
                    self._take(source, target, name, about)

    def _take(self, source: Path, target: Path, name: str, about: os.stat_result) -> None:
        mark = about.st_ino, about.st_mtime_ns
        if self._known.get(name) == mark:
            return
        is_first, self._known[name] = name not in self._known, mark
        there = target / name
        if is_there(there):
            if there.lstat().st_ino == about.st_ino:
                return
            # A paper that somebody saved while its next issue was made.
            there = free_name(there)
        elif not is_first:
            return
        _link(source / name, there, about)


def free_name(path: Path) -> Path:
    """A name for an edited paper that nothing has yet: `talk.en.edited-1.docx`."""
    number = 1
    while is_there(found := path.with_name(f"{path.stem}.edited-{number}{path.suffix}")):
        number += 1
    return found


def _link(source: Path, target: Path, about: os.stat_result) -> None:
    """The same file under a second name; a copy where the disk knows no second names, or the file is another user's."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        if stat.S_ISREG(about.st_mode) and not _is_fixed(source):
            shutil.copy2(source, target, follow_symlinks=False)
        else:
            raise


def _is_fixed(path: Path) -> bool:
    """Whether a file may be neither changed nor removed, so that no set can be put in the place of its own."""
    if sys.platform != "linux":
        return False
    import fcntl

    with contextlib.suppress(OSError), path.open("rb") as file:
        return bool(int.from_bytes(fcntl.ioctl(file, FLAGS, b"\0" * 8), "little") & FIXED)
    return False
