"""Every code is explained, every explanation is of a code in use, and the page says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reporting.checks.all import RULES
from reporting.cli.codes import FLOORS, errors_page, explained_codes
from reporting.cli.main import run

ROOT = Path(__file__).parents[2]
CODE = re.compile(rf"""["']([{"".join(FLOORS)}]\d{{3}})["']""")


def used() -> set[str]:
    """The codes that stand as texts in the source."""
    sources = (path.read_text("utf-8") for path in (ROOT / "reporting").rglob("*.py"))
    return {code for source in sources for code in CODE.findall(source)}


def test_every_code_in_use_is_explained() -> None:
    assert used() - set(explained_codes()) == set()


def test_every_explained_code_is_in_use() -> None:
    assert set(explained_codes()) - used() == set()


def test_every_explanation_is_made_of_sentences() -> None:
    for each in explained_codes().values():
        assert not each.title.endswith("."), each.code
        assert each.why.endswith((".", "?")), each.code
        assert each.mend.rstrip("`").endswith("."), each.code


def test_the_page_of_errors_is_current() -> None:
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    assert page == errors_page(explained_codes()), "run `reporting explain --markdown > docs/errors.md`"


def test_every_rule_of_the_table_is_explained() -> None:
    assert {rule.code for rule in RULES} <= set(explained_codes())


def test_explain_tells_one_code_in_lines_of_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "r001"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("R001: A key is missing\n")
    assert "Mend: Add the key" in out
    assert all(len(line) <= 80 for line in out.splitlines())
