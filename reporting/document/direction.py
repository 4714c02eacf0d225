"""Which way a language or a text is written: the one place that knows."""

from __future__ import annotations

import re
from typing import Final, Literal

Direction = Literal["ltr", "rtl"]

RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages written from right to left unless the tag names a script."""
SCRIPTS: Final = frozenset({"arab", "aran", "hebr", "syrc", "thaa", "nkoo"})

# Hebrew, Arabic and what stands between and around them in Unicode, their presentation forms (without the byte-order
# mark behind them), the old scripts of the Near East, Adlam and its neighbours.
LETTERS: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Letters of scripts that run from right to left, as they stand between the brackets of a regular expression."""

_LETTER: Final = re.compile(f"[{LETTERS}]")
_STRONG: Final = re.compile(f"([{LETTERS}])|[^\\W\\d_]")


def direction_of(language: str) -> Direction:
    """The direction of the language of a BCP 47 tag. A script in the tag decides.

    >>> direction_of("fa-AF"), direction_of("ug-Cyrl"), direction_of("uz-Arab-AF")
    ('rtl', 'ltr', 'rtl')
    """
    primary, *rest = re.split("[-_]", language.lower())
    script = next((subtag for subtag in rest if len(subtag) == 4 and subtag.isalpha()), None)
    is_rtl = script in SCRIPTS if script else primary in RIGHT_TO_LEFT
    return "rtl" if is_rtl else "ltr"


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left.

    >>> is_right_to_left("prs"), is_right_to_left("ks-Deva")
    (True, False)
    """
    return direction_of(language) == "rtl"


def holds_right_to_left(text: str) -> bool:
    """Whether any letter of the text runs from right to left.

    >>> holds_right_to_left("in Dari: دری"), holds_right_to_left("in Dari")
    (True, False)
    """
    return _LETTER.search(text) is not None


def runs_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (HTML's `dir=auto`).

    >>> runs_left("12 دری, Dari"), runs_left("Dari, دری")
    (True, False)
    """
    found = _STRONG.search(text)
    return bool(found and found[1])
