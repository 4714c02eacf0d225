"""The way down to a value in words."""

from __future__ import annotations

import re
from typing import Final

from reporting.records.faults.model_faults import Path
from reporting.records.reading.tree import Map, Value

WORD: Final = re.compile(r"[A-Za-z0-9_-]{1,40}\Z")
"""What may be quoted as a key: one word. Anything longer may be a sentence that slipped into the wrong place."""


REGISTERS: Final = "data/registers/"
HIDDEN: Final = "…"
"""What stands in a trail instead of a key that not everybody may read."""


def told_path(path: Path, tree: Value, file: str) -> Path:
    """The path as everybody may read it: in a register the key of an entry that is kept back is not told.

    Args:
        path: the way down to a value.
        tree: what the whole file holds.
        file: where it stands.
    """
    if file.startswith(REGISTERS) and path and isinstance(tree, Map) and is_kept_back(tree.get(str(path[0]))):
        return (HIDDEN, *path[1:])
    return path


def is_kept_back(tree: Value) -> bool:
    """Whether something says of itself as a whole, whatever it says, who may read it or what it is marked with."""
    return isinstance(tree, Map) and any(isinstance(tree.get(each, {}), str) for each in ("audience", "marking"))


def trail_of(path: Path, name: str) -> str:
    """The way down in words: `round > outcomes[2] > deadline`; items count from 1."""
    words = [name]
    for part in path:
        if isinstance(part, int):
            words[-1] += f"[{part + 1}]"
        else:
            words.append(part if WORD.match(part) else HIDDEN)
    return " > ".join(words)
