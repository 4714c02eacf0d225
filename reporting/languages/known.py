"""The languages whose house style is written down here, and Babel's data for all.

To give a language a house style of its own, add its locale to `LOCALES` and a row to each table that a test then names
as missing. A language without one is written by Babel's data alone; see `plain.py`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from reporting.problems import Failed, Problem

if TYPE_CHECKING:
    from babel import Locale

NBSP: Final = "\u00a0"
"""No-break space, between what belongs together in a line."""

THIN: Final = "\u202f"
"""Narrow no-break space, between the groups of a number."""

LOCALES: Final = {"en": "en_GB", "fr": "fr_FR", "ru": "ru_RU", "fa": "fa_AF"}
"""The locale whose months, zones and plurals are used. English is British, as in the papers of the institutions;
Persian is that of Afghanistan."""


_EASTERN: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

DIGITS: Final = {"fa": _EASTERN, "ps": _EASTERN}
"""Languages that write figures with signs of their own."""


def in_digits(figures: str, language: str) -> str:
    """Figures with the signs of the language: `۲۰۱۷` in Dari."""
    return figures.translate(DIGITS.get(base_of(language), {}))


def base_of(language: str) -> str:
    """The language itself, without script or region: `en` for `en-GB`."""
    return language.replace("_", "-").partition("-")[0].lower()


def known(language: str) -> str:
    """The language itself, as tables of this folder call it.

    Raises:
        Failed: there is no row for it, and Babel does not know it either.
    """
    base = base_of(language)
    if base not in LOCALES and not has_data(language):
        sentence = f"dates, numbers and lists cannot be written in the language “{language}”, of which nothing is known"
        raise Failed(
            Problem("V080", sentence, hint="look at the tag; those of languages are such as kk, fa-AF or uz-Cyrl")
        )
    return base


@cache
def has_data(language: str) -> bool:
    """Whether Babel knows a language."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - see `locale_of`

    try:
        Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return False
    return True


@cache
def locale_of(language: str) -> Locale:
    """Babel's data for a language.

    Raises:
        Failed: the language is not known here.
    """
    from babel import Locale  # noqa: PLC0415 - 24 ms that `--help` and `check` need not wait for

    return Locale.parse(LOCALES.get(known(language), language.replace("-", "_")))
