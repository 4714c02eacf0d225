"""The way down to a value in words."""

from __future__ import annotations

import re
from typing import Final

from reporting.records.faults.model_faults import Path

WORD: Final = re.compile(r"[A-Za-z0-9_-]{1,40}\Z")
"""What may be quoted as a key: one word. Anything longer may be a sentence that slipped into the wrong place."""


def trail_of(path: Path, name: str) -> str:
    """The way down in words: `round > outcomes[2] > deadline`; items count from 1."""
    words = [name]
    for part in path:
        if isinstance(part, int):
            words[-1] += f"[{part + 1}]"
        else:
            words.append(part if WORD.match(part) else "…")
    return " > ".join(words)
