"""Runs that are killed at random moments: what is common to tests of builds, of the archive and of releases.

A kind of run says in a `Victim` how it is got ready, what it does, and what may be wrong afterwards. Each run is forked,
so that the time goes into the run and not into starting Python.
"""

from __future__ import annotations

import argparse
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random  # noqa: TID251 - seeded: the same seed kills at the same moments
from typing import Final, Protocol

SIGNALS: Final = (signal.SIGKILL, signal.SIGKILL, signal.SIGINT)


class Victim(Protocol):
    """Runs of one kind, in a folder of their own."""

    seconds: float
    """How long a run takes which nobody ends."""

    def turn(self, number: int) -> None:
        """Sees to it that the next run, the one of this number, has something to do."""

    def run(self) -> object:
        """The run."""

    def found(self) -> Iterator[str]:
        """What is wrong with what lies there now."""

    def found_at_rest(self) -> Iterator[str]:
        """Runs once more, undisturbed, and gives what is wrong then; nothing of the killed runs may be left."""


def kills(victim_in: Callable[[Path], Victim], arguments: list[str] | None = None) -> int:
    """The command line `FOLDER --kills 300 --seed 1`: prints a line for each fault, and gives 1 where there is one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    victim, random = victim_in(given.folder), Random(given.seed)  # noqa: S311 - no secret
    faults, torn_off = [], 0
    for number in range(given.kills):
        victim.turn(number)
        torn_off += killed(victim.run, random.uniform(0, 1.2 * victim.seconds), random.choice(SIGNALS))
        faults += [f"kill {number}: {fault}" for fault in victim.found()]
    faults += [f"at the end: {fault}" for fault in victim.found_at_rest()]
    print("\n".join([*faults, f"{given.kills} runs, {torn_off} ended before they were done, {len(faults)} faults"]))
    return 1 if faults else 0


def killed(run: Callable[[], object], after: float, sent: signal.Signals) -> bool:
    """Starts a run and ends it after some seconds; gives whether it was not done by then."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            run()
        except BaseException as error:  # noqa: BLE001 - a child must not go on as a second run of the tests
            # Ctrl-C in the middle of a `finally` may come out as another error.
            os._exit(130 if sent == signal.SIGINT or isinstance(error, KeyboardInterrupt) else 1)
        os._exit(0)
    time.sleep(after)
    os.kill(child, sent)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) != 1, "the run failed by itself"
    return status != 0


def seconds_of(run: Callable[[], object]) -> float:
    """How long a run takes."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started
