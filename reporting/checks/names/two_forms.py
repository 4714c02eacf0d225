"""P012: two forms of one name in one context."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reporting.checks.names.forms import pattern_of
from reporting.checks.names.name_contexts import Named, contexts
from reporting.checks.scene import Scene, Sheet, Words
from reporting.problems import Problem
from reporting.records.model.forms import CASES
from reporting.records.model.registers import Country
from reporting.records.model.texts import Text
from reporting.records.register import Register

HYPHENATED = re.compile(r"\b([A-Z][a-z]+)-([A-Z][a-z]+)\b")


def find(scene: Scene) -> Iterator[Problem]:
    terms, states = scene.once(_terms), scene.once(_States.of)
    for sheet in scene.sheets:
        for words in sheet.having(terms.variant):
            yield from _variants(scene, sheet, words, terms)
        yield from _short_and_official(scene, sheet, states)
        yield from _hyphens(scene, sheet)


class _Terms(NamedTuple):
    """Forms that the house does not use, with the one that it does, and a pattern of them."""

    preferred: dict[str, str]
    variant: re.Pattern[str]


def _terms(register: Register) -> _Terms:
    preferred = {form: key for key, term in register.glossary.items() for form in term.variants}
    return _Terms(preferred, pattern_of(preferred))


@dataclass(frozen=True, slots=True)
class _States:
    """The names of all parties, with their forms; some states have two."""

    owners: dict[str, str]
    """Whose name it is."""
    officials: frozenset[str]
    pattern: re.Pattern[str]
    any_official: re.Pattern[str]
    cities: re.Pattern[str]

    @classmethod
    def of(cls, register: Register) -> _States:
        owners: dict[str, str] = {}
        officials: set[str] = set()
        for key, country in register.countries.items():
            own = set(_officials(country))
            officials |= own
            owners |= dict.fromkeys((*_spellings(each.short for each in country.names), *own), key)
        for key, body in register.organisations.items():
            # They have one name for every context, and stand in lists beside states.
            owners |= dict.fromkeys(_spellings([body.name]), key)
        capitals = [each.name for country in register.countries.values() for each in country.capitals]
        places = [each.name for each in register.places.values()]
        cities = pattern_of(_spellings([*capitals, *places]))
        return cls(owners, frozenset(officials), pattern_of(owners), pattern_of(officials), cities)

    def named(self, text: str) -> Iterator[tuple[Named, str]]:
        """Every name in a text, with its context."""
        return contexts(text, self.pattern, self.owners, self.cities)


def _variants(scene: Scene, sheet: Sheet, words: Words, terms: _Terms) -> Iterator[Problem]:
    for form in dict.fromkeys(match[0] for match in terms.variant.finditer(words.words)):
        if not words.is_quote:
            what = f"“{form}”" if words.is_shown else "a form in this text"
            hint = (
                f"the house writes “{terms.preferred[form]}”" if words.is_shown else "see the variants in glossary.yaml"
            )
            yield _warning(scene, sheet, f"{what} is a form that the house does not use", words, hint)


def _short_and_official(scene: Scene, sheet: Sheet, states: _States) -> Iterator[Problem]:
    """Both names of a state in one text, or in one context of several texts of a record."""
    if not states.any_official.search(sheet.whole):
        return
    first: dict[tuple[str, ...], tuple[str, Words]] = {}
    told: set[tuple[str, str]] = set()
    for number, words in enumerate(sheet.having(states.pattern)):
        for name, context in () if words.is_quote else states.named(words.words):
            for key in ((str(number), name.owner), (words.language, context, name.owner)):
                form, where = first.setdefault(key, (name.form, words))
                is_other = (form in states.officials) != (name.form in states.officials)
                if is_other and (words.language, name.owner) not in told:
                    told.add((words.language, name.owner))
                    short_first = sorted(
                        [(form, where), (name.form, words)], key=lambda each: each[0] in states.officials
                    )
                    yield _both(scene, sheet, *(short_first if where is words else [(form, where), (name.form, words)]))


def _both(scene: Scene, sheet: Sheet, one: tuple[str, Words], other: tuple[str, Words]) -> Problem:
    (form, where), (second, words) = one, other
    is_shown = where.is_shown and words.is_shown
    both = f"“{form}” and “{second}”" if is_shown else "a country's short and its official name"
    if where is words:
        hint = "use one form in one text: the official one in lists of parties, the short one elsewhere"
        return _warning(scene, sheet, f"{both} stand in one text", words, hint)
    hint = "use one of them in running text, one in lists of parties and one behind a city, as `country_forms` says"
    also = [scene.register.place(sheet.file, *where.path)]
    sentence = f"{both} stand in one record in the same way"
    return scene.tell("P012", sentence, sheet.file, words.path, hint, also=also, is_warning=True)


def _spellings(texts: Iterable[Text]) -> list[str]:
    """Names in every language and case."""
    return [
        spelling
        for text in texts
        for language, words in text.by_language.items()
        for spelling in (words, *(form for name, form in text.forms.get(language, {}).items() if name in CASES))
    ]


def _officials(country: Country) -> list[str]:
    """Official names that are another than the short one."""
    shorts = set(_spellings(name.short for name in country.names))
    return [each for each in _spellings(name.official for name in country.names) if each not in shorts]


def _hyphens(scene: Scene, sheet: Sheet) -> Iterator[Problem]:
    """High Level beside High-Level."""
    parts = sheet.whole.split("-")
    if not any(before[-1:].islower() and after[:1].isupper() for before, after in itertools.pairwise(parts)):
        return  # to split is ten times quicker than to search
    for first, second in sorted({match.groups() for match in HYPHENATED.finditer(sheet.whole)}):
        apart, joined = f"{first} {second}", f"{first}-{second}"
        found = next((words for words in sheet.words if apart in words.words and not words.is_quote), None)
        if found:
            both = (
                f"“{apart}” and “{joined}”" if _is_shown(sheet, joined) and found.is_shown else "two forms of one name"
            )
            hint = "choose one of them, as the house writes it"
            yield _warning(scene, sheet, f"{both} stand in one record", found, hint)


def _is_shown(sheet: Sheet, form: str) -> bool:
    return all(words.is_shown for words in sheet.words if form in words.words)


def _warning(scene: Scene, sheet: Sheet, sentence: str, words: Words, hint: str) -> Problem:
    return scene.tell("P012", sentence, sheet.file, words.path, hint, is_warning=True)
