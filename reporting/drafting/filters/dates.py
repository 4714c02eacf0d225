"""Filters of days, spans and hours."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from reporting.drafting.filters.texts import plain
from reporting.languages.dates import write_date, write_dated, write_range, write_range_phrase
from reporting.languages.deadlines import write_deadline
from reporting.languages.fuzzy import FuzzyDate
from reporting.languages.fuzzy_dates import write_fuzzy, write_fuzzy_phrase
from reporting.languages.hours import write_times, write_zone
from reporting.languages.times import write_time


def date(value: Any, language: str, *, short: bool = False, weekday: bool = False) -> str:
    """A date, or one that is known in part only: `8 June 2017`, `June 2017`, `autumn 2017`; `short` for tables."""
    if isinstance(value, datetime.date):
        return write_date(value, language, short=short, with_weekday=weekday)
    return write_fuzzy(FuzzyDate.of(value), language)


def dated(value: Any, language: str) -> str:
    """A date as datelines have it, with the Solar Hijri one where the language has both."""
    if isinstance(value, datetime.date):
        return write_dated(value, language)
    when = FuzzyDate.of(value)
    return write_dated(when.first(), language) if when.day else write_fuzzy(when, language)


def when(value: Any, language: str, end: datetime.date | None = None) -> str:
    """The same as it stands in a sentence: `on 8 June 2017`, `in June 2017`; from day to day where `end` is given."""
    if end is not None and isinstance(value, datetime.date):
        return write_range_phrase(value, end, language)
    return write_fuzzy_phrase(FuzzyDate.of(value), language)


def by(value: Any, language: str) -> str:
    """The same as the day by which something is due: `by 8 June 2017`, `by the end of 2017`."""
    return write_deadline(FuzzyDate.of(value), language)


def dates(start: datetime.date, language: str, end: datetime.date | None = None) -> str:
    """From day to day: `7–8 June 2017`; one day where there is no other."""
    return write_range(start, end or start, language)


def month_year(value: Any, language: str) -> str:
    """The month of a day: `June 2017`."""
    day = FuzzyDate.of(value)
    return write_fuzzy(FuzzyDate(day.year, day.month, None, day.season), language)


def time(value: str, language: str, zone: str | None = None) -> str:
    """An hour of the day, with its zone where one is given: `14:00`."""
    return write_time(datetime.time.fromisoformat(value), language, zone=zone)


def times(start: str, language: str, end: str | None = None) -> str:
    """From hour to hour, as a programme has it: `09:30–09:45`; one hour where there is no other."""
    return write_times(datetime.time.fromisoformat(start), datetime.time.fromisoformat(end) if end else None, language)


def zone(zone: str, language: str, day: datetime.date, name: Any = None) -> str:
    """Whose clock all hours of a day are, said once: `Bishkek time (UTC+6)`; `name` where readers call it otherwise."""
    return write_zone(zone, language, day, name=plain(name) if name else "")


def moment(embargo: Mapping[str, Any], language: str) -> str:
    """The hour at which an embargo ends: `14:00 (Bishkek time) on 8 June 2017`."""
    name = embargo["zone_name"]
    hour = time(embargo["time"], language, None if name else embargo["zone"])
    return (
        f"{hour} ({plain(name)}) {when(embargo['day'], language)}"
        if name
        else f"{hour} {when(embargo['day'], language)}"
    )


def iso(value: Any, language: str) -> str:
    """As machines read it, for `datetime` attributes: `2017-06-08`."""
    return value.isoformat() if isinstance(value, datetime.date) else str(FuzzyDate.of(value))
