"""What was spoken of, what came of it, and when the parties meet again."""

from typing import ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from reporting.records.levels import Level
from reporting.records.model.base import Node, field
from reporting.records.model.texts import Label, Line, Prose
from reporting.records.model.values import (
    Fuzzy,
    Id,
    PartyRef,
)

Occasion = Literal["plenary", "restricted-session", "working-lunch", "working-dinner", "margins"]
Treatment = Literal["discussed", "exchanged-views", "reviewed", "took-stock", "addressed", "raised", "were-briefed"]
Verb = Literal["agree", "welcome", "confirm", "decide", "note", "underline", "encourage", "recall", "express-readiness"]
NextStatus = Literal["fixed", "expected", "proposed", "to-be-agreed"]


class Topic(Node):
    """A subject that was or will be spoken of."""

    needed: ClassVar = frozenset({"treatment", "occasion"})

    id: Id = field(Level.PUBLIC, "Its identifier in this round.")
    title: Label = field(Level.PUBLIC, "The subject as it stands in a sentence, such as border management.")
    treatment: Treatment = field(Level.PUBLIC, "The verb that tells how it was treated.", default="discussed")
    occasion: Occasion = field(Level.PUBLIC, "When in the meeting.", default="plenary")
    raised_by: PartyRef | None = field(Level.INTERNAL, "Who put it on the agenda.", default=None)
    context: Line | None = field(Level.PUBLIC, "One sentence that the public may read on it.", default=None)
    confidential: Prose | None = field(Level.RESTRICTED, "What was said behind closed doors.", default=None)


class Outcome(Node):
    """What came of the round, with the verb that the record gives it."""

    needed: ClassVar = frozenset({"verb"})

    id: Id = field(Level.PUBLIC, "Its identifier in this round.")
    verb: Verb = field(Level.PUBLIC, "The verb agreed on; papers print this verb and no other.")
    actors: list[PartyRef] = field(Level.PUBLIC, "Who did it; left out when the parties did together.", many=True)
    text: Line = field(Level.PUBLIC, "What follows the verb, such as to step up their efforts.")
    owner: PartyRef | None = field(Level.INTERNAL, "Who sees to it.", default=None)
    deadline: Fuzzy | None = field(Level.PUBLIC, "By when.", default=None)


class NextRound(Node):
    """What is known of the round to come."""

    needed: ClassVar = frozenset({"status"})

    when: Fuzzy | None = field(
        Level.PUBLIC, "Date as far as known; only one that is to be agreed may do without.", default=None
    )
    place: Label | None = field(Level.PUBLIC, "City.", default=None)
    status: NextStatus = field(Level.PUBLIC, "How sure it is.", default="expected")

    @model_validator(mode="after")
    def _has_day(self) -> Self:
        if self.when is None and self.status != "to-be-agreed":
            raise PydanticCustomError("undated", "has no date")
        return self
