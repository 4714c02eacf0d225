"""A scheme of order as its file says it."""

from typing import Literal

from reporting.records.levels import Level
from reporting.records.model.base import Record, field
from reporting.records.model.texts import Label, Line

First = Literal["own", "host", "chair", "counterpart"]
By = Literal["record", "agreed", "listed", "states", "rank", "appointed", "name"]
NameForm = Literal["printed", "short", "official"]


class OrderScheme(Record):
    """How the parties of a paper follow one another; guests always come after parties, observers after guests."""

    title: Label = field(Level.PUBLIC, "What the scheme is called.")
    source: Line = field(Level.PUBLIC, "Whose rule it is, and where it was found.")
    first: list[First] = field(
        Level.PUBLIC, "Who goes before all others whatever their letters: own, host, chair, counterpart.", many=True
    )
    by: list[By] = field(
        Level.PUBLIC,
        "What decides, the weightiest first: record, agreed, listed, states, rank, appointed, name.",
    )
    listed: list[str] = field(Level.PUBLIC, "Ids in the order that `listed` goes by; others come after.", many=True)
    name: NameForm = field(
        Level.PUBLIC,
        "Which name `name` sorts: printed (as lists of parties have it), short or official.",
        default="short",
    )
    letters: str = field(
        Level.PUBLIC,
        "The language in whose names and alphabet `name` sorts, such as fr; `paper` sorts each paper by its own.",
        default="paper",
    )
