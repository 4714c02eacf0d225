"""P011 again: acronyms before what they stand for, spelt out for one use alone, and in titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from reporting.checks.scene import Scene, Sheet, Words
from reporting.checks.texts.acronyms import ACRONYM, is_acronym, known_acronyms
from reporting.problems import Problem
from reporting.records.model.statement import Statement
from reporting.records.model.texts import EVERY, Text
from reporting.records.register import Register

REVERSED: Final = re.compile(
    r"(?<![\w-])(?P<name>[A-ZА-ЯЁ][A-ZА-ЯЁ0-9&]*(?:-[A-ZА-ЯЁ]+)*[A-ZА-ЯЁ])\s+\((?P<long>[^()]{8,160})\)"
)
SPELT: Final = re.compile(r"\(([A-Z][A-Z0-9&]*(?:-[A-Z]+)*[A-Z])\)")
TITLES: Final = frozenset({"title", "heading", "headline"})
ITEMS: Final = frozenset({"topics", "agenda", "events"})
"""Whose titles stand in a sentence or in the programme."""
STEM: Final = 4
"""Letters by which a word is known again when it is bent."""

Longs = Mapping[str, list[Text]]
"""What acronyms stand for, by the acronym."""


def find(scene: Scene) -> Iterator[Problem]:
    longs, known = scene.once(_longs), scene.once(known_acronyms)
    for sheet in scene.sheets:
        for words in sheet.words:
            if _is_title(sheet, words):
                yield from _in_title(scene, sheet, words, known)
            elif words.kind != "label":
                yield from _reversed(scene, sheet, words, longs)
        if isinstance(sheet.record, Statement):
            yield from _once(scene, sheet)


def _longs(register: Register) -> Longs:
    pairs = [(each.acronym, each.name) for each in register.programmes.values()]
    pairs += [(each.short, each.name) for each in register.organisations.values() if each.short]
    found: dict[str, list[Text]] = {name: [term.long] for name, term in register.glossary.items()}
    for acronym, long in pairs:
        for name in acronym.by_language.values():
            found.setdefault(name, []).append(long)
    return found


def _is_title(sheet: Sheet, words: Words) -> bool:
    keys = {str(step) for step in words.path}
    return sheet.name in ("round", "statement") and bool(keys & TITLES) and not keys & ITEMS


def _in_title(scene: Scene, sheet: Sheet, words: Words, known: set[str]) -> Iterator[Problem]:
    for match in ACRONYM.finditer(words.words):
        if is_acronym(match[2]) and match[2] not in known:
            what = f"“{match[2]}”" if words.is_shown else "an acronym"
            hint = "write the full form; titles are read before anything is spelt out"
            yield scene.tell("P011", f"{what} stands in a title", sheet.file, words.path, hint, is_warning=True)


def _reversed(scene: Scene, sheet: Sheet, words: Words, longs: Longs) -> Iterator[Problem]:
    for match in REVERSED.finditer(words.words):
        name, long = match["name"], " ".join(match["long"].split())
        if _stands_for(name, long, longs, words.language):
            what = f"“{name}”" if words.is_shown else "an acronym in this text"
            hint = f"write “{long} ({name})”" if words.is_shown else "write the full form, then the acronym in brackets"
            sentence = f"{what} stands before what it stands for"
            yield scene.tell("P011", sentence, sheet.file, words.path, hint, is_warning=True)


def _stands_for(name: str, long: str, longs: Longs, language: str) -> bool:
    """Whether a text in brackets is what the registers have for an acronym, bent or not, or has its letters to begin with."""
    known = [text.get(language) or text.get(EVERY) or "" for text in longs.get(name, ())]
    if any(each[:STEM].casefold() == long[:STEM].casefold() for each in known if each):
        return True
    initials = "".join(word[0] for word in re.findall(r"\w+", long)).upper()
    return len(initials) > 1 and initials.startswith(name[0]) and _is_within(name.replace("-", ""), initials)


def _is_within(name: str, initials: str) -> bool:
    """Whether the letters of an acronym stand in the initials in their order."""
    rest = iter(initials)
    return all(letter in rest for letter in name)


def _once(scene: Scene, sheet: Sheet) -> Iterator[Problem]:
    """Acronyms that a statement spells out and then never uses."""
    for language in dict.fromkeys(words.language for words in sheet.words):
        own = [words for words in sheet.words if words.language == language and words.kind != "label"]
        whole = "\n".join(words.words for words in own)
        for words in own:
            for match in SPELT.finditer(words.words):
                name = match[1]
                uses = len(re.findall(rf"(?<![\w-]){re.escape(name)}(?:s\b|(?![\w-]))", whole))
                if is_acronym(name) and uses == 1:
                    what = f"“{name}”" if words.is_shown else "an acronym in this text"
                    hint = "write the full form alone"
                    sentence = f"{what} is spelt out and not used again"
                    yield scene.tell("P011", sentence, sheet.file, words.path, hint, is_warning=True)
