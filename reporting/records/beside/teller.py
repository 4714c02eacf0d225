"""Problems of one record file, each at its place and with the way down to it."""

from __future__ import annotations

from reporting.problems import Place, Problem, Severity
from reporting.records.faults.trails import told_path, trail_of
from reporting.records.reading.places import place_of
from reporting.records.records import Records
from reporting.records.walk import Path


class Teller:
    """Makes problems for one file."""

    def __init__(self, records: Records, path: str, name: str) -> None:
        self.trees = records.trees
        self.path = path
        self.name = name

    def tell(
        self,
        code: str,
        sentence: str,
        path: Path,
        hint: str | None = None,
        *,
        is_warning: bool = False,
        at_key: bool = False,
    ) -> Problem:
        place: Place = place_of(self.trees.get(self.path), path, file=self.path, at_key=at_key)
        severity = Severity.WARNING if is_warning else Severity.ERROR
        trail = trail_of(told_path(path, self.trees.get(self.path), self.path), self.name)
        return Problem(code, sentence, place, hint=hint, severity=severity, trail=trail)
