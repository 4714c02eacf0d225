"""Kills builds at random moments, and looks at what is left.

    python -m tests.build.killing FOLDER --kills 300 --seed 1

FOLDER is empty or new.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from reporting.build.planning.report import Order
from reporting.workspace import Folder
from tests.support.killing import kills, seconds_of
from tests.support.starter import FIRST, SECOND, built, bytes_of, small_workspace

LAKE = ("the level of the lake", "the depth of the lake")
ORDER = Order(jobs=0, force=True)
Sets = Mapping[str, Mapping[str, bytes]]
"""For each folder of a round, its papers."""


class Builds:
    """Builds that turn between two records."""

    def __init__(self, folder: Path) -> None:
        self.workspace = small_workspace(folder)
        self.sets, self.seconds = both(self.workspace)

    def turn(self, number: int) -> None:
        say(self.workspace, number % 2)

    def run(self) -> object:
        return built(self.workspace, ORDER)

    def found(self) -> Iterator[str]:
        return found(self.workspace, self.sets)

    def found_at_rest(self) -> Iterator[str]:
        say(self.workspace, 1)
        built(self.workspace)
        yield from found(self.workspace, self.sets[-1:])
        self.run()
        yield from found(self.workspace, self.sets[-1:], at_rest=True)


def main(arguments: list[str] | None = None) -> int:
    """The command line; gives the exit code."""
    return kills(Builds, arguments)


def both(workspace: Folder) -> tuple[list[Sets], float]:
    """The papers of the two records that the builds turn between, and the seconds that a build takes."""
    sets: list[Sets] = []
    seconds = 0.0
    for which in (0, 1):
        say(workspace, which)
        seconds = seconds_of(lambda: built(workspace, ORDER))
        sets.append(sets_of(workspace.root / "output"))
    return sets, seconds


def say(workspace: Folder, which: int) -> None:
    """Lets the records of both rounds say the one or the other."""
    for folder in (FIRST, SECOND):
        path = workspace.root / folder / "round.yaml"
        path.write_text(path.read_text("utf-8").replace(LAKE[1 - which], LAKE[which]), "utf-8")


def sets_of(root: Path) -> dict[str, dict[str, bytes]]:
    """The papers that a reader sees, by the folder of their round."""
    found: dict[str, dict[str, bytes]] = {}
    for path, data in bytes_of(root).items():
        folder, _, name = path.rpartition("/")
        if ".tmp-" not in folder:
            found.setdefault(folder, {})[name] = data
    return found


def found(workspace: Folder, sets: list[Sets], *, at_rest: bool = False) -> Iterator[str]:
    """What is wrong with the papers: each set must be one of those known, whole; at rest nothing else may lie there."""
    root = workspace.root / "output"
    now = sets_of(root)
    for folder in sets[0]:
        known = [each[folder] for each in sets]
        if now.get(folder) not in known:
            is_mixed = all(data in [each.get(name) for each in known] for name, data in now.get(folder, {}).items())
            yield f"{folder} is {'mixed or not whole' if is_mixed else 'torn'}"
    yield from (f"{path.name} was taken for somebody's edit" for path in root.rglob("*.edited-*"))
    if at_rest:
        yield from (f"{path.name} was left" for path in root.rglob(".tmp-*"))


if __name__ == "__main__":
    sys.exit(main())
