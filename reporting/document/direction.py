"""Which way a language is written."""

from __future__ import annotations

from typing import Literal

Direction = Literal["ltr", "rtl"]

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "prs", "ps", "sd", "ug", "ur", "yi"})
"""Languages written from right to left unless the tag names a script."""
SCRIPTS = frozenset({"arab", "aran", "hebr", "syrc", "thaa", "nkoo"})


def direction_of(language: str) -> Direction:
    """The direction of the language of a BCP 47 tag.

    >>> direction_of("fa-AF"), direction_of("ug-Cyrl"), direction_of("uz-Arab-AF")
    ('rtl', 'ltr', 'rtl')
    """
    primary, *rest = language.lower().split("-")
    script = next((subtag for subtag in rest[:1] if len(subtag) == 4 and subtag.isalpha()), None)
    is_rtl = script in SCRIPTS if script else primary in RIGHT_TO_LEFT
    return "rtl" if is_rtl else "ltr"
