"""Dates, spans of dates and times as the house writes them: `8 June 2017`, `18–19 May 2026`.

What belongs together is held together by no-break spaces. Year, month and day names come from Babel;
what surrounds them is a row in a table for each language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cache
from typing import Final

from reporting.languages.fuzzy import FuzzyDate
from reporting.languages.hijri import MONTHS, MONTHS_OF_YEAR, HijriDate, is_known, to_hijri
from reporting.languages.known import NBSP, base_of, in_digits, known, locale_of
from reporting.languages.plain import BETWEEN, is_plain, plain_date, plain_fuzzy
from reporting.problems import Failed, Problem

__all__ = [
    "FuzzyDate",
    "city_of",
    "month_names",
    "weekday",
    "write_date",
    "write_dated",
    "write_fuzzy",
    "write_fuzzy_phrase",
    "write_hijri",
    "write_moment",
    "write_offset",
    "write_range",
    "write_range_phrase",
    "write_time",
]


@dataclass(frozen=True, slots=True)
class _Style:
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


_STYLES: Final = {
    "en": _Style(span_phrase="from {} to {}", is_short_in_month=True),
    "fr": _Style(
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
    "ru": _Style(
        year=f"{{}}{NBSP}года",
        year_short=f"{{}}{NBSP}г.",
        weekday="{}, {}",
        across=f"{NBSP}— ",
        zone=f"{{}} (по времени г.{NBSP}{{}})",
        day_phrase="{}",
        month_phrase=f"в{NBSP}{{}}",
        year_phrase=f"в{NBSP}{{}}",
    ),
    "fa": _Style(
        within=" تا ",
        weekday="{}، {}",
        across=f" تا{NBSP}",
        zone="{} (به وقت {})",
        day_phrase=f"به تاریخ{NBSP}{{}}",
        month_phrase=f"در{NBSP}{{}}",
        year_phrase=f"در سال{NBSP}{{}}",
    ),
}

_PLAIN: Final = _Style(zone="{} ({})")
"""Hours in a language without a row."""

_PARTS: Final = {
    "en": {
        name: (name + NBSP, f"in {name}{NBSP}") for name in ("spring", "summer", "autumn", "winter", "early", "late")
    }
    | {"mid": ("mid-", "in mid-")},
    "fr": {
        "spring": ("printemps ", "au printemps "),
        "summer": ("été ", "à l’été "),
        "autumn": ("automne ", "à l’automne "),
        "winter": ("hiver ", "à l’hiver "),
        "early": ("début ", "début "),
        "mid": ("mi-", "mi-"),
        "late": ("fin ", "fin "),
    },
    "ru": {
        "spring": ("весна ", "весной "),
        "summer": ("лето ", "летом "),
        "autumn": ("осень ", "осенью "),
        "winter": ("зима ", "зимой "),
        "early": ("начало ", "в начале "),
        "mid": ("середина ", "в середине "),
        "late": ("конец ", "в конце "),
    },
    "fa": {
        "spring": ("بهار ", "در بهار "),
        "summer": ("تابستان ", "در تابستان "),
        "autumn": ("خزان ", "در خزان "),
        "winter": ("زمستان ", "در زمستان "),
        "early": ("اوایل ", "در اوایل "),
        "mid": ("اواسط ", "در اواسط "),
        "late": ("اواخر ", "در اواخر "),
    },
}
"""Each part of a year alone and in a sentence, up to the year."""


def write_date(
    day: date, language: str, *, with_weekday: bool = False, with_year: bool = True, short: bool = False
) -> str:
    r"""A day in words; `short` for tables, where Russian writes `г.` for `года`.

    >>> write_date(date(2017, 6, 8), "en", with_weekday=True)
    'Thursday 8\xa0June\xa02017'

    Raises:
        Failed: the language is not known.
    """
    if is_plain(language):
        return plain_date(day, language, with_year=with_year, with_weekday=with_weekday)
    style = _STYLES[known(language)]
    words = [_day(day, style), month_names(language)[day.month - 1]]
    if with_year:
        words.append(style.year_short.format(day.year) if short else _year(day.year, style))
    written = in_digits(NBSP.join(words), language)
    return style.weekday.format(weekday(day, language), written) if with_weekday else written


def write_dated(day: date, language: str) -> str:
    """A day as the dateline of a paper has it: `8 June 2017`, in Dari with the other calendar, `۸ جون ۲۰۱۷ (۱۸ جوزای ۱۳۹۶)`.

    Raises:
        Failed: the language is not known.
    """
    written = write_date(day, language)
    has_both = base_of(language) in MONTHS and is_known(day)
    return f"{written} ({write_hijri(day, language)})" if has_both else written


def write_hijri(day: date, language: str, end: date | None = None) -> str:
    """The day, or all from day to day, by the Solar Hijri calendar, for languages of Afghanistan: `۱۸ جوزای ۱۳۹۶`.

    Raises:
        Failed: the language does not use the calendar, or the day is one that it is not worked out for.
        ValueError: the last day comes before the first.
    """
    base = base_of(language)
    if base not in MONTHS:
        hint = "write it in fa-AF or ps, or leave the filter out"
        raise Failed(
            Problem("V083", f"the Solar Hijri calendar is not written in the language “{language}”", hint=hint)
        )
    if not (is_known(day) and is_known(end or day)):
        hint = "look at the year in the record; the calendar is worked out from 1831 to 2255"
        raise Failed(Problem("V083", f"{day:%Y} is no year that the Solar Hijri calendar is worked out for", hint=hint))
    if end is not None and end < day:
        raise ValueError(f"{end} comes before {day}")
    return in_digits(_hijri_span(to_hijri(day), to_hijri(end or day), base), language)


def _hijri_span(first: HijriDate, last: HijriDate, base: str) -> str:
    """From day to day, with what both ends share said once; the month leads over to its year, as speech does."""
    style = _STYLES.get(base, _STYLES["fa"])
    end = NBSP.join([str(last.day), MONTHS_OF_YEAR[base][last.month - 1], str(last.year)])
    if first == last:
        return end
    if first[:2] == last[:2]:
        return f"{first.day}{style.within}{end}"
    month = (MONTHS if first.year == last.year else MONTHS_OF_YEAR)[base][first.month - 1]
    begin = [str(first.day), month, *([] if first.year == last.year else [str(first.year)])]
    return f"{NBSP.join(begin)}{style.across}{end}"


def write_range(first: date, last: date, language: str, *, with_year: bool = True) -> str:
    r"""A span of days, with what both ends share said once.

    >>> write_range(date(2026, 5, 18), date(2026, 5, 19), "en")
    '18–19\xa0May\xa02026'

    Raises:
        Failed: the language is not known.
        ValueError: the last day comes before the first.
    """
    if last < first:
        raise ValueError(f"{last} comes before {first}")
    if is_plain(language):
        begin, end = (write_date(each, language, with_year=with_year) for each in (first, last))
        return end if first == last else f"{begin}{BETWEEN}{end}"
    style = _STYLES[known(language)]
    end = write_date(last, language, with_year=with_year)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{in_digits(_day(first, style), language)}{style.within}{end}"
    begin = write_date(first, language, with_year=with_year and first.year != last.year)
    return f"{begin}{style.across}{end}"


def write_range_phrase(first: date, last: date, language: str) -> str:
    r"""The same as it stands in a sentence.

    >>> write_range_phrase(date(2026, 5, 18), date(2026, 5, 20), "fr")
    'du\xa018 au 20\xa0mai\xa02026'

    Raises:
        Failed: the language is not known.
        ValueError: the last day comes before the first.
    """
    if is_plain(language):
        return write_range(first, last, language)
    style, written = _STYLES[known(language)], write_range(first, last, language)
    is_in_month = (first.year, first.month) == (last.year, last.month)
    if first == last or not style.span_phrase or (is_in_month and style.is_short_in_month):
        return style.day_phrase.format(written)
    begin = _day(first, style) if is_in_month else write_date(first, language, with_year=first.year != last.year)
    phrase = style.pair_phrase if is_in_month and (last - first).days == 1 else style.span_phrase
    return phrase.format(begin, write_date(last, language))


def weekday(day: date, language: str) -> str:
    """The name of the day of the week, as it stands inside a sentence."""
    return str(locale_of(language).days["format"]["wide"][day.weekday()])


@cache
def month_names(language: str, *, alone: bool = False) -> tuple[str, ...]:
    """The twelve months as they stand after a day (`июня`), or alone (`июнь`)."""
    months = locale_of(language).months["stand-alone" if alone else "format"]["wide"]
    return tuple(str(months[number]) for number in range(1, 13))


def write_time(moment: time | datetime, language: str, *, zone: str | None = None) -> str:
    """An hour of the day, with the city whose clock is meant.

    Args:
        moment: the hour as that clock shows it; a datetime's own zone is said if no other is given.
        language: language of the paper.
        zone: name of the zone, such as `Europe/Brussels`.

    Raises:
        Failed: the language or the zone is not known.
    """
    style = _STYLES.get(known(language), _PLAIN)
    written = in_digits(style.time.format(moment.hour, moment.minute), language)
    name = zone or getattr(moment.tzinfo, "key", None)
    if name and "/" in name and not name.startswith("Etc/"):
        return _with_city(written, city_of(name, language), style)
    offset = _offset(name, moment.tzinfo)
    return written if offset is None else f"{written} ({offset})"


def write_moment(moment: datetime, language: str, *, with_weekday: bool = False) -> str:
    """A day and an hour, as an embargo or a deadline is written."""
    return f"{write_date(moment, language, with_weekday=with_weekday)}, {write_time(moment, language)}"


def write_fuzzy(when: FuzzyDate, language: str) -> str:
    """A date as far as it is known: `November 2018`, `autumn 2018`, `2018`."""
    if is_plain(language):
        return plain_fuzzy(when, language)
    style = _STYLES[known(language)]
    year = in_digits(_year(when.year, style), language)
    if when.season:
        return _PARTS[known(language)][when.season][0].replace(" ", NBSP) + year
    if when.month is None:
        return year
    if when.day is None:
        return f"{month_names(language, alone=True)[when.month - 1]}{NBSP}{year}"
    return write_date(when.first(), language)


def write_fuzzy_phrase(when: FuzzyDate, language: str) -> str:
    """The same as it stands in a sentence: `in November 2018`, `on 23 November 2018`."""
    row = known(language)
    if is_plain(language):
        return plain_fuzzy(when, language)
    style, written = _STYLES[row], write_fuzzy(when, language)
    if when.season:
        return _PARTS[row][when.season][1] + in_digits(_year(when.year, style), language)
    if when.month is None:
        # Russian says `в 2018 году` but `июнь 2018 года`.
        return style.year_phrase.format(written.replace("года", "году"))
    if when.day is None:
        return style.month_phrase.format(_located(written, when.month) if row == "ru" else written)
    return style.day_phrase.format(written)


def _located(written: str, month: int) -> str:
    """A Russian month after `в`: `ноябрь` becomes `ноябре`, `март` `марте`, `май` `мае`."""
    name = month_names("ru", alone=True)[month - 1]
    return written.replace(name, name.rstrip("ьй") + "е", 1)


def _day(day: date, style: _Style) -> str:
    return style.first_of_month if day.day == 1 else str(day.day)


def _year(year: int, style: _Style) -> str:
    return style.year.format(year)


def city_of(zone: str, language: str) -> str:
    """The city that a time zone is named after.

    Raises:
        Failed: there is no such zone.
    """
    from babel.dates import get_timezone_location  # noqa: PLC0415 - see `locale_of`

    try:
        return str(get_timezone_location(zone, locale=locale_of(language), return_city=True))
    except LookupError:
        hint = "write it as continent and city, such as Europe/Brussels"
        raise Failed(Problem("V081", f"the time zone “{zone}” is not known", hint=hint)) from None


def _with_city(written: str, city: str, style: _Style) -> str:
    begins_with_vowel = city[0].casefold() in "aeiouyàâéèêëîïôûh"
    return (style.zone_vowel if style.zone_vowel and begins_with_vowel else style.zone).format(written, city)


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
