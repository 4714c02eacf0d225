"""What may be told where an id leads nowhere: the ids that everybody may read, whatever the one that stands there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reporting.records.kinds import KINDS
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.dialogue import Commitments
from reporting.records.model.round import Round
from reporting.records.model.values import ENTRY
from reporting.records.nearest import listed
from reporting.records.reading.tree import Map, Seq, Value
from reporting.records.records import Records
from reporting.records.walk import Reference, walk

MOST: Final = 8
"""Ids that a hint names at most."""
NAMED_BY: Final = {"topics": "title", "outcomes": "text"}
"""The field of such an item that its readers know it by."""


def candidates(records: Records, path: str, record: Node | None, reference: Reference) -> list[str]:
    """The ids that a reference could be meant to be, as far as everybody may know of them.

    Args:
        records: all of them.
        path: the file in which the reference stands.
        record: what could be read of that file; None where it has errors.
        reference: the reference.
    """
    found = [_kept(records, path, record, reference, register) for register in reference.registers]
    return found[0] if len(found) == 1 else sorted({id_ for ids in found for id_ in ids})


def _kept(records: Records, path: str, record: Node | None, reference: Reference, register: str) -> list[str]:
    place = register if register in KINDS else f"{_folder(path, record, reference)} {register}"
    if place not in records.public_ids:
        found = _public(records, path, record, reference, register)
        records.public_ids[place] = sorted({each for each in found if ENTRY.match(each)})
    return records.public_ids[place]


def such_as(ids: Sequence[str]) -> str:
    """The first of the ids, to go on from a hint: `, such as a-sol or b-lind`; empty without any."""
    if not ids:
        return ""
    return f", such as {listed(ids[:MOST], 'or')}" if len(ids) > MOST else f": {listed(ids, 'or')}"


def _public(records: Records, path: str, record: Node | None, reference: Reference, register: str) -> Iterator[str]:
    if register in KINDS:
        entries, tree = records.entries.get(register, {}), records.trees.get(f"data/registers/{register}.yaml")
        for id_, written in tree.items() if isinstance(tree, Map) else ():
            entry = entries.get(id_)
            is_public = _says_nothing(written) if entry is None else entry.own_level() is Level.PUBLIC
            if is_public:
                yield id_
    elif register == "rounds":
        for folder in records.rounds("/".join(path.split("/")[:3])):
            round_ = records.of(f"{folder}/round.yaml", Round)
            if round_ is not None and records.above(f"{folder}/round.yaml") is Level.PUBLIC:
                yield folder.rpartition("/")[2]
    elif register in NAMED_BY:
        yield from _of_round(records, _folder(path, record, reference), register)


def _folder(path: str, record: Node | None, reference: Reference) -> str:
    """The round whose topics or outcomes are meant: that in which a commitment was made, or the record's own."""
    folder = path.rpartition("/")[0]
    if isinstance(record, Commitments):
        return f"{folder}/{record.commitments[int(reference.path[1])].round}"
    return folder


def _of_round(records: Records, folder: str, name: str) -> Iterator[str]:
    round_ = records.of(f"{folder}/round.yaml", Round)
    if round_ is None:
        tree = records.trees.get(f"{folder}/round.yaml")
        is_open = records.above(f"{folder}/round.yaml") is Level.PUBLIC
        items = tree.get(name) if isinstance(tree, Map) and _says_nothing(tree) and is_open else None
        for each in items if isinstance(items, Seq) else ():
            if isinstance(each, Map) and _says_nothing(each) and "id" in each:
                yield str(each["id"])
        return
    for said in walk(round_, above=records.above(f"{folder}/round.yaml")).texts:
        if said.path[0] == name and said.path[2:] == (NAMED_BY[name],) and said.level is Level.PUBLIC:
            yield getattr(round_, name)[int(said.path[1])].id


def _says_nothing(tree: Value) -> bool:
    """Whether something that has errors keeps nothing back from anybody."""
    return isinstance(tree, Map) and "audience" not in tree and "marking" not in tree
