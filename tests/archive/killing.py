"""Kills a run of `archive` at random moments, and looks at what is left.

    python -m tests.archive.killing FOLDER --kills 300 --seed 1

FOLDER holds an office (see `support.py`) whose papers are built.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from reporting.archive.holdings.catalogue import breaks, load_catalogue
from reporting.archive.holdings.store import DEPTH
from reporting.archive.verify import differences, kind_of
from tests.archive.support import FIRST_ROUND, SECOND_ROUND, Office, closed
from tests.support.killing import kills, seconds_of

ROUNDS = (FIRST_ROUND, SECOND_ROUND)


class Closings:
    """Runs that close two rounds; every fifth one begins the archive anew."""

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder)
        self.run()
        shutil.rmtree(self.office.archive)
        self.seconds = seconds_of(self.run)

    def turn(self, number: int) -> None:
        if number % 5 == 0:
            shutil.rmtree(self.office.archive, ignore_errors=True)

    def run(self) -> object:
        return [closed(self.office, round_) for round_ in ROUNDS]

    def found(self) -> Iterator[str]:
        return found(self.office.archive)

    def found_at_rest(self) -> Iterator[str]:
        self.run()
        return found(self.office.archive, at_rest=True)


def found(root: Path, *, at_rest: bool = False) -> Iterator[str]:
    """What is wrong with an archive; at rest also what a run leaves to the next one."""
    catalogue = load_catalogue(root)
    packages = catalogue.packages()
    yield from (problem.sentence for problem in breaks(catalogue, "catalogue.jsonl"))
    for path in packages:
        if not (root / path).is_dir():
            yield f"{path} has a line and is not there"
    for folder in root.glob("/".join("*" * DEPTH)):
        path = folder.relative_to(root).as_posix()
        seal = str(packages[path].value["sha256"]) if path in packages else None
        if not path.startswith(".") and (kind_of(folder) is None or differences(folder, seal)):
            yield f"{path} is torn"
        if at_rest and path not in packages:
            yield f"{path} has no line"
    if at_rest:
        yield from (f"{left.name} was left" for left in root.glob(".tmp-*"))


if __name__ == "__main__":
    sys.exit(kills(Closings))
