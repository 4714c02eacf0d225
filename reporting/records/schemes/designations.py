"""Designations: names that an issuer owes a mark and a footnote, from the file that house.yaml names."""

from __future__ import annotations

from reporting.problems import Checked, Problem
from reporting.records.model.designations import Designation, Designations
from reporting.records.model.house import House
from reporting.records.nearest import did_you_mean, listed
from reporting.records.reading.places import place_of
from reporting.records.records import Records
from reporting.records.validated import read_record
from reporting.workspace import HOUSE, Workspace

FOLDER = "templates/designations"


def designations_of(workspace: Workspace, records: Records) -> Checked[tuple[Designation, ...]]:
    """Those of the house; none where it names no file."""
    house = records.of(HOUSE, House)
    if house is None or house.designations is None:
        return Checked((), ())
    path = f"{FOLDER}/{house.designations}.yaml"
    if not workspace.has(path):
        known = [each.rpartition("/")[2].removesuffix(".yaml") for each in workspace.paths(FOLDER)]
        hint = did_you_mean(house.designations, known, f"there is {listed(known)}" if known else f"write {path}")
        place = place_of(records.trees.get(HOUSE), ("designations",), file=HOUSE)
        return Checked((), (Problem("R062", f"there is no file {path}", place, hint=hint),))
    record, _, problems = read_record(workspace, path, Designations, "designations")
    return Checked(tuple(record.designations) if record else (), tuple(problems))
