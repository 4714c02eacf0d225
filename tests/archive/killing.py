"""Kills a run of `archive` at random moments, and looks at what is left.

    python -m tests.archive.killing FOLDER --kills 300 --seed 1

FOLDER holds an office (see `support.py`) whose papers are built. Each run is forked, so that the time goes into the
archive and not into starting Python. Prints one line for each fault and ends with 1 if there is one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random  # noqa: TID251 - seeded: the same seed kills at the same moments

from reporting.archive.catalogue import breaks, load_catalogue
from reporting.archive.store import DEPTH
from reporting.archive.verify import differences, kind_of
from tests.archive.support import FIRST_ROUND, SECOND_ROUND, Office, closed

SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGINT)
ROUNDS = (FIRST_ROUND, SECOND_ROUND)


def main(arguments: list[str] | None = None) -> int:
    """The command line; gives the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    office, random = Office(given.folder), Random(given.seed)  # noqa: S311 - no secret
    whole = lasting(office)
    faults, torn_off = [], 0
    for number in range(given.kills):
        if number % 5 == 0:
            shutil.rmtree(office.archive, ignore_errors=True)
        is_killed = killed(office, random.uniform(0, whole), random.choice(SIGNALS))
        torn_off += is_killed
        faults += [f"kill {number}: {fault}" for fault in found(office.archive)]
    closing(office)
    faults += [f"at the end: {fault}" for fault in found(office.archive, at_rest=True)]
    print("\n".join([*faults, f"{given.kills} runs, {torn_off} ended before they were done, {len(faults)} faults"]))
    return 1 if faults else 0


def lasting(office: Office) -> float:
    """Seconds that a run takes which nobody ends."""
    closing(office)
    shutil.rmtree(office.archive)
    started = time.perf_counter()
    closing(office)
    return time.perf_counter() - started


def closing(office: Office) -> None:
    for round_ in ROUNDS:
        closed(office, round_)


def killed(office: Office, after: float, sent: signal.Signals) -> bool:
    """Starts a run and ends it after some seconds; gives whether it was not done by then."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            closing(office)
        except KeyboardInterrupt:
            os._exit(130)
        os._exit(0)
    time.sleep(after)
    os.kill(child, sent)
    _, status = os.waitpid(child, 0)
    return status != 0


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
    sys.exit(main())
