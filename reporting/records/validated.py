"""A tree becomes a record, or what hinders it is told."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from reporting.problems import EnvironmentFailed, Failed, Place, Problem
from reporting.records.faults.model_findings import model_problems
from reporting.records.faults.sentences import KEYS
from reporting.records.levels import Level
from reporting.records.markings import Schemes
from reporting.records.model.base import Node
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map, Value
from reporting.workspace import Workspace

N = TypeVar("N", bound=Node)
NONE = Schemes()


def read_record(workspace: Workspace, path: str, model: type[N], name: str) -> tuple[N | None, Value, list[Problem]]:
    """A file as a model with the tree that it was made of; neither where it is no sound YAML. And all findings."""
    try:
        read = read_yaml(workspace.read(path), path)
    except EnvironmentFailed:
        raise
    except Failed as failed:
        return None, None, list(failed.problems)
    if not read.is_sound:
        return None, None, list(read.problems)
    record, problems = validated(read.value, path, model, name)
    return record, read.value, [*read.problems, *problems]


def validated(
    tree: Value,
    path: str,
    model: type[N],
    name: str,
    *,
    place: Place | None = None,
    schemes: Schemes = NONE,
    above: Level = Level.PUBLIC,
) -> tuple[N | None, list[Problem]]:
    """What a tree is under a model, or all that hinders it; nothing of it is quoted that is above the public."""
    if not isinstance(tree, Map):
        at = place or Place(path, 1, 1)
        hint = "write `key: value`, each on a line of its own"
        return None, [Problem(KEYS.code, f"“{name.rpartition(' > ')[2]}” wants keys and values", at, hint=hint)]
    try:
        return model.model_validate(tree, context=schemes), []
    except ValidationError as error:
        return None, model_problems(error, tree, path, model, name, above=above)
