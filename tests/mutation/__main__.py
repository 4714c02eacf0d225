"""Usage: python -m tests.mutation [--each N] [--only PART]...

For each part of the program a number of changes is drawn from all that can be made, by a fixed seed; the module is
changed in a copy of the tree, and the tests that belong to the part are run against it until one of them fails.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random  # noqa: TID251 - seeded: the same seed draws the same changes
from typing import Final

from tests.mutation.changes import Change, changes
from tests.mutation.parts import PARTS
from tests.mutation.trying import copied, is_noticed, seconds_as_it_is

GOAL: Final = 85
"""Per cent of the changes that have to be noticed."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=60, help="changes drawn for each part")
    parser.add_argument("--only", action="append", choices=PARTS, help="one part alone")
    parser.add_argument("--module", action="append", help="changes of one module alone, such as audiences/view.py")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder))
        scores = [tried(part, drawn(part, asked.each, asked.module), copy) for part in asked.only or PARTS]
    return int(min(scores) < GOAL)


def drawn(part: str, number: int, only: list[str] | None = None) -> list[Change]:
    """As many changes of a part as are tried, the same ones each time; none that is known to alter nothing.

    They come in no order, so that the first of them are a fair sample where somebody ends the trials before the last.
    """
    modules = [each for each in PARTS[part].modules if only is None or each in only]
    every = [change for each in modules for change in changes(each) if not change.is_known_to_alter_nothing()]
    random = Random(part)  # noqa: S311 - no secret
    return random.sample(every, min(number, len(every)))


def tried(part: str, every: list[Change], copy: Path) -> int:
    """The score of a part in per cent; prints what nobody noticed."""
    tests = PARTS[part].tests
    seconds = seconds_as_it_is(copy, tests)
    if seconds is None:
        print(f"{part}: its tests fail as it is")
        return 0
    seen = 0
    for number, change in enumerate(every):
        print(f"{part}: {seen} of {number} so far", end="\r", file=sys.stderr, flush=True)
        if is_noticed(change, copy, tests, limit=30 + 4 * seconds):
            seen += 1
        else:
            print(f"  reporting/{change.module}:{change.line}: {change.what}: {change.code}", flush=True)
    score = 100 * seen // max(1, len(every))
    print(f"{part}: {seen} of {len(every)} changes noticed, {score} %", flush=True)
    return score


if __name__ == "__main__":
    sys.exit(main())
