"""Each file in `broken/` is a workspace with a fault, and what is said of it. `--accept` writes what is said now."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.problems import in_order
from tests.support.cases import EXPECTED, SOUND, case_of, findings_of, told

CASES = sorted((Path(__file__).parent / "broken").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_broken_workspace_is_told_its_faults(path: Path, request: pytest.FixtureRequest) -> None:
    text = path.read_text("utf-8")
    case = case_of(text)
    found = told(findings_of(case.files))
    if request.config.getoption("--accept"):
        path.write_text(text.partition(EXPECTED)[0] + EXPECTED + found, "utf-8")
        return
    assert found == case.expected, f"{case.title}: look at the diff, then run with --accept"


def test_there_are_at_least_sixty_cases_and_each_finds_something_or_says_that_it_does_not() -> None:
    cases = [case_of(path.read_text("utf-8")) for path in CASES]
    silent = [case.title for case in cases if not case.expected]
    assert len(cases) - len(silent) >= 60
    assert all(title.startswith("Nothing is wrong") for title in silent)


def test_nothing_is_found_in_the_sound_workspace() -> None:
    assert findings_of(SOUND) == ()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_findings_stand_inside_of_their_files_and_in_order(path: Path) -> None:
    files = case_of(path.read_text("utf-8")).files
    found = findings_of(files)
    assert found == in_order(found)
    for problem in found:
        assert problem.place is not None
        assert problem.place.line <= len(files.get(problem.place.file, "").splitlines()) + 1
