"""The archive on disk: packages put there whole or not at all, the catalogue's line last.

A package is written aside, forced to the disk and renamed; then the catalogue is replaced by one with a line more. A
run that is killed between both leaves a whole package without a line, which the next run adopts. Nothing that lies in
the archive is ever changed or deleted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from reporting.archive.holdings.catalogue import NAME, Catalogue, Entry, breaks, closed_line, load_catalogue
from reporting.archive.holdings.contradictions import contradictions
from reporting.archive.layouts.table import LAYOUTS
from reporting.archive.package.about import FILE as ABOUT
from reporting.archive.package.about import About, about_from_json
from reporting.archive.verify import differences, kind_of, seal_of
from reporting.build.output.files import plain_bytes, write_files
from reporting.build.output.folders import TEMPORARY, clear_away, opened_folder, sync_folder, told
from reporting.build.output.lock import locked
from reporting.problems import Failed, Place, Problem

FOLDER = "archive"
DEPTH = 4
"""Folders from the archive down to a package: dialogue, round, audience, version."""


class Archive:
    """An archive whose lock this process holds."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.catalogue: Catalogue = load_catalogue(root)
        self.adopted: list[str] = []
        """Paths of packages that a killed run had left without a line."""

    def latest(self, series: str, layout: str) -> tuple[str, About] | None:
        """Path and word of the newest version of a package.

        Raises:
            Failed: it is not as it was closed [A020].
        """
        versions = self.catalogue.versions(series, layout)
        if not versions:
            return None
        path = versions[-1].path
        check_whole(self.root / path, path, str(versions[-1].value["sha256"]))
        return path, read_about(self.root / path)

    def put(self, path: str, files: Mapping[str, bytes], about: About) -> Entry:
        """Puts a package there and gives its line.

        Raises:
            Failed: something lies there already [A006].
            EnvironmentFailed: it cannot be written [E002].
        """
        self.put_beside(path, files)
        return self._note(path, about)

    def put_beside(self, path: str, files: Mapping[str, bytes]) -> None:
        """Puts a folder there that is no package of its own, such as signed copies; its line is for the caller.

        Raises: as `put`.
        """
        if os.path.lexists(self.root / path):
            raise Failed(_in_the_way(self.root, path))
        with told(f"{self.root.name}/{path}"):
            _put_whole(self.root, path, files)

    def adopt(self) -> None:
        """Gives a line to every whole package that has none.

        Raises:
            Failed: one of them is not whole [A006].
        """
        for path in unlisted(self.root, self.catalogue):
            package = self.root / path
            is_own = package.resolve() == self.root.resolve() / path
            about = read_about(package) if is_own and not differences(package) else None
            if about is None or LAYOUTS[about.layout].path(about) != path:
                raise Failed(_in_the_way(self.root, path))
            self._note(path, about)
            self.adopted.append(path)

    def append(self, *values: dict[str, object]) -> None:
        """Adds lines to the catalogue, all of them or none."""
        self.catalogue = self.catalogue.plus(values)
        write_files(self.root, ".", {NAME: self.catalogue.raw}, shown=f"{self.root.name}/{NAME}")

    def _note(self, path: str, about: About) -> Entry:
        package = self.root / path
        sizes = [each.stat().st_size for each in package.rglob("*") if each.is_file()]
        line = closed_line(about, path, seal_of(package), len(sizes), sum(sizes))
        lines = [line]
        if about.replaces:
            lines.append({"kind": "replaced", "package": about.replaces, "replaced_by": path, "on": about.closed})
        self.append(*lines)
        return self.catalogue.packages()[path]


@contextmanager
def opened(root: Path, *, adopts: bool = False) -> Iterator[Archive]:
    """The archive, for one process at a time; what killed runs left is cleared away.

    Args:
        root: its folder.
        adopts: give a line to packages that killed runs left without one; whoever asks for it tells of them.

    Raises:
        Failed: the catalogue is not as it was written [A021, A025], or a package without a line is not whole [A006].
        EnvironmentFailed: it cannot be written [E002], or another process does not let go of it [E003].
    """
    with locked(root):
        for left in sorted(root.glob(f"{TEMPORARY}*")):
            clear_away(left)
        archive = Archive(root)
        file = f"{root.name}/{NAME}"
        if found := [*breaks(archive.catalogue, file), *contradictions(archive.catalogue, file)]:
            raise Failed(found)
        if adopts:
            archive.adopt()
        yield archive


def read_about(package: Path) -> About:
    """What a package says of itself.

    Raises:
        Failed: it says nothing that can be read [A020].
    """
    for layout in LAYOUTS.values():
        path = package / layout.payload / ABOUT
        if data := plain_bytes(path):
            try:
                about = about_from_json(data)
            except ValueError:
                break
            if about.layout in LAYOUTS:
                return about
    raise Failed(Problem("A020", f"has no {ABOUT} that can be read", Place(package.name)))


def check_whole(package: Path, path: str, seal: str | None) -> None:
    """Makes sure that a package is as it was closed.

    Raises:
        Failed: it is not; one problem for each difference [A020].
    """
    if not package.is_dir():
        raise Failed(Problem("A023", "is in the catalogue and not in the archive", Place(path)))
    found = [
        Problem("A020", each.what, Place(f"{path}/{each.path}".rstrip("/"))) for each in differences(package, seal)
    ]
    if found:
        raise Failed(found)


def unlisted(root: Path, catalogue: Catalogue) -> list[str]:
    """Packages that lie in the archive and have no line in its catalogue."""
    found = (path.relative_to(root).as_posix() for path in root.glob("/".join("*" * DEPTH)) if kind_of(path))
    return sorted(path for path in found if path not in catalogue.packages() and not path.startswith("."))


def _put_whole(root: Path, path: str, files: Mapping[str, bytes]) -> None:
    aside = root / f"{TEMPORARY}{os.getpid()}"
    try:
        for name, data in files.items():
            _write(aside / name, data)
        for folder in sorted({(aside / name).parent for name in files} | {aside}, reverse=True):
            sync_folder(folder)
        final = root / path
        # Step by step: a link among the folders would lead the package out of the archive.
        with opened_folder(root, str(PurePosixPath(path).parent), make=True):
            aside.rename(final)
        for folder in final.relative_to(root).parents:
            sync_folder(root / folder)
    except BaseException:
        clear_away(aside)
        raise


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _in_the_way(root: Path, path: str) -> Problem:
    return Problem(
        "A006",
        "lies in the archive without a line in the catalogue, and is no whole package",
        Place(f"{root.name}/{path}"),
        "look at what it is and move it away; nothing in an archive is deleted by this program",
    )
