"""The Solar Hijri calendar, which Afghanistan's papers in Dari carry beside the Gregorian one.

Its year begins with the spring equinox. From 1210 to 1634 (Gregorian 1831 to 2256) the leap years follow one cycle of 33
years that agrees with the equinox (K. Borkowski, “The Persian calendar for 3000 years”, 1996).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

_FIRST: Final = 1210
_LAST: Final = 1634
"""The years that the cycle holds for."""

_LEAPS_BEFORE: Final = 294
"""Leap years of the calendar before the first of them."""

MONTHS: Final = {
    "fa": ("حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"),
    "ps": ("وری", "غویی", "غبرګولی", "چنګاښ", "زمری", "وږی", "تله", "لړم", "ليندۍ", "مرغومی", "سلواغه", "كب"),
}
"""Names of the twelve months in Afghanistan: those of the zodiac (CLDR, calendar `persian` of fa-AF and ps)."""

_EZAFE: Final = {"fa": {"جوزا": "جوزای", "سنبله": "سنبلهٔ"}}
"""Months that end in a vowel and are tied to the year behind them by a sign; others are tied in speech only."""

MONTHS_OF_YEAR: Final = {
    base: tuple(_EZAFE.get(base, {}).get(name, name) for name in names) for base, names in MONTHS.items()
}
"""The months as they stand before a year: `۱۸ جوزای ۱۳۹۶`."""


class HijriDate(NamedTuple):
    """A day of the Solar Hijri calendar."""

    year: int
    month: int
    day: int


def to_hijri(day: date) -> HijriDate:
    """The same day in the Solar Hijri calendar.

    >>> to_hijri(date(2017, 6, 8))
    HijriDate(year=1396, month=3, day=18)

    Raises:
        ValueError: the day lies before March 1831 or after March 2255, where the cycle does not hold.
    """
    year = day.year - 621
    if day < new_year(year):
        year -= 1
    passed = (day - new_year(year)).days
    if passed < 186:  # six months of 31 days, then of 30
        return HijriDate(year, passed // 31 + 1, passed % 31 + 1)
    return HijriDate(year, (passed - 186) // 30 + 7, (passed - 186) % 30 + 1)


def is_known(day: date) -> bool:
    """Whether the day lies where the cycle holds."""
    return new_year(_FIRST) <= day < new_year(_LAST)


def new_year(year: int) -> date:
    """The Gregorian day of 1 Hamal, the first of a Solar Hijri year.

    Raises:
        ValueError: the cycle does not hold for the year.
    """
    if not _FIRST <= year <= _LAST:
        raise ValueError(f"the Solar Hijri year {year} is not worked out here")
    cycles, rest = divmod(year - _FIRST, 33)
    leaps = _LEAPS_BEFORE + cycles * 8 + (rest + 3) // 4
    gregorian = year + 621
    leaps_of_gregorian = gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150
    return date(gregorian, 3, 1) + timedelta(days=19 + leaps - leaps_of_gregorian)
