"""What is kept of changes that alter nothing is of the code as it is now."""

from __future__ import annotations

import pytest

from tests.mutation.changes import changes, equal
from tests.mutation.parts import PARTS, ROOT


def test_every_part_and_every_test_of_it_is_there() -> None:
    groups = [group for part in PARTS.values() for group in part]
    assert all((ROOT / "reporting" / module).is_file() for group in groups for module in group.modules)
    assert all((ROOT / test.partition("::")[0]).exists() for group in groups for test in group.tests)


@pytest.mark.parametrize("row", sorted(equal()), ids=lambda row: f"{row[0]}-{row[1]}-{row[3]}".replace(" ", "-"))
def test_a_change_that_alters_nothing_can_still_be_made(row: tuple[str, str, str, str]) -> None:
    module, within, line, what = row
    if module == "*":
        return
    made = {(each.within, each.code, each.what) for each in changes(module)}
    assert (within, line, what) in made
