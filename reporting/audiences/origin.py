"""From a path in a view back to the place in a record that it was written at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporting.problems import Place
from reporting.records.reading.tree import Map, Seq
from reporting.records.register import Meeting, Register, Series

STEP = re.compile(r"\[([^\]]*)\]|([^.\[\]]+)")
OF_MEETING = ("round", "statement", "briefing")
REGISTERS = ("countries", "organisations", "people", "programmes")


def place_of_path(path: str, register: Register, series: Series, meeting: Meeting) -> Place | None:
    """Where in the workspace the value at `path` of a meeting's view was written, or the nearest thing above it.

    None where the path begins with nothing that is a record. The number of an item counts what the audience sees;
    where items before it are hidden, and it has no id, the place may be that of its neighbour.
    """
    steps = [index or name for index, name in STEP.findall(path)]
    if not steps:
        return None
    first, *rest = steps
    before = series.before(meeting)
    if first in OF_MEETING:
        file = f"{meeting.folder}/{first}.yaml"
    elif first in {"dialogue", "commitments"}:
        file, rest = f"{series.folder}/{first}.yaml", rest if first == "dialogue" else steps
    elif first in REGISTERS:
        file = f"data/registers/{first}.yaml"
    elif first == "previous" and before:
        file = f"{before[-1].folder}/round.yaml"
    elif first == "house":
        file = "data/house.yaml"
    else:
        return None
    return register.place(file, *_keys(register.trees.get(file), rest))


def _keys(tree: object, steps: list[str]) -> Iterator[str | int]:
    """The steps as keys and numbers of the tree; items of lists are found by their id."""
    for step in steps:
        if isinstance(tree, Seq):
            number = _number(tree, step)
            if number is None:
                return
            yield number
            tree = tree[number]
        elif isinstance(tree, Map):
            yield step
            tree = tree.get(step)


def _number(items: Seq, step: str) -> int | None:
    for number, each in enumerate(items):
        if isinstance(each, Map) and each.get("id") == step:
            return number
    return int(step) if step.isdecimal() and int(step) < len(items) else None
