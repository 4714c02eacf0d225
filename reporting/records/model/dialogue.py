"""The dialogue: the series that a round belongs to, and what was promised in it."""

from typing import ClassVar, Literal

from reporting.records.levels import Level
from reporting.records.model.base import Node, Record, field
from reporting.records.model.registers import Dated
from reporting.records.model.texts import Label, Line, Prose
from reporting.records.model.translations import Tag, Translation
from reporting.records.model.values import (
    Date,
    Fuzzy,
    Id,
    OrganisationRef,
    OutcomeRef,
    PartyRef,
    ProgrammeRef,
    RoundRef,
)

Kind = Literal[
    "dialogue", "ministerial", "summit", "council", "committee", "senior-officials", "human-rights", "expert"
]
Status = Literal["open", "on-track", "delivered", "late", "lapsed"]


class DialogueName(Dated):
    """What the dialogue was called during one time."""

    whole_by: ClassVar = frozenset({"name"})

    name: Label = field(Level.PUBLIC, "Full name, such as EU–Central Asia High Level Political and Security Dialogue.")
    short: Label | None = field(Level.PUBLIC, "Short form for later mention, such as the Dialogue.", default=None)
    acronym: Label | None = field(Level.PUBLIC, "Acronym, where one is in use.", default=None)


class RelatedEvent(Node):
    """A meeting outside the dialogue that feeds into it or is prepared by it."""

    needed: ClassVar = frozenset({"when"})

    what: Label = field(Level.PUBLIC, "Its name.")
    when: Fuzzy = field(Level.PUBLIC, "Its date as far as known.")
    place: Label | None = field(Level.PUBLIC, "City.", default=None)


class Dialogue(Record):
    """A series of rounds between the same parties."""

    whole_by: ClassVar = frozenset({"languages", "names"})
    """Every paper names the dialogue, and is in one of these languages, unless a round says otherwise."""
    needed: ClassVar = frozenset({"level", "together", "purpose"})

    names: list[DialogueName] = field(Level.PUBLIC, "Names with the time in which they were used, newest last.")
    kind: Kind = field(Level.PUBLIC, "What sort of meeting it is.")
    issuer: OrganisationRef | None = field(
        Level.PUBLIC, "Who issues its papers where that is not the house.", default=None
    )
    speaks_for: PartyRef | None = field(
        Level.PUBLIC, "The party whose papers these are, where that is not the party of the house.", default=None
    )
    languages: list[Tag] = field(
        Level.PUBLIC, "Languages of its papers, the main one first; left out: those of the house.", many=True
    )
    level: Line = field(Level.PUBLIC, "Rank at which it meets, such as deputy ministers of foreign affairs.")
    cadence: Line | None = field(Level.PUBLIC, "How often it meets, such as about once a year.", default=None)
    started: Fuzzy | None = field(Level.PUBLIC, "When the first round was held.", default=None)
    started_in: Label | None = field(Level.PUBLIC, "City of the first round.", default=None)
    parties: list[PartyRef] = field(Level.PUBLIC, "The parties, in the agreed order.")
    together: Line = field(
        Level.PUBLIC, "What the parties are called together, such as the EU and the Central Asian states."
    )
    purpose: Prose = field(Level.PUBLIC, "What the dialogue is for, in sentences that can stand in every paper.")
    programmes: list[ProgrammeRef] = field(Level.PUBLIC, "Programmes that serve its subjects.", many=True)
    related: list[RelatedEvent] = field(Level.PUBLIC, "Meetings near to it.", many=True)
    translations: list[Translation] = field(
        Level.PUBLIC, "How texts of this record came into other languages.", many=True
    )


class Commitment(Node):
    """Something that was promised in a round, and what became of it."""

    base_level = Level.INTERNAL
    id: Id = field(Level.INTERNAL, "Its identifier, kept over all rounds.")
    round: RoundRef = field(Level.INTERNAL, "The round in which it was made.")
    outcome: OutcomeRef | None = field(Level.INTERNAL, "The outcome of that round that it follows from.", default=None)
    text: Line = field(Level.INTERNAL, "What was promised, as a phrase without its subject: hold an expert meeting.")
    owner: PartyRef = field(Level.INTERNAL, "Who has to do it.")
    counterpart: PartyRef | None = field(Level.INTERNAL, "To whom it was promised, where not to all.", default=None)
    deadline: Fuzzy | None = field(Level.INTERNAL, "By when, as far as agreed.", default=None)
    status: Status = field(Level.INTERNAL, "How it stands.")
    note: Line | None = field(Level.INTERNAL, "What is known of it, in one sentence.", default=None)
    updated: Date = field(Level.INTERNAL, "The day on which status and note were last looked at.")


class Commitments(Record):
    """All commitments of a dialogue, oldest first."""

    base_level = Level.INTERNAL
    commitments: list[Commitment] = field(Level.INTERNAL, "The commitments.")
