"""Quotation marks of each language: around a text, taken from around it, and one level further in."""

from __future__ import annotations

import re
from typing import Final

from reporting.languages.known import NBSP, THIN, base_of

LEVELS: Final = {
    "en": (("“", "”"), ("‘", "’")),
    "fr": ((f"«{NBSP}", f"{NBSP}»"), ("“", "”")),
    "ru": (("«", "»"), ("„", "“")),
    "fa": (("«", "»"), ("‹", "›")),
}
"""Quotation marks from the outermost in: those of CLDR; in French the second are those of the style guide (6.6)."""


STOPS_OUTSIDE: Final = frozenset({"ru"})
"""Languages in which the full stop of a quoted sentence stands behind the marks: «Море ждёт».

A question mark, an exclamation mark and dots stay inside. In French and in English style the stop of a whole sentence is
quoted with it.
"""

PAIRS: Final = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"), ("‘", "’"), ("‹", "›"))
"""Marks that somebody may have typed around a quotation."""


def quoted(text: str, language: str, depth: int = 1) -> str:
    """The text in the language's quotation marks; `depth` counts from the outermost, and begins again after the last."""
    levels = LEVELS.get(base_of(language), LEVELS["en"])
    before, behind = levels[(depth - 1) % len(levels)]
    return f"{before}{text}{behind}"


def stop_of(text: str, language: str) -> str:
    """The full stop at the end of a text that its quotation marks leave outside; nothing where there is none.

    >>> stop_of("Море ждёт.", "ru"), stop_of("Море ждёт...", "ru"), stop_of("La mer attend.", "fr")
    ('.', '', '')
    """
    ends = text.rstrip().endswith(".") and not text.rstrip().endswith("..")
    return "." if ends and base_of(language) in STOPS_OUTSIDE else ""


def unquoted(text: str) -> str:
    """The text without quotation marks that stand around the whole of it.

    >>> unquoted('"The sea asks no one."')
    'The sea asks no one.'
    """
    bare = text.strip()
    for before, behind in PAIRS:
        inside = bare[len(before) : -len(behind)]
        if bare.startswith(before) and bare.endswith(behind) and not {before, behind} & set(inside):
            return inside.strip(f" {NBSP}{THIN}")
    return text


def nested(text: str, language: str) -> str:
    """A text that comes to stand in quotation marks, with those it holds itself moved one level in.

    >>> nested("Проект «Запад»", "ru")
    'Проект „Запад“'
    """
    (before, behind), (inner_before, inner_behind) = LEVELS.get(base_of(language), LEVELS["en"])
    text = (
        re.sub(rf"{before.strip()}[ {NBSP}]?", inner_before, text)
        if NBSP in before
        else text.replace(before, inner_before)
    )
    return (
        re.sub(rf"[ {NBSP}]?{behind.strip()}", inner_behind, text)
        if NBSP in behind
        else text.replace(behind, inner_behind)
    )
