"""Words that are the same in every language: figures, addresses, acronyms, and names in the alphabet of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from reporting.languages.known import base_of
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.registers import Person
from reporting.records.model.texts import EVERY, Text
from reporting.records.register import Register
from reporting.records.walk import walk

ADDRESS: Final = re.compile(r"\S+@\S+|(?:https?://|mailto:|tel:|www\.)\S+|\[\^[^\]]+\]|\{[\w-]+(?::[\w-]+)?\}")
WORD: Final = re.compile(r"[^\W\d_]+(?:[-&/][^\W\d_]+)*")
ACRONYM: Final = re.compile(r"[A-ZА-ЯЁ]+(?:[-&/][A-ZА-ЯЁ]+)*\Z")
OTHER_ALPHABETS: Final[Mapping[str, re.Pattern[str]]] = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn"), re.compile("[Ѐ-ӿ]")),
    **dict.fromkeys(("fa", "ps", "ar", "ur", "ug"), re.compile("[\u0600-\u06ff]")),
    **dict.fromkeys(("hy",), re.compile("[\u0530-\u058f]")),
    **dict.fromkeys(("ka",), re.compile("[\u10a0-\u10ff]")),
    **dict.fromkeys(("el",), re.compile("[\u0370-\u03ff]")),
    **dict.fromkeys(("zh", "ja"), re.compile("[\u3040-\u30ff\u4e00-\u9fff]")),
}
"""Languages that are not written in Latin letters, with one letter of theirs."""
LATIN: Final = re.compile("[A-Za-zÀ-ɏ]")
REGISTERS: Final = ("people", "organisations", "countries", "places", "programmes")


def is_neutral(words: str, languages: Iterable[str], names: frozenset[str]) -> bool:
    """Whether one string can stand in papers of all the languages.

    Args:
        words: what the record says, without a language.
        languages: those of the papers.
        names: names that the registers know; they are the same wherever the alphabet is.
    """
    bare = ADDRESS.sub(" ", words)
    found = WORD.findall(bare)
    if all(ACRONYM.match(each) for each in found):
        return True
    return words.strip() in names and all(is_written_in(words, each) for each in languages)


def is_lacking(text: Text, language: str) -> bool:
    """Whether a name has nothing for papers in a language; one string serves those in its alphabet."""
    words = text.by_language.get(EVERY)
    if words is None:
        return language not in text.by_language
    return not is_written_in(words, language) and not is_neutral(words, [language], frozenset())


def is_written_in(words: str, language: str) -> bool:
    """Whether words have letters of the alphabet that a language is written in."""
    return bool(OTHER_ALPHABETS.get(base_of(language), LATIN).search(words))


def known_names(register: Register) -> frozenset[str]:
    """Every name of the registers that everybody may know, in every language."""
    return frozenset(name for each in REGISTERS for node in getattr(register, each).values() for name in _names(node))


def _names(node: Node) -> Iterator[str]:
    if node.stated_level() is not Level.PUBLIC:
        return
    for said in walk(node).texts:
        if said.level is Level.PUBLIC:
            yield from said.text.by_language.values()
    if isinstance(node, Person):
        for language, given in node.given.by_language.items():
            family = node.family.get(language)
            if family:
                yield from (f"{given} {family}", f"{family} {given}")
