"""Which way languages and texts are written."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from reporting.document import direction
from reporting.document.direction import direction_of, holds_right_to_left, runs_left


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("en", "ltr"),
        ("ru", "ltr"),
        ("fa", "rtl"),
        ("fa-AF", "rtl"),
        ("ps", "rtl"),
        ("prs", "rtl"),
        ("ar", "rtl"),
        ("he", "rtl"),
        ("syr", "rtl"),
        ("az-Latn", "ltr"),
        ("uz-Cyrl", "ltr"),
        ("uz-Arab", "rtl"),
        ("uz_Arab_AF", "rtl"),
        ("tk", "ltr"),
        ("ks-Deva", "ltr"),
    ],
)
def test_each_language_has_its_direction(language: str, way: str) -> None:
    assert direction_of(language) == way


@pytest.mark.parametrize("letter", "אعܐހߊﻼ\U00010800\U0001e900")
def test_letters_of_every_such_script_run_from_the_right(letter: str) -> None:
    assert holds_right_to_left(f"a {letter}")
    assert runs_left(f"12 {letter} a")


@pytest.mark.parametrize("letter", ["a", "б", "中", "1", "\ufeff"])
def test_no_other_letter_does(letter: str) -> None:
    assert not holds_right_to_left(letter)
    assert not runs_left(f"{letter} a ع")


def test_no_other_file_has_a_list_of_its_own() -> None:
    reporting = Path(__file__).parents[2] / "reporting"
    files = [file for floor in ("document", "languages", "writers") for file in (reporting / floor).rglob("*.py")]
    own = {file.name for file in files if re.search(r"u0590|[\"']ckb[\"']", file.read_text("utf-8"))}
    assert own == {"direction.py"}


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(direction).failed == 0
