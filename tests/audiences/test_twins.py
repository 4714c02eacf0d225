"""Twins that once told more than they may, or stopped a build."""

from __future__ import annotations

import pytest

from reporting.records.levels import Level
from tests.support.differences import first_difference
from tests.support.sight import made_of, ready, sight
from tests.support.twins import pair


@pytest.mark.parametrize(
    ("audience", "seed", "type_"),
    [
        # A voice that not everybody may know of, looked for among those that everybody may.
        (Level.INTERNAL, 151990535342996, "press-release"),
        (Level.PARTNERS, 133268641086988, "press-release"),
        # A person whose family name not everybody may know, in a language of cases.
        (Level.INTERNAL, 186318698065574, "joint-statement"),
    ],
)
def test_the_papers_of_these_twins_are_made_and_are_equal(audience: Level, seed: int, type_: str) -> None:
    ready(audience)
    one, other = (sight(twin.files(), audience, [type_]) for twin in pair(audience, seed))
    assert made_of(one) >= (1, 1)
    assert first_difference(one, other) == ""
