"""What the rules look at: the rounds of a register with their texts, walked through once for all rules."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reporting.problems import Place, Problem, Severity
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.round import Round
from reporting.records.model.statement import Statement
from reporting.records.register import Meeting, Register, Series
from reporting.records.walk import Path, Reference, Walked, walk


class Words(NamedTuple):
    """A text of a record in one language."""

    words: str
    language: str
    path: Path
    level: Level
    kind: str
    """label, line or prose."""

    @property
    def is_shown(self) -> bool:
        """Whether everybody may read it, so that a sentence may quote it."""
        return self.level is Level.PUBLIC

    @property
    def is_quote(self) -> bool:
        """Whether these are somebody's own words, which the house does not edit."""
        return self.path[0] == "quotes" and self.path[-1] == "text"


@dataclass(frozen=True)
class Sheet:
    """One record file that belongs to a round or a dialogue."""

    file: str
    name: str
    """Its kind, such as `statement`."""
    record: Node
    walked: Walked
    series: Series
    meeting: Meeting | None = None
    """The round it belongs to; None for what belongs to the dialogue as a whole."""

    @cached_property
    def words(self) -> list[Words]:
        """Every text in every language, in the order of the model."""
        return [
            Words(words, language, said.path, said.level, said.text.kind)
            for said in self.walked.texts
            for language, words in said.text.by_language.items()
        ]

    @cached_property
    def whole(self) -> str:
        """All texts as one, to see quickly whether there is anything to look for."""
        return "\n".join(each.words for each in self.words)

    @cached_property
    def lower(self) -> str:
        """All texts in small letters."""
        return self.whole.lower()

    @property
    def references(self) -> list[Reference]:
        return self.walked.references

    @property
    def is_final(self) -> bool:
        """Whether its public text has gone out, or is ready to."""
        if isinstance(self.record, Statement):
            return self.record.draft is None
        return isinstance(self.record, Round) and self.record.state == "published"

    def having(self, pattern: re.Pattern[str], hints: Iterable[str] = ()) -> Iterator[Words]:
        """The texts in which a pattern is found.

        Args:
            pattern: what to look for.
            hints: pieces in small letters of which every match holds one. To look for a word is ten times quicker
                than to look for a pattern that may begin anywhere.
        """
        if (not hints or any(hint in self.lower for hint in hints)) and pattern.search(self.whole):
            yield from (each for each in self.words if pattern.search(each.words))


@dataclass(frozen=True)
class Scene:
    """A register as rules see it."""

    register: Register
    on: datetime.date | None
    """The day that counts as today, if one was named."""
    sheets: tuple[Sheet, ...]

    def rounds(self) -> Iterator[tuple[Series, Meeting]]:
        """Every round with its series."""
        for series in self.register.series.values():
            for meeting in series.meetings.values():
                yield series, meeting

    def sheets_of(self, series: str) -> list[Sheet]:
        """The sheets of one dialogue, round by round."""
        return self._by_series.get(series, [])

    @cached_property
    def _by_series(self) -> dict[str, list[Sheet]]:
        found: dict[str, list[Sheet]] = {}
        for sheet in self.sheets:
            found.setdefault(sheet.series.id, []).append(sheet)
        return found

    def tell(
        self,
        code: str,
        sentence: str,
        file: str,
        path: Path,
        hint: str,
        *,
        also: Iterable[Place] = (),
        is_warning: bool = False,
    ) -> Problem:
        """A problem at a value of a record, or at the nearest thing above it that was written."""
        severity = Severity.WARNING if is_warning else Severity.ERROR
        place = self.register.place(file, *path)
        return Problem(code, sentence, place, hint=hint, severity=severity, also=tuple(also))


def scene_of(register: Register, on: datetime.date | None) -> Scene:
    """The register with every sheet walked through."""
    return Scene(register, on, tuple(_sheets(register)))


def _sheets(register: Register) -> Iterator[Sheet]:
    for series in register.series.values():
        yield _sheet(register, f"{series.folder}/dialogue.yaml", series.dialogue, series)
        for meeting in series.meetings.values():
            for record in (meeting.round, meeting.statement, meeting.briefing):
                if record is not None:
                    name = type(record).__name__.lower()
                    yield _sheet(register, f"{meeting.folder}/{name}.yaml", record, series, meeting)


def _sheet(register: Register, file: str, record: Node, series: Series, meeting: Meeting | None = None) -> Sheet:
    name = file.rpartition("/")[2].removesuffix(".yaml")
    return Sheet(file, name, record, register.walks.get(file) or walk(record), series, meeting)


def round_file(meeting: Meeting) -> str:
    return f"{meeting.folder}/round.yaml"
