"""Languages and designations of twins: what everybody may know of a house, drawn for both."""

from __future__ import annotations

from random import Random  # noqa: TID251 - seeded: the same seed draws the same languages
from typing import Any, Final

from reporting.records.model.forms import CASES

MAIN: Final = "en"
OTHERS: Final = ("fr", "ru")
DESIGNATED: Final = "Quayland*"
"""A name that a house owes a footnote, as records write it."""
OWN: Final = {
    "templates/designations/harbour.yaml": """\
title: {en: "The harbour office"}
designations:
  - id: quayland
    name: {en: "Quayland", fr: "Quayland", ru: "Quayland"}
    since: 2031-01-01
    note: {en: "As it calls itself.", fr: "Selon son propre usage.", ru: "Так она называет себя."}
"""
}
DESIGNATIONS: Final = (None, "eu", "harbour", "harbour")


def languages_of_house(shared: Random) -> list[str]:
    """The main language, and perhaps one or two more."""
    return [MAIN, *shared.sample(OTHERS, shared.choice((0, 0, 0, 1, 2)))]


def languages_of_part(shared: Random, house: list[str]) -> list[str] | None:
    """What a dialogue or a round says of its languages, if anything."""
    return shared.choice((None, None, [MAIN], house))


FORMS: Final = {
    "fr": {"article": ("le", "la", "l’", "les"), "gender": ("m", "f", "plural"), "place": ("à", "en")},
    "ru": {**dict.fromkeys(CASES, ("",)), "gender": ("m", "f", "n", "plural"), "place": ("в", "на")},
}
"""What a sentence may ask a name for; of an empty one stands the name itself with the case behind it."""


def worded(words: str, languages: list[str], source: Random, *, bends: bool) -> Any:
    """A text as one string for all languages, or with words for each; with their forms where they can have some."""
    if len(languages) == 1 or (source.random() < 0.6 and not bends):
        return words
    return {language: _bent(f"{words} {language}", language, source, bends=bends) for language in languages}


def _bent(words: str, language: str, source: Random, *, bends: bool) -> Any:
    if not bends or language not in FORMS:
        return words
    forms = {name: source.choice(values) or f"{words} {name}" for name, values in FORMS[language].items()}
    return {"text": words, **forms}
