"""Hours of the day, with the clock that is meant: `14:00 (Bishkek time)`."""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo
from typing import Final

from reporting.languages.date_styles import PLAIN, STYLES, Style
from reporting.languages.known import in_digits, known, locale_of
from reporting.problems import Failed, Problem

VOWELS: Final = frozenset("aeiouyàâéèêëîïôûh")
"""What a city begins with where French drops a letter before it; `h` counts among them."""


def write_time(moment: time | datetime, language: str, *, zone: str | None = None) -> str:
    """An hour of the day, with the city whose clock is meant.

    Args:
        moment: the hour as that clock shows it; a datetime's own zone is said if no other is given.
        language: language of the paper.
        zone: name of the zone, such as `Europe/Brussels`.

    Raises:
        Failed: the language or the zone is not known.
    """
    style = STYLES.get(known(language), PLAIN)
    written = in_digits(style.time.format(moment.hour, moment.minute), language)
    name = zone or getattr(moment.tzinfo, "key", None)
    if name and "/" in name and not name.startswith("Etc/"):
        return _with_city(written, city_of(name, language), style)
    offset = _offset(name, moment.tzinfo)
    return written if offset is None else f"{written} ({offset})"


def city_of(zone: str, language: str) -> str:
    """The city that a time zone is named after.

    Raises:
        Failed: there is no such zone.
    """
    from babel.dates import get_timezone_location  # noqa: PLC0415 - see `locale_of`

    try:
        return str(get_timezone_location(zone, locale=locale_of(language), return_city=True))
    except LookupError:
        raise unknown_zone(zone) from None


def unknown_zone(zone: str) -> Failed:
    """What is raised where there is no such time zone."""
    hint = "write it as continent and city, such as Europe/Brussels"
    return Failed(Problem("V081", f"the time zone “{zone}” is not known", hint=hint))


def _with_city(written: str, city: str, style: Style) -> str:
    form = style.zone_vowel if style.zone_vowel and begins_with_vowel(city) else style.zone
    return form.format(written, city)


def begins_with_vowel(city: str) -> bool:
    """Whether French drops a letter before the city: `heure d’Astana`."""
    return city[0].casefold() in VOWELS


def _offset(name: str | None, zone: tzinfo | None) -> str | None:
    if name:
        return "UTC" if name in {"UTC", "Etc/UTC"} else name
    shift = zone.utcoffset(None) if zone else None
    return None if shift is None else write_offset(shift)


def write_offset(shift: timedelta) -> str:
    """How far a clock is ahead of UTC, as every language writes it.

    >>> write_offset(timedelta(hours=5, minutes=30)), write_offset(timedelta(0))
    ('UTC+5:30', 'UTC')
    """
    minutes = shift // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return "UTC" + (f"{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "")
