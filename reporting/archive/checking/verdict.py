"""How far to look at something archived, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from reporting.archive.verify import shown
from reporting.problems import Problem


@dataclass(frozen=True, slots=True)
class Asked:
    """How far to look."""

    archive: Path | None = None
    """The archive, where the thing does not lie in it."""
    head: str | None = None
    """SHA-256 of a line of the catalogue that was kept elsewhere."""
    seal: str | None = None
    """SHA-256 that seals the package, kept elsewhere."""
    rebuild: bool | None = None
    """Make papers again; left open, those of one package and not those of a whole archive."""
    authority: Path | None = None
    """Certificate that stamps or signatures have to lead back to."""
    jobs: int = 1


@dataclass
class Verdict:
    """What was looked at and what was found."""

    told: list[str] = field(default_factory=list)
    """What was compared, one line each."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not any(problem.is_error for problem in self.problems)


def legible(verdict: Verdict) -> Verdict:
    """What is told, without the letters by which a name or a certificate could tell something else on a screen."""
    problems = (
        replace(
            each, sentence=shown(each.sentence), place=each.place and replace(each.place, file=shown(each.place.file))
        )
        for each in verdict.problems
    )
    return Verdict([shown(line) for line in verdict.told], list(problems))
