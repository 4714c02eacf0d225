"""The round: one meeting of a dialogue, with the facts that all of its papers share."""

from typing import ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from reporting.records.levels import Level
from reporting.records.model.base import Node, Record, field
from reporting.records.model.dialogue import RelatedEvent
from reporting.records.model.house import Contact
from reporting.records.model.pairs import Pairs
from reporting.records.model.texts import Label, Line, Prose
from reporting.records.model.translations import Tag, Translation
from reporting.records.model.values import (
    CountryRef,
    Date,
    Fuzzy,
    Id,
    PartyRef,
    PersonRef,
    ProgrammeRef,
    Time,
    TopicRef,
    Whole,
    Zone,
)
from reporting.records.model.voices import Voice

State = Literal["planned", "held", "published"]
Mode = Literal["in-person", "video", "hybrid", "written"]
Capacity = Literal["party", "guest", "special-guest", "observer", "facilitator"]
Occasion = Literal["plenary", "restricted-session", "working-lunch", "working-dinner", "margins"]
Treatment = Literal["discussed", "exchanged-views", "reviewed", "took-stock", "addressed", "raised", "were-briefed"]
Verb = Literal["agree", "welcome", "confirm", "decide", "note", "underline", "encourage", "recall", "express-readiness"]
NextStatus = Literal["fixed", "expected", "proposed", "to-be-agreed"]
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


class Meeting(Node):
    """Where people sit together."""

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


class PaperOrder(Node):
    """The order of parties in papers of one type."""

    paper: Id = field(Level.PUBLIC, "The document type, such as press-release.")
    order: Id = field(Level.PUBLIC, "The name of a file in templates/orders/.")


class PaperLanguages(Node):
    """The languages of papers of one type."""

    paper: Id = field(Level.PUBLIC, "The document type, such as press-release.")
    languages: list[str] = field(Level.PUBLIC, "Its languages, the main one first.")


class Draft(Node):
    """Which draft of a text this is."""

    number: Whole = field(Level.PUBLIC, "Number of the draft.")
    day: Date = field(Level.PUBLIC, "Its date.")


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


class Topic(Node):
    """A subject that was or will be spoken of."""

    id: Id = field(Level.PUBLIC, "Its identifier in this round.")
    title: Label = field(Level.PUBLIC, "The subject as it stands in a sentence, such as border management.")
    treatment: Treatment = field(Level.PUBLIC, "The verb that tells how it was treated.", default="discussed")
    occasion: Occasion = field(Level.PUBLIC, "When in the meeting.", default="plenary")
    raised_by: PartyRef | None = field(Level.INTERNAL, "Who put it on the agenda.", default=None)
    context: Line | None = field(Level.PUBLIC, "One sentence that the public may read on it.", default=None)
    confidential: Prose | None = field(Level.RESTRICTED, "What was said behind closed doors.", default=None)


class Outcome(Node):
    """What came of the round, with the verb that the record gives it."""

    id: Id = field(Level.PUBLIC, "Its identifier in this round.")
    verb: Verb = field(Level.PUBLIC, "The verb agreed on; papers print this verb and no other.")
    actors: list[PartyRef] = field(Level.PUBLIC, "Who did it; left out when the parties did together.", many=True)
    text: Line = field(Level.PUBLIC, "What follows the verb, such as to step up their efforts.")
    owner: PartyRef | None = field(Level.INTERNAL, "Who sees to it.", default=None)
    deadline: Fuzzy | None = field(Level.PUBLIC, "By when.", default=None)


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


class NextRound(Node):
    """What is known of the round to come."""

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


class Embargo(Node):
    """Until when nobody may publish."""

    day: Date = field(Level.PUBLIC, "Day on which it ends.")
    time: Time = field(Level.PUBLIC, "Hour at which it ends.")
    zone: Zone = field(Level.PUBLIC, "Time zone of the hour, such as Asia/Bishkek.")
    zone_name: Label | None = field(Level.PUBLIC, "The zone as readers know it, such as Bishkek time.", default=None)


class Press(Node):
    """What the press release needs besides the facts of the round."""

    number: str | None = field(Level.PUBLIC, "Number under which it is issued, such as 170608_01.", default=None)
    city: Label | None = field(
        Level.PUBLIC, "City of the dateline where it is not the place of the meeting.", default=None
    )
    day: Date | None = field(
        Level.PUBLIC, "Day of the dateline where it is not the last day of the meeting.", default=None
    )
    headline: Line | None = field(Level.PUBLIC, "Headline where the usual one will not do.", default=None)
    embargo: Embargo | None = field(Level.PUBLIC, "Until when nobody may publish.", default=None)
    contacts: list[Contact] = field(Level.PUBLIC, "Whom the press may ask; left out: those of the house.", many=True)
    notes: list[Line] = field(Level.PUBLIC, "Notes to editors.", many=True)


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
    languages: list[str] = field(
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


class Note(Node):
    """A footnote by the id that `[^id]` calls."""

    id: Id = field(Level.PUBLIC, "The id between [^ and ].")
    text: Line = field(Level.PUBLIC, "The note.")


class Annex(Node):
    """Matter added at the end of a paper."""

    id: Id = field(Level.PUBLIC, "Its identifier.")
    title: Label = field(Level.PUBLIC, "Its title.")
    text: Prose = field(Level.PUBLIC, "What it says.")
