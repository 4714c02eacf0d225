"""The parts of the program that are changed, and the tests that have to notice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Group:
    """Modules that the same tests belong to."""

    modules: tuple[str, ...]
    """Paths below `reporting/`."""
    tests: tuple[str, ...]
    """Quick ones first: the first that fails ends a trial."""


def _in(folder: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{folder}/{name}.py" for name in names)


READING: Final = _in("tests/records", "test_broken", "test_limits", "test_reader")
VIEWS: Final = (
    *_in("tests/audiences", "test_view", "test_levels", "test_markings", "test_looking_back", "test_seen"),
    *_in("tests/audiences", "test_derived", "test_outline", "test_origin", "test_reading"),
    *("tests/protocol", "tests/drafting/test_draft.py", "tests/build/test_plan.py"),
    *("tests/drafting/test_acronyms.py", "tests/records/test_translating.py", "tests/drafting/test_translations.py"),
    *("tests/drafting/test_people.py", "tests/drafting/test_bilingual.py"),
    "tests/audiences/test_noninterference.py",
    "tests/audiences/test_guard_bites.py::test_a_guard_without_a_fault_lets_nobody_tell_twins_apart",
)
SCANNED: Final = tuple(
    f"tests/release/test_scanner.py::test_{claim}"
    for claim in (
        "words_are_found_in_every_channel",
        "nothing_is_found_in_a_clean_paper",
        "markings_paths_and_names_are_found_as_they_are_written",
        "whole_texts_and_runs_of_five_words_are_looked_for",
        "what_readers_may_read_anyway_is_not_looked_for",
        "a_leak_leads_to_the_line_of_the_record_and_says_where_in_the_file",
        "what_cannot_be_opened_is_said",
        "a_place_in_a_file_that_says_the_words_itself_is_not_told",
        "every_channel_is_tried_out_and_in_the_manual",
    )
)
"""Without those that take long: what is torn at random, and how long a large set takes."""

PARTS: Final[dict[str, tuple[Group, ...]]] = {
    "reader": (
        Group(_in("records/reading", "reader", "decoding", "findings", "syntax", "characters", "tree"), READING),
        Group(
            ("records/validated.py", *_in("records/faults", "model_findings", "sentences", "trails")),
            (*READING, *_in("tests/records", "test_every_key", "test_mutations")),
        ),
    ),
    "views": (
        Group(
            (
                *_in("audiences", "project", "view", "making", "looking_back", "seen", "markings", "common", "seating"),
                *_in("audiences", "telling", "derived/rows", "derived/people", "derived/table"),
                *_in("audiences", "values", "reading", "acronyms", "outline", "shapes"),
            ),
            VIEWS,
        ),
    ),
    "scanner": (
        Group(
            (
                *_in("release/scanner", "scan", "needles", "folding", "search", "sweep"),
                *_in(
                    "release/opening",
                    "pdf",
                    "word",
                    "web",
                    "packed",
                    "codings",
                    "markup",
                    "pictures",
                    "plain",
                    "channels",
                ),
                *_in("pdffile", "filters", "fonts", "objects", "pages", "syntax", "table"),
            ),
            ("tests/pdffile", "tests/release/test_openers.py", "tests/release/test_leaves.py", *SCANNED),
        ),
        Group(
            ("release/scanner/leaves.py", "release/walk.py", "release/conditions/gate.py"),
            _in("tests/release", "test_leaves", "test_leaving", "test_gate"),
        ),
    ),
    "files": (
        Group(
            (*_in("build/output", "files", "folders", "lock", "sets", "exchange", "state"), "build/shelf.py"),
            (
                *_in("tests/build", "test_files", "test_exchange", "test_shelf"),
                *("tests/build/test_sets.py", "tests/build/test_broken.py", "tests/release/test_handing.py"),
                *_in("tests/build", "test_staleness", "test_copies"),
                "tests/build/test_other_systems.py",
            ),
        ),
    ),
}
