"""Registers that the package carries: states and organisations whose names bend in several languages.

A record may name an entry of them as it names one of the workspace's own. Read only when one is needed: a workspace
whose registers have all that its records name, in English alone, never waits for them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from reporting.records.inherited import inherited
from reporting.records.kinds import KINDS
from reporting.records.model.base import Node
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map
from reporting.records.walk import Reference

NAMES: Final = ("countries", "organisations")
FOLDER: Final = Path(__file__).parents[1] / "registers"


@functools.cache
def shipped(name: str) -> Mapping[str, Node]:
    """The entries of a register that the package carries, by id; none where it carries none of that name."""
    if name not in NAMES:
        return {}
    tree = read_yaml((FOLDER / f"{name}.yaml").read_bytes(), f"{name}.yaml").value
    model = KINDS[name].model
    return {str(key): model.model_validate(value) for key, value in tree.items()} if isinstance(tree, Map) else {}


def is_shipped(reference: Reference) -> bool:
    """Whether a reference leads to an entry that the package carries."""
    return any(reference.id in shipped(name) for name in reference.registers)


def may_be_lent(reference: Reference) -> bool:
    """Whether the package has registers of the kind that a reference leads to."""
    return not set(NAMES).isdisjoint(reference.registers)


def completed(entries: dict[str, dict[str, Any]], references: Iterable[Reference]) -> dict[str, dict[str, Any]]:
    """The workspace's own entries by register, with those of the package that they lack and records name.

    An entry that takes the place of one of the package keeps the marks and variants of that one.
    """
    found = {name: dict(own) for name, own in entries.items()}
    for name in NAMES:
        for key in _ids(name) & set(found.get(name, ())):
            found[name][key] = inherited(found[name][key], shipped(name)[key])
    for reference in references:
        if not any(reference.id in found.get(name, {}) for name in reference.registers):
            for name in reference.registers:
                if name in NAMES and reference.id in shipped(name):
                    found.setdefault(name, {})[reference.id] = shipped(name)[reference.id]
    return found


@functools.cache
def _ids(name: str) -> frozenset[str]:
    """The ids of the package's entries, without a look at what they say."""
    return frozenset(re.findall(r"^([A-Za-z0-9-]+):", (FOLDER / f"{name}.yaml").read_text("utf-8"), re.MULTILINE))
