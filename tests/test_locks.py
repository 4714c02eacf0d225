"""The exact versions in `requirements/` follow from `pyproject.toml` and from one another."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)", re.MULTILINE)


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return {pin["name"]: pin["version"] for pin in PIN.finditer(text)}


def wanted(lock: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = {"run": ["package"], "dev": ["package", "dev"], "judges": ["package", "dev", "judges"]}[lock]
    asked = project["project"]["dependencies"] + [
        line for group in groups for line in project["dependency-groups"][group]
    ]
    return {re.sub(r"[._-]+", "-", found[0]).lower() for line in asked if (found := NAME.match(line))}


@pytest.mark.parametrize("lock", ["run", "dev", "judges"])
def test_each_package_that_is_asked_for_is_locked(lock: str) -> None:
    assert wanted(lock) - pins(lock).keys() == set(), "run `make lock`"


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_a_smaller_lock_has_the_versions_of_the_largest(lock: str) -> None:
    assert pins(lock).items() <= pins("judges").items(), "run `make lock`"


@pytest.mark.parametrize("lock", ["run", "dev", "judges"])
def test_each_locked_package_has_a_hash_and_no_host(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
