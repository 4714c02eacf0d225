"""Papers that wait: a record that they cannot do without is in error, so they are as they were when they were made last.

Papers of a round whose record cannot be read stand in no plan. They are known by the states, and are told of like all
others: nobody should take them for made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from reporting.build.output.state import State
from reporting.build.paths import shortened
from reporting.build.planning.plan import Paper
from reporting.build.planning.selection import Selection
from reporting.problems import Place, Problem

FEW = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paper of an earlier build, which the records as they are now say nothing of."""

    audience: str
    key: str
    formats: tuple[str, ...]
    pages: int
    files: tuple[str, ...]
    """Those in error."""

    @property
    def name(self) -> str:
        return f"{self.audience}/{self.key}"

    @property
    def dialogue(self) -> str:
        return self.key.split("/")[0]

    @property
    def round(self) -> str:
        return self.key.split("/")[1]

    @property
    def parts(self) -> tuple[str, str, str]:
        """Its type, voice and language."""
        type_, *voice, language = self.key.split("/")[2].split(".")
        return type_, ".".join(voice), language


def waiting(
    states: Iterable[State], planned: Collection[Paper], broken: Collection[str], selection: Selection
) -> Iterator[Waiting]:
    """Papers that are in no plan since a record or type of theirs is in error, as far as they are selected.

    Args:
        states: those of all audiences.
        planned: the whole plan.
        broken: files with errors.
        selection: what the order asks for.
    """
    keys = {paper.key for paper in planned} if broken else set()
    for state in states if broken else ():
        for key, made in sorted(state.papers.items()):
            each = Waiting(str(state.audience), key, tuple(made.outputs), made.pages, _files(key, broken))
            if each.files and key not in keys and _takes(selection, each):
                yield each


def reason_of_waiting(files: Iterable[str], dialogue: str, round_: str) -> str:
    """Why such a paper is not made, as a clause."""
    return f"waits for {' and '.join(shortened(file, dialogue, round_) for file in files)}, in error"


def told_by_cause(waits: Mapping[tuple[str, ...], list[str]]) -> Iterator[Problem]:
    """One problem for each cause, however many papers wait for it.

    Args:
        waits: names of papers by the files in error that they wait for.
    """
    for files, names in sorted(waits.items()):
        more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
        what = "one paper waits" if len(names) == 1 else f"{len(names)} papers wait"
        others = f" and for {' and '.join(files[1:])}" if files[1:] else ""
        sentence = f"{what} for this file{others}: {', '.join(sorted(names)[:FEW])}{more}"
        yield Problem("B030", sentence, Place(files[0]), "mend it first; the last good sets stay")


def _files(key: str, broken: Collection[str]) -> tuple[str, ...]:
    dialogue, round_, stem = key.split("/")
    near = (f"data/dialogues/{dialogue}/{round_}/", f"data/dialogues/{dialogue}/dialogue.yaml")
    return tuple(sorted(each for each in broken if each.startswith((*near, f"templates/{stem.split('.')[0]}/"))))


def _takes(selection: Selection, each: Waiting) -> bool:
    type_, voice, language = each.parts
    return selection.takes(each.dialogue, each.round, type_, language, each.audience, voice=voice)
