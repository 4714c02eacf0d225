"""The proofs bite: each fault that is put into the guard changes what some audience gets of some twins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reporting.records.levels import Level
from reporting.records.load import load_register
from reporting.workspace import Memory
from tests.audiences.faults import CACHE, FAULTS, put_in
from tests.audiences.faults_beside import BESIDE_THE_GUARD
from tests.audiences.faults_derived import DERIVED
from tests.audiences.faults_kept import KEPT
from tests.support.differences import first_difference
from tests.support.outputs import LAST, buildable, built_on_disk, given_to
from tests.support.sight import ready, sight, templates, views
from tests.support.twins import Twins, pair

SEEDS = 40
AUDIENCES = (Level.PUBLIC, Level.PARTNERS, Level.INTERNAL)


def seen(twin: Twins) -> object:
    """The views of the audience, after somebody who reads everything has had his."""
    register = load_register(Memory({**templates(), **twin.files()})).value
    CACHE.clear()
    views(register, Level.RESTRICTED)
    return views(register, twin.audience)


def told_apart(seeds: int) -> bool:
    """Whether any audience can tell any twins apart."""
    for seed in range(seeds):
        for audience in AUDIENCES:
            one, other = pair(audience, seed)
            if seen(one) != seen(other):
                return True
    return False


def test_there_are_twenty_faults_and_more() -> None:
    assert len(FAULTS) >= 20


def test_a_guard_without_a_fault_lets_nobody_tell_twins_apart() -> None:
    assert not told_apart(10)


@pytest.mark.parametrize("fault", [*FAULTS, *DERIVED])
def test_a_guard_with_a_fault_is_found_out(fault: str) -> None:
    with put_in({**FAULTS, **DERIVED}[fault]):
        assert told_apart(SEEDS)


def papers_told_apart(seeds: range) -> bool:
    """Whether anybody can tell any twins apart by papers, or by which there are."""
    for seed in seeds:
        audience = AUDIENCES[seed % len(AUDIENCES)]
        ready(audience)
        one, other = (
            sight(buildable(twin.files()), audience, ["press-release", "joint-statement"])
            for twin in pair(audience, seed)
        )
        if first_difference(one, other):
            return True
    return False


def test_papers_made_without_a_fault_let_nobody_tell_twins_apart() -> None:
    assert not papers_told_apart(range(4))


@pytest.mark.parametrize("fault", BESIDE_THE_GUARD)
def test_papers_made_with_a_fault_beside_the_guard_are_found_out(fault: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        BESIDE_THE_GUARD[fault](patch)
        assert papers_told_apart(range(16))


QUICK = replace(LAST, types=frozenset({"press-release", "briefing-note"}), formats=frozenset({"html", "txt"}))

BRIEFED = (5, 2)
"""Seeds of twins of which only one has a briefing, or papers made of it."""


def folders_told_apart(root: Path) -> bool:
    """Whether anybody can tell twins apart by all that lies in the folder of their public papers."""
    for seed in BRIEFED:
        one, other = (
            given_to(built_on_disk(root / f"{seed}{name}", twin.files(), Level.PUBLIC, QUICK), Level.PUBLIC)
            for name, twin in zip("ab", pair(Level.PUBLIC, seed), strict=True)
        )
        assert any(name.endswith(".state.json") for name in one)
        if first_difference(one, other):
            return True
    return False


def test_folders_kept_without_a_fault_let_nobody_tell_twins_apart(tmp_path: Path) -> None:
    assert not folders_told_apart(tmp_path)


@pytest.mark.parametrize("fault", KEPT)
def test_folders_kept_with_a_fault_are_found_out(tmp_path: Path, fault: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        KEPT[fault](patch)
        assert folders_told_apart(tmp_path)
