"""The papers as they lie in `output/`: putting new ones there, and knowing how each was made."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from reporting.build.copies import outdated
from reporting.build.fresh.stale import Inputs, intact
from reporting.build.output.files import is_same, written
from reporting.build.output.sets import PaperSet, free_name
from reporting.build.output.state import Made, Output, State, load_state, shared
from reporting.build.planning.plan import Paper
from reporting.problems import Place, Problem, Severity
from reporting.records.levels import Level

if TYPE_CHECKING:
    from reporting.build.making.jobs import Result


class Shelf:
    """The output folder with the states of its audiences, each read when it is first asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._states: dict[Level, State] = {}
        self.is_fresh: set[str] = set()
        """Names of papers that are as they should be."""
        self._sets: dict[str, PaperSet] = {}
        self._waiting: dict[str, dict[Paper, Made]] = {}
        self._alike: dict[tuple[str, ...], tuple[str, ...]] = {}
        """The paths that papers have read, which most papers of a type share."""

    @property
    def states(self) -> list[State]:
        """Those of all audiences."""
        return [self.state(level) for level in Level]

    def state(self, audience: Level) -> State:
        if audience not in self._states:
            self._states[audience] = load_state(self.root, audience)
        return self._states[audience]

    def made(self, paper: Paper) -> Made | None:
        """How a paper was made the last time, be it a moment ago."""
        waiting = self._waiting.get(paper.folder, {})
        if paper in waiting:
            return waiting[paper]
        return self.state(paper.audience).papers.get(paper.key)

    def warnings(self, paper: Paper) -> tuple[Problem, ...]:
        made = self.made(paper)
        return made.warnings() if made else ()

    def pages(self, paper: Paper) -> int:
        made = self.made(paper)
        return made.pages if made else 0

    def intact(self, inputs: Inputs, paper: Paper, made: Made) -> dict[str, str]:
        """For each format that lies there as it was made, what it was made of."""
        return intact(inputs, paper, made)

    def put(self, inputs: Inputs, paper: Paper, files: tuple[str, ...], result: Result) -> list[Problem]:
        """Adds a paper to the set of its round; gives a warning for each file that somebody had edited.

        Nothing changes in its folder before `settle`.

        Raises:
            EnvironmentFailed: it cannot be written [E002].
        """
        before = self.made(paper)
        moved = [problem for name, data in result.contents.items() if (problem := self._saved(paper, name, data))]
        names = {f"{paper.stem}.{name}": data for name, data in result.contents.items()}
        if names:
            hashes = [hashlib.sha256(data).hexdigest() for data in names.values()]
            self.state(paper.audience).intend(paper.key, hashes)
        placed = self._set(paper).put(names) if names else {}
        outputs = dict(before.outputs) if before else {}
        for name in result.contents:
            outputs[name] = Output(result.made_of[name], placed[f"{paper.stem}.{name}"])
        moved += self._withdrawn(paper, outputs, outdated(outputs, result.made_of))
        problems = dict(before.problems) if before else {}
        problems.update(result.problems)
        paths = shared(result.paths)
        made = Made(
            drafted_with=inputs.drafted_with(paper, result.templates),
            templates=shared(result.templates),
            reads=result.reads,
            paths=self._alike.setdefault(paths, paths),
            files=files,
            document=result.document,
            has_contents=result.has_contents,
            outputs=outputs,
            pages=result.pages or (before.pages if before else 0),
            problems=problems,
        )
        self._waiting.setdefault(paper.folder, {})[paper] = made
        return moved

    def settle(self, folder: str) -> None:
        """Puts the set of a round in its place and notes how its papers were made; nothing to do where it has none.

        Raises:
            EnvironmentFailed: it cannot be put there [E002]; the old set is whole.
        """
        if folder in self._sets:
            self._sets.pop(folder).commit()
        waiting = self._waiting.pop(folder, {})
        if waiting:
            state = self.state(next(iter(waiting)).audience)
            state.note({paper.key: made for paper, made in waiting.items()})
            state.look_again(folder)
            self.is_fresh.update(paper.name for paper in waiting)

    def _set(self, paper: Paper) -> PaperSet:
        if paper.folder not in self._sets:
            self._sets[paper.folder] = PaperSet(self.root, paper.folder)
        return self._sets[paper.folder]

    def _withdrawn(self, paper: Paper, outputs: dict[str, Output], copies: tuple[str, ...]) -> list[Problem]:
        """Takes away numbered copies of an earlier text; gives a warning, since some of them may be out."""
        for name in copies:
            if is_same(self.root / paper.path(name), outputs.pop(name).file):
                self._set(paper).remove(f"{paper.stem}.{name}")
        if not copies:
            return []
        sentence = f"{len(copies)} numbered copies were of the paper as it was before, and were taken away"
        hint = f"take back those that are out, and make new ones with --copies {len(copies)}"
        return [Problem("B033", sentence, Place(f"{self.root.name}/{paper.name}"), hint, Severity.WARNING)]

    def save(self) -> None:
        """Writes the states that have changed; a set that was not finished is forgotten."""
        for each in self._sets.values():
            each.drop()
        self._sets.clear()
        for state in self._states.values():
            state.save()

    def _saved(self, paper: Paper, name: str, data: bytes) -> Problem | None:
        """Renames a file that we did not write, so that nobody's work is lost."""
        path = self.root / paper.path(name)
        now = written(path)
        made = self.made(paper)
        known = set(self.state(paper.audience).intended.get(paper.key, ()))
        known.update(output.file.sha256 for output in (made.outputs.values() if made else ()))
        if now is None or now.sha256 in known or path.read_bytes() == data:
            return None
        aside = free_name(path)
        self._set(paper).rename(path.name, aside.name)
        place = Place(f"{self.root.name}/{paper.folder}/{aside.name}")
        sentence = f"is {PurePosixPath(paper.path(name)).name} as somebody edited it; it was renamed, not overwritten"
        hint = "take over into the records what should stay, and delete it"
        return Problem("B032", sentence, place, hint, Severity.WARNING)
