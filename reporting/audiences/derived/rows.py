"""A row: a field that is worked out from others, and what stands in the register for the day."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reporting.audiences.shapes import Shape, Worded
from reporting.records.model.registers import is_within

Make = Callable[[dict[str, Any], str, datetime.date], Any]
LABEL = Worded("label")


@dataclass(frozen=True, slots=True)
class Derived:
    """A field worked out from others."""

    name: str
    make: Make
    shape: Shape | str
    """Its shape; a string means that of the field so called, without the list around it for a single item."""
    optional: bool
    sentence: str


def valid(names: list[dict[str, Any]], day: datetime.date) -> dict[str, Any]:
    """The last of some dated things that covers `day`; the last of all where none does."""
    covering = [each for each in names if is_within(day, each["since"], each["until"])]
    return (covering or names)[-1]


def of_day(name: str, field: str = "names") -> Make:
    return lambda data, language, day: valid(data[field], day)[name] if data[field] else None


def borne(field: str, *, kept: bool = False) -> Make:
    """What an entry of a register says of itself for the day; `kept` where an earlier time that is silent means as now."""

    def name(data: dict[str, Any], language: str, day: datetime.date) -> Any:
        found = valid([*data["earlier"], data], day)[field]
        return data[field] if kept and found is None else found

    return name
