"""Faults that somebody might make in what is kept of papers in the output folder: states, fingerprints, sets."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from reporting.build.output.files import Written
from reporting.build.output.state import Made, State
from reporting.build.shelf import Shelf
from reporting.problems import Place, Problem, Severity
from reporting.records.levels import Level
from tests.audiences.faults import Fault, Patch


def _a_fingerprint_is_that_of_the_record(patch: Patch) -> None:
    def change(files: Mapping[str, Written], made: Made) -> Made:
        told = "".join(f"{path}{files[path].sha256}" for path in made.files if path in files)
        return replace(made, reads=hashlib.sha256(told.encode()).hexdigest())

    _with_inputs(patch, change)


def _a_fingerprint_takes_in_the_records_beside_it(patch: Patch) -> None:
    def change(files: Mapping[str, Written], made: Made) -> Made:
        told = "".join(each.sha256 for path, each in sorted(files.items()) if path.startswith("data/"))
        return replace(made, drafted_with=hashlib.sha256(told.encode()).hexdigest())

    _with_inputs(patch, change)


def _the_files_of_a_round_are_listed_as_they_lie_there(patch: Patch) -> None:
    def change(files: Mapping[str, Written], made: Made) -> Made:
        folders = {path.rpartition("/")[0] for path in made.files}
        return replace(made, files=tuple(path for path in sorted(files) if path.rpartition("/")[0] in folders))

    _with_inputs(patch, change)


def _a_state_is_kept_without_its_audience(patch: Patch) -> None:
    before = Shelf.save

    def save(self: Shelf) -> None:
        papers = {key: made for each in self.states for key, made in each.papers.items()}
        for each in self.states:
            each.papers = dict(papers)
        before(self)

    patch.setattr(Shelf, "save", save)


def _a_state_tells_how_many_papers_there_are_for_others(patch: Patch) -> None:
    before = Shelf.save

    def save(self: Shelf) -> None:
        number = sum(len(each.papers) for each in self.states)
        for each in self.states:
            each.papers = {key: replace(made, pages=number) for key, made in each.papers.items()}
        before(self)

    patch.setattr(Shelf, "save", save)


def _findings_of_all_papers_are_kept_with_each(patch: Patch) -> None:
    before = Shelf.save

    def save(self: Shelf) -> None:
        for own in self.states:
            if own.audience > Level.PUBLIC:
                told = tuple(
                    Problem("W030", f"{made.document[:8]}", Place(key), severity=Severity.WARNING)
                    for key, made in sorted(own.papers.items())
                )
                public = self.state(Level.PUBLIC)
                public.papers = {
                    key: replace(made, problems={**made.problems, str(own.audience): told})
                    for key, made in public.papers.items()
                }
        before(self)

    patch.setattr(Shelf, "save", save)


def _the_index_lies_among_the_papers(patch: Patch) -> None:
    before = Shelf.save

    def save(self: Shelf) -> None:
        before(self)
        data = self.root.parent / "data"
        told = "\n".join(f"{each.stat().st_size}" for each in sorted(data.rglob("*.yaml")))
        (self.root / "public" / ".index").write_text(told, "utf-8")

    patch.setattr(Shelf, "save", save)


def _with_inputs(patch: Patch, change: Any) -> None:
    """Lets what is noted of a paper be changed by somebody who holds the files of the workspace."""
    before = Shelf.put
    seen: dict[str, Written] = {}

    def put(self: Shelf, inputs: Any, paper: Any, files: Any, result: Any) -> Any:
        seen.clear()
        seen.update(inputs.files)
        return before(self, inputs, paper, files, result)

    noted = State.note
    patch.setattr(Shelf, "put", put)
    patch.setattr(
        State,
        "note",
        lambda self, papers: noted(self, {key: change(seen, made) for key, made in papers.items()}),
    )


KEPT: Final[Mapping[str, Fault]] = {
    fault.__name__.strip("_").replace("_", " "): fault
    for fault in (
        _a_fingerprint_is_that_of_the_record,
        _a_fingerprint_takes_in_the_records_beside_it,
        _the_files_of_a_round_are_listed_as_they_lie_there,
        _a_state_is_kept_without_its_audience,
        _a_state_tells_how_many_papers_there_are_for_others,
        _findings_of_all_papers_are_kept_with_each,
        _the_index_lies_among_the_papers,
    )
}
