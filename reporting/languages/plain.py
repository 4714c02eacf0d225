"""Languages without a row of their own in the tables of this folder, as far as Babel's data carry: plain, and right.

They have dates in their own order, lists, decimals, percentages, plurals and ordinals in figures. What wants words of its
own, such as “in late 2018” or “on 8 June”, they do without: a template in such a language writes it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from reporting.languages.fuzzy import FuzzyDate
from reporting.languages.known import LOCALES, NBSP, base_of, in_digits, locale_of
from reporting.problems import Failed, Problem

BETWEEN: Final = f"{NBSP}– "
"""Between two dates."""


def is_plain(language: str) -> bool:
    """Whether the language has no row of its own."""
    return base_of(language) not in LOCALES


def plain_date(day: date, language: str, *, with_year: bool = True, with_weekday: bool = False) -> str:
    """A day as the language orders it: `2017 ж. 8 маусым`, `8. Juni 2017`.

    Raises:
        Failed: Babel does not know the language.
    """
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - see `locale_of`

    locale = locale_of(language)
    if not with_year:
        return _held(format_skeleton("MMMMd", day, locale=locale), language)
    return _held(format_date(day, "full" if with_weekday else "long", locale=locale), language)


def plain_fuzzy(when: FuzzyDate, language: str) -> str:
    """A date as far as it is known.

    Raises:
        Failed: it is a part of a year, which wants a word that no data have.
    """
    from babel.dates import format_skeleton  # noqa: PLC0415 - see `locale_of`

    if when.season:
        sentence = f"“{when.season} {when.year}” has no words in the language “{language}”"
        raise Failed(
            Problem("V080", sentence, hint="name the month in the record, or write the sentence without a date")
        )
    if when.month is None:
        return _held(format_skeleton("y", when.first(), locale=locale_of(language)), language)
    if when.day is None:
        return _held(format_skeleton("yMMMM", when.first(), locale=locale_of(language)), language)
    return plain_date(when.first(), language)


def plain_number(number: int | Decimal, language: str) -> str:
    """A number with the signs of the language for groups and decimals."""
    decimal, group = _signs(language)
    whole, point, rest = f"{number:,f}".partition(".") if isinstance(number, Decimal) else (f"{number:,}", "", "")
    return in_digits(whole.replace(",", group) + (decimal + rest if point else ""), language)


def plain_percent(number: int | Decimal, language: str) -> str:
    """A share in per cent, with its sign where the language puts it."""
    pattern = str(locale_of(language).percent_formats[None].pattern).partition(";")[0]
    before, after = pattern.split("#", 1)[0], pattern.rsplit("0", 1)[-1]
    return f"{before}{plain_number(number, language)}{after}".replace(" ", NBSP)


@cache
def _signs(language: str) -> tuple[str, str]:
    symbols = locale_of(language).number_symbols
    own = symbols.get("latn") or symbols
    return str(own["decimal"]), str(own["group"]).replace(" ", NBSP)


def _held(written: str, language: str) -> str:
    return in_digits(written.replace(" ", NBSP), language)
