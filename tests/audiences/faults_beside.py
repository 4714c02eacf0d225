"""Faults that somebody might make beside the guard one day: in the plan, and in what papers are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from reporting.audiences.markings import carried
from reporting.build.making.material import Desk, Material
from reporting.build.planning import variants
from reporting.build.planning.plan import Paper
from reporting.drafting.types import BESIDE
from reporting.records.levels import Level
from tests.audiences.faults import Fault, Patch


def _voices_are_planned_by_the_record_itself(patch: Patch) -> None:
    patch.setattr(variants, "as_seen", lambda node, audience, register: node)
    patch.setattr(variants, "places_seen", lambda node, name, audience, register: range(len(getattr(node, name))))


def _the_second_column_is_for_other_eyes(patch: Patch) -> None:
    def change(desk: Desk, paper: Paper, found: Material) -> Material:
        if BESIDE not in found.enclosures:
            return found
        kind, view = found.enclosures[BESIDE]
        return replace(found, enclosures={**found.enclosures, BESIDE: (kind, _whole(desk, paper, view.language))})

    _with_material(patch, change)


def _a_paper_carries_the_marking_of_all_that_there_is(patch: Patch) -> None:
    def change(desk: Desk, paper: Paper, found: Material) -> Material:
        return replace(found, marking=carried(_whole(desk, paper, found.view.language), []).text)

    _with_material(patch, change)


def _a_paper_depends_on_files_that_others_were_made_from(patch: Patch) -> None:
    def change(desk: Desk, paper: Paper, found: Material) -> Material:
        statement = desk.found(paper)[1].statement
        told = found.view.files if statement is None else (*found.view.files, "statement.yaml")
        return replace(found, view=replace(found.view, files=told))

    _with_material(patch, change)


def _with_material(patch: Patch, change: Any) -> None:
    before = Desk.material
    patch.setattr(Desk, "material", lambda self, paper: change(self, paper, before(self, paper)))


def _whole(desk: Desk, paper: Paper, language: str) -> Any:
    """The view of somebody who may read everything."""
    kind = desk.types[paper.type]
    return desk._view(*desk.found(paper), kind, language, Level.RESTRICTED, speaker=desk.speaker(paper))


BESIDE_THE_GUARD: Final[Mapping[str, Fault]] = {
    fault.__name__.strip("_").replace("_", " "): fault
    for fault in (
        _voices_are_planned_by_the_record_itself,
        _the_second_column_is_for_other_eyes,
        _a_paper_carries_the_marking_of_all_that_there_is,
        _a_paper_depends_on_files_that_others_were_made_from,
    )
}
