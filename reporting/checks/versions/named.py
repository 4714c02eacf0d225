"""Who and what a text names, by the ids of the registers: what two versions of one text must have in common.

A name is found by every spelling that the registers know in the language of the text, bent or not. Where a version
says it in another way (“Kyrgyz” for “of Kyrgyzstan”), the stems of its words are enough.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.registers import City, Country, Organisation, OrganisationName, Person, Programme
from reporting.records.model.texts import EVERY, Text
from reporting.records.register import Register
from reporting.records.shipped import NAMES, shipped

WORD: Final = re.compile(r"\w+")
SHORTEST: Final = 4
"""Letters that a stem has at least; shorter words are looked for whole."""
NO_SPELLINGS: Final = frozenset({"gender", "article", "place", "feminine"})
"""Forms that are no spelling of the name itself."""
OWNERS: Final = ("countries", "organisations", "places", "people", "programmes")


class Owner(NamedTuple):
    """An entry of a register."""

    register: str
    id: str
    is_public: bool
    """Whether everybody may know of it, so that a finding may name it."""


Mention = frozenset[Owner]
"""Whom one spelling may mean: a state and its capital may be spelt alike."""


@dataclass
class Named:
    """The names of all registers, by language, once a language was asked for."""

    register: Register
    _spellings: dict[str, Spellings] = field(default_factory=dict)

    def differing(self, here: str, language: str, there: str, other: str) -> list[Owner]:
        """Whom the text `here` names in its language, and the one `there` in no way that is known in its own."""
        mine, theirs = self.of(language), self.of(other)
        said = theirs.found(there)
        stems = _stems(there)
        lacking = [
            mention
            for mention in mine.found(here)
            if not any(mention & each for each in said) and not any(theirs.is_meant(each, stems) for each in mention)
        ]
        return sorted({min(mention) for mention in lacking})

    def of(self, language: str) -> Spellings:
        """The spellings of a language."""
        if language not in self._spellings:
            self._spellings[language] = Spellings.of(_entries(self.register), language)
        return self._spellings[language]


@dataclass(frozen=True)
class Spellings:
    """Every way in which names are written in one language."""

    by_word: Mapping[str, list[tuple[str, Mention]]]
    """Spellings by their first word, the longest first, with whom they mean."""
    by_owner: Mapping[Owner, list[str]]

    @classmethod
    def of(cls, entries: Iterable[tuple[Owner, Node]], language: str) -> Spellings:
        """Those of some entries."""
        by_owner = {owner: list(dict.fromkeys(_spelt(node, language))) for owner, node in entries}
        by_spelling: dict[str, set[Owner]] = {}
        for owner, spellings in by_owner.items():
            for each in spellings:
                by_spelling.setdefault(each, set()).add(owner)
        by_word: dict[str, list[tuple[str, Mention]]] = {}
        for spelling in sorted(by_spelling, key=len, reverse=True):
            if first := WORD.search(spelling):
                by_word.setdefault(first[0], []).append((spelling, frozenset(by_spelling[spelling])))
        return cls(by_word, by_owner)

    def found(self, text: str) -> set[Mention]:
        """Whom a text names."""
        text, found, end = _even(text), set(), 0
        for word in WORD.finditer(text):
            if word.start() < end:
                continue
            for spelling, mention in self.by_word.get(word[0], ()):
                stop = word.start() + len(spelling)
                if text.startswith(spelling, word.start()) and not text[stop : stop + 1].isalnum():
                    found.add(mention)
                    end = stop
                    break
        return found

    def is_meant(self, owner: Owner, stems: frozenset[str]) -> bool:
        """Whether words with the stems of one of its names stand in a text; or it has no name in this language."""
        spellings = self.by_owner.get(owner)
        return not spellings or any(
            all(any(word.startswith(stem) for word in stems) for stem in _stems_of(each)) for each in spellings
        )


def _entries(register: Register) -> Iterator[tuple[Owner, Node]]:
    for name in OWNERS:
        own: Mapping[str, Node] = getattr(register, name)
        all_of = {**shipped(name), **own} if name in NAMES else own
        for key, node in all_of.items():
            yield Owner(name, key, node.stated_level() is Level.PUBLIC), node


def _spelt(node: Node, language: str) -> Iterator[str]:
    for text in _texts(node):
        tag = next((each for each in (language, language.partition("-")[0], EVERY) if each in text.by_language), None)
        if tag is not None:
            words = [text.by_language[tag]]
            words += [form for name, form in text.forms.get(tag, {}).items() if name not in NO_SPELLINGS]
            yield from (_even(each) for each in words)


def _texts(node: Node) -> Iterator[Text]:
    """The names of an entry, whenever they were borne."""
    if isinstance(node, Country):
        for name in node.names:
            yield from (name.short, name.official, name.in_sentence)
    elif isinstance(node, Organisation | OrganisationName):
        yield from (node.name, node.in_sentence)
        if node.short is not None and not _is_ordinary(node.short):
            yield node.short
        for earlier in node.earlier if isinstance(node, Organisation) else ():
            yield from _texts(earlier)
    elif isinstance(node, City):
        yield node.name
    elif isinstance(node, Person):
        yield node.family
        yield from (each.family for each in node.earlier if each.family is not None)
    elif isinstance(node, Programme):
        yield from (node.acronym, node.name)
        yield from (text for each in node.earlier for text in (each.acronym, each.name) if text is not None)


def _is_ordinary(short: Text) -> bool:
    """Whether a short name is of ordinary words, such as “the Ministry”, which may mean many."""
    return any(word[0].islower() for words in short.by_language.values() for word in words.split())


def _even(text: str) -> str:
    return text.replace("'", "’").replace("\u00a0", " ").replace("\n", " ")


def _stems(text: str) -> frozenset[str]:
    """The words of a text, small and without accents."""
    return frozenset(WORD.findall(_folded(text)))


def _stems_of(spelling: str) -> list[str]:
    """What is enough of each word of a name; the whole of it where the words are short."""
    words = WORD.findall(_folded(spelling))
    return [each[: max(SHORTEST, len(each) // 2)] for each in words if len(each) >= SHORTEST] or words


def _folded(text: str) -> str:
    kept = (each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return "".join(kept)
