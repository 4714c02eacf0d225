"""A record with some bytes changed is read, or told about with a place in it; nothing else ever happens.

What reader and model find sound goes on, one for every fifty: through register and rules, plan and views of each audience.
"""

from __future__ import annotations

from random import Random  # noqa: TID251 - seeded: the same seed gives the same mutants

import pytest

from tests.proof.amounts import amount
from tests.records.mutants import findings_beyond, findings_in, misplaced, misplaced_elsewhere, mutant, sound_mutant

PARTS = 20
"""So that they can be tried side by side."""


@pytest.mark.parametrize("part", range(PARTS))
def test_a_changed_record_is_read_or_told_about_with_a_place_in_it(part: int) -> None:
    random = Random(f"mutants {part}")  # noqa: S311 - no secret
    told = 0
    for _ in range(amount(short=50_000, long=1_000_000) // PARTS):
        path, data = mutant(random)
        found = findings_in(path, data)
        told += bool(found)
        assert misplaced(found, path, data) == [], (path, data)
    assert told > 0


@pytest.mark.parametrize("part", range(PARTS))
def test_a_changed_record_that_is_read_is_planned_and_viewed_or_told_about_with_a_place(part: int) -> None:
    random = Random(f"sound mutants {part}")  # noqa: S311 - no secret
    told = 0
    for _ in range(amount(short=50_000, long=1_000_000) // 50 // PARTS):
        path, data = sound_mutant(random)
        found = findings_beyond(path, data)
        told += bool(found)
        assert misplaced_elsewhere(found, path, data) == [], (path, data)
    assert told > 0
