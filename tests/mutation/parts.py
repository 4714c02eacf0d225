"""The parts of the program that are changed, and the tests that have to notice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Part:
    """Modules that belong together, with their tests."""

    modules: tuple[str, ...]
    """Paths below `reporting/`."""
    tests: tuple[str, ...]
    """Quick ones first: the first that fails ends a trial."""


def _in(folder: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{folder}/{name}.py" for name in names)


VIEWS: Final = (
    "test_view",
    "test_levels",
    "test_markings",
    "test_looking_back",
    "test_seen",
    "test_derived",
    "test_outline",
)
"""What the view of one record says, without twins."""
PARTS: Final = {
    "reader": Part(
        _in("records/reading", "reader", "findings", "syntax", "characters"),
        _in("tests/records", "test_broken", "test_limits", "test_reader"),
    ),
    "views": Part(
        _in("audiences", "project", "view", "seen", "derived", "markings", "common"),
        (
            *_in("tests/audiences", *VIEWS, "test_noninterference"),
            *(
                "tests/drafting/test_draft.py",
                "tests/build/test_plan.py",
                "tests/protocol",
                "tests/records/test_translating.py",
            ),
            "tests/audiences/test_guard_bites.py::test_a_guard_without_a_fault_lets_nobody_tell_twins_apart",
        ),
    ),
    "scanner": Part(
        _in("release", "scan", "needles", "folding", "search"),
        _in("tests/release", "test_scanner", "test_gate", "test_allowed"),
    ),
    "files": Part(
        (*_in("build/output", "files", "sets", "exchange", "state"), "build/shelf.py"),
        _in(
            "tests/build",
            "test_files",
            "test_other_systems",
            "test_shelf",
            "test_sets",
            "test_staleness",
            "test_copies",
        ),
    ),
}
