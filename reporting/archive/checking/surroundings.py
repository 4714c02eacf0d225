"""Where things lie: the package of a file, its payload, the archive of a package, and the package of a signed copy."""

from __future__ import annotations

import os
from pathlib import Path

from reporting.archive.holdings.catalogue import NAME
from reporting.archive.holdings.store import DEPTH, read_about
from reporting.archive.layouts.table import LAYOUTS
from reporting.archive.proofs.signatures import SUFFIX
from reporting.archive.verify import kind_of
from reporting.problems import Failed


def package_around(path: Path) -> Path | None:
    """The package that a file lies in: the outermost, of those in an archive where there are any.

    Somebody could put a package of his own into one, and a catalogue, so that a file would be compared with those.
    """
    around = [above for above in reversed(straight(path).parents) if kind_of(above)]
    archived = (each for each in around if _is_archive(each, DEPTH))
    return next(archived, around[0] if around else None)


def straight(path: Path) -> Path:
    """A path from the root on, without turns. Links in it stay: one in an archive must not lead away from its catalogue."""
    plain = Path(os.path.normpath(path.absolute()))
    try:
        return plain if plain.samefile(path) else path.resolve()
    except OSError:
        return path.resolve()


def _is_archive(path: Path, above: int) -> bool:
    """Whether so many folders above a path there is a catalogue."""
    return len(path.parents) >= above and (path.parents[above - 1] / NAME).is_file()


def package_beside(path: Path) -> Path | None:
    """The package of which a file is a signed copy."""
    folder = straight(path).parent
    if not folder.name.endswith(SUFFIX) or not _is_archive(folder, DEPTH):
        return None
    package = folder.with_name(folder.name.removesuffix(SUFFIX))
    return package if kind_of(package) else None


def archive_of(package: Path, named: Path | None) -> Path | None:
    """The archive that a package lies in, or the one that is named for it."""
    if named is not None:
        return named
    return next((each.parents[DEPTH - 1] for each in _ways_to(package) if _is_archive(each, DEPTH)), None)


def _ways_to(path: Path) -> tuple[Path, Path]:
    return straight(path), path.resolve()


def path_of(package: Path, archive: Path) -> str:
    """Where a package lies, or lay, in its archive."""
    for lies, root in zip(_ways_to(package), _ways_to(archive), strict=True):
        if lies.is_relative_to(root):
            return lies.relative_to(root).as_posix()
    try:
        about = read_about(package)
    except Failed:
        return ""
    return LAYOUTS[about.layout].path(about)


def payload_of(package: Path) -> dict[str, bytes]:
    """The files of a package's payload by path."""
    root = package / LAYOUTS[read_about(package).layout].payload
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
