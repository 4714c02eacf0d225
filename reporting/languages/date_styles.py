"""How each language puts a date or an hour together, a row a language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from reporting.languages.known import NBSP


@dataclass(frozen=True, slots=True)
class Style:
    """How one language puts a date together."""

    within: str = "–"
    """Between two days of one month."""
    year_short: str = "{}"
    """The year where room is short, as in tables."""
    first_of_month: str = "1"
    """French says `1er` and counts plainly after it."""
    year: str = "{}"
    weekday: str = "{} {}"
    across: str = f"{NBSP}– "
    """Between two dates of which each holds a space; within a month it is a dash alone."""
    time: str = "{0:02}:{1:02}"
    zone: str = "{} ({} time)"
    zone_vowel: str = ""
    """The same before a city that begins with a vowel, where that matters."""
    day_phrase: str = "on {}"
    month_phrase: str = "in {}"
    year_phrase: str = "in {}"
    pair_phrase: str = ""
    """Two days that follow each other; where it is empty, a sentence has a span as it is, after `day_phrase`."""
    span_phrase: str = ""
    is_short_in_month: bool = False
    """A span within one month keeps its dash in a sentence: `on 18–19 May`."""

    def number_of(self, day: date) -> str:
        """The number of a day in its month."""
        return self.first_of_month if day.day == 1 else str(day.day)


STYLES: Final = {
    "en": Style(span_phrase="from {} to {}", is_short_in_month=True),
    "fr": Style(
        first_of_month="1er",
        time=f"{{0}}{NBSP}h{NBSP}{{1:02}}",
        zone="{} (heure de {})",
        zone_vowel="{} (heure d’{})",
        day_phrase=f"le{NBSP}{{}}",
        month_phrase="en {}",
        year_phrase="en {}",
        pair_phrase=f"les{NBSP}{{}} et {{}}",
        span_phrase=f"du{NBSP}{{}} au {{}}",
    ),
    "ru": Style(
        year=f"{{}}{NBSP}года",
        year_short=f"{{}}{NBSP}г.",
        weekday="{}, {}",
        across=f"{NBSP}— ",
        zone=f"{{}} (по времени г.{NBSP}{{}})",
        day_phrase="{}",
        month_phrase=f"в{NBSP}{{}}",
        year_phrase=f"в{NBSP}{{}}",
    ),
    "fa": Style(
        within=" تا ",
        weekday="{}، {}",
        across=f" تا{NBSP}",
        zone="{} (به وقت {})",
        day_phrase=f"به تاریخ{NBSP}{{}}",
        month_phrase=f"در{NBSP}{{}}",
        year_phrase=f"در سال{NBSP}{{}}",
    ),
}

PLAIN: Final = Style(zone="{} ({})")
"""Hours in a language without a row."""
