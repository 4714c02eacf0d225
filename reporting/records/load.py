"""From the files of a workspace to the register: all of them are read, and all that is wrong in any is told."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any, Final

from reporting.collector import resting_collector
from reporting.problems import Checked, EnvironmentFailed, Failed, Place, Problem, in_order
from reporting.records.beside.identity import bad_keys, identity_problems, repeated_ids
from reporting.records.beside.layout import folders_without_record, layout_problems
from reporting.records.beside.markings import house_marking_problems
from reporting.records.beside.record import Beside, beside_each_other
from reporting.records.faults.sentences import KEYS
from reporting.records.faults.trails import is_kept_back, told_path, trail_of
from reporting.records.kinds import KINDS, Kind, kind_of
from reporting.records.lexicon import Lexicon
from reporting.records.model.designations import Designation
from reporting.records.model.house import House
from reporting.records.reading.findings import MAX_ERRORS, too_many
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map, Value
from reporting.records.records import Loose, Records
from reporting.records.register import Meeting, Meetings, Register, Series
from reporting.records.schemes.designations import designations_of
from reporting.records.schemes.marking_schemes import schemes_of
from reporting.records.schemes.orders import Orders, orders_of
from reporting.records.shipped import completed
from reporting.records.validated import validated
from reporting.records.walk import means_who
from reporting.workspace import HOUSE, Workspace

HOLDERS: Final = ("dialogue.yaml", "round.yaml")
"""Records that say of a whole folder who may know of it."""


def load_register(workspace: Workspace, *, keep_dangling: bool = False) -> Checked[Register]:
    """The register of a workspace, with every finding on the way to it.

    A record with errors is left out and its file named in `Register.broken`; the others go on.

    Args:
        workspace: where the files are.
        keep_dangling: keep records whose only fault is a reference or an audience, so that a check can say
            all it has to say in one run. Nothing may be drafted from such a register.

    Raises:
        Failed: data/house.yaml is missing or has errors; carries all findings of all files.
    """
    with resting_collector():
        return _load(workspace, keep_dangling=keep_dangling)


def _load(workspace: Workspace, *, keep_dangling: bool) -> Checked[Register]:
    records = read_records(workspace)
    orders = orders_of(workspace)
    designations = designations_of(workspace, records)
    sound = frozenset(records.broken)
    beside = beside_each_other(records, orders.value)
    problems = [
        *records.problems,
        *identity_problems(records),
        *house_marking_problems(records),
        *beside.problems,
        *orders.problems,
        *designations.problems,
    ]
    dangling = {problem.place.file for problem in problems if problem.is_error and problem.place} | beside.dangling
    left_out = sound if keep_dangling else sound | dangling
    register = _register(records, orders.value, designations.value, beside, left_out=left_out, broken=sound | dangling)
    if register is None:
        raise Failed(problems)
    return Checked(register, in_order(problems))


def read_records(workspace: Workspace) -> Records:
    """Every record file of a workspace, each by itself, before any is compared with another."""
    paths = workspace.paths("data")
    records = Records()
    if HOUSE not in paths:
        hint = "copy one from another workspace (a link is not followed), or make one with `reporting init DIR`"
        records.problems.append(Problem("R043", "the workspace has no house.yaml", Place(HOUSE), hint=hint))
    records.problems += layout_problems(paths)
    records.problems += folders_without_record(paths)
    schemes = schemes_of(workspace)
    records.schemes = schemes.value
    records.problems += schemes.problems
    for path in sorted(paths, key=_depth_of_holder):
        kind = kind_of(path)
        if kind:
            _read(workspace, path, kind, records)
    return records


def _depth_of_holder(path: str) -> int:
    """Dialogues come first, then rounds: whether they are kept back decides what may be quoted of the files beside them."""
    return next((place for place, name in enumerate(HOLDERS) if path.endswith(f"/{name}")), len(HOLDERS))


def _read(workspace: Workspace, path: str, kind: Kind, records: Records) -> None:
    folder, _, name = path.rpartition("/")
    try:
        data = workspace.read(path)
        checked = read_yaml(data, path)
    except EnvironmentFailed:
        raise
    except Failed as failed:
        records.add(path, failed.problems)
        records.kept_back.update([folder] if name in HOLDERS else ())
        return
    if name in HOLDERS and (not checked.is_sound or is_kept_back(checked.value)):
        records.kept_back.add(folder)
    records.trees.keep(path, data, checked.value)
    records.add(path, checked.problems)
    records.problems += repeated_ids(checked.value)
    if kind.is_register:
        problems = _read_entries(checked.value, path, kind, records)
    else:
        problems = _read_whole(checked.value, path, kind, records, weight=len(data))
    records.add(path, problems if checked.is_sound else _not_following(problems, checked.problems))


def _not_following(problems: Iterable[Problem], before: Iterable[Problem]) -> list[Problem]:
    """What is not merely a consequence of an earlier finding: a refused key is missing afterwards."""
    lines = {problem.place.line for problem in before if problem.place}
    return [each for each in problems if each.code != "R001" and each.place and each.place.line not in lines]


def _read_whole(tree: Value, path: str, kind: Kind, records: Records, *, weight: int) -> list[Problem]:
    record, problems = validated(tree, path, kind.model, kind.name, schemes=records.schemes, above=records.above(path))
    if record is not None:
        records.keep(path, record, weight)
    elif isinstance(tree, Map):
        records.loose.append(Loose(path, kind.model, tree))
        folder, _, name = path.rpartition("/")
        records.kept_back.update([folder] if name in HOLDERS and means_who(tree, kind.model) else ())
    return problems


def _read_entries(tree: Value, path: str, kind: Kind, records: Records) -> list[Problem]:
    entries = records.entries.setdefault(kind.name, {})
    if tree is None:
        return []
    if not isinstance(tree, Map):
        hint = "write the id of each entry as a key, with its fields further in"
        return [Problem(KEYS.code, f"{kind.name} wants entries by id", Place(path, 1, 1), hint=hint)]
    records.ids[kind.name] = frozenset(tree)
    records.problems += bad_keys(tree, kind.name)
    problems: list[Problem] = []
    for key, value in tree.items():
        entry, found = validated(
            value,
            path,
            kind.model,
            trail_of(told_path((key,), tree, path), kind.name),
            place=tree.key_place(key),
            schemes=records.schemes,
        )
        problems += found
        if len(problems) > MAX_ERRORS:
            return [*problems, too_many("the entries below were not looked at", tree.key_place(key))]
        if entry is not None:
            entries[key] = entry
        elif isinstance(value, Map):
            records.loose.append(Loose(path, kind.model, value, (key,)))
    return problems


def _register(
    records: Records,
    orders: Orders,
    designations: tuple[Designation, ...],
    beside: Beside,
    *,
    left_out: frozenset[str],
    broken: frozenset[str],
) -> Register | None:
    house = records.whole.get(HOUSE)
    if not isinstance(house, House) or HOUSE in broken:
        return None
    own: dict[str, Any] = {name: records.entries.get(name, {}) for name, kind in KINDS.items() if kind.is_register}
    entries = completed(own, beside.lent.values())
    return Register(
        house=house,
        series=_series(records, left_out),
        trees=records.trees,
        languages=frozenset(beside.languages),
        broken=broken,
        lexicon=Lexicon(own),
        schemes=records.schemes,
        orders=orders,
        designations=designations,
        **entries,
    )


def _series(records: Records, left_out: frozenset[str]) -> dict[str, Series]:
    found = {}
    for folder in records.dialogues():
        file = f"{folder}/dialogue.yaml"
        dialogue = records.whole.get(file)
        if dialogue is None or file in left_out or folder in left_out:
            continue
        commitments: Any = records.kept(f"{folder}/commitments.yaml", left_out)
        name = folder.rpartition("/")[2]
        found[name] = Series(
            id=name,
            folder=folder,
            dialogue=dialogue,  # type: ignore[arg-type]
            commitment_record=commitments,
            meetings=_meetings(records, folder, left_out),
        )
    return found


def _meetings(records: Records, folder: str, left_out: frozenset[str]) -> Meetings:
    numbers = {
        path.rpartition("/")[2]: records.numbers[f"{path}/round.yaml"]
        for path in records.rounds(folder)
        if f"{path}/round.yaml" in records.numbers and not left_out.intersection((path, f"{path}/round.yaml"))
    }
    ids = sorted(numbers, key=lambda id_: (numbers[id_], id_))
    return Meetings(ids, functools.partial(_meeting, records, folder, left_out))


def _meeting(records: Records, folder: str, left_out: frozenset[str], id_: str) -> Meeting:
    path = f"{folder}/{id_}"
    own: Any = {
        name: records.kept(f"{path}/{name}.yaml", left_out) for name in ("round", "statement", "briefing", "release")
    }
    return Meeting(id_, path, **own)
