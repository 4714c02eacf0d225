"""P012: two forms of one name in one context."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from reporting.checks.forms import pattern_of
from reporting.checks.scene import Scene, Sheet, Words
from reporting.problems import Problem
from reporting.records.model.registers import Country
from reporting.records.register import Register

HYPHENATED = re.compile(r"\b([A-Z][a-z]+)-([A-Z][a-z]+)\b")


class Forms(NamedTuple):
    """The forms that a register knows, with patterns that find them."""

    terms: dict[str, str]
    """Each form that the house does not use, with the one that it does."""
    variant: re.Pattern[str]
    countries: list[tuple[Country, re.Pattern[str]]]
    """Each with a pattern of its official names."""
    official: re.Pattern[str]
    """An official name of any of them."""


def find(scene: Scene) -> Iterator[Problem]:
    forms = scene.once(_forms)
    for sheet in scene.sheets:
        for words in sheet.having(forms.variant):
            yield from _variants(scene, sheet, words, forms)
        for words in sheet.having(forms.official):
            yield from _short_and_official(scene, sheet, words, forms)
        yield from _hyphens(scene, sheet)


def _forms(register: Register) -> Forms:
    terms = {form: key for key, term in register.glossary.items() for form in term.variants}
    countries = [(country, pattern_of(_officials(country))) for country in register.countries.values()]
    official = pattern_of(form for country, _ in countries for form in _officials(country))
    return Forms(terms, pattern_of(terms), countries, official)


def _variants(scene: Scene, sheet: Sheet, words: Words, forms: Forms) -> Iterator[Problem]:
    for form in dict.fromkeys(match[0] for match in forms.variant.finditer(words.words)):
        if not words.is_quote:
            what = f"“{form}”" if words.is_shown else "a form in this text"
            hint = f"the house writes “{forms.terms[form]}”" if words.is_shown else "see the variants in glossary.yaml"
            yield _warning(scene, sheet, f"{what} is a form that the house does not use", words, hint)


def _short_and_official(scene: Scene, sheet: Sheet, words: Words, forms: Forms) -> Iterator[Problem]:
    for country, official in forms.countries:
        match = official.search(words.words)
        if match is None or words.is_quote:
            continue
        rest = official.sub(" ", words.words)
        short = pattern_of(form for name in country.names for form in name.short.by_language.values()).search(rest)
        if short:
            both = f"“{short[0]}” and “{match[0]}”" if words.is_shown else "a country's short and its official name"
            hint = "use one form in one text: the official one in lists of parties, the short one elsewhere"
            yield _warning(scene, sheet, f"{both} stand in one text", words, hint)


def _officials(country: Country) -> list[str]:
    """Official names that are another than the short one."""
    return [
        form
        for name in country.names
        for language, form in name.official.by_language.items()
        if form != name.short.get(language)
    ]


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
