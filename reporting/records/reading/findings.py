"""What a reading of one file has found so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from reporting.problems import Failed, Place, Problem, Severity, in_order
from reporting.records.reading import characters
from reporting.records.reading.syntax import HINTS, mark_at
from reporting.records.reading.tree import Mark

MAX_ERRORS: Final = 500
"""A file with more errors than this is not a record; nobody reads on."""

MAX_WARNINGS: Final = 20
"""As many warnings of one kind are shown for a file; the rest are counted."""


def first_of(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of one file, and no more are looked for once there are too many."""
    for count, problem in enumerate(problems):
        if count == MAX_ERRORS:
            yield too_many("the rest were not looked for", problem.place)
            return
        yield problem


def too_many(rest: str, place: Place | None) -> Problem:
    """The last error of a file that has no end of them; `rest` says what became of the others."""
    return Problem("Y007", f"more than {MAX_ERRORS} errors; {rest}", place, hint="mend the first ones and check again")


class Findings:
    """Problems of one file, kept until the end so that all of them can be shown at once."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.errors: list[Problem] = []
        self.warnings: list[Problem] = []
        self._seen: Counter[str] = Counter()

    def refuse(self, code: str, sentence: str, mark: Mark, *, also: tuple[Place, ...] = ()) -> None:
        """Keep an error and go on.

        Raises:
            Failed: there are too many to go on.
        """
        place = Place(self.file, *mark)
        self.errors.append(Problem(code, sentence, place, hint=HINTS.get(code), also=also))
        if len(self.errors) >= MAX_ERRORS:
            raise self.failure(too_many("the rest of the file was not read", place))

    def warn(self, code: str, sentence: str, mark: Mark) -> None:
        """Keep a warning, or count it if many of its kind are kept already."""
        self._seen[code] += 1
        if self._seen[code] <= MAX_WARNINGS:
            place = Place(self.file, *mark)
            self.warnings.append(Problem(code, sentence, place, hint=HINTS[code], severity=Severity.WARNING))

    def stop(self, code: str, sentence: str, mark: Mark, *, hint: str) -> Failed:
        """The exception that ends the reading, with everything found before it."""
        return self.failure(Problem(code, sentence, Place(self.file, *mark), hint=hint))

    def failure(self, last: Problem) -> Failed:
        return Failed((*self.all(), last))

    def all(self) -> tuple[Problem, ...]:
        """Every finding in order of place."""
        return in_order([*self.errors, *self.warnings, *self._counted()])

    def _counted(self) -> Iterator[Problem]:
        for code, seen in self._seen.items():
            if seen > MAX_WARNINGS:
                sentence = f"{seen - MAX_WARNINGS} more of the kind {code} in this file"
                yield Problem(code, sentence, Place(self.file), hint=HINTS[code], severity=Severity.WARNING)

    def look_at_source(self) -> str:
        """The text to parse: each refused character is reported and replaced, so that indices stay."""
        for finding in characters.refused(self.text):
            self.refuse(finding.code, finding.sentence, mark_at(self.text, finding.at))
        for finding in characters.doubtful(self.text):
            self.warn(finding.code, finding.sentence, mark_at(self.text, finding.at))
        return characters.without_refused(self.text) if self.errors else self.text

    def look_at_escaped(self, event: Any, mark: Mark) -> None:
        r"""An escape such as `\u202e` brings in characters that the file itself does not show."""
        for finding in characters.refused(event.value):
            self.refuse(finding.code, finding.sentence, mark)
        for finding in characters.doubtful(event.value):
            self.warn(finding.code, finding.sentence, mark)
