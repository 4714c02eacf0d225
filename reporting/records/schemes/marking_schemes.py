"""Reading the schemes of markings: those that the program carries, and a workspace's own over them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporting.problems import Checked, EnvironmentFailed, Failed, Place, Problem, Severity, in_order
from reporting.records.levels import Level
from reporting.records.markings import Ink, Marking, Scheme, Schemes
from reporting.records.model.markings import MarkingScheme, SchemeMarking
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map, Seq
from reporting.records.validated import read_record
from reporting.workspace import HOUSE, Folder, Workspace, shipped_templates

FOLDER = "templates/markings"
PLAIN = "plain"
"""The scheme of a house that names none."""
FILE = re.compile(rf"{FOLDER}/([a-z0-9][a-z0-9-]*)\.yaml")


def schemes_of(workspace: Workspace) -> Checked[Schemes]:
    """Every scheme that is sound, and what is wrong with the others.

    Those that the program carries are there in every workspace, unless a file of the same name stands in its place.
    """
    found: dict[str, Scheme] = {}
    problems: list[Problem] = []
    program = Folder(shipped_templates().parent)
    own = workspace.paths(FOLDER)
    for path in sorted({*own, *program.paths(FOLDER)}):
        match = FILE.fullmatch(path)
        if match is None and not path.endswith((".md", ".txt")):
            problems.append(_not_read(path))
        if match:
            scheme, wrong = _read(workspace if path in own else program, path, match[1])
            problems += wrong
            if scheme is not None and not any(each.is_error for each in wrong):
                found[scheme.name] = scheme
    return Checked(Schemes(found, _house_scheme(workspace)), in_order(problems))


def _read(workspace: Workspace, path: str, name: str) -> tuple[Scheme | None, list[Problem]]:
    record, tree, problems = read_record(workspace, path, MarkingScheme, "markings")
    if record is None:
        return None, problems
    markings = tuple(_marking(each, name, rank) for rank, each in enumerate(record.markings))
    return Scheme(name, markings), [*problems, *_out_of_order(markings, tree)]


def _not_read(path: str) -> Problem:
    hint = "a scheme is a file such as templates/markings/harbour.yaml: small letters, digits and hyphens"
    return Problem("R055", "this is no scheme of markings, and is not read", Place(path), hint, Severity.WARNING)


def _marking(entry: SchemeMarking, scheme: str, rank: int) -> Marking:
    ink = Ink(entry.ink.colour, entry.ink.ground or "") if entry.ink else None
    return Marking(entry.id, scheme, entry.level, entry.text.by_language, rank, entry.classified, entry.ordinary, ink)


def _out_of_order(markings: tuple[Marking, ...], tree: object) -> Iterator[Problem]:
    """Markings below one that stands before them, and ids that stand twice: no order could be told from these."""
    items = tree["markings"] if isinstance(tree, Map) else None
    if not isinstance(items, Seq):
        return
    top, seen = Level.PUBLIC, set[str]()
    for each, item in zip(markings, items, strict=True):
        place = item.value_place("id") if isinstance(item, Map) else None
        if each.level < top:
            sentence = f"“{each.id}” is for {each.level}, and one before it is for {top}"
            yield Problem("R052", sentence, place, hint="write the markings from the lowest to the highest")
        if each.id in seen:
            yield Problem("R030", "this id stands twice in the list", place, hint="give one of them another id")
        top = max(top, each.level)
        seen.add(each.id)


def _house_scheme(workspace: Workspace) -> str:
    """What house.yaml calls its scheme; it is looked at before the records are read, since they need it."""
    if HOUSE not in workspace.paths("data"):
        return ""
    try:
        tree = read_yaml(workspace.read(HOUSE), HOUSE).value
    except EnvironmentFailed:
        raise
    except Failed:
        return ""
    markings = tree.get("markings") if isinstance(tree, Map) else None
    name = markings.get("scheme") if isinstance(markings, Map) else None
    return name if isinstance(name, str) else PLAIN
