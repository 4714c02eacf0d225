"""The agenda of a meeting as its paper lays it out: day by day, its items numbered through.

Worked out from items that the audience may already read, so a number never tells of one that it may not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, groupby
from typing import Any

from reporting.audiences.shapes import DAY, NUMBER, TRUTH, Field, Many, Thing
from reporting.records.levels import Level

Data = dict[str, Any]
UNNUMBERED = frozenset({"break", "lunch", "dinner", "reception", "family-photo", "press"})
"""Kinds of item that stand in the programme and are no item of the agenda."""


def agenda_of(round_: Data | None) -> Data | None:
    """The agenda of a projected round; None where its readers may know of no item."""
    items = round_["agenda"] if round_ else []
    if not round_ or not items:
        return None
    return {
        "days": list(_days(items, round_)),
        "draft": round_.get("agenda_draft"),
        "adopted": round_.get("agenda_adopted"),
        "has_hours": any(item["start"] for item in items),
        "is_annotated": any(item.get("annotation") for item in items),
    }


def _days(items: list[Data], round_: Data) -> Iterator[Data]:
    numbers = count(1)
    for day, group in groupby(_dated(items, round_), key=lambda each: each[0]):
        entries = [{"number": None if item["kind"] in UNNUMBERED else next(numbers), "item": item} for _, item in group]
        yield {"day": day, "entries": entries}


def _dated(items: list[Data], round_: Data) -> Iterator[tuple[Any, Data]]:
    """Each item with its day: its own, that of the item before, or the first of the round."""
    day = round_["start"]
    for item in items:
        day = item["day"] or day
        yield day, item


def shape_of(round_: Thing) -> Thing:
    """The shape of an agenda, from that of the round."""
    items = round_.fields["agenda"].shape
    item = items.item if isinstance(items, Many) else items
    entry = {
        "number": _known(NUMBER, "Its number; breaks, meals, photo and press have none.", optional=True),
        "item": _known(item, "The item itself."),
    }
    day = {
        "day": _known(DAY, "The day."),
        "entries": _known(Many(Thing("AgendaEntry", entry)), "Its items in order, each with its number."),
    }
    return Thing(
        "Agenda",
        {
            "days": _known(Many(Thing("AgendaDay", day)), "Days on which there are items, in order."),
            "draft": round_.fields["agenda_draft"],
            "adopted": round_.fields["agenda_adopted"],
            "has_hours": _known(TRUTH, "True where any item has an hour."),
            "is_annotated": _known(TRUTH, "True where any item has an annotation."),
        },
    )


def _known(shape: Any, sentence: str, *, optional: bool = False) -> Field:
    return Field(shape, Level.PUBLIC, optional, sentence)
