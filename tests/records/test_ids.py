"""Ids are names of files and folders on every system, and nothing else."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PureWindowsPath

import pytest

from reporting.records.model.values import is_safe_id
from tests.records.id_letters import faults_of_random_ids

HOSTILE = (
    "", ".", "..", "../x", "x/..", "/etc/passwd", "x/y", "x\\y", "\\\\server\\share", "c:", "c:x", "x:stream",
    "con", "CON", "nul", "aux", "prn", "com0", "com1", "com9", "lpt0", "lpt1", "con.txt",
    "x.", "x ", " x", "-x", "x-", "x--y", ".x", "x\n", "x\0", "x\ty", "X", "ä", "a\u0308", "ß", "ﬁ", "\u0661", "x\u202ey",
    "a" * 65, "x*", "x?", "~x", "$HOME", "x;y", "%2e%2e", "x_y",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_hostile_id_is_refused(name: str) -> None:
    assert not is_safe_id(name)


@pytest.mark.parametrize("name", ["a", "0", "04-bishkek", "eu-central-asia", "common", "com10", "nul-1", "a" * 64])
def test_an_honest_id_is_taken(name: str) -> None:
    assert is_safe_id(name)
    assert name == unicodedata.normalize("NFC", name) == name.casefold()
    assert Path(name).name == PureWindowsPath(name).name == name


def test_fifty_thousand_random_ids_never_escape_and_never_collide() -> None:
    assert faults_of_random_ids(50_000, seed=1) == []
