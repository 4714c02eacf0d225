"""What papers cannot do without is kept back together with all that it belongs to, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.problems import Problem
from reporting.records.beside.teller import Teller
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.dialogue import Dialogue
from reporting.records.model.registers import Country
from reporting.records.plan import noun_of, plan_of
from reporting.records.walk import Path, Stated, Walked, level_at


def kept_back_problems(record: Node, walked: Walked, teller: Teller, *, above: Level) -> Iterator[Problem]:
    """Every field that papers want and that is kept from some who may read the rest.

    Args:
        record: a whole record, or an entry of a register.
        walked: the walk through it.
        teller: makes problems of its file.
        above: who may read it at most, by what stands above it.
    """
    for stated in walked.stated:
        for word, levels in _by_field(stated.node):
            for key in sorted(key for key, level in levels.items() if level > max(above, stated.real)):
                yield from _alone(stated, word, key, teller)
    if isinstance(record, (Country, Dialogue)) and record.names:
        yield from _nameless(record, walked, teller, above)


def _by_field(node: Node) -> Iterator[tuple[str, dict[str, Level]]]:
    """What a thing says of single fields, by the key that says it."""
    if isinstance(node.audience, dict):
        yield "audience", node.audience
    yield "marking", {key: marking.level for key, marking in node.marked_fields().items()}


def _alone(stated: Stated, word: str, key: str, teller: Teller) -> Iterator[Problem]:
    noun, path = noun_of(type(stated.node)), (*stated.path, word, key)
    if key in stated.node.whole_by:
        sentence = f"“{key}” cannot be kept back alone: every paper of a {noun} is made by it"
        hint = f"write `{word}:` for the whole {noun}, or take this one away"
        yield teller.tell("R026", sentence, path, hint)
    elif key in stated.node.needed:
        sentence = f"“{key}” is kept back alone, and no paper for those who read the rest of the {noun} can be made"
        hint = f"write `{word}:` for the whole {noun}, or write there what all of them may read"
        yield teller.tell("P074", sentence, path, hint, is_warning=True)


def _nameless(record: Country | Dialogue, walked: Walked, teller: Teller, above: Level) -> Iterator[Problem]:
    """A thing of whose names none is for all who may read of it."""
    readers, noun = max(above, record.own_level()), noun_of(type(record))
    names = range(len(record.names))
    if level_at(record, ("names",)) > readers or any(_level_of_name(record, name) <= readers for name in names):
        return
    newest = next(_path_of_name(said.path) for said in reversed(walked.texts) if "names" in said.path)
    hint = f"write `audience:` for the whole {noun}, or a name that all of them may read"
    sentence = f"no name of the {noun} is left for those who read the rest of it, and no paper for them can call it"
    yield teller.tell("P074", sentence, newest, hint, is_warning=True)


def _level_of_name(record: Country | Dialogue, at: int) -> Level:
    """Who may read a name; one that lacks a form is told to nobody."""
    forms = (name for name, step in plan_of(type(record.names[at])).items() if step.is_required)
    return max(level_at(record, ("names", at, form)) for form in forms)


def _path_of_name(path: Path) -> Path:
    return path[: path.index("names") + 2]
