"""What an audience may not read changes no byte of what it gets: its words, its number, whether it is there at all."""

from __future__ import annotations

from pathlib import Path
from random import Random  # noqa: TID251 - seeded: the same seed gives the same twins
from typing import Final

import pytest

from reporting.records.levels import Level
from tests.proof.amounts import amount
from tests.support.differences import first_difference
from tests.support.everything import NAME
from tests.support.outputs import buildable, built_on_disk, given_to
from tests.support.sight import made_of, ready, sight
from tests.support.twins import pair

CASES: Final = [
    (name, level)
    for name in ("press-release", "joint-statement", NAME)
    for level in (Level.PUBLIC, Level.PARTNERS, Level.INTERNAL)
]
"""Types with whom they are made for; nothing is above those who read everything."""
PARTS: Final = amount(short=1, long=10)
"""Equal shares of each case, so that a long run can be spread, and gone on with after a break."""
PAIRS: Final = -(-amount(short=500, long=20_000) // (len(CASES) * PARTS))
"""Pairs of twins in each part of each case."""
AS_DRAWN: Final = 16
"""Of so many pairs one is left as it was drawn, though chance may have put into it what stops its papers."""
NEEDED: Final = 0.8
"""How much of what is compared has to be papers; where none can be written, only what is said of it is compared."""


@pytest.mark.parametrize("part", range(PARTS), ids=lambda part: f"part{part:02}")
@pytest.mark.parametrize(("name", "audience"), CASES)
def test_the_twins_of_a_workspace_give_each_audience_the_same_html_and_text(
    name: str, audience: Level, part: int
) -> None:
    ready(audience)
    random = Random(f"{name} {audience} {part}")  # noqa: S311 - no secret
    papers = made = 0
    for number in range(PAIRS):
        seed = random.randrange(2**48)
        files = [twin.files() for twin in pair(audience, seed)]
        one, other = (
            sight(each if number % AS_DRAWN == AS_DRAWN - 1 else buildable(each), audience, [name]) for each in files
        )
        assert first_difference(one, other) == "", f"pair({audience!r}, {seed}), number {number}"
        papers, made = (sum(each) for each in zip((papers, made), made_of(one), strict=True))
    assert made >= NEEDED * papers > 0, f"{made} of {papers} papers could be written"


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
