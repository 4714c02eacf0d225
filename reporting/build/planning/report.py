"""What a build was asked for, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from reporting.build.planning.selection import EVERYTHING, Selection
from reporting.problems import Failed, Problem


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of a build."""

    selection: Selection = EVERYTHING
    on: date | None = None
    """The day that counts as today, where one was named."""
    otherwise: date | None = None
    """The day that counts as today where neither the order nor the house names one."""
    jobs: int = 1
    """Papers made at once; tests set 0 for this very process, and no command does."""
    force: bool = False
    """Make papers that are fresh as well."""
    is_dry: bool = False
    """Say what would be made, and write nothing."""
    prune: bool = True
    """Remove papers whose record or type is gone."""
    copies: int = 0
    """How many numbered copies to make of each restricted paper."""


class Status(StrEnum):
    """What became of a paper."""

    MADE = "made"
    FRESH = "fresh"
    FAILED = "failed"
    STALE = "stale"
    """It would be made, were this not a dry run."""
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One paper after the build."""

    name: str
    """Its files under `output/`, without the format."""
    status: Status
    reason: str = ""
    """Why it was stale; empty where it was not."""
    formats: tuple[str, ...] = ()
    """Files written."""
    pages: int = 0
    seconds: float = 0
    problems: tuple[Problem, ...] = ()


@dataclass
class Report:
    """A whole build."""

    outcomes: list[Outcome] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    """Findings in records and templates, which may have kept papers from being made."""

    def count(self, status: Status) -> int:
        return sum(each.status is status for each in self.outcomes)

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many papers there are of each status, those that occur."""
        return {status: self.count(status) for status in Status if self.count(status)}

    @property
    def files(self) -> int:
        """How many files were written."""
        return sum(len(each.formats) for each in self.outcomes if each.status is Status.MADE)

    @property
    def is_sound(self) -> bool:
        """Whether nothing is in error, so that every paper asked for is there and right."""
        return not self.count(Status.FAILED) and not any(problem.is_error for problem in self.problems)


class Teller(Protocol):
    """Who is told how a build goes on."""

    def wait(self) -> None:
        """Another build of this workspace is running."""

    def begin(self, papers: int) -> None:
        """So many papers have to be looked at."""

    def tell(self, outcome: Outcome) -> None:
        """One of them is done."""


class Unknown(Failed):
    """The order names what is not there."""
