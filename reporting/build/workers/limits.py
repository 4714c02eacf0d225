"""What the making of one paper may cost, and what is said of a paper that wants more."""

from __future__ import annotations

import signal
from dataclasses import dataclass

from reporting.problems import Problem

ENOUGH = "a picture, a table or a loop in its template may have no end; what changed last?"
CRASHES = {"SIGSEGV", "SIGABRT", "SIGTRAP", "SIGBUS", "SIGILL", "SIGFPE"}
"""How a library ends a process that it cannot go on with; GLib does so when memory runs out."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use up for one paper in all its formats. Tests set them small."""

    cpu: float = 120
    """Seconds of processor time."""
    grace: float = 5
    """Seconds of processor time more, after which the system ends a worker that does not listen."""
    wall: float = 300
    """Seconds by the clock."""
    memory: int = 4 << 30
    """Bytes of address space, with libraries and fonts."""
    size: int = 256 << 20
    """Bytes of all files together."""
    files: int = 64
    """Files that are open at once."""

    def stalled(self) -> Problem:
        return Problem("B020", f"was not done after {self.wall:g} seconds and was given up", hint=ENOUGH)

    def slow(self) -> Problem:
        return Problem("B021", f"took more than {self.cpu:g} seconds of processor time and was given up", hint=ENOUGH)

    def large(self) -> Problem:
        return Problem("B022", f"needs more than {_size(self.memory)} of memory and was given up", hint=ENOUGH)

    def bulky(self) -> Problem:
        return Problem("B025", f"would be larger than {_size(self.size)} and was given up", hint=ENOUGH)

    def ended(self, status: int | None) -> Problem:
        """What is said of a worker that ended before its paper was done.

        Args:
            status: as `os.waitpid` gives it; None where nobody knows.
        """
        if status is None or status & 0x7F == 0:
            return DIED
        name = signal.Signals(status & 0x7F).name
        if name in ("SIGPROF", "SIGXCPU"):
            return self.slow()
        if name in CRASHES:
            return Problem("B024", f"made a library give up ({name}), as it does when memory runs out", hint=ENOUGH)
        return DIED


DEEP = Problem("B026", "is nested too deeply to be laid out", hint="does a list, a table or a macro hold itself?")
CROWDED = Problem(
    "E005",
    "the system gives no room for another process",
    hint="end others, or let this user have more processes and memory (`ulimit -u`, `ulimit -v`), and try again",
)
DIED = Problem(
    "B024",
    "the process that made it ended before it was done",
    hint="was it ended from outside, or did the machine run out of memory? build again; `reporting doctor` looks closer",
)


def _size(number: int) -> str:
    return f"{number / (1 << 30):g} GiB" if number >= 1 << 30 else f"{number / (1 << 20):g} MiB"
