"""What lies in an archive and has no business there: nothing in its catalogue tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from reporting.archive.holdings.catalogue import NAME, Catalogue
from reporting.archive.proofs.signatures import SUFFIX
from reporting.archive.proofs.stamps import ANSWER, FOLDER, QUERY
from reporting.build.output.folders import TEMPORARY
from reporting.build.output.lock import LOCK

OWN = frozenset({NAME, QUERY, ANSWER, FOLDER, LOCK})
"""What the archive keeps beside its packages; stamps are judged one by one elsewhere."""


def strays(root: Path, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Each path that the catalogue does not account for, with what it is, in order.

    Packages and folders of signed copies are not looked into; those are compared with their own lines.
    """
    known = {PurePosixPath(path) for path in catalogue.packages()}
    known |= {PurePosixPath(f"{path}{SUFFIX}") for path in catalogue.packages() if catalogue.signed(path)}
    above = {parent for path in known for parent in path.parents}
    waiting = sorted(root.iterdir(), reverse=True)
    while waiting:
        path = waiting.pop()
        below = PurePosixPath(path.relative_to(root).as_posix())
        if path.is_symlink():
            yield str(below), "is a link, and an archive holds none"
        elif str(below) in OWN or str(below).startswith(TEMPORARY):
            continue
        elif below in above and path.is_dir():
            waiting += sorted(path.iterdir(), reverse=True)
        elif below not in known:
            yield str(below), "has no line in the catalogue"
