"""Dates as far as they are known: a year, a month, a day, or a part of a year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

PARTS: Final = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "winter": (12, 14),
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
}
"""First and last month of each part of a year; winter is the one that begins in December and ends in the next year."""

_TEXT: Final = re.compile(rf"(\d{{4}})(?:-(?:(\d\d)(?:-(\d\d))?|({'|'.join(PARTS)})))?")


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date that may lack its day or its month.

    >>> FuzzyDate.parse("2018-autumn").last()
    datetime.date(2018, 11, 30)
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: str | None = None
    """One of `PARTS`; stands in place of a month."""

    def __post_init__(self) -> None:
        if self.season is not None and (self.season not in PARTS or self.month or self.day):
            raise ValueError(f"a part of a year is one of {', '.join(PARTS)}, and stands in place of a month")
        if self.day is not None and self.month is None:
            raise ValueError("a day without its month says nothing")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> FuzzyDate:
        """The date that `2018`, `2018-11`, `2018-11-23` or `2018-autumn` means.

        Raises:
            ValueError: it is none of these, or there is no such day.
        """
        match = _TEXT.fullmatch(text.strip())
        if not match:
            raise ValueError(f"write 2018, 2018-11, 2018-11-23 or 2018-autumn, not {text!r}")
        year, month, day, season = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None, season)

    @classmethod
    def of(cls, value: Any) -> FuzzyDate:
        """The same from a text, a date, or anything with year, month, day and season (numbers, texts or nothing).

        Raises:
            ValueError: it does not make a date.
        """
        if isinstance(value, FuzzyDate):
            return value
        if isinstance(value, str):
            return cls.parse(value)
        year, month, day = (_whole(_part(value, name)) for name in ("year", "month", "day"))
        if year is None:
            raise ValueError("a date needs its year")
        season = _part(value, "season")
        return cls(year, month, day, str(season) if season else None)

    def first(self) -> date:
        """The first day that is meant."""
        month = PARTS[self.season][0] if self.season else self.month or 1
        return date(self.year, month, self.day or 1)

    def last(self) -> date:
        """The last day that is meant."""
        if self.day and self.month:
            return date(self.year, self.month, self.day)
        month = PARTS[self.season][1] if self.season else self.month or 12
        year, month = self.year + (month - 1) // 12, (month - 1) % 12 + 1
        return date(year, month, monthrange(year, month)[1])

    def __str__(self) -> str:
        """As it is written in a record: `2018-11`."""
        parts = [f"{self.year:04}", self.season or (f"{self.month:02}" if self.month else "")]
        return "-".join(filter(None, [*parts, f"{self.day:02}" if self.day else ""]))


def _part(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)


def _whole(part: Any) -> int | None:
    return None if part is None or not str(part).strip() else int(str(part))
