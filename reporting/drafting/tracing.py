"""Problems of a drafted text led back to the lines of the templates that wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from reporting.drafting.linemarks import LineMarks, nearest
from reporting.drafting.sheet import Sheet
from reporting.drafting.spending import Spent
from reporting.drafting.templates import Templates
from reporting.problems import Place, Problem

NAMING = frozenset({"D040", "D041", "D050"})
"""Problems of the checker whose sentence names an id or a picture, between back quotes."""
QUOTED = re.compile("`([^`]+)`")


def in_templates(
    problems: Collection[Problem],
    html: str,
    sheet: Sheet,
    templates: Templates,
    again: Callable[[Sheet, Templates], str],
) -> tuple[Problem, ...]:
    """Problems of the drafted text at the lines of the templates that wrote it, as far as these can be told.

    Args:
        problems: those of the text.
        html: the text.
        sheet: the paper's.
        templates: those of the workspace.
        again: drafts the text once more, from other templates.
    """
    marks = LineMarks(templates.texts)
    marked = Templates(marks.marked, templates.words, templates.images)
    beside = replace(sheet, problems=[], spelt=set(), met=set(), asks=set(), spent=Spent())
    places = marks.places_of(again(beside, marked))

    def told(problem: Problem) -> Problem:
        place = problem.place and nearest(html, problem.place, places)
        return replace(problem, place=place or Place(sheet.template))

    return tuple(map(told, problems))


def named_in(problem: Problem, texts: Mapping[str, str]) -> Problem:
    """A problem with a name at the line on which that is written, where some template has it letter by letter."""
    place = problem.place
    if problem.code in NAMING and problem.trail is None and (name := QUOTED.search(problem.sentence)):
        ordered = sorted(texts, key=lambda file: (place is None or file != place.file, file))
        places = (_place_in(texts[file], file, name[1]) for file in ordered)
        place = next(filter(None, places), place)
    return replace(problem, place=place)


def _place_in(text: str, file: str, name: str) -> Place | None:
    found = re.search(rf"""["'#]{re.escape(name)}["']""", text)
    if found is None:
        return None
    before = text[: found.start() + 1]
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
