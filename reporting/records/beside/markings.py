"""Markings fit what carries them: none is for a wider audience than the thing itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporting.problems import Place, Problem, Severity
from reporting.records.faults.trails import told_path, trail_of
from reporting.records.levels import Level
from reporting.records.markings import Marking
from reporting.records.model.base import Node
from reporting.records.model.house import House
from reporting.records.nearest import did_you_mean, listed
from reporting.records.plan import noun_of, plan_of
from reporting.records.reading.places import place_of
from reporting.records.reading.trees import Trees
from reporting.records.records import Records
from reporting.records.walk import Marked, Walked
from reporting.workspace import HOUSE

WORD = re.compile(r"[^\W\d_]+")
NAMED_BY_FOLDER = ("dialogue", "round")
"""Records whose folder names the files of their papers."""
LONG = 4
"""Letters; a shorter word of a folder's name tells nothing."""
MARKED = (Level.PARTNERS, Level.INTERNAL, Level.RESTRICTED)


def marking_problems(records: Records, path: str, record: Node, walked: Walked) -> Iterator[Problem]:
    """Every marking in a record that is below what it stands on, and a folder that tells of what is kept back."""
    name = path.rpartition("/")[2].removesuffix(".yaml")
    for marked in walked.marked:
        yield from _wrong(marked, records.trees, path, name)
    if name in NAMED_BY_FOLDER and record.stated_level() > Level.PUBLIC:
        yield from _telling_folder(path, walked)


def _wrong(marked: Marked, trees: Trees, path: str, name: str) -> Iterator[Problem]:
    if _is_right(marked):
        return
    name_of, plan = noun_of(type(marked.node)), plan_of(type(marked.node))
    noun = f"{'an' if name_of[0] in 'aeiou' else 'a'} {name_of}"
    place = place_of(trees.get(path), marked.path, file=path)
    trail = trail_of(told_path(marked.path, trees.get(path), path), name)
    if marked.key and marked.key not in plan:
        hint = did_you_mean(marked.key, plan, f"its keys are {listed(plan)}")
        yield Problem("R024", f"{noun} has no key “{marked.key}” that could have a marking", place, hint, trail=trail)
        return
    if marked.marking.is_classified:
        yield _classified(place, trail)
    if marked.marking.level < marked.level:
        subject = f"“{marked.key}” of {noun}" if marked.key else noun
        sentence = f"this marking is for {marked.marking.level}, and {subject} here is for {marked.level}"
        yield Problem("R053", sentence, place, _of_level(marked.level), trail=trail)


def _is_right(marked: Marked) -> bool:
    """Whether there is nothing to say, so that nobody has to look where it stands."""
    is_known = not marked.key or marked.key in plan_of(type(marked.node))
    return is_known and not marked.marking.is_classified and marked.marking.level >= marked.level


def _of_level(level: Level) -> str:
    return f"take one for {level}; docs/markings.md lists those of each scheme"


def _classified(place: Place, trail: str) -> Problem:
    sentence = "this marking is a classification, and this program is not accredited for classified information"
    hint = "keep such a record on a system that is; for an exercise, use invented matter and say so with `illustrative`"
    return Problem("R054", sentence, place, hint, Severity.WARNING, trail)


def house_marking_problems(records: Records) -> Iterator[Problem]:
    """What papers of a level carry is of that level: neither less, nor more than their readers may see."""
    house = records.of(HOUSE, House)
    for level in MARKED if house else ():
        marking = house.markings.of(level) if house else None
        path = ("markings", str(level))
        place, trail = place_of(records.trees[HOUSE], path, file=HOUSE), trail_of(path, "house")
        if marking is not None and marking.level != level:
            sentence = f"this marking is for {marking.level}, and papers for {level} would carry it"
            yield Problem("R053", sentence, place, _fitting(records, marking, level), trail=trail)
        if marking is not None and marking.is_classified:
            yield _classified(place, trail)


def _fitting(records: Records, marking: Marking, level: Level) -> str:
    """Which marking of the same scheme would do, or what to do where there is none."""
    own = records.schemes.by_name[marking.scheme].markings
    fitting = [str(each) if marking.scheme != records.schemes.house else each.id for each in own if each.level == level]
    return f"{listed(fitting, 'or')} would fit" if fitting else "take one of another scheme, such as plain/internal"


def _telling_folder(path: str, walked: Walked) -> Iterator[Problem]:
    """A folder whose name tells of a record that not everybody may read: it stands in the names of all its papers."""
    folder = path.split("/")[-2]
    said = {
        word
        for each in walked.texts
        for text in each.text.by_language.values()
        for word in WORD.findall(text.casefold())
    }
    if any(len(word) >= LONG and word in said for word in folder.split("-")):
        sentence = "not everybody may read this record, and the name of its folder tells of it"
        hint = "give the folder a name that says nothing, such as 05-round; papers are named after it"
        yield Problem("R056", sentence, Place(path, 1, 1), hint, Severity.WARNING)
