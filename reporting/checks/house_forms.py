"""P004: a name in a form that the register lists as one the house does not use."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from reporting.checks.forms import pattern_of
from reporting.checks.scene import Scene, Sheet
from reporting.problems import Problem
from reporting.records.model.registers import Country


def find(scene: Scene) -> Iterator[Problem]:
    owners = {form: key for key, country in scene.register.countries.items() for form in country.variants}
    pattern = pattern_of(owners)
    for sheet in scene.sheets:
        for words in sheet.having(pattern):
            for form in dict.fromkeys(match[0] for match in pattern.finditer(words.words)):
                country = scene.register.countries[owners[form]]
                if not words.is_quote and form not in _names(country, _day(sheet)):
                    what = f"“{form}”" if words.is_shown else "a name in this text"
                    sentence = f"{what} is a form of a country's name that the house does not use"
                    yield scene.tell("P004", sentence, sheet.file, words.path, _hint(owners, form, scene, _day(sheet)))


def _day(sheet: Sheet) -> datetime.date | None:
    return sheet.meeting.round.last_day if sheet.meeting else None


def _names(country: Country, day: datetime.date | None) -> list[str]:
    """Every form that the country bore on the day, in every language."""
    names = [name for name in country.names if day is None or name.covers(day)]
    texts = [text for name in names for text in (name.short, name.official, name.in_sentence)]
    return [words for text in texts for words in text.by_language.values()]


def _hint(owners: Mapping[str, str], form: str, scene: Scene, day: datetime.date | None) -> str:
    key = owners[form]
    names = _names(scene.register.countries[key], day)
    forms = " or ".join(f"“{name}”" for name in dict.fromkeys(names[:2]))
    return f"the house writes {forms}" if forms else f"see {key} in data/registers/countries.yaml"
