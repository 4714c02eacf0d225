"""The briefing: what the own principal should know and say. Restricted throughout."""

from typing import Literal

from reporting.records.levels import Level
from reporting.records.model.base import Node, Record, field
from reporting.records.model.house import Contact
from reporting.records.model.papers import Annex
from reporting.records.model.texts import Label, Line, Prose
from reporting.records.model.translations import Translation
from reporting.records.model.values import Date, PersonRef, TopicRef, Whole

Likelihood = Literal["certain", "possible", "unlikely"]
Use = Literal["free", "not-to-be-disclosed"]


class Objectives(Node):
    """What each side wants."""

    ours: list[Line] = field(Level.RESTRICTED, "What we want, specific enough to be checked afterwards.")
    theirs: list[Line] = field(Level.RESTRICTED, "What they are likely to want.", many=True)


class Defensive(Node):
    """A question that may come, and the line to take."""

    if_raised: Line = field(Level.RESTRICTED, "The question.")
    line: Line = field(Level.RESTRICTED, "What to answer.")
    likelihood: Likelihood = field(Level.RESTRICTED, "How likely it is.", default="possible")


class Background(Node):
    """A fact behind a topic, and whether it may be used aloud."""

    text: Line = field(Level.RESTRICTED, "The fact, short, with its date.")
    use: Use = field(Level.RESTRICTED, "free, or not-to-be-disclosed.")


class TopicBrief(Node):
    """What to say on one topic of the round."""

    topic: TopicRef = field(Level.RESTRICTED, "The topic, by its id in round.yaml.")
    objective: Line | None = field(Level.RESTRICTED, "What we want on it, in two lines at most.", default=None)
    lines: list[Line] = field(Level.RESTRICTED, "Points to make.")
    their_position: Line | None = field(Level.RESTRICTED, "Where they stand.", default=None)
    defensives: list[Defensive] = field(Level.RESTRICTED, "Questions that may come.", many=True)
    background: list[Background] = field(Level.RESTRICTED, "Facts behind it.", many=True)


class Biography(Node):
    """Who sits opposite."""

    person: PersonRef = field(Level.RESTRICTED, "Who.")
    text: Prose = field(Level.RESTRICTED, "What helps to know, three to five sentences.")


class Clearance(Node):
    """A unit that has agreed to the briefing."""

    unit: Label = field(Level.RESTRICTED, "The unit.")
    day: Date | None = field(Level.RESTRICTED, "When it agreed; left out while it has not.", default=None)


class Briefing(Record):
    """Everything the principal takes along."""

    base_level = Level.RESTRICTED
    principal: PersonRef | None = field(Level.RESTRICTED, "For whom.", default=None)
    copies: Whole = field(Level.RESTRICTED, "How many numbered copies of the pack are made.", default=1)
    scene_setter: Prose = field(Level.RESTRICTED, "Five to eight lines that set the scene.")
    objectives: Objectives = field(Level.RESTRICTED, "What each side wants.")
    key_messages: list[Line] = field(Level.RESTRICTED, "Points to make across all topics.", many=True)
    sequence: Prose | None = field(Level.RESTRICTED, "Steering: order of subjects, who speaks when.", default=None)
    topics: list[TopicBrief] = field(Level.RESTRICTED, "One brief for each topic.", many=True)
    defensives: list[Defensive] = field(Level.RESTRICTED, "Questions outside the topics.", many=True)
    do_not_raise: list[Line] = field(Level.RESTRICTED, "What we do not bring up ourselves.", many=True)
    background: list[Background] = field(Level.RESTRICTED, "Facts across topics.", many=True)
    biographies: list[Biography] = field(Level.RESTRICTED, "The people opposite.", many=True)
    contacts: list[Contact] = field(Level.RESTRICTED, "Whom to call during the meeting.", many=True)
    clearances: list[Clearance] = field(Level.RESTRICTED, "Who has agreed to it.", many=True)
    drafted_by: Label | None = field(Level.RESTRICTED, "Unit that drafted it.", default=None)
    drafted_on: Date | None = field(Level.RESTRICTED, "When it was drafted.", default=None)
    annexes: list[Annex] = field(Level.RESTRICTED, "Further matter.", many=True)
    translations: list[Translation] = field(
        Level.RESTRICTED, "How texts of this record came into other languages.", many=True
    )
