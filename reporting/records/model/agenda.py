"""The agenda: what the programme of a round is made of."""

from typing import ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from reporting.records.levels import Level
from reporting.records.model.base import Node, field
from reporting.records.model.delegations import Role
from reporting.records.model.texts import Label, Line, Prose
from reporting.records.model.translations import Tag
from reporting.records.model.values import (
    Date,
    Id,
    PartyRef,
    Time,
    TopicRef,
)

Session = Literal[
    "plenary",
    "restricted-session",
    "working-lunch",
    "working-dinner",
    "break",
    "lunch",
    "dinner",
    "reception",
    "family-photo",
    "press",
]
PressAccess = Literal["open", "opening", "pool", "closed"]


class AgendaItem(Node):
    """One item of the programme; for the partners, since the programme is."""

    whole_by: ClassVar = frozenset({"id"})
    """By it bookmarks and translations know the item: it is hidden with the whole of it, or not at all."""

    id: Id | None = field(
        Level.PUBLIC,
        "Its identifier in this round, which stays when items are moved; left out, it is known by its place.",
        default=None,
    )
    title: Label = field(Level.PUBLIC, "Title as it stands in the programme.")
    kind: Session = field(
        Level.PUBLIC,
        "What it is; breaks, meals without work, receptions, family photo and press have no number in the agenda.",
        default="plenary",
    )
    day: Date | None = field(
        Level.PUBLIC, "Its day; left out: that of the item before, or the first day of the round.", default=None
    )
    start: Time | None = field(Level.PUBLIC, "Beginning, local time.", default=None)
    end: Time | None = field(Level.PUBLIC, "End, local time.", default=None)
    lead: PartyRef | None = field(Level.PUBLIC, "Who introduces it.", default=None)
    chair: Role | None = field(Level.PUBLIC, "Who chairs it, where that is not who chairs the round.", default=None)
    speakers: list[Role] = field(Level.PUBLIC, "Who speaks first for each side.", many=True)
    topics: list[TopicRef] = field(Level.PUBLIC, "Topics taken under it.", many=True)
    room: Label | None = field(Level.PARTNERS, "Room.", default=None, lowest=Level.PUBLIC)
    press: PressAccess | None = field(
        Level.PUBLIC,
        "What is open to the press: all of it, its opening, a pool alone, or nothing; left out where nothing is said.",
        default=None,
    )
    interpretation: list[Tag] = field(
        Level.PUBLIC, "Languages of interpretation, where they are others than those of the round.", many=True
    )
    documents: list[Label] = field(Level.PARTNERS, "Documents before the meeting.", many=True, lowest=Level.PUBLIC)
    annotation: Prose | None = field(
        Level.PARTNERS,
        "What the delegations are asked to look at; with one of them the agenda is an annotated one.",
        default=None,
    )
    handling: Line | None = field(Level.INTERNAL, "What the own side minds: doors, flags, who speaks.", default=None)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise PydanticCustomError("order", "has an item on its agenda that ends before it starts")
        return self
