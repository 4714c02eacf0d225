"""What papers of a round have of their own: languages and order of parties, drafts, notes and annexes."""

from typing import ClassVar

from reporting.records.levels import Level
from reporting.records.model.base import Node, field
from reporting.records.model.texts import Label, Line, Prose
from reporting.records.model.translations import Tag
from reporting.records.model.values import (
    Date,
    Id,
    Whole,
)


class PaperOrder(Node):
    """The order of parties in papers of one type."""

    paper: Id = field(Level.PUBLIC, "The document type, such as press-release.")
    order: Id = field(Level.PUBLIC, "The name of a file in templates/orders/.")


class PaperLanguages(Node):
    """The languages of papers of one type."""

    paper: Id = field(Level.PUBLIC, "The document type, such as press-release.")
    languages: list[Tag] = field(Level.PUBLIC, "Its languages, the main one first.")


class Draft(Node):
    """Which draft of a text this is."""

    number: Whole = field(Level.PUBLIC, "Number of the draft.")
    day: Date = field(Level.PUBLIC, "Its date.")


class Note(Node):
    """A footnote by the id that `[^id]` calls."""

    needed: ClassVar = frozenset({"id", "text"})

    id: Id = field(Level.PUBLIC, "The id between [^ and ].")
    text: Line = field(Level.PUBLIC, "The note.")


class Annex(Node):
    """Matter added at the end of a paper."""

    needed: ClassVar = frozenset({"id"})

    id: Id = field(Level.PUBLIC, "Its identifier.")
    title: Label = field(Level.PUBLIC, "Its title.")
    text: Prose = field(Level.PUBLIC, "What it says.")
