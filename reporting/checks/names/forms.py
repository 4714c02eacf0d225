"""Forms of names in a text: a pattern that finds any of many, whole words only, the longest first."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

NOTHING = re.compile(r"(?!)")
RUSSIAN: Final = (
    ("ия", ("ия", "ии", "ию", "ией")),
    ("ика", ("ика", "ики", "ике", "ику", "икой")),
    ("ая", ("ая", "ой", "ую")),
    ("стан", ("стан", "стана", "стану", "станом", "стане")),
)
"""How the names of states end in Russian, with what the cases make of it."""


def pattern_of(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of `forms`; one that finds nothing where there are none."""
    sorted_forms = sorted({form for form in forms if form.strip()}, key=lambda form: (-len(form), form))
    if not sorted_forms:
        return NOTHING
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted_forms))})(?!\w)")


def bent(form: str) -> list[str]:
    """A name in all its cases, as far as its words end as Russian names of states do; others stay as they are.

    >>> bent("Туркмения")
    ['Туркмения', 'Туркмении', 'Туркмению', 'Туркменией']
    """
    words = (_cases(word) for word in form.split(" "))
    return [" ".join(each) for each in itertools.product(*words)]


def _cases(word: str) -> tuple[str, ...]:
    for ending, cases in RUSSIAN:
        if word.endswith(ending):
            return tuple(word.removesuffix(ending) + case for case in cases)
    return (word,)
