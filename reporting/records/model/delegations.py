"""Who met and where: the place, the delegations at the table, and the parts that people had."""

from typing import ClassVar, Literal

from reporting.records.levels import Level
from reporting.records.model.base import Node, field
from reporting.records.model.texts import Label
from reporting.records.model.values import (
    CountryRef,
    PartyRef,
    PersonRef,
    Whole,
)

Capacity = Literal["party", "guest", "special-guest", "observer", "facilitator"]


class Meeting(Node):
    """Where people sit together."""

    needed: ClassVar = frozenset({"city"})

    city: Label = field(Level.PUBLIC, "City.")
    country: CountryRef | None = field(Level.PUBLIC, "State; left out where the city alone is plain.", default=None)
    venue: Label | None = field(
        Level.PARTNERS, "Building, such as the Ministry of Foreign Affairs.", default=None, lowest=Level.PUBLIC
    )
    room: Label | None = field(Level.INTERNAL, "Room.", default=None)


class Role(Node):
    """A person in a part that the meeting gave: host, chair, signatory."""

    person: PersonRef = field(Level.PUBLIC, "Who.")
    party: PartyRef | None = field(Level.PUBLIC, "For whom.", default=None)
    acts_as: Literal["chair", "co-chair"] | None = field(
        Level.PUBLIC, "Among `chairs`: co-chair, where the other one is not on record.", default=None
    )


class Delegation(Node):
    """One party at the table."""

    needed: ClassVar = frozenset({"capacity"})

    party: PartyRef = field(Level.PUBLIC, "Whose delegation.")
    capacity: Capacity = field(Level.PUBLIC, "As what it takes part.", default="party")
    head: PersonRef | None = field(Level.PARTNERS, "Head of delegation.", default=None, lowest=Level.PUBLIC)
    represented_by: PersonRef | None = field(
        Level.PARTNERS, "Who stands in for the head.", default=None, lowest=Level.PUBLIC
    )
    members: list[PersonRef] = field(Level.INTERNAL, "The others, by rank.", many=True)
    size: Whole | None = field(
        Level.INTERNAL,
        "Number of people announced, head included.",
        default=None,
    )
