"""The currency of an amount, by sign, code or word: `€`, `EUR`, `euros`, `евро`, `یورو`."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final

CODES: Final = (
    *("EUR", "USD", "GBP", "CHF", "JPY", "CNY", "RUB", "KZT", "KGS", "TJS", "TMT", "UZS", "AFN", "INR", "TRY"),
    *("SEK", "DKK", "NOK", "PLN", "CZK", "HUF", "RON", "BGN", "UAH", "GEL", "AMD", "AZN", "CAD", "AUD", "KRW"),
)
"""Codes by ISO 4217 that amounts of this region's papers are met in; they are the same in every language."""

SIGNS: Final[Mapping[str, str]] = {
    "EUR": "€",
    "USD": r"(?:US)?\$",
    "GBP": "£",
    "JPY": "¥",
    "RUB": "₽",
    "KZT": "₸",
}

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "EUR": "euros?",
        "USD": r"(?:U\.?S\.? )?dollars?",
        "GBP": "pounds?(?: sterling)?",
        "CHF": "(?:Swiss )?francs?",
        "JPY": "yen",
        "CNY": "(?:Chinese )?(?:yuan|renminbi)",
        "RUB": "(?:Russian )?(?:roubles?|rubles?)",
        "KZT": "(?:Kazakh )?tenge",
        "KGS": "(?:Kyrgyz )?soms?",
        "TJS": "(?:Tajik )?somonis?",
        "TMT": "(?:Turkmen )?manats?",
        "UZS": "Uzbek s[ou]ms?|soums?|sums?",
        "AFN": "afghanis?",
    },
    "fr": {
        "EUR": "euros?",
        "USD": "dollars?(?: des États-Unis| américains?)?",
        "GBP": "livres?(?: sterling)?",
        "CHF": "francs?(?: suisses?)?",
        "JPY": "yens?",
        "CNY": "yuans?",
        "RUB": "roubles?(?: russes?)?",
        "KZT": "tenges?",
        "KGS": "soms?",
        "TJS": "somonis?",
        "TMT": "manats?",
        "UZS": "soums?|sums?",
        "AFN": "afghanis?",
    },
    "ru": {
        "EUR": "евро",
        "USD": r"(?:американск\w+ )?(?:доллар\w*|долл\.)(?: США)?",
        "GBP": r"фунт\w*(?: стерлингов)?",
        "CHF": r"(?:швейцарск\w+ )?франк\w*",
        "JPY": "иен[аыуе]?",
        "CNY": r"(?:китайск\w+ )?юан\w+",
        "RUB": r"(?:российск\w+ )?(?:рубл\w+|руб\.)",
        "KZT": "тенге",
        "KGS": "сом(?:а|ов|ам|ами|ах)?",
        "TJS": "сомони",
        "TMT": r"манат\w*",
        "UZS": "сум(?:а|ов|ам|ами|ах)?",
        "AFN": "афгани",
    },
    "fa": {
        "EUR": "یورو",
        "USD": "(?:دالر|دلار)(?: (?:امریکایی|آمریکایی))?",
        "GBP": "پوند",
        "RUB": "روبل",
        "KZT": "تنگه",
        "TJS": "سامانی",
        "TMT": "منات",
        "AFN": "افغانی",
    },
}
"""Names as they follow a figure. Other languages have their amounts by sign and code alone."""

SHORT: Final[Mapping[str, int]] = {"k": 1_000, "m": 1_000_000, "M": 1_000_000, "bn": 1_000_000_000, "Md": 1_000_000_000}
"""Letters that stand for a scale beside a sign: €5m, 5 M€."""
SCALED: Final = re.compile(r"\s?(k|m|M|bn|Md)(?=[€$£]|(?!\w))")


def currency_of(text: str, start: int, end: int, language: str) -> str:
    """The currency of the figure that stands in a text from `start` to `end`, its scale included; empty without one.

    >>> currency_of("some €14.5 million a year", 6, 18, "en")
    'EUR'
    """
    before, after = _patterns(language)
    found = before.search(text, max(0, start - 24), start) or after.match(text, end)
    return found.lastgroup or "" if found else ""


@functools.cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = WORDS.get(language, {})
    written = {
        code: "|".join(filter(None, (code, SIGNS.get(code), f"(?i:{words[code]})" if code in words else "")))
        for code in CODES
    }
    ahead = "|".join(rf"(?P<{code}>{'|'.join(filter(None, (code, SIGNS.get(code))))})" for code in CODES)
    behind = "|".join(rf"(?P<{code}>{each})" for code, each in written.items())
    # A code between two figures belongs to the one behind it: “in 2018 EUR 5 million”.
    return re.compile(rf"(?<![^\W\d_])(?:{ahead})\s?$"), re.compile(
        rf"[\s-]?(?:of |de |d’|d')?(?:{behind})(?!\w)(?!\s?\d)"
    )
