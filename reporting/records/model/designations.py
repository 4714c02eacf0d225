"""Names that an issuer prints only with a mark and a footnote, as their file says it."""

from reporting.records.levels import Level
from reporting.records.model.base import Record, field
from reporting.records.model.registers import Dated
from reporting.records.model.texts import Label, Line
from reporting.records.model.values import Id


class Designation(Dated):
    """One name, with the mark and the footnote that the issuer owes it."""

    id: Id = field(Level.PUBLIC, "Its identifier.")
    name: Label = field(Level.PUBLIC, "The name, without the mark.")
    mark: str = field(Level.PUBLIC, "The mark that stands behind it.", default="*")
    note: Line = field(Level.PUBLIC, "The footnote, without the mark.")
    source: Line | None = field(Level.PUBLIC, "Where the wording was found.", default=None)


class Designations(Record):
    """The names that one issuer may print only so."""

    title: Label = field(Level.PUBLIC, "Whose they are.")
    designations: list[Designation] = field(Level.PUBLIC, "The names.")
