"""What the rules look at: one round after the other with its texts, walked through once for all rules."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final, NamedTuple, TypeVar

from reporting.problems import Place, Problem, Severity
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.round import Round
from reporting.records.model.statement import Statement
from reporting.records.register import Meeting, Register, Series
from reporting.records.walk import Path, Reference, Walked, walk

T = TypeVar("T")


class Printed(NamedTuple):
    """A document type that prints the texts of a record."""

    type: str
    party_order: str | None
    """The order of parties in its papers where the round says none; None leaves it to the house."""


Printing = Mapping[str, tuple[Printed, ...]]
"""The document types that print the texts of a record, by the name of the record."""
SHIPPED: Final[Printing] = {
    "round": (Printed("agenda", None), Printed("press-release", None)),
    "statement": (Printed("joint-statement", "as-agreed"),),
    "briefing": (Printed("briefing-note", None), Printed("briefing-pack", None)),
}
"""Those that come with the program."""


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
    """What rules see at a time: a round, or what belongs to a dialogue as a whole, or the registers alone.

    When a scene is over, nothing of its round is kept but what rules keep by `so_far`. So a check takes as little
    room for a thousand rounds as for one.
    """

    register: Register
    on: datetime.date | None
    """The day that counts as today, if one was named."""
    printing: Printing = field(default_factory=lambda: SHIPPED, repr=False)
    """Which document types print what, as the workspace has them."""
    series: Series | None = None
    meeting: Meeting | None = None
    before: Meeting | None = None
    """The round before."""
    sheets: tuple[Sheet, ...] = ()
    _once: dict[Callable[[Register], Any], Any] = field(default_factory=dict)
    _so_far: dict[Callable[[], Any], Any] = field(default_factory=dict)

    @property
    def is_last(self) -> bool:
        """Whether no further round of the dialogue follows."""
        ids = list(self.series.meetings) if self.series else []
        return self.meeting.id == ids[-1] if self.meeting else not ids

    def dialogues(self) -> Iterator[Series]:
        """The dialogue of the scene, if it is one of a dialogue as a whole."""
        if self.series is not None and self.meeting is None:
            yield self.series

    def rounds(self) -> Iterator[tuple[Series, Meeting]]:
        """The round of the scene with its series, if it is one of a round."""
        if self.series is not None and self.meeting is not None:
            yield self.series, self.meeting

    def once(self, make: Callable[[Register], T]) -> T:
        """What `make` makes of the register, worked out for the first scene that asks and kept for all."""
        if make not in self._once:
            self._once[make] = make(self.register)
        found: T = self._once[make]
        return found

    def so_far(self, begin: Callable[[], T]) -> T:
        """What a rule keeps from one round of a dialogue to the next; before the first one, what `begin` gives."""
        found: T = self._so_far.setdefault(begin, begin())
        return found

    def is_shown(self, *path: str | int) -> bool:
        """Whether everybody may know of the thing at a path of the round's own record, so that a sentence may name it."""
        own = (sheet.walked.level_at(path) for sheet in self.sheets if sheet.name == "round")
        return next(own, Level.RESTRICTED) is Level.PUBLIC

    def called(self, reference: Reference, otherwise: str) -> str:
        """What a sentence calls the entry that a reference leads to.

        Args:
            reference: the reference.
            otherwise: what stands instead of the id where not everybody may read the reference, or know of the entry.
        """
        found = (getattr(self.register, each, {}).get(reference.id) for each in reference.registers)
        is_shown = reference.level is Level.PUBLIC and all(map(is_open, filter(None, found)))
        return f"“{reference.id}”" if is_shown else otherwise

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


def is_open(entry: Node) -> bool:
    """Whether everybody may know of an entry of a register."""
    return entry.own_level() is Level.PUBLIC


def first_day(series: Series, meeting: Meeting) -> str:
    """The first day of a round, or words for it where not everybody may know of the round."""
    return f"{meeting.round.start}" if series.is_known(meeting) else "the first day of the round"


def scenes_of(register: Register, on: datetime.date | None, printing: Printing = SHIPPED) -> Iterator[Scene]:
    """The registers alone, then each dialogue and its rounds by number, one after the other."""
    registers = Scene(register, on, printing)
    yield registers
    for series in register.series.values():
        dialogue = replace(registers, series=series, sheets=(dialogue_sheet(series),), _so_far={})
        yield dialogue
        before = None
        for meeting in series.meetings.values():
            sheets = tuple(sheets_of(series, meeting))
            yield replace(dialogue, meeting=meeting, before=before, sheets=sheets)
            before = meeting


def dialogue_sheet(series: Series) -> Sheet:
    """The record of a dialogue."""
    return Sheet(f"{series.folder}/dialogue.yaml", "dialogue", series.dialogue, walk(series.dialogue), series)


def sheets_of(series: Series, meeting: Meeting) -> Iterator[Sheet]:
    """The records of a round that have texts for papers."""
    above = series.level_of(meeting)
    for record in (meeting.round, meeting.statement, meeting.briefing):
        if record is not None:
            name = type(record).__name__.lower()
            yield Sheet(f"{meeting.folder}/{name}.yaml", name, record, walk(record, above=above), series, meeting)


def round_file(meeting: Meeting) -> str:
    return f"{meeting.folder}/round.yaml"
