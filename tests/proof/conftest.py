"""A long run that can be broken off: `--done FILE` keeps what has passed, and leaves it out the next time."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--done", type=Path, help="a file that names the proofs that have passed; they are not run again")


def pytest_configure(config: pytest.Config) -> None:
    done: Path | None = config.getoption("--done")
    if done:
        config.pluginmanager.register(Done(done, notes=not hasattr(config, "workerinput")))


class Done:
    """Reads the file when proofs are collected, and adds a line to it for each that passes.

    Args:
        path: the file.
        notes: whether this process writes it; those that run the proofs side by side only read it.
    """

    def __init__(self, path: Path, *, notes: bool) -> None:
        self.path, self.notes = path, notes
        # Read once: processes that start later must collect the same as the first.
        self.before = frozenset(path.read_text("utf-8").splitlines() if path.exists() else ())

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        config.hook.pytest_deselected(items=[each for each in items if each.nodeid in self.before])
        items[:] = [each for each in items if each.nodeid not in self.before]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if self.notes and report.when == "call" and report.passed:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{report.nodeid}\n")
