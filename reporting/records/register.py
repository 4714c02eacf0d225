"""The register: all records of a workspace, read and typed, each value with its place."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reporting.problems import Place
from reporting.records.levels import Level
from reporting.records.lexicon import Lexicon
from reporting.records.markings import Schemes
from reporting.records.model.briefing import Briefing
from reporting.records.model.designations import Designation
from reporting.records.model.dialogue import Commitment, Commitments, Dialogue
from reporting.records.model.house import House
from reporting.records.model.registers import City, Country, Organisation, Person, Programme, Term
from reporting.records.model.release import Release
from reporting.records.model.round import Round
from reporting.records.model.statement import Statement
from reporting.records.reading.places import place_of
from reporting.records.reading.tree import Value
from reporting.records.schemes.orders import Orders


@dataclass(frozen=True, slots=True)
class Meeting:
    """A round with the records that belong to it."""

    id: str
    """Name of its folder, such as `04-bishkek`."""
    folder: str
    """Path of its folder from the workspace's root."""
    round: Round
    statement: Statement | None = None
    briefing: Briefing | None = None
    release: Release | None = None


class Meetings(Mapping[str, Meeting]):
    """The meetings of a dialogue by their id, in the order of their numbers.

    Each is put together from its records when it is asked for, so that those of a thousand rounds are never there at
    once. Two askings give equal meetings; which one it is, its id tells.
    """

    def __init__(self, ids: Iterable[str], make: Callable[[str], Meeting]) -> None:
        self._ids = dict.fromkeys(ids)
        self._make = make

    def __getitem__(self, id_: str) -> Meeting:
        if id_ not in self._ids:
            raise KeyError(id_)
        return self._make(id_)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


@dataclass(frozen=True, slots=True)
class Series:
    """A dialogue with its commitments and its meetings, by number."""

    id: str
    folder: str
    dialogue: Dialogue
    commitment_record: Commitments | None = None
    """The file of its commitments, with what it says of all of them."""
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    """By id, in the order of their numbers."""

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """What was promised in its rounds, oldest first."""
        return tuple(self.commitment_record.commitments) if self.commitment_record else ()

    def level_of(self, meeting: Meeting) -> Level:
        """Who may know of a meeting, and of the records that belong to it: they are kept back with it and its dialogue."""
        return max(self.dialogue.stated_level(), meeting.round.stated_level())

    def is_known(self, meeting: Meeting) -> bool:
        """Whether everybody may know of a meeting, so that a sentence may tell its number and its days."""
        return self.level_of(meeting) is Level.PUBLIC

    def before(self, meeting: Meeting) -> list[Meeting]:
        """The meetings with a lower number, oldest first."""
        number = meeting.round.number
        return list(itertools.takewhile(lambda each: each.round.number < number, self.meetings.values()))


@dataclass(frozen=True, slots=True)
class Register:
    """Everything that papers are made of. Records that could not be read are missing here and in the problems."""

    house: House
    countries: Mapping[str, Country] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    places: Mapping[str, City] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    trees: Mapping[str, Value] = field(default_factory=dict)
    """The tree of each file as read, by path; it knows the places."""
    schemes: Schemes = field(default_factory=Schemes)
    """The schemes of markings that the workspace knows."""
    orders: Orders = field(default_factory=Orders)
    """The schemes of order that the workspace knows."""
    designations: tuple[Designation, ...] = ()
    """Names that the house prints with a mark and a footnote."""
    languages: frozenset[str] = frozenset()
    """Every language that a record names as one of papers, be the record in error or not."""
    broken: frozenset[str] = frozenset()
    """Files with errors, whose records may be missing."""

    lexicon: Lexicon = field(default_factory=Lexicon)
    """Forms of names, by language and spelling."""

    def place(self, file: str, *path: str | int) -> Place:
        """Where in `file` the value at `path` stands, or the nearest thing above it that does."""
        tree = self.trees.get(file)
        return Place(file) if tree is None else place_of(tree, path, file=file)
