"""P011: acronyms that are never spelt out, spelt out twice, or used before they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reporting.checks.scene import Scene, Sheet, Words
from reporting.problems import Problem
from reporting.records.model.statement import Statement
from reporting.records.register import Register

ADDRESS = re.compile(r"\]\([^)]*\)|<?https?://\S+")
ACRONYM = re.compile(r"(?<![\w-])(\()?([A-Z][A-Z0-9&]*[A-Z](?:-[A-Z]+)*)(?:s\b|\b)(?![-\w])(\))?")
EXPLAINED = re.compile(r"\s+\((?=[A-ZÀ-ÖА-ЯЁ]\w*\s)")
PLACEHOLDERS = {"TBC", "TBD", "TBA", "XX", "XXX"}
"""Not acronyms but holes, which P002 finds."""
LONGEST = 8
"""Letters; what is longer is a word in capitals."""


@dataclass(slots=True)
class Use:
    """How one acronym is used in one sheet and language."""

    first: Words
    spelt_out: list[Words] = field(default_factory=list)
    is_used_before: bool = False
    is_explained: bool = False
    """Whether brackets follow it, with what it stands for: the wrong way round, which is told as that."""


def find(scene: Scene) -> Iterator[Problem]:
    known = scene.once(known_acronyms)
    for sheet in scene.sheets:
        introduced = _introduced(scene, sheet)
        for (_, name), use in _uses(sheet).items():
            if name not in known and name not in introduced:
                yield from _problems(scene, sheet, name, use)


def known_acronyms(register: Register) -> set[str]:
    """Acronyms that need not be spelt out, in every language in which the body has one: EU, UE."""
    known = {key for key, term in register.glossary.items() if term.known}
    bodies = (register.organisations[key].short for key in known & set(register.organisations))
    return known | {words for short in bodies if short for words in short.by_language.values()}


def _introduced(scene: Scene, sheet: Sheet) -> set[str]:
    """Acronyms that papers spell out by themselves: the dialogue's own, and where they list programmes, those of these.

    A statement lists none, so it has to say itself what it means.
    """
    names = [name.acronym for name in sheet.series.dialogue.names]
    if not isinstance(sheet.record, Statement):
        names += [programme.acronym for programme in scene.register.programmes.values()]
    names += [body.short for body in scene.register.organisations.values()]
    return {words for name in names if name for words in name.by_language.values()}


def _uses(sheet: Sheet) -> dict[tuple[str, str], Use]:
    uses: dict[tuple[str, str], Use] = {}
    if not ACRONYM.search(sheet.whole):
        return uses
    for words in sheet.words:
        if words.kind == "label" or not ACRONYM.search(words.words):
            continue
        text = ADDRESS.sub(" ", words.words)
        for match in ACRONYM.finditer(text):
            if is_acronym(match[2]):
                _note(uses, words, match[2], is_spelt_out=bool(match[1] and match[3]))
                uses[words.language, match[2]].is_explained |= bool(EXPLAINED.match(text, match.end()))
    return uses


def is_acronym(name: str) -> bool:
    """Whether capitals are an acronym: no hole in a text, no Roman number, no word in capitals."""
    return len(name) <= LONGEST and name not in PLACEHOLDERS and not set(name) <= set("IVXLC")


def _note(uses: dict[tuple[str, str], Use], words: Words, name: str, *, is_spelt_out: bool) -> None:
    use = uses.setdefault((words.language, name), Use(words))
    if is_spelt_out:
        use.spelt_out.append(words)
    elif not use.spelt_out:
        use.is_used_before = True


def _problems(scene: Scene, sheet: Sheet, name: str, use: Use) -> Iterator[Problem]:
    what = f"“{name}”" if use.first.is_shown else "an acronym in this text"
    if not use.spelt_out and use.is_explained:
        return
    if not use.spelt_out:
        hint = f"write the full form and the acronym in brackets once{_long(scene, name, use.first)}"
        yield _warning(scene, sheet, f"{what} is never spelt out", use.first, hint)
        return
    if isinstance(sheet.record, Statement) and use.is_used_before:
        hint = "spell it out where it stands first"
        yield _warning(scene, sheet, f"{what} is used before it is spelt out", use.first, hint)
    if len(use.spelt_out) > 1:
        hint = "spell it out once, where it stands first"
        yield _warning(scene, sheet, f"{what} is spelt out twice", use.spelt_out[1], hint)


def _long(scene: Scene, name: str, words: Words) -> str:
    term = scene.register.glossary.get(name) if words.is_shown else None
    long = (term.long.get(words.language) or term.long.get("en")) if term else None
    return f": {long} ({name})" if long else ", or list it in glossary.yaml with `known: true`"


def _warning(scene: Scene, sheet: Sheet, sentence: str, words: Words, hint: str) -> Problem:
    return scene.tell("P011", sentence, sheet.file, words.path, hint, is_warning=True)
