"""Which way a language is written."""

from __future__ import annotations

import re
from typing import Final, Literal

from reporting.problems import Failed, Problem

_TAG: Final = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*", re.IGNORECASE)
_RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "prs", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS: Final = frozenset({"arab", "aran", "hebr", "nkoo", "syrc", "thaa"})


def direction(language: str) -> Literal["ltr", "rtl"]:
    """`rtl` for languages and scripts written from right to left, `ltr` for the others.

    A script in the tag decides: `uz-Arab` runs to the left, `ks-Deva` to the right.

    Raises:
        Failed: the text is not a language tag.
    """
    if not _TAG.fullmatch(language):
        hint = "write a tag such as en, fr, ru, fa-AF or uz-Cyrl"
        raise Failed(Problem("V082", f"“{language}” is not the tag of a language", hint=hint))
    base, *rest = re.split("[-_]", language.lower())
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    is_rtl = script in _RIGHT_TO_LEFT_SCRIPTS if script else base in _RIGHT_TO_LEFT
    return "rtl" if is_rtl else "ltr"
