"""What goes out to the press: words of principals, and what a press release needs."""

from typing import ClassVar

from reporting.records.levels import Level
from reporting.records.model.base import Node, field
from reporting.records.model.house import Contact
from reporting.records.model.texts import Label, Line
from reporting.records.model.values import (
    Date,
    Id,
    PersonRef,
    Time,
    Zone,
)


class Quote(Node):
    """Words of a principal; internal until somebody has cleared them."""

    id: Id = field(Level.PUBLIC, "Its identifier in this round.")
    speaker: PersonRef = field(Level.PUBLIC, "Who says it.")
    voices: list[str] = field(
        Level.PUBLIC,
        "Voices whose releases print it, such as own or counterpart-om; left out: the house's own prints it, and that of "
        "another side if the speaker is of that side.",
        many=True,
    )
    text: Line = field(Level.PUBLIC, "The words, without quotation marks.")
    cleared_by: Label | None = field(Level.INTERNAL, "Who cleared it.", default=None)
    cleared_on: Date | None = field(Level.INTERNAL, "When it was cleared.", default=None)

    def least_level(self) -> Level:
        """Internal until cleared, so that no uncleared quote reaches a public paper."""
        return Level.PUBLIC if self.cleared_on else Level.INTERNAL


class Embargo(Node):
    """Until when nobody may publish."""

    needed: ClassVar = frozenset({"day", "time"})

    day: Date = field(Level.PUBLIC, "Day on which it ends.")
    time: Time = field(Level.PUBLIC, "Hour at which it ends.")
    zone: Zone = field(Level.PUBLIC, "Time zone of the hour, such as Asia/Bishkek.")
    zone_name: Label | None = field(Level.PUBLIC, "The zone as readers know it, such as Bishkek time.", default=None)


class Press(Node):
    """What the press release needs besides the facts of the round."""

    number: str | None = field(Level.PUBLIC, "Number under which it is issued, such as 170608_01.", default=None)
    city: Label | None = field(
        Level.PUBLIC,
        "City of the dateline where it is not the place of the meeting; before the meeting, where it is not the seat of who issues.",
        default=None,
    )
    day: Date | None = field(
        Level.PUBLIC,
        "Day of the dateline where it is not the last day of the meeting; before the meeting no other day is printed.",
        default=None,
    )
    headline: Line | None = field(Level.PUBLIC, "Headline where the usual one will not do.", default=None)
    embargo: Embargo | None = field(Level.PUBLIC, "Until when nobody may publish.", default=None)
    contacts: list[Contact] = field(Level.PUBLIC, "Whom the press may ask; left out: those of the house.", many=True)
    notes: list[Line] = field(Level.PUBLIC, "Notes to editors.", many=True)
