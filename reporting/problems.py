"""Problems: values with a place, a sentence, a code and a mend.

Bad input never ends in a traceback. Whoever finds a fault makes a `Problem` and
goes on; what stops the run is raised as `Failed`, which carries all of them.
Each code is explained in `reporting/codes/`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

BY_MEND = frozenset({"T017"})
"""Codes of which two findings at one place are the same when their mend is: one paper may say more than another."""


class Severity(StrEnum):
    """How much a problem weighs: an error stops the paper it belongs to, a warning does not, a note waits to be asked for."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file something stands. Lines and columns count from 1; 0 means "the whole file"."""

    file: str
    """Path from the workspace's root, with forward slashes."""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column or 1}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, complete enough to be shown alone."""

    code: str
    """A letter for the floor that found it and three digits, such as `Y014`."""
    sentence: str
    """What is wrong, as a sentence without a full stop; never quotes the value of a restricted field."""
    place: Place | None = None
    hint: str | None = None
    """What to do about it."""
    severity: Severity = Severity.ERROR
    trail: str | None = None
    """The way down to nested data, such as `round > outcomes[1] > deadline`."""
    also: tuple[Place, ...] = ()
    """Other places that belong to the finding, such as the first of two equal keys."""
    aside: tuple[str, str | None] | None = None
    """Sentence and hint with the value in it, for the eyes of who sits before the record; no log is given them."""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


class Failed(Exception):
    """What stops a run: one problem or more, all of them meant for the user.

    Attributes:
        problems: every problem known when the run stopped, in order of place.
    """

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        found = (problems,) if isinstance(problems, Problem) else tuple(problems)
        self.problems: tuple[Problem, ...] = in_order(found)
        super().__init__("; ".join(problem.sentence for problem in self.problems))


class EnvironmentFailed(Failed):
    """The machine, not the workspace, is at fault: a missing library, a full disk (exit 3)."""


class Stopped(BaseException):
    """The run was told to end by a signal other than Ctrl-C, as by `kill`, a service manager or a terminal that is closed.

    Like Ctrl-C it is no Exception, so that everything is put in order on the way out and nothing holds it up.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)


def interruption_behind(error: BaseException) -> KeyboardInterrupt | Stopped | None:
    """The Ctrl-C or signal that was being followed when the error came about, as when it cut a cleanup short, if any."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, (KeyboardInterrupt, Stopped)):
        cause = cause.__context__
    return cause


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repetition, by file, line and column, those without a place first."""
    return tuple(sorted(dict.fromkeys(problems), key=_key))


def merged(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in order; what several papers found at one place is one problem, with their other places together."""
    found: dict[tuple[object, ...], Problem] = {}
    for each in in_order(problems):
        key = each.code, each.severity, each.place, each.hint if each.code in BY_MEND else each.sentence
        first = found.get(key)
        if first is None:
            found[key] = each
        elif each.place:
            # The shorter way down is that of the paper itself, and not of one inside of another.
            trail = min((first.trail, each.trail), key=lambda trail: len(trail or ""))
            found[key] = replace(first, trail=trail, also=tuple(dict.fromkeys((*first.also, *each.also))))
    return tuple(found.values())


def _key(problem: Problem) -> tuple[str, int, int, str, str]:
    place = problem.place or Place("")
    return place.file, place.line, place.column, problem.code, problem.sentence


Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Checked(Generic[Value]):
    """A value and what was found on the way to it; it may be used only as far as its problems allow."""

    value: Value
    problems: tuple[Problem, ...] = ()
    """Errors and warnings alike, in order of place."""

    @property
    def is_sound(self) -> bool:
        return not any(problem.is_error for problem in self.problems)
