"""Identifiers: each names one thing, in its list, in its dialogue and in the whole workspace."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.problems import Place, Problem
from reporting.records.faults.trails import is_kept_back
from reporting.records.levels import Level
from reporting.records.model.values import ENTRY
from reporting.records.reading.findings import first_of
from reporting.records.reading.places import place_of
from reporting.records.reading.tree import Map, Seq, Value
from reporting.records.records import Records

SHARED = ("countries", "organisations")
"""Registers that one reference may lead into, so that no id may stand in both."""


def identity_problems(records: Records) -> list[Problem]:
    """Identifiers of entries and rounds that name two things."""
    return [*_in_two_registers(records), *_numbers(records)]


def bad_keys(tree: Map, name: str) -> Iterator[Problem]:
    """Ids of the entries of a register that cannot be referred to, or that differ from another in capitals only.

    In the glossary the keys are terms, and every term will do.
    """
    return first_of(_bad_keys(tree)) if name != "glossary" else iter(())


def _bad_keys(tree: Map) -> Iterator[Problem]:
    folded: dict[str, str] = {}
    for key in tree:
        if not ENTRY.match(key):
            hint = "letters, digits and hyphens, such as a-sol"
            yield Problem("R031", "the key of an entry is its id, and this is none", tree.key_place(key), hint=hint)
        other = folded.setdefault(key.lower(), key)
        if other != key:
            is_shown = not (is_kept_back(tree[key]) or is_kept_back(tree[other]))
            which = f"“{key}” and “{other}”" if is_shown else "two ids"
            sentence = f"{which} differ in capitals only"
            also = (tree.key_place(other),)
            yield Problem("R032", sentence, tree.key_place(key), hint="give one of them another id", also=also)


def repeated_ids(tree: Value) -> Iterator[Problem]:
    """Equal ids in one list, at any depth."""
    if isinstance(tree, Map):
        for value in tree.values():
            if type(value) in (Map, Seq):
                yield from repeated_ids(value)
    elif isinstance(tree, Seq) and tree and isinstance(tree[0], Map):
        yield from _repeated_in(tree)
        for value in tree:
            yield from repeated_ids(value)


def _repeated_in(items: Seq) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for item in items:
        name = item.get("id") if isinstance(item, Map) else None
        if not isinstance(item, Map) or not isinstance(name, str):
            continue
        place = item.value_place("id")
        if name in first:
            sentence = f"this id stands twice in the list, first on line {first[name].line}"
            hint = "give one of them another id, and look at what refers to it"
            yield Problem("R030", sentence, place, hint=hint, also=(first[name],))
        first.setdefault(name, place)


def _in_two_registers(records: Records) -> Iterator[Problem]:
    trees = [records.trees.get(f"data/registers/{name}.yaml") for name in SHARED]
    first, second = trees
    if not isinstance(first, Map) or not isinstance(second, Map):
        return
    for key in second:
        if key in first:
            what = "this id" if is_kept_back(first[key]) or is_kept_back(second[key]) else f"“{key}”"
            sentence = f"{what} stands in countries.yaml too, so that a party called so could be either"
            place, also = second.key_place(key), (first.key_place(key),)
            yield Problem("R033", sentence, place, hint="give one of them another id", also=also)


def _numbers(records: Records) -> Iterator[Problem]:
    """Two rounds of one dialogue with the same number."""
    for folder in records.dialogues():
        first: dict[int, str] = {}
        for path in records.rounds(folder):
            file = f"{path}/round.yaml"
            number = records.numbers.get(file)
            if number is None:
                continue
            other = first.setdefault(number, file)
            if other != file:
                are_known = all(records.above(each) is Level.PUBLIC for each in (file, other))
                sentence = f"{f'number {number}' if are_known else 'this number'} is taken by {other}"
                hint = "each round of a dialogue has a number of its own"
                place, also = (place_of(records.trees[each], ("number",), file=each) for each in (file, other))
                yield Problem("R034", sentence, place, hint=hint, also=(also,))
