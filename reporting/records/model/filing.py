"""What is kept behind a round: where its facts were found, its place in the archive, what was corrected since."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from reporting.records.levels import Level
from reporting.records.model.base import Node, field
from reporting.records.model.texts import Label, Line
from reporting.records.model.values import (
    Date,
    Id,
)


class Source(Node):
    """Where a fact of this record was found."""

    claim: Label = field(Level.INTERNAL, "The fact.")
    source: Line = field(Level.INTERNAL, "Where it stands.")


class Filing(Node):
    """Where the round stands in the archive, for those who keep it; papers never print it."""

    base_level = Level.INTERNAL
    file_plan: str | None = field(Level.INTERNAL, "Code of the file plan, such as 2.4.1.", default=None)
    series_number: str | None = field(Level.INTERNAL, "Number in the archive's own series.", default=None)
    identifiers: list[str] = field(
        Level.INTERNAL, "Identifiers that others gave to the papers, such as a register number.", many=True
    )
    retention: str | None = field(
        Level.INTERNAL, "How long the papers are kept, such as permanent or 30 years.", default=None
    )
    closed_on: Date | None = field(
        Level.INTERNAL, "Day on which the file was closed; left out: the day its papers carry.", default=None
    )
    open_on: Date | None = field(Level.INTERNAL, "Day from which everybody may read the file.", default=None)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.closed_on and self.open_on and self.open_on < self.closed_on:
            raise PydanticCustomError("order", "is opened before it is closed")
        return self


class Correction(Node):
    """What a paper that was archived said wrongly."""

    id: Id = field(Level.PUBLIC, "Its identifier in this round.")
    day: Date = field(Level.PUBLIC, "Day on which it was corrected.")
    what: Label = field(Level.PUBLIC, "What is corrected, such as the date of the next round in the press release.")
    was: Label = field(Level.PUBLIC, "What it said.")
    now: Label = field(Level.PUBLIC, "What it says now.")
    why: Label = field(Level.PUBLIC, "Why.")
