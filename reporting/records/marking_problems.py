"""Markings fit what carries them: none is for a wider audience than the thing itself."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.problems import Problem
from reporting.records.levels import Level
from reporting.records.markings import Marking
from reporting.records.model.house import House
from reporting.records.model_findings import trail_of
from reporting.records.nearest import did_you_mean, listed
from reporting.records.places import place_of
from reporting.records.plan import noun_of, plan_of
from reporting.records.records import Records
from reporting.records.tree import Value
from reporting.records.walk import Marked
from reporting.workspace import HOUSE

MARKED = (Level.PARTNERS, Level.INTERNAL, Level.RESTRICTED)


def marking_problems(records: Records) -> list[Problem]:
    """Every marking that is below what it stands on."""
    found = list(_house(records))
    for path, _, walked in records.walked():
        name = path.rpartition("/")[2].removesuffix(".yaml")
        for marked in walked.marked:
            found += _wrong(marked, records.trees.get(path), path, name)
    return found


def _wrong(marked: Marked, tree: Value, path: str, name: str) -> Iterator[Problem]:
    noun, plan = noun_of(type(marked.node)), plan_of(type(marked.node))
    place, trail = place_of(tree, marked.path, file=path), trail_of(marked.path, name)
    if marked.key and marked.key not in plan:
        hint = did_you_mean(marked.key, plan, f"its keys are {listed(plan)}")
        yield Problem("R024", f"a {noun} has no key “{marked.key}” that could have a marking", place, hint, trail=trail)
    elif marked.marking.level < marked.level:
        subject = f"“{marked.key}” of a {noun}" if marked.key else f"a {noun}"
        sentence = f"this marking is for {marked.marking.level}, and {subject} here is for {marked.level}"
        yield Problem("R053", sentence, place, _of_level(records_level=marked.level), trail=trail)


def _of_level(*, records_level: Level) -> str:
    return f"take one of {records_level} or higher; `docs/markings.md` lists them"


def _house(records: Records) -> Iterator[Problem]:
    """What papers of a level carry is of that level: neither less, nor more than their readers may see."""
    house = records.of(HOUSE, House)
    for level in MARKED if house else ():
        marking: Marking | None = house.markings.of(level) if house else None
        if marking is not None and marking.level != level:
            path = ("markings", str(level))
            sentence = f"this marking is for {marking.level}, and papers for {level} would carry it"
            fitting = [
                each.id for each in records.schemes.all() if each.level == level and each.scheme == marking.scheme
            ]
            hint = (
                f"of this scheme, {listed(fitting, 'or')} would fit" if fitting else "take one of another scheme: tlp/…"
            )
            yield Problem(
                "R053", sentence, place_of(records.trees[HOUSE], path, file=HOUSE), hint, trail=trail_of(path, "house")
            )
