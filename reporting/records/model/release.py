"""What lets the papers of a round leave the house: who agreed, and what was released against the gate."""

from reporting.records.levels import Level
from reporting.records.model.base import Node, Record, field
from reporting.records.model.texts import Label
from reporting.records.model.values import Date, Id


class OfficeClearance(Node):
    """The word of an office that papers may go out."""

    office: Id = field(Level.INTERNAL, "The office as `clearances` of a type.yaml names it, such as spokesperson.")
    paper: Id | None = field(
        Level.INTERNAL, "The document type that it cleared; left out: all papers of the round.", default=None
    )
    by: Label | None = field(Level.INTERNAL, "Who gave its word.", default=None)
    day: Date = field(Level.INTERNAL, "When.")


class Override(Node):
    """A release against the gate; `reporting release --override` writes it."""

    moment: str = field(Level.INTERNAL, "When, as it was told with --on; a day where no hour was told, else unknown.")
    readers: str = field(Level.INTERNAL, "The audience whose papers went out.")
    reason: Label = field(Level.INTERNAL, "Why, in the words of who decided.")
    by: Label = field(Level.INTERNAL, "Who decided.")
    refused: list[str] = field(Level.INTERNAL, "Codes of the refusals that were passed over, with their places.")


class Release(Record):
    """Clearances of a round's papers, and what was released against the gate."""

    base_level = Level.INTERNAL
    clearances: list[OfficeClearance] = field(Level.INTERNAL, "Offices that agreed to its papers going out.", many=True)
    history: list[Override] = field(
        Level.INTERNAL,
        "Releases against the gate, oldest first; new ones are added at the end of the file.",
        many=True,
    )
