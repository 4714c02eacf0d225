"""Twins that once told more than they may, or stopped a build."""

from __future__ import annotations

import pytest

from reporting.records.levels import Level
from tests.support.differences import first_difference
from tests.support.sight import made_of, ready, sight
from tests.support.twins import pair


@pytest.mark.parametrize(
    ("audience", "seed"),
    [
        # A voice that not everybody may know of, looked for among those that everybody may.
        (Level.INTERNAL, 151990535342996),
        (Level.PARTNERS, 133268641086988),
    ],
)
def test_the_press_releases_of_these_twins_are_made_and_are_equal(audience: Level, seed: int) -> None:
    ready(audience)
    one, other = (sight(twin.files(), audience, ["press-release"]) for twin in pair(audience, seed))
    assert made_of(one) >= (1, 1)
    assert first_difference(one, other) == ""
