"""What pydantic says of a record, said to the person who wrote it: place, trail, sentence and hint.

The sentences are rows of `sentences.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pydantic import ValidationError

from reporting.problems import Place, Problem
from reporting.records.faults.model_faults import Fault, Path, faults_of, level_at
from reporting.records.faults.sentences import OTHER, ROWS, Row
from reporting.records.faults.trails import trail_of
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.nearest import nearest
from reporting.records.plan import plan_of
from reporting.records.reading.findings import MAX_ERRORS, too_many
from reporting.records.reading.places import place_of
from reporting.records.reading.tree import Value

BY_KEY: Final = ("R016", "R050")
"""Of what may stand for a whole thing or, by key, for its fields; a bad word in the latter is told alone."""


def model_problems(
    error: ValidationError, tree: Value, file: str, model: type[Node], name: str, *, above: Level = Level.PUBLIC
) -> list[Problem]:
    """Each finding of pydantic as a problem with its place.

    Args:
        error: what pydantic raised for `tree`.
        tree: the record, or one entry of a register.
        file: the file it stands in.
        model: what it was read as.
        name: what the trail begins with, such as `round` or `people > a-sol`.
        above: who may know of the record at all.
    """
    found: dict[tuple[Path, str], Problem] = {}
    details = error.errors(include_url=False, include_input=False)
    for detail in details[:MAX_ERRORS]:
        for fault in faults_of(detail, tree, model, above):
            row = ROWS.get(fault.kind, OTHER)
            found.setdefault((fault.path, row.code), _problem(fault, row, tree, file, name))
    told = [problem for (path, code), problem in found.items() if not _is_told(path, code, found, model, tree)]
    if len(details) > MAX_ERRORS:
        told.append(too_many(f"{len(details) - MAX_ERRORS:,} are not shown", place_of(tree, (), file=file)))
    return told


def _is_told(path: Path, code: str, found: Iterable[tuple[Path, str]], model: type[Node], tree: Value) -> bool:
    """Whether another finding says it better: the misspelt word a missing key, the bad item its map."""
    if code == "R001":
        holder, _, _ = level_at(model, tree, path)
        beside = [each for each, other in found if other == "R002" and each[:-1] == path[:-1]]
        return any(nearest(str(each[-1]), plan_of(holder)) == path[-1] for each in beside)
    if code == "R050" and any(other == "R051" for _, other in found):
        return True
    return code in BY_KEY and any(other == code and each[:-1] == path for each, other in found)


def _problem(fault: Fault, row: Row, tree: Value, file: str, name: str) -> Problem:
    sentence, hint = row.say(fault)
    at_key = row.is_of_key and fault.kind != "missing"
    place: Place = place_of(tree, fault.path, file=file, at_key=at_key)
    is_slip = fault.kind == "language" and fault.level is not Level.PUBLIC  # the key may be a sentence
    path = (*fault.path[:-1], "…") if is_slip else fault.path
    return Problem(row.code, sentence, place, hint=hint, trail=trail_of(path, name))
