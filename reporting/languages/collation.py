"""In which order a language sorts names: its alphabet, its accents, and the articles that it passes over.

English, French and Russian follow the order of Unicode's collation for the letters that names hold; Dari has an alphabet
of its own here, since its letters stand in no order in Unicode, and so have
the languages of Central Asia, whose own letters come after one of the alphabet that they share or after all of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from reporting.languages.known import base_of

_ARTICLES: Final = {
    "en": re.compile(r"the\s+", re.IGNORECASE),
    "fr": re.compile(r"(?:les?\s+|la\s+|l[’'])", re.IGNORECASE),
}
"""What is passed over at the beginning."""

_ALPHABETS: Final[Mapping[str, tuple[str, ...]]] = {
    language: tuple(letters.split())
    for language, letters in {
        "fa": "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی",
        "kk": "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
        "ky": "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
        "tg": "а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ч ҷ ш ъ э ю я",
        # Latin letters first, then those of the Cyrillic alphabet that is still in use.
        "uz": "a b c d e f g h i j k l m n o p q r s t u v w x y z oʻ gʻ sh ch "
        "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш ъ ь э ю я ў қ ғ ҳ",
        "tk": "a b ç d e ä f g h i j ž k l m n ň o ö p r s ş t u ü w y ý z",
    }.items()
}
"""Alphabets whose order is not that of Unicode; a letter may be written with two signs."""
_SAME: Final = {
    "fa": str.maketrans("أإيكةىؤئ", "اایکهیوی"),
    "uz": str.maketrans("’‘'`", "ʻʻʻʻ"),
}
"""Signs that sort as others do."""

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
    alphabet = _ALPHABETS.get(base, ())
    folded = _folded(bare, base, alphabet)
    return tuple(_rank(each, alphabet) for word in _LETTERS.findall(folded) for each in _signs(word, alphabet)), bare


def _folded(name: str, base: str, alphabet: tuple[str, ...]) -> str:
    """Small letters without accents, but for those that are letters of their own: й, and what the alphabet has."""
    small = name.translate(_SAME.get(base, {})).casefold()
    composed = unicodedata.normalize("NFC", small)
    return "".join(char if char == "й" or char in alphabet else _plain(char) for char in composed)


def _signs(word: str, alphabet: tuple[str, ...]) -> list[str]:
    """A space, so that words end before letters begin, then the letters of a word: `sh` is one in Uzbek."""
    double = [each for each in alphabet if len(each) > 1]
    return [" ", *re.findall("|".join([*map(re.escape, double), "."]), word)]


def _plain(char: str) -> str:
    decomposed = unicodedata.normalize("NFKD", char)
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def _rank(letter: str, alphabet: tuple[str, ...]) -> int:
    """Where a letter stands: by the alphabet where there is one, else by Unicode; other scripts come after."""
    if letter in alphabet:
        return alphabet.index(letter) + 0x400
    return ord(letter) if letter == " " or letter.isdecimal() or not alphabet else ord(letter[0]) + 0x10000
