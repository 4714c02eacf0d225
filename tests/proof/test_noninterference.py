"""What an audience may not read changes no byte of what it gets: its words, its number, whether it is there at all."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from reporting.records.levels import Level
from tests.proof.amounts import amount
from tests.support.differences import first_difference
from tests.support.everything import NAME
from tests.support.outputs import built_on_disk, given_to
from tests.support.sight import ready, sight
from tests.support.twins import pair

CASES: Final = [
    (name, level)
    for name in ("press-release", "joint-statement", NAME)
    for level in (Level.PUBLIC, Level.PARTNERS, Level.INTERNAL)
]
"""Types with whom they are made for; nothing is above those who read everything."""
SEEDS: Final = st.integers(0, 2**48)
PARTS: Final = 4
"""Equal shares of the twins, so that all processors have their part of them."""


@pytest.mark.parametrize("part", range(PARTS))
@seeded(5)
@settings(
    max_examples=amount(short=500, long=20_000) // PARTS,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.sampled_from(CASES), SEEDS)
def test_the_twins_of_a_workspace_give_each_audience_the_same_html_and_text(
    part: int, case: tuple[str, Level], seed: int
) -> None:
    name, audience = case
    ready(audience)
    one, other = (sight(twin.files(), audience, [name]) for twin in pair(audience, seed * PARTS + part))
    assert first_difference(one, other) == ""


@pytest.mark.parametrize("number", range(amount(short=20, long=500)))
def test_the_twins_of_a_workspace_give_each_audience_the_same_files(tmp_path: Path, number: int) -> None:
    audience = Level(number % 3)
    one, other = (
        given_to(built_on_disk(tmp_path / name, twin.files(), audience), audience)
        for name, twin in zip("ab", pair(audience, 7_000 + number), strict=True)
    )
    assert any(name.endswith(".pdf") for name in one)
    assert any(name.endswith(".docx") for name in one)
    assert first_difference(one, other) == ""
