"""Kills builds at random moments, and looks at what is left.

    python -m tests.build.killing FOLDER --kills 300 --seed 1

FOLDER is empty or new. Each build is forked, so that the time goes into the build and not into starting Python. Prints
one line for each fault and ends with 1 if there is one.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random  # noqa: TID251 - seeded: the same seed kills at the same moments

from reporting.build.report import Order
from reporting.workspace import Folder
from tests.support.starter import FIRST, SECOND, built, bytes_of, small_workspace

SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGINT)
LAKE = ("the level of the lake", "the depth of the lake")
ORDER = Order(jobs=0, force=True)
Sets = Mapping[str, Mapping[str, bytes]]
"""For each folder of a round, its papers."""


def main(arguments: list[str] | None = None) -> int:
    """The command line; gives the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    workspace, random = small_workspace(given.folder), Random(given.seed)  # noqa: S311 - no secret
    sets, whole = both(workspace)
    faults, torn_off = [], 0
    for number in range(given.kills):
        say(workspace, number % 2)
        torn_off += killed(workspace, random.uniform(0, 1.4 * whole), random.choice(SIGNALS))
        faults += [f"kill {number}: {fault}" for fault in found(workspace, sets)]
    say(workspace, 1)
    built(workspace)
    faults += [f"at the end: {fault}" for fault in found(workspace, sets[-1:])]
    built(workspace, ORDER)
    faults += [f"at the end: {fault}" for fault in found(workspace, sets[-1:], at_rest=True)]
    print("\n".join([*faults, f"{given.kills} builds, {torn_off} ended before they were done, {len(faults)} faults"]))
    return 1 if faults else 0


def both(workspace: Folder) -> tuple[list[Sets], float]:
    """The papers of the two records that the builds turn between, and the seconds that a build takes."""
    sets: list[Sets] = []
    seconds = 0.0
    for which in (0, 1):
        say(workspace, which)
        started = time.perf_counter()
        built(workspace, ORDER)
        seconds = time.perf_counter() - started
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


def killed(workspace: Folder, after: float, sent: signal.Signals) -> bool:
    """Starts a build and ends it after some seconds; gives whether it was not done by then."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            built(workspace, ORDER)
        except KeyboardInterrupt:
            os._exit(130)
        os._exit(0)
    time.sleep(after)
    os.kill(child, sent)
    _, status = os.waitpid(child, 0)
    return status != 0


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
