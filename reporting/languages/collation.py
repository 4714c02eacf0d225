"""In which order a language sorts names: its alphabet, its accents, and the articles that it passes over.

English, French and Russian follow the order of Unicode's collation for the letters that names hold; Dari has an alphabet
of its own here, since its letters stand in no order in Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from reporting.languages.known import base_of

_ARTICLES: Final = {
    "en": re.compile(r"the\s+", re.IGNORECASE),
    "fr": re.compile(r"(?:les?\s+|la\s+|l[’'])", re.IGNORECASE),
}
"""What is passed over at the beginning."""

_ALPHABETS: Final = {
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
}
_SAME: Final = {"fa": str.maketrans("أإيكةىؤئ", "اایکهیوی")}
"""Letters that sort as others do."""

_LETTERS: Final = re.compile(r"[^\W\d_]+|\d+")

Key = tuple[tuple[int, ...], str]


def sort_key(name: str, language: str) -> Key:
    """What a name is sorted by in a language; names that differ in accents only follow the plain one.

    >>> sorted(["the Netherlands", "Malta", "Österreich", "Poland"], key=lambda name: sort_key(name, "en"))
    ['Malta', 'the Netherlands', 'Österreich', 'Poland']
    """
    base = base_of(language)
    article = _ARTICLES.get(base)
    bare = article.sub("", name, count=1) if article and article.match(name) else name
    folded = _folded(bare, base)
    alphabet = _ALPHABETS.get(base, "")
    return tuple(_rank(char, alphabet) for word in _LETTERS.findall(folded) for char in f" {word}"), bare


def _folded(name: str, base: str) -> str:
    """Small letters without accents, but for those that are letters of their own: й and, in Kazakh, ё."""
    kept = "йё" if base == "kk" else "й"
    small = name.casefold().translate(_SAME.get(base, {}))
    composed = unicodedata.normalize("NFC", small)
    return "".join(char if char in kept or char == "آ" else _plain(char) for char in composed)


def _plain(char: str) -> str:
    decomposed = unicodedata.normalize("NFKD", char)
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def _rank(char: str, alphabet: str) -> int:
    """Where a letter stands: by the alphabet where there is one, else by Unicode; other scripts come after."""
    at = alphabet.find(char)
    return at + 0x400 if at >= 0 else ord(char) if ord(char) < 0x400 or not alphabet else ord(char) + 0x10000
