"""The round: one meeting of a dialogue, with the facts that all of its papers share."""

from typing import ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from reporting.records.levels import Level
from reporting.records.model.agenda import AgendaItem
from reporting.records.model.base import Record, field
from reporting.records.model.delegations import Delegation, Meeting, Role
from reporting.records.model.dialogue import RelatedEvent
from reporting.records.model.filing import Correction, Filing, Source
from reporting.records.model.pairs import Pairs
from reporting.records.model.papers import Draft, PaperLanguages, PaperOrder
from reporting.records.model.press import Press, Quote
from reporting.records.model.results import NextRound, Outcome, Topic
from reporting.records.model.texts import Label, Line
from reporting.records.model.translations import Tag, Translation
from reporting.records.model.values import (
    Date,
    Id,
    PartyRef,
    ProgrammeRef,
    Whole,
    Zone,
)
from reporting.records.model.voices import Voice

State = Literal["planned", "held", "published"]
Mode = Literal["in-person", "video", "hybrid", "written"]


class Round(Record):
    """One meeting of a dialogue."""

    whole_by: ClassVar = frozenset({"number", "state", "start", "languages"})
    """Every paper of the round is counted, worded and dated by them, and in these languages there are papers."""

    number: Whole = field(Level.PUBLIC, "Its number in the series.")
    title: Label | None = field(Level.PUBLIC, "Title, where number and name of the dialogue will not do.", default=None)
    state: State = field(Level.PUBLIC, "planned, held, or published; papers choose their tense by it.")
    start: Date = field(Level.PUBLIC, "First day.")
    end: Date | None = field(Level.PUBLIC, "Last day, where it is another.", default=None)
    published: Date | None = field(Level.PUBLIC, "Day on which its results went out.", default=None)
    mode: Mode = field(Level.PUBLIC, "How the parties met.", default="in-person")
    place: Meeting | None = field(Level.PUBLIC, "Where; left out for a meeting by video or in writing.", default=None)
    invitation_by: PartyRef | None = field(Level.PUBLIC, "At whose invitation.", default=None)
    hosts: list[Role] = field(Level.PUBLIC, "Who hosted.", many=True)
    opened_by: list[Role] = field(Level.PUBLIC, "Who opened it, where that is not who chaired it.", many=True)
    chairs: list[Role] = field(Level.PUBLIC, "Who chaired; two for co-chairs.", many=True)
    parties: list[Delegation] = field(Level.PUBLIC, "Who sat at the table.")
    party_order: Id | None = field(
        Level.PUBLIC,
        "How parties are ordered in this round's papers: the name of a file in templates/orders/.",
        default=None,
    )
    paper_orders: list[PaperOrder] = field(
        Level.PUBLIC, "Papers whose parties are ordered in another way than those of the round.", many=True
    )
    agreed_order: list[PartyRef] = field(
        Level.PUBLIC, "The order that was agreed on for this round; left out: that of the dialogue.", many=True
    )
    voices: list[Voice] = field(
        Level.PUBLIC, "In whose names papers of the round are written; left out: in that of the house.", many=True
    )
    level: Line | None = field(
        Level.PUBLIC, "Rank at which it met, where it differs from the dialogue's.", default=None
    )
    languages: list[Tag] = field(
        Level.PUBLIC, "Languages of its papers, the main one first; left out: those of the dialogue.", many=True
    )
    paper_languages: list[PaperLanguages] = field(
        Level.PUBLIC, "Papers that are made in other languages than those of the round.", many=True
    )
    bilingual: Pairs = field(
        Level.PUBLIC,
        "Pairs of languages that papers are made in as well, in two columns: [en, ru], or a list of such pairs.",
        many=True,
    )
    atmosphere: Line | None = field(
        Level.PUBLIC, "Set phrase for the talks, such as open and constructive.", default=None
    )
    occasion: Line | None = field(Level.PUBLIC, "Why now: a sentence on what gave the round its weight.", default=None)
    agenda: list[AgendaItem] = field(Level.PARTNERS, "The programme.", many=True, lowest=Level.PUBLIC)
    agenda_draft: Draft | None = field(
        Level.PARTNERS, "The draft that the agenda is; left out once it goes round no more.", default=None
    )
    agenda_adopted: Date | None = field(
        Level.PARTNERS, "Day on which the agenda was adopted.", default=None, lowest=Level.PUBLIC
    )
    zone: Zone | None = field(
        Level.PUBLIC, "Time zone of all hours of the programme, such as Asia/Bishkek.", default=None
    )
    zone_name: Label | None = field(Level.PUBLIC, "The zone as readers know it, such as Bishkek time.", default=None)
    interpretation: list[Tag] = field(
        Level.PUBLIC, "Languages into which the talks are interpreted, such as [en, ru].", many=True
    )
    topics: list[Topic] = field(Level.PUBLIC, "What was or will be spoken of.", many=True)
    outcomes: list[Outcome] = field(Level.PUBLIC, "What came of it.", many=True)
    quotes: list[Quote] = field(Level.PUBLIC, "Words of the principals.", many=True)
    programmes: list[ProgrammeRef] = field(Level.PUBLIC, "Programmes to mention; left out: the dialogue's.", many=True)
    events: list[RelatedEvent] = field(Level.PUBLIC, "Coming events that papers mention.", many=True)
    next: NextRound | None = field(Level.PUBLIC, "The round to come.", default=None)
    press: Press = field(Level.PUBLIC, "For the press release.", make=lambda: Press())  # noqa: PLW0108 - a class here would be built at once
    sources: list[Source] = field(Level.INTERNAL, "Where the facts were found.", many=True)
    archive: Filing | None = field(Level.INTERNAL, "What the archive has to know of it.", default=None)
    corrections: list[Correction] = field(
        Level.INTERNAL,
        "What was corrected after the round was archived; each new version of a bag tells of those its reader may see.",
        many=True,
        lowest=Level.PUBLIC,
    )
    translations: list[Translation] = field(
        Level.PUBLIC, "How texts of this record came into other languages.", many=True
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end and self.end < self.start:
            raise PydanticCustomError("order", "ends before it starts")
        return self

    @property
    def last_day(self) -> Date:
        return self.end or self.start

    @property
    def issued(self) -> Date:
        """The day that its papers carry."""
        return self.published or self.last_day
