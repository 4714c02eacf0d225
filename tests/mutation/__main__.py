"""Usage: python -m tests.mutation [--each N] [--only PART]...

For each part of the program a number of changes is drawn from all that can be made, by a fixed seed; the module is
changed in a copy of the tree, and the tests that belong to it are run against that until one of them fails.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from random import Random  # noqa: TID251 - seeded: the same seed draws the same changes
from typing import Final

from tests.mutation.changes import Change, changes
from tests.mutation.parts import PARTS, Group
from tests.mutation.trying import Trials, copied, seconds_as_it_is

GOAL: Final = 85
"""Per cent of the changes that have to be noticed."""
ALL: Final = 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=60, help="changes drawn for each part; 0 for all there are")
    parser.add_argument("--only", action="append", choices=PARTS, help="one part alone")
    parser.add_argument("--module", action="append", help="changes of one module alone, such as audiences/view.py")
    parser.add_argument("--what", default="", help="changes of one kind alone, such as `call left out`")
    parser.add_argument("--seed", default="", help="draws other changes")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)), help="trials at once")
    parser.add_argument("--seconds", type=float, help="of a trial at most; left out, as the tests take unchanged")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copies = [Trials(copied(Path(folder, str(number)))) for number in range(asked.jobs)]
        scores = []
        for part in asked.only or PARTS:
            limits = _limits(PARTS[part], copies[0].copy, asked.seconds, asked.module)
            scores.append(tried(part, drawn(part, asked.each, asked), copies, limits))
    return int(min(scores) < GOAL)


def drawn(part: str, number: int, asked: argparse.Namespace) -> list[tuple[Group, Change]]:
    """As many changes of a part as are tried, the same ones each time; none that is known to alter nothing.

    They come in no order, so that the first of them are a fair sample where somebody ends the trials before the last.
    """
    every = [
        (group, change)
        for group in PARTS[part]
        for module in group.modules
        if asked.module is None or module in asked.module
        for change in changes(module)
        if asked.what in change.what and not change.is_known_to_alter_nothing()
    ]
    random = Random(f"{part}{asked.seed}")  # noqa: S311 - no secret
    return random.sample(every, min(number or len(every), len(every)))


def _limits(groups: tuple[Group, ...], copy: Path, seconds: float | None, only: list[str] | None) -> dict[Group, float]:
    """For each group the seconds that a trial may take; its tests have to pass as it is."""
    if seconds is not None:
        return dict.fromkeys(groups, seconds)
    found = {}
    for group in groups:
        if only is None or set(only) & set(group.modules):
            as_it_is = seconds_as_it_is(copy, group.tests)
            if as_it_is is None:
                sys.exit(f"tests of {group.modules[0]} and its like fail as it is")
            found[group] = 30 + 4 * as_it_is
    return found


def tried(part: str, every: list[tuple[Group, Change]], copies: list[Trials], limits: dict[Group, float]) -> int:
    """The score of a part in per cent; prints what nobody noticed."""
    free: SimpleQueue[Trials] = SimpleQueue()
    for each in copies:
        free.put(each)

    def is_noticed(one: tuple[Group, Change]) -> bool:
        trials = free.get()
        try:
            return trials.is_noticed(one[1], one[0].tests, limit=limits[one[0]])
        finally:
            free.put(trials)

    seen = 0
    for number, (change, noticed) in enumerate(_each(is_noticed, every, len(copies))):
        seen += noticed
        if not noticed:
            print(f"  reporting/{change.module}:{change.line}: {change.what}: {change.code}", flush=True)
        print(f"{part}: {seen} of {number + 1} so far", end="\r", file=sys.stderr, flush=True)
    score = 100 * seen // max(1, len(every))
    print(f"{part}: {seen} of {len(every)} changes noticed, {score} %", flush=True)
    return score


def _each(
    is_noticed: Callable[[tuple[Group, Change]], bool], every: list[tuple[Group, Change]], jobs: int
) -> Iterator[tuple[Change, bool]]:
    """Changes with whether they were noticed, as many at once as there are copies."""
    with ThreadPoolExecutor(jobs) as pool:
        for one, noticed in zip(every, pool.map(is_noticed, every), strict=True):
            yield one[1], noticed


if __name__ == "__main__":
    sys.exit(main())
