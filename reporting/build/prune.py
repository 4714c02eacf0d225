"""Removing papers that nothing makes any more. Only files that a state lists are ever removed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from reporting.build.copies import format_of
from reporting.build.output.files import is_same, remove_file
from reporting.build.output.state import State
from reporting.build.planning.plan import Paper
from reporting.build.planning.report import Outcome, Status
from reporting.build.planning.selection import EVERYTHING, Selection
from reporting.build.shelf import Shelf
from reporting.problems import Place, Problem, Severity

GONE, MOVED = "nothing makes it any more", "it is for other readers now"


def prune(
    shelf: Shelf,
    papers: Collection[Paper],
    broken: Collection[str],
    selection: Selection = EVERYTHING,
    failed: Collection[str] = (),
) -> Iterator[Outcome]:
    """Removes the files of papers and formats that are no longer in the plan, and forgets them.

    An order for some papers removes only those of them that are for other readers now, such as the draft of a
    statement that has been published. One that is for more readers now stays until its new place has been made; one
    that is for fewer goes at once, since its old readers must not have it.

    Args:
        shelf: the output folder, with the states of all audiences.
        papers: the whole plan.
        broken: files with errors; what they would have given stays.
        selection: what the order asks for.
        failed: names of papers that could not be made.
    """
    planned = {(str(paper.audience), paper.key): paper.formats for paper in papers}
    keys = {paper.key for paper in papers}
    taken = {paper.key for paper in papers if _takes(selection, paper)}
    unmade = {paper.key: paper.audience for paper in papers if paper.name in failed}
    for state in shelf.states:
        for key in sorted(state.papers):
            if key not in taken and not selection.is_everything:
                continue
            if unmade.get(key, state.audience) < state.audience:
                continue
            formats = planned.get((str(state.audience), key))
            if formats is None and (key in taken or not _may_come_back(key, broken)):
                reason = MOVED if key in keys else GONE
                yield _removed(shelf.root, state, key, state.papers[key].outputs, reason)
                state.forget(key)
            elif (
                formats is not None
                and selection.is_everything
                and (gone := [each for each in state.papers[key].outputs if format_of(each) not in formats])
            ):
                yield _removed(shelf.root, state, key, gone)
                _forget_formats(state, key, formats)


def _takes(selection: Selection, paper: Paper) -> bool:
    """Whether a paper is asked for, for whichever readers it was before."""
    return selection.takes(
        paper.dialogue, paper.round, paper.type, paper.language, str(paper.audience), voice=paper.voice
    )


def _removed(root: Path, state: State, key: str, formats: Iterable[str], reason: str = GONE) -> Outcome:
    problems = []
    for name in sorted(formats):
        path = f"{state.audience}/{key}.{name}"
        if not (root / path).exists():
            continue
        if is_same(root / path, state.papers[key].outputs[name].file):
            remove_file(root, path)
        else:
            sentence = "was edited by hand, and nothing makes it any more; it is kept"
            hint = "move it elsewhere, or delete it"
            problems.append(Problem("B031", sentence, Place(f"{root.name}/{path}"), hint, Severity.WARNING))
    return Outcome(f"{state.audience}/{key}", Status.REMOVED, reason, tuple(formats), problems=tuple(problems))


def _forget_formats(state: State, key: str, formats: tuple[str, ...]) -> None:
    made = state.papers[key]
    kept = {name: each for name, each in made.outputs.items() if format_of(name) in formats}
    state.note({key: replace(made, outputs=kept)})


def _may_come_back(key: str, broken: Collection[str]) -> bool:
    """Whether a file with errors might be what the paper was made from."""
    dialogue = key.split("/", maxsplit=1)[0]
    near = (f"data/dialogues/{dialogue}/", "data/registers/", "data/house.yaml", "templates/")
    return any(file.startswith(near) for file in broken)
