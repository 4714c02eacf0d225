"""Hours of a programme: from when to when, and whose clock it is, said once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reporting.languages.known import NBSP, known
from reporting.languages.times import begins_with_vowel, city_of, unknown_zone, write_offset, write_time


@dataclass(frozen=True, slots=True)
class _Style:
    """How one language puts hours together."""

    between: str = "–"
    """Between two hours; where these hold spaces themselves, it has some too."""
    zone: str = "{} time"
    zone_vowel: str = ""
    """The same before a city that begins with a vowel, where that matters."""


_STYLES: Final = {
    "en": _Style(),
    "fr": _Style(between=f"{NBSP}–{NBSP}", zone="heure de {}", zone_vowel="heure d’{}"),
    "ru": _Style(zone=f"время г.{NBSP}{{}}"),
    "fa": _Style(between=f"{NBSP}تا{NBSP}", zone="به وقت {}"),
}


def write_times(start: time, end: time | None, language: str) -> str:
    r"""From hour to hour, held together so that a narrow column does not break it; one hour where there is no other.

    >>> write_times(time(9, 30), time(9, 45), "en"), write_times(time(9, 30), None, "fr")
    ('09:30–09:45', '9\xa0h\xa030')

    Raises:
        Failed: the language is not known.
    """
    begins = write_time(start, language)
    return begins if end is None else f"{begins}{_STYLES[known(language)].between}{write_time(end, language)}"


def write_zone(zone: str, language: str, day: date, *, name: str = "") -> str:
    """Whose clock it is, with the hours that it is ahead of UTC on that day.

    >>> write_zone("Asia/Bishkek", "en", date(2017, 6, 8))
    'Bishkek time (UTC+6)'

    Args:
        zone: the time zone.
        language: language of the paper.
        day: the day that is meant, since many clocks change twice a year.
        name: what readers call the zone, where the city that it is named after will not do.

    Raises:
        Failed: the language or the zone is not known.
    """
    offset = write_offset(_at_noon(zone, day).utcoffset() or timedelta())
    called = name or (_called(city_of(zone, language), _STYLES[known(language)]) if "/" in zone else "")
    return f"{called} ({offset})" if called else offset


def _at_noon(zone: str, day: date) -> datetime:
    try:
        return datetime.combine(day, time(12), ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise unknown_zone(zone) from None


def _called(city: str, style: _Style) -> str:
    return (style.zone_vowel if style.zone_vowel and begins_with_vowel(city) else style.zone).format(city)
