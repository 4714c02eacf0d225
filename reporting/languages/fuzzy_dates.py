"""Dates that are known in part only, alone and in a sentence: `November 2018`, `in autumn 2018`."""

from __future__ import annotations

from typing import Final

from reporting.languages.date_styles import STYLES
from reporting.languages.dates import month_names, write_date
from reporting.languages.fuzzy import FuzzyDate
from reporting.languages.known import NBSP, in_digits, known
from reporting.languages.plain import is_plain, plain_fuzzy

PARTS: Final = {
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


def write_fuzzy(when: FuzzyDate, language: str) -> str:
    """A date as far as it is known: `November 2018`, `autumn 2018`, `2018`."""
    if is_plain(language):
        return plain_fuzzy(when, language)
    style = STYLES[known(language)]
    year = in_digits(style.year.format(when.year), language)
    if when.season:
        return PARTS[known(language)][when.season][0].replace(" ", NBSP) + year
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
    style, written = STYLES[row], write_fuzzy(when, language)
    if when.season:
        return PARTS[row][when.season][1] + in_digits(style.year.format(when.year), language)
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
