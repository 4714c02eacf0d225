"""Names that no line breaks at their hyphen: `EU-Central Asia`, `Jean-Christophe`, `4-й`, `2015–2020`.

The characters stay what they are, so that a search still finds them; each format holds such a word in its own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

MOST: Final = 24
"""Letters of a word that is held. A longer one leaves a hole in a narrow column, and may break."""

FEW: Final = 2
"""Letters that are too few to stand alone at the end or the beginning of a line."""

_COMPOUND: Final = re.compile(r"[^\W_][\w.:’']*(?:[-–][\w.:’']*[^\W_])+")
_JOINT: Final = re.compile(r"[-–]")
_OF_ADDRESSES: Final = frozenset("@/")


def cut_at_names(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether no line may break in it.

    >>> list(cut_at_names("the EU-Central Asia vice-ministers"))
    [('the ', False), ('EU-Central', True), (' Asia vice-ministers', False)]
    """
    at = 0
    for found in _COMPOUND.finditer(text) if _JOINT.search(text) else ():
        beside = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1]
        if is_held(found[0]) and _OF_ADDRESSES.isdisjoint(beside):
            if found.start() > at:
                yield text[at : found.start()], False
            yield found[0], True
            at = found.end()
    if at < len(text):
        yield text[at:], False


def is_held(word: str) -> bool:
    """Whether a word with hyphens is a name, or would leave one or two letters behind.

    >>> is_held("Jean-Christophe"), is_held("vice-minister"), is_held("г-н")
    (True, False, True)
    """
    parts = [part.strip(".:’'") for part in _JOINT.split(word)]
    if len(word) > MOST:
        return False
    names = all(part[:1].isupper() or part[:1].isdigit() for part in parts)
    return names or min(len(parts[0]), len(parts[-1])) <= FEW
