"""Looking for many phrases at once in a text that was folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

SHORTEST: Final = 12
"""Letters and digits; shorter phrases are met by chance."""
_STRETCH: Final = 1 << 16


class Phrases:
    """Phrases that were folded, each with what it stands for.

    Every phrase is known by its first letters. All stretches of that length of a text are taken as a set at once, so
    a text costs the same whether there are ten phrases or a million.
    """

    def __init__(self, phrases: Mapping[str, int]) -> None:
        """Takes phrases of `SHORTEST` letters at least, each with a number of the caller's."""
        self._by_start: dict[str, list[tuple[str, int]]] = {}
        for phrase, number in phrases.items():
            if len(phrase) >= SHORTEST:
                self._by_start.setdefault(phrase[:SHORTEST], []).append((phrase, number))
        self._starts = frozenset(self._by_start)

    def __len__(self) -> int:
        return sum(map(len, self._by_start.values()))

    def found(self, text: str) -> Iterator[tuple[str, int]]:
        """Every phrase that stands in a folded text, with its number."""
        for start in self._met(text):
            for phrase, number in self._by_start[start]:
                if phrase in text:
                    yield phrase, number

    def _met(self, text: str) -> set[str]:
        met: set[str] = set()
        for begin in range(0, len(text) - SHORTEST + 1, _STRETCH):
            stretch = text[begin : begin + _STRETCH + SHORTEST - 1]
            here = {stretch[at : at + SHORTEST] for at in range(len(stretch) - SHORTEST + 1)}
            met |= self._starts & here
        return met
