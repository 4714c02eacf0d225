"""The joint statement: a text that the parties agree on, paragraph by paragraph."""

from typing import ClassVar, Literal

from reporting.records.levels import Level
from reporting.records.model.base import Node, Record, field
from reporting.records.model.delegations import Role
from reporting.records.model.papers import Annex, Draft, Note
from reporting.records.model.texts import Label, Line, Prose
from reporting.records.model.translations import Tag, Translation
from reporting.records.model.values import Date, Id, PartyRef

ParagraphStatus = Literal["proposed", "open", "ad-referendum", "agreed", "reserved"]


class Paragraph(Node):
    """One numbered paragraph. Its id stays; its number follows from its place."""

    needed: ClassVar = frozenset({"id"})

    id: Id = field(Level.PUBLIC, "Its identifier, stable over all drafts.")
    text: Prose = field(Level.PUBLIC, "The paragraph; sub-lists as CommonMark lists.")
    status: ParagraphStatus = field(Level.PUBLIC, "How far it is agreed.", default="agreed")
    note: Line | None = field(Level.INTERNAL, "What the own side minds.", default=None)


class Section(Node):
    """Paragraphs under one heading; the numbers run on."""

    heading: Label | None = field(Level.PUBLIC, "Heading, where there is one.", default=None)
    paragraphs: list[Paragraph] = field(Level.PUBLIC, "The paragraphs.")


class SignedLanguage(Node):
    """A language in which the text is done."""

    name: Label = field(Level.PUBLIC, "The language as it stands in a sentence, such as French.")
    party: PartyRef | None = field(
        Level.PUBLIC, "Whose language it is; left out where it is no side's own.", default=None
    )
    language: Tag | None = field(
        Level.PUBLIC,
        "Its tag, such as ru; that party's copy of a bilingual paper has it in the first column.",
        default=None,
    )


class Statement(Record):
    """A joint statement; shared with the parties until it is published."""

    needed: ClassVar = frozenset({"title"})

    title: Label = field(Level.PUBLIC, "Title.")
    motto: Label | None = field(Level.PUBLIC, "Line under the title.", default=None)
    adopted: Date | None = field(Level.PUBLIC, "Day on which it was adopted.", default=None)
    published: Date | None = field(
        Level.PUBLIC, "Day of publication; until then it is for the parties only.", default=None
    )
    draft: Draft | None = field(Level.PUBLIC, "The draft this is; left out when the text is final.", default=None)
    sections: list[Section] = field(Level.PUBLIC, "Sections in order.")
    closing: Prose | None = field(
        Level.PUBLIC, "Thanks to the host and the like, after the numbered paragraphs.", default=None
    )
    notes: list[Note] = field(Level.PUBLIC, "Footnotes.", many=True)
    signatories: list[Role] = field(Level.PUBLIC, "Who signs; left out where nobody does.", many=True)
    alternat: bool = field(
        Level.PUBLIC,
        "True to make a copy for each side, in which that side stands first and of which it keeps the original.",
        default=False,
    )
    signed_in: list[SignedLanguage] = field(
        Level.PUBLIC, "Languages of the text, in the agreed order; `{languages}` in a text prints them.", many=True
    )
    list_heads: bool = field(
        Level.PUBLIC,
        "True to annex the heads of delegation; the annex is there once the head of each party is known.",
        default=True,
    )
    annexes: list[Annex] = field(Level.PUBLIC, "Further annexes.", many=True)
    translations: list[Translation] = field(
        Level.PUBLIC, "How texts of this record came into other languages.", many=True
    )

    def least_level(self) -> Level:
        """For the partners until the day of publication is in the record."""
        return Level.PUBLIC if self.published else Level.PARTNERS
