"""P004: a name in a form or spelling that a register lists as one the house does not use."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reporting.checks.names.forms import bent, pattern_of
from reporting.checks.scene import Scene
from reporting.problems import Problem
from reporting.records.model.registers import Country, Organisation, Person
from reporting.records.model.texts import EVERY, Text
from reporting.records.register import Register

Entry = Country | Organisation | Person


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose form it is."""

    register: str
    id: str
    entry: Entry
    what: str
    """How a sentence calls such a form."""


def find(scene: Scene) -> Iterator[Problem]:
    owners, pattern = scene.once(_forms)
    for sheet in scene.sheets:
        day = sheet.meeting.round.last_day if sheet.meeting else None
        for words in sheet.having(pattern):
            for form in dict.fromkeys(match[0] for match in pattern.finditer(words.words)):
                owner = owners[form]
                names = names_of(owner.entry, day, words.language)
                if not words.is_quote and form not in _own_names(owner.entry, day, words.language):
                    what = f"“{form}”" if words.is_shown else "a name in this text"
                    sentence = f"{what} is {owner.what} that the house does not use"
                    yield scene.tell("P004", sentence, sheet.file, words.path, _hint(owner, names))


def _forms(register: Register) -> tuple[dict[str, Owner], re.Pattern[str]]:
    """Whose each form is, and a pattern that finds them."""
    owners = dict(_owners(register))
    return owners, pattern_of(owners)


def _owners(register: Register) -> Iterator[tuple[str, Owner]]:
    registers: tuple[tuple[str, dict[str, Entry], str], ...] = (
        ("people", dict(register.people), "a spelling of a person's name"),
        ("organisations", dict(register.organisations), "a form of an organisation's name"),
        ("countries", dict(register.countries), "a form of a country's name"),
    )
    for name, entries, what in registers:
        for key, entry in entries.items():
            for variant in entry.variants:
                for form in bent(variant):
                    yield form, Owner(name, key, entry, what)


def names_of(entry: Entry, day: datetime.date | None, language: str) -> list[str]:
    """The forms that the house writes in a language, or in any where it has none in that one."""
    texts = _texts(entry, day)
    if isinstance(entry, Person):
        return [_person(entry, language)]
    found = [text.get(language) for text in texts]
    return [each for each in found if each] or _names(entry, day)


def _person(person: Person, language: str) -> str:
    given, family = (
        text.get(language) or next(iter(text.by_language.values())) for text in (person.given, person.family)
    )
    return f"{family} {given}" if person.family_first else f"{given} {family}"


def _names(entry: Entry, day: datetime.date | None) -> list[str]:
    """Every form that it bore on the day, in every language."""
    return [words for text in _texts(entry, day) for words in text.by_language.values()]


def _own_names(entry: Entry, day: datetime.date | None, language: str) -> list[str]:
    """The forms that are right in a language: “Tadjikistan” is the French name, and a variant in English."""
    if language == EVERY:
        return _names(entry, day)
    return [words for text in _texts(entry, day) if (words := text.get(language))]


def _texts(entry: Entry, day: datetime.date | None) -> Sequence[Text]:
    if isinstance(entry, Person):
        earlier = [text for each in entry.earlier for text in (each.given, each.family) if text is not None]
        return [entry.given, entry.family, *earlier]
    if isinstance(entry, Organisation):
        borne = entry if day is None else entry.borne_on(day)
        return [text for text in (borne.name, borne.short, borne.in_sentence) if text is not None]
    names = [name for name in entry.names if day is None or name.covers(day)]
    return [text for name in names for text in (name.short, name.official, name.in_sentence)]


def _hint(owner: Owner, names: Sequence[str]) -> str:
    forms = " or ".join(f"“{name}”" for name in dict.fromkeys(names[:2]))
    return f"the house writes {forms}" if forms else f"see {owner.id} in data/registers/{owner.register}.yaml"
