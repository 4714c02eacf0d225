"""What all tests share: the flag that accepts new answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MISSING = "make judges"
"""Stands in the reason of every test that is skipped for want of a judge."""
GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what is made now as the expected answers")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line for the judges that were not here, so that a green run without them is not taken for theirs."""
    reasons = {
        report.longrepr[2] for report in terminalreporter.stats.get("skipped", []) if isinstance(report.longrepr, tuple)
    }
    if missing := sorted({reason.removeprefix("Skipped: ") for reason in reasons if MISSING in reason}):
        terminalreporter.write_line(f"not judged: {'; '.join(missing)}")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the file of that name in `tests/golden`; with `--accept` it becomes that file."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8"), f"{name} differs; look at the diff, then run with --accept"

    return compare


@pytest.fixture
def without_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets papers be made in this very process, as on a system that cannot fork; quicker where workers are not the matter."""
    monkeypatch.setattr("reporting.build.workers.run.CAN_FORK", False)
