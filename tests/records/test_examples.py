"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from reporting.checks.names import lists
from reporting.checks.rounds import fuzzy
from reporting.records import kinds, nearest, plan


@pytest.mark.parametrize("module", [fuzzy, kinds, lists, nearest, plan], ids=lambda module: module.__name__)
def test_the_examples_of_a_module_are_true(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0
