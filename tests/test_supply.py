"""What the package brings along: few packages, licences that ask for nothing, a bill of materials that does not change."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
MOST = 30
"""Packages with code that papers are made with. A new one has to replace another, or say here why it is worth it."""


@pytest.fixture(scope="module")
def supply() -> ModuleType:
    spec = importlib.util.spec_from_file_location("supply", ROOT / ".ci" / "supply.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["supply"] = module
    spec.loader.exec_module(module)
    return module


def test_papers_are_made_with_few_packages_and_some_fonts(supply: ModuleType) -> None:
    names = {each.name for each in supply.packages() if each.is_runtime}
    fonts = {name for name in names if name.startswith("fontpkg")}
    assert len(names - fonts) <= MOST
    assert len(fonts) <= 4


def test_the_manual_says_how_many_packages_are_locked_and_how_many_make_papers(supply: ModuleType) -> None:
    pins = re.findall(r"^[\w.-]+==", (ROOT / "requirements" / "run.txt").read_text("utf-8"), re.MULTILINE)
    made_with = [each for each in supply.packages() if each.is_runtime]
    fonts = [each for each in made_with if each.name.startswith("fontpkg")]
    building = len(supply.packages()) - len(made_with)
    told = " ".join((ROOT / "docs" / "security.md").read_text("utf-8").split())
    assert (
        f"Papers are made with {len(made_with) - len(fonts)} packages that have code, and {len(fonts)} of fonts" in told
    )
    assert f"pins {len(pins)}: the other {len(pins) - len(made_with)} are {building} that build" in told


def test_every_package_has_hashes_and_a_licence_that_asks_for_nothing(supply: ModuleType) -> None:
    assert supply.unknown() == []
    assert not [each.name for each in supply.packages() if "AGPL" in each.licence or not each.hashes]


def test_the_page_of_licences_is_current(supply: ModuleType) -> None:
    assert supply.PAGE.read_text("utf-8") == supply.page(), "run `make licences`"


def test_the_bill_of_materials_names_all_of_them_and_is_the_same_each_time(supply: ModuleType) -> None:
    bill = supply.bill()
    assert json.dumps(bill) == json.dumps(supply.bill())
    assert {each["name"] for each in bill["components"]} == {p.name for p in supply.packages() if p.is_runtime}
    assert all(each["licenses"] and each["externalReferences"] for each in bill["components"])
