"""The kinds of record: which file holds what, and under which model.

A new kind of record is a new row of `KINDS`.
"""

from __future__ import annotations

from dataclasses import dataclass

from reporting.records.model.base import Node
from reporting.records.model.briefing import Briefing
from reporting.records.model.dialogue import Commitments, Dialogue
from reporting.records.model.house import House
from reporting.records.model.markings import MarkingScheme
from reporting.records.model.registers import City, Country, Organisation, Person, Programme, Term
from reporting.records.model.release import Release
from reporting.records.model.round import Round
from reporting.records.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record file."""

    name: str
    """What stands before `.yaml`."""
    model: type[Node]
    """The model of the whole file, or of each entry if it is a register."""
    folder: str
    """Where such files stand; `*` stands for any one folder."""
    is_register: bool = False
    """Whether the file maps ids to entries."""
    is_required: bool = False
    """Whether its folder is nothing without it."""

    @property
    def pattern(self) -> str:
        return f"{self.folder}/{self.name}.yaml"


DIALOGUE, ROUND, REGISTERS = "data/dialogues/*", "data/dialogues/*/*", "data/registers"
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("house", House, "data", is_required=True),
        Kind("countries", Country, REGISTERS, is_register=True),
        Kind("organisations", Organisation, REGISTERS, is_register=True),
        Kind("places", City, REGISTERS, is_register=True),
        Kind("people", Person, REGISTERS, is_register=True),
        Kind("programmes", Programme, REGISTERS, is_register=True),
        Kind("glossary", Term, REGISTERS, is_register=True),
        Kind("dialogue", Dialogue, DIALOGUE, is_required=True),
        Kind("commitments", Commitments, DIALOGUE),
        Kind("round", Round, ROUND, is_required=True),
        Kind("statement", Statement, ROUND),
        Kind("briefing", Briefing, ROUND),
        Kind("release", Release, ROUND),
    )
}
SCHEMAS: dict[str, Kind] = {**KINDS, "markings": Kind("markings", MarkingScheme, "templates/markings")}
"""What editors get a JSON Schema for: every kind of record, and the schemes of markings among the templates."""
PATTERNS: dict[str, Kind] = {kind.pattern: kind for kind in KINDS.values()}


def pattern_of(path: str) -> str:
    """`path` with the folders of a dialogue and a round written as `*`.

    >>> pattern_of("data/dialogues/north-sea/01-oslo/round.yaml")
    'data/dialogues/*/*/round.yaml'
    """
    parts = path.split("/")
    if parts[:2] == ["data", "dialogues"]:
        parts[2:-1] = ["*"] * len(parts[2:-1])
    return "/".join(parts)


def kind_of(path: str) -> Kind | None:
    """The kind of record that a file holds, by where it stands; None for a file that is no record."""
    return PATTERNS.get(pattern_of(path))
