"""What a record says of others and of itself holds: references lead somewhere, notes are there, audiences are allowed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Final

from reporting.problems import Place, Problem
from reporting.records.beside.candidates import candidates, such_as
from reporting.records.beside.kept_back import kept_back_problems
from reporting.records.beside.lowered import audience_problems
from reporting.records.beside.notes import note_problems
from reporting.records.beside.teller import Teller
from reporting.records.kinds import KINDS
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.dialogue import Commitments
from reporting.records.model.round import Round
from reporting.records.nearest import did_you_mean, listed
from reporting.records.reading.findings import first_of
from reporting.records.reading.tree import Map, Seq, Value
from reporting.records.records import Records
from reporting.records.shipped import is_shipped
from reporting.records.walk import Reference, Walked, references_in

GONE: Final[frozenset[str]] = frozenset({""})
"""The ids of a register whose file is not there."""
Known = Mapping[str, Collection[str] | None]
"""The ids of each register; None where they are not known since the file is broken, so that nothing is said."""


def reference_problems(records: Records, path: str, record: Node, walked: Walked, shared: Known) -> Iterator[Problem]:
    """Everything in a record that leads nowhere, and every audience that is lower than it may be.

    Args:
        records: all of them.
        path: the file of this one.
        record: a whole record, or an entry of a register.
        walked: the walk through it.
        shared: the ids of the registers.
    """
    known = {**shared, **_local_ids(records, path)}
    teller = Teller(records, path, path.rpartition("/")[2].removesuffix(".yaml"))
    yield from first_of(each for led in walked.references for each in _unresolved(led, record, known, teller, records))
    for stated in walked.stated:
        yield from audience_problems(stated, teller)
    yield from kept_back_problems(record, walked, teller, above=records.level_above(path))
    yield from note_problems(record, walked, teller)


def register_ids(records: Records) -> Known:
    """The ids of each register."""
    found: dict[str, Collection[str] | None] = {}
    for name, kind in KINDS.items():
        if kind.is_register:
            path = f"data/registers/{name}.yaml"
            is_unread = path in records.broken and name not in records.ids
            is_gone = path not in records.trees and path not in records.broken
            found[name] = None if is_unread else records.ids.get(name, GONE if is_gone else ())
    return found


def _local_ids(records: Records, path: str) -> dict[str, Collection[str] | None]:
    """Topics and outcomes of the record's own round, rounds of its own dialogue."""
    parts = path.split("/")
    if parts[1] != "dialogues":
        return {}
    own = "/".join(parts[:4])
    found: dict[str, Collection[str] | None] = {"rounds": _folders(records, "/".join(parts[:3]))}
    if len(parts) == 5:
        found.update(_round_ids(records, own))
    return found


def _folders(records: Records, dialogue: str) -> list[str]:
    """The rounds of a dialogue, those included whose file is no YAML: that is told at its own line."""
    files = (path for path in records.broken if path.startswith(f"{dialogue}/") and path.endswith("/round.yaml"))
    unread = (path.split("/")[-2] for path in files)
    return [*(path.rpartition("/")[2] for path in records.rounds(dialogue)), *unread]


def _round_ids(records: Records, folder: str) -> dict[str, Collection[str] | None]:
    record = records.of(f"{folder}/round.yaml", Round)
    if record is None:
        tree = records.trees.get(f"{folder}/round.yaml")
        return {name: _ids_in(tree, name) for name in ("topics", "outcomes")}
    return {"topics": [each.id for each in record.topics], "outcomes": [each.id for each in record.outcomes]}


def _ids_in(tree: Value, name: str) -> list[str] | None:
    """The ids of a list of a round that is in error, as far as they can be seen; None where they cannot."""
    items = tree.get(name) if isinstance(tree, Map) else None
    if not isinstance(items, Seq):
        return None
    return [str(each["id"]) for each in items if isinstance(each, Map) and "id" in each]


def loose_references(records: Records, shared: Known) -> Iterator[Problem]:
    """References that lead nowhere, of records that are in error otherwise: all is told in one run.

    A value of which something is told already has no second finding.
    """
    told = {problem.place for problem in records.problems}
    for path, of_file in groupby(records.loose, key=lambda loose: loose.path):
        known = {**shared, **_local_ids(records, path)}
        known.setdefault("outcomes", None)
        teller = Teller(records, path, path.rpartition("/")[2].removesuffix(".yaml"))
        led = (
            each for loose in of_file for each in references_in(loose.tree, loose.model, loose.way, records.above(path))
        )
        found = (problem for each in led for problem in _unresolved(each, None, known, teller, records))
        yield from first_of(problem for problem in found if problem.place not in told)


def _unresolved(
    reference: Reference, record: Node | None, known: Known, teller: Teller, records: Records
) -> Iterator[Problem]:
    if isinstance(record, Commitments) and reference.registers == ("outcomes",):
        known = {**known, **_outcomes_of(record, reference, teller, records)}
    ids: list[str] = []
    for register in reference.registers:
        entries = known.get(register, ())
        if entries is None or reference.id in entries:
            return
        ids += entries
    if is_shipped(reference):
        return
    gone = [register for register in reference.registers if known.get(register) is GONE]
    if gone:  # told once, and not at each of those that lead there
        yield _gone(f"data/registers/{gone[0]}.yaml")
        return
    where = listed([_where(register) for register in reference.registers], "nor in")
    missing = "neither" if len(reference.registers) > 1 else "not"
    public = candidates(records, teller.path, record, reference)
    otherwise = f"write an id that stands in {listed([_where(each) for each in reference.registers], 'or')}"
    otherwise += such_as(public)
    named = f"“{reference.id}” is {missing} in {where}"
    meant = did_you_mean(reference.id, ids, otherwise)
    if reference.level is Level.PUBLIC:
        hint = meant if len(public) == len(ids) else did_you_mean(reference.id, public, otherwise)
        problem = teller.tell("R020", named, reference.path, hint)
    else:  # what is near to it would tell what stands there
        problem = teller.tell("R020", f"the id that stands here is {missing} in {where}", reference.path, otherwise)
    aside = named, meant
    yield problem if aside == (problem.sentence, problem.hint) else replace(problem, aside=aside)


def _gone(path: str) -> Problem:
    name = path.rpartition("/")[2]
    hint = "bring it back, or write it with the entries that the records name"
    return Problem("R059", f"the register {name} is not there, and records lead to its entries", Place(path), hint)


def _where(register: str) -> str:
    local = {"topics": "the topics of round.yaml", "outcomes": "the outcomes of the round", "rounds": "the dialogue"}
    return local.get(register, f"data/registers/{register}.yaml")


def _outcomes_of(
    record: Commitments, reference: Reference, teller: Teller, records: Records
) -> dict[str, Collection[str] | None]:
    """A commitment names an outcome of the round in which it was made."""
    index = reference.path[1]
    folder = f"{teller.path.rpartition('/')[0]}/{record.commitments[int(index)].round}"
    return {"outcomes": _round_ids(records, folder)["outcomes"]}
