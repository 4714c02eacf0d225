"""The moment of a release, and the one at which an embargo ends."""

from __future__ import annotations

import datetime
import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reporting.records.model.press import Embargo

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?\s*(Z|[+-]\d\d:\d\d|[A-Za-z_]+(?:/[A-Za-z_+-]+)*)")


def moment_of(text: str) -> datetime.datetime:
    """A moment as somebody types it: day, hour and zone.

    >>> moment_of("2017-06-08T15:00+06:00").isoformat()
    '2017-06-08T15:00:00+06:00'
    >>> moment_of("2017-06-08 15:00 Asia/Bishkek").isoformat()
    '2017-06-08T15:00:00+06:00'

    Raises:
        ValueError: it is none, or lacks the zone.
    """
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"“{text}” is no moment; write day, hour and zone, such as 2017-06-08T15:00+06:00")
    day, hour, zone = match.groups()
    if zone == "Z" or zone[0] in "+-":
        return datetime.datetime.fromisoformat(f"{day}T{hour}:00{'+00:00' if zone == 'Z' else zone}")
    try:
        return datetime.datetime.fromisoformat(f"{day}T{hour}:00").replace(tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"nobody knows a time zone “{zone}”; write one such as Asia/Bishkek") from None


def end_of(embargo: Embargo) -> datetime.datetime:
    """The moment at which an embargo ends."""
    return datetime.datetime.fromisoformat(f"{embargo.day.isoformat()}T{embargo.time}").replace(
        tzinfo=ZoneInfo(str(embargo.zone))
    )


def has_ended(embargo: Embargo, at: datetime.datetime | datetime.date) -> bool:
    """Whether an embargo has ended; of a day alone only what is certain counts, so that it has to be a later one."""
    if isinstance(at, datetime.datetime):
        return at >= end_of(embargo)
    return at > embargo.day
