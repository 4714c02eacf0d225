"""Telling at once that nothing has changed: one pass over the files, and no model, template or library is loaded."""

from __future__ import annotations

from pathlib import Path

from reporting.build.formats import FORMATS, drafting_version, version_of
from reporting.build.fresh.index import Index, Known, load_index
from reporting.build.fresh.inputs import changed, look
from reporting.build.machine import code_hash
from reporting.build.output.files import is_same
from reporting.build.output.packing import unpacked
from reporting.build.planning.report import Order, Outcome, Report, Status
from reporting.build.planning.selection import Selection, names_of
from reporting.workspace import Folder

OUTPUT = "output"


def setting_of(order: Order) -> str:
    """All that decides over papers and is no file of the workspace, as one text."""
    code = code_hash("build", "checks", "records", "workspace.py", "problems.py")
    return " ".join([drafting_version(), *map(version_of, FORMATS), code, str(order.on), str(order.otherwise)])


def all_fresh(workspace: Folder, order: Order) -> Report | None:
    """The report of a build that has nothing to do; None where it may have."""
    if order.force or order.copies:
        return None
    index = load_index(workspace.root)
    if not index.papers or index.has_errors or index.setting != setting_of(order):
        return None
    if index.has_leftovers and order.prune and order.selection.is_everything:
        return None
    if not _names_known(index, order.selection) or changed(index.files, look(workspace, index.files)):
        return None
    wanted = [each for each in index.papers if _takes(order.selection, each)]
    if not order.selection.languages <= {each.language for each in wanted}:
        return None
    if not order.selection.voices <= {name for each in wanted for name in names_of(each.voice)}:
        return None
    if not all(_is_intact(workspace.root / OUTPUT, each, order.selection) for each in wanted):
        return None
    outcomes = [Outcome(each.name, Status.FRESH, problems=unpacked(each.problems)) for each in wanted]
    return Report(outcomes, unpacked(index.problems))


def _takes(selection: Selection, known: Known) -> bool:
    named = known.dialogue, known.round, known.type, known.language, known.audience
    is_wanted = selection.takes(*named, voice=known.voice)
    return is_wanted and bool(selection.formats_of(known.formats))


def _is_intact(root: Path, paper: Known, selection: Selection) -> bool:
    """Whether the wanted files of a fresh paper lie where they were put."""
    return paper.is_fresh and all(
        each in paper.outputs and is_same(root / f"{paper.name}.{each}", paper.outputs[each])
        for each in selection.formats_of(paper.formats)
    )


def _names_known(index: Index, selection: Selection) -> bool:
    """Whether everything that is selected by name is the name of something; if not, the long way says what is wrong."""
    rounds = {f"{each.dialogue}/{each.round}" for each in index.papers} | {each.dialogue for each in index.papers}
    types = {each.type for each in index.papers}
    return selection.rounds <= rounds and selection.types <= types
