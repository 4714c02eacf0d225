"""Running tests against a copy of the tree, each time in a process of its own that has all foreign packages loaded."""

from __future__ import annotations

import compileall
import contextlib
import importlib
import itertools
import os
import py_compile
import resource
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn

import hypothesis
import pytest

from tests.mutation.changes import Change
from tests.mutation.parts import ROOT

LEFT_OUT: Final = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__")
HEAVY: Final = ("pydantic", "jinja2", "lxml.html", "babel.dates", "docx", "markdown_it", "fontTools.ttLib", "PIL.Image")
MEMORY: Final = 6 * 2**30
"""A change may make a loop endless; it ends here."""
REMEMBERED: Final = 3
"""Tests that are tried before all others, since they noticed the last changes of the same module."""


@dataclass
class Trials:
    """A copy of the tree to change things in, and which tests noticed what there so far."""

    copy: Path
    killers: dict[str, list[str]] = field(default_factory=dict)

    def is_noticed(self, change: Change, tests: tuple[str, ...], *, limit: float) -> bool:
        """Whether a test fails, or runs for ever, once the copy holds the change."""
        likely = self.killers.setdefault(change.module, [])
        with _put_in(change, self.copy / "reporting" / change.module):
            status, failed = run_tests(self.copy, tests, first=tuple(likely), limit=limit)
        if failed:
            likely[:] = [failed, *(each for each in likely if each != failed)][:REMEMBERED]
        return status != 0


def copied(folder: Path) -> Path:
    """A copy of the tree to change things in."""
    for name in HEAVY:
        importlib.import_module(name)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    copy = Path(shutil.copytree(ROOT, folder / "tree", ignore=_left_out))
    # By their hash: what was compiled of a module would else count for it as long as its size and second are the same.
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    for name in ("reporting", "tests"):
        compileall.compile_dir(copy / name, quiet=2, invalidation_mode=mode)
    return copy


def _left_out(folder: str, names: list[str]) -> set[str]:
    """Papers that were made, besides what is left out everywhere."""
    return LEFT_OUT(folder, names) | ({"output"} if Path(folder) == ROOT else set())


def seconds_as_it_is(copy: Path, tests: tuple[str, ...]) -> float | None:
    """How long the tests take while nothing is changed; None where one of them fails as it is."""
    begun = time.monotonic()
    status, _ = run_tests(copy, tests, limit=3600)
    return None if status else time.monotonic() - begun


@contextlib.contextmanager
def _put_in(change: Change, path: Path) -> Iterator[None]:
    before = path.read_text("utf-8")
    path.write_text(change.text, "utf-8")
    try:
        yield
    finally:
        path.write_text(before, "utf-8")


def run_tests(copy: Path, tests: tuple[str, ...], *, first: tuple[str, ...] = (), limit: float) -> tuple[int, str]:
    """How pytest ends in the copy, with the test that failed; 1 as well where it is not done in time."""
    sys.stdout.flush()
    theirs, ours = os.pipe()
    if not (child := os.fork()):
        os.close(theirs)
        # File by file, so that nothing is loaded for those behind the one that notices.
        files = [tuple(each) for _, each in itertools.groupby(tests, lambda test: test.partition("::")[0])]
        _run_as_child(copy, [first, *files] if first else files, ours)
    os.close(ours)
    status = _ended(child, limit)
    with os.fdopen(theirs, "r", encoding="utf-8") as told:
        return status, told.read()


def _ended(child: int, limit: float) -> int:
    until = time.monotonic() + limit
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 1


class _Teller:
    """Says which test failed first."""

    def __init__(self, to: int) -> None:
        self.to = to

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            os.write(self.to, report.nodeid.encode())


def _run_as_child(copy: Path, runs: list[tuple[str, ...]], to: int) -> NoReturn:
    status = 1
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
        _move_into(copy)
        # Whoever counts failures has no use for the smallest of them.
        quick = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
        hypothesis.settings.register_profile("mutation", phases=quick, database=None)
        hypothesis.settings.load_profile("mutation")
        options = ["-x", "-q", "-p", "no:cacheprovider", "--assert=plain", "--hypothesis-seed=0"]
        status = next((found for tests in runs if (found := pytest.main([*options, *tests], [_Teller(to)]))), 0)
    finally:
        os._exit(int(status))


def _move_into(copy: Path) -> None:
    """From here on the copy is what is imported, and nobody reads what is printed."""
    os.chdir(copy)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.environ["PYTHONPATH"] = str(copy)
    sys.dont_write_bytecode = True
    sys.path[:] = [str(copy), *(each for each in sys.path if each not in ("", str(ROOT)))]
    sys.path_importer_cache.clear()
    for name in list(sys.modules):
        if name.split(".")[0] in ("tests", "reporting"):
            del sys.modules[name]
