"""The archive: ten thousand flipped bits, three hundred kills."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.archive.holdings.catalogue import load_catalogue
from tests.archive.support import SECOND_ROUND, closed, office
from tests.archive.tampering import flips_unseen
from tests.archive.test_ending import kills
from tests.proof.amounts import amount

PUBLIC = f"{SECOND_ROUND}/public/v1"


@pytest.mark.parametrize("seed", range(amount(short=1, long=10)))
def test_a_thousand_flips_of_bits_are_all_found(tmp_path: Path, seed: int) -> None:
    desk = office(tmp_path)
    closed(desk)
    seal = str(load_catalogue(desk.archive).packages()[PUBLIC].value["sha256"])
    assert flips_unseen(desk.package(PUBLIC), seal, 1000, seed) == []


@pytest.mark.parametrize("seed", range(amount(short=1, long=3)))
def test_a_hundred_kills_leave_no_torn_package_and_no_line_without_one(tmp_path: Path, seed: int) -> None:
    assert kills(office(tmp_path).root, 100, seed).endswith(" 0 faults\n")
