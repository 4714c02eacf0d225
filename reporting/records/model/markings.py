"""A scheme of markings as its file says it."""

from reporting.records.levels import Level
from reporting.records.model.base import Node, Record, field
from reporting.records.model.texts import Label
from reporting.records.model.values import AudienceLevel, Colour, Id


class InkOfMarking(Node):
    """The colours that a scheme prints a marking in."""

    colour: Colour = field(Level.PUBLIC, "Colour of the letters, such as #ffc000.")
    ground: Colour | None = field(Level.PUBLIC, "What they stand on; left out for the paper itself.", default=None)


class SchemeMarking(Node):
    """One marking of a scheme."""

    id: Id = field(Level.PUBLIC, "Its identifier, by which records and house.yaml call it.")
    text: Label = field(Level.PUBLIC, "What is printed; one string where the issuer has one form for every language.")
    level: AudienceLevel = field(Level.PUBLIC, "Who may read what carries it.")
    classified: bool = field(
        Level.PUBLIC, "True for a classification under law; this program is not accredited for it.", default=False
    )
    ordinary: bool = field(
        Level.PUBLIC, "True for an ordinary word, which says something only where it stands alone.", default=False
    )
    ink: InkOfMarking | None = field(Level.PUBLIC, "Colours, where the scheme has them.", default=None)


class MarkingScheme(Record):
    """The markings of one issuer, from the lowest to the highest."""

    title: Label = field(Level.PUBLIC, "What the scheme is called.")
    markings: list[SchemeMarking] = field(Level.PUBLIC, "Its markings, the lowest first; levels never fall.")
