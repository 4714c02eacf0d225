"""By when something is due, as a sentence ends: `by 8 June 2018`, `by the end of 2018`."""

from __future__ import annotations

from typing import Final

from reporting.languages.dates import month_names, write_date
from reporting.languages.fuzzy import FuzzyDate
from reporting.languages.known import NBSP, in_digits, known
from reporting.languages.plain import is_plain

_PHRASES: Final = {
    "en": {
        "day": "by {}",
        "month": f"by {{month}}{NBSP}{{year}}",
        "year": "by the end of {year}",
        **{name: f"by {name}{NBSP}{{year}}" for name in ("spring", "summer", "autumn", "winter", "early", "late")},
        "mid": "by mid-{year}",
    },
    "fr": {
        "day": f"d’ici au{NBSP}{{}}",
        "month": f"d’ici à {{month}}{NBSP}{{year}}",
        "year": "d’ici à la fin de {year}",
        "spring": f"d’ici au printemps{NBSP}{{year}}",
        "summer": f"d’ici à l’été{NBSP}{{year}}",
        "autumn": f"d’ici à l’automne{NBSP}{{year}}",
        "winter": f"d’ici à l’hiver{NBSP}{{year}}",
        "early": "d’ici au début de {year}",
        "mid": "d’ici à la mi-{year}",
        "late": "d’ici à la fin de {year}",
    },
    "ru": {
        "day": "не позднее {}",
        "month": f"до конца {{month}} {{year}}{NBSP}года",
        "year": f"до конца {{year}}{NBSP}года",
        "spring": f"до конца весны {{year}}{NBSP}года",
        "summer": f"до конца лета {{year}}{NBSP}года",
        "autumn": f"до конца осени {{year}}{NBSP}года",
        "winter": f"до конца зимы {{year}}{NBSP}года",
        "early": f"в начале {{year}}{NBSP}года",
        "mid": f"до середины {{year}}{NBSP}года",
        "late": f"до конца {{year}}{NBSP}года",
    },
    "fa": {
        "day": "تا {}",
        "month": f"تا پایان {{month}}{NBSP}{{year}}",
        "year": f"تا پایان سال{NBSP}{{year}}",
        "spring": f"تا پایان بهار{NBSP}{{year}}",
        "summer": f"تا پایان تابستان{NBSP}{{year}}",
        "autumn": f"تا پایان خزان{NBSP}{{year}}",
        "winter": f"تا پایان زمستان{NBSP}{{year}}",
        "early": f"تا اوایل سال{NBSP}{{year}}",
        "mid": f"تا اواسط سال{NBSP}{{year}}",
        "late": f"تا اواخر سال{NBSP}{{year}}",
    },
}
"""For each language, the phrase for a day, a month, a year and the parts of a year."""


def write_deadline(when: FuzzyDate, language: str) -> str:
    r"""A date as far as it is known, as the last day on which something is due.

    >>> write_deadline(FuzzyDate(2018, 6), "en")
    'by June\xa02018'

    Raises:
        Failed: the language is not known.
    """
    if is_plain(language):  # without a word for “by”, the last day itself, in brackets
        return f"({write_date(when.last(), language)})"
    phrases = _PHRASES[known(language)]
    if when.day is not None:
        return phrases["day"].format(write_date(when.first(), language))
    kind = when.season or ("month" if when.month else "year")
    month = month_names(language)[(when.month or 1) - 1]
    return phrases[kind].format(month=month, year=in_digits(str(when.year), language))
