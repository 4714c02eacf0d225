"""Dates and spans of dates as the house writes them: `8 June 2017`, `18–19 May 2026`.

What belongs together is held together by no-break spaces. Year, month and day names come from Babel;
what surrounds them is a row in `date_styles.py` for each language.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from reporting.languages.date_styles import STYLES
from reporting.languages.hijri import MONTHS, is_known
from reporting.languages.hijri_dates import write_hijri
from reporting.languages.known import NBSP, base_of, in_digits, known, locale_of
from reporting.languages.plain import BETWEEN, is_plain, plain_date


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
    style = STYLES[known(language)]
    words = [style.number_of(day), month_names(language)[day.month - 1]]
    if with_year:
        words.append(style.year_short.format(day.year) if short else style.year.format(day.year))
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
    style = STYLES[known(language)]
    end = write_date(last, language, with_year=with_year)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{in_digits(style.number_of(first), language)}{style.within}{end}"
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
    style, written = STYLES[known(language)], write_range(first, last, language)
    is_in_month = (first.year, first.month) == (last.year, last.month)
    if first == last or not style.span_phrase or (is_in_month and style.is_short_in_month):
        return style.day_phrase.format(written)
    begin = style.number_of(first) if is_in_month else write_date(first, language, with_year=first.year != last.year)
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
