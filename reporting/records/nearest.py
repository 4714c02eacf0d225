"""Did you mean: the known word nearest to the one that was written."""

from __future__ import annotations

import functools
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The known word that `word` was probably meant to be, or None where nothing is near.

    >>> nearest("outcoms", ["outcomes", "topics"])
    'outcomes'
    >>> nearest("lake/01", ["lake/01-port-orla", "lake/02-sennick"])
    'lake/01-port-orla'
    """
    return _nearest(word, tuple(sorted(known)), cutoff)


@functools.lru_cache(maxsize=64)
def _nearest(word: str, candidates: tuple[str, ...], cutoff: float) -> str | None:
    """Kept, since the same mistake is often made all through a file."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it, and a start does not

    by_folded = {each.lower().replace("_", "-"): each for each in candidates}
    folded = word.lower().replace("_", "-").strip()
    if folded in by_folded:
        return by_folded[folded]
    begun = [each for each in by_folded if len(folded) > 1 and each.startswith(f"{folded}-")]
    if len(begun) == 1:
        return by_folded[begun[0]]
    found = get_close_matches(folded[:80], list(by_folded), n=1, cutoff=cutoff)
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str | None = None) -> str | None:
    """A hint that names the nearest known word, or what to say `otherwise`."""
    found = nearest(word, known)
    return f"did you mean “{found}”?" if found else otherwise


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words as a list in a sentence.

    >>> listed(["held", "planned", "published"], "or")
    'held, planned or published'
    """
    *first, end = list(words) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end
