"""Running tests against a copy of the tree, each time in a process of its own that has all foreign packages loaded."""

from __future__ import annotations

import contextlib
import importlib
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NoReturn

import hypothesis
import pytest

from tests.mutation.changes import Change
from tests.mutation.parts import PARTS, ROOT

LEFT_OUT: Final = shutil.ignore_patterns(".git", ".venv", "output", ".*_cache", ".hypothesis", "__pycache__")
HEAVY: Final = ("pydantic", "jinja2", "lxml.html", "babel.dates", "docx", "markdown_it")
MEMORY: Final = 6 * 2**30
"""A change may make a loop endless; it ends here."""


def copied(folder: Path) -> Path:
    """A copy of the tree to change things in."""
    for name in HEAVY:
        importlib.import_module(name)
    return Path(shutil.copytree(ROOT, folder / "tree", ignore=LEFT_OUT))


def seconds_as_it_is(copy: Path, tests: tuple[str, ...]) -> float | None:
    """How long the tests take while nothing is changed; None where one of them fails as it is."""
    begun = time.monotonic()
    if run_tests(copy, tests, limit=3600):
        return None
    for part in PARTS.values():
        for module in part.modules:
            # What was compiled of a module counts for it as long as its size and second are the same.
            shutil.rmtree((copy / "reporting" / module).parent / "__pycache__", ignore_errors=True)
    return time.monotonic() - begun


def is_noticed(change: Change, copy: Path, tests: tuple[str, ...], *, limit: float) -> bool:
    """Whether a test fails, or runs for ever, once the copy holds the change."""
    with _put_in(change, copy / "reporting" / change.module):
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        return run_tests(copy, tests, limit=limit) != 0


@contextlib.contextmanager
def _put_in(change: Change, path: Path) -> Iterator[None]:
    before = path.read_text("utf-8")
    path.write_text(change.text, "utf-8")
    try:
        yield
    finally:
        path.write_text(before, "utf-8")


def run_tests(copy: Path, tests: tuple[str, ...], *, limit: float) -> int:
    """How pytest ends in the copy; 1 as well where it is not done in time."""
    sys.stdout.flush()
    if not (child := os.fork()):
        _run_as_child(copy, tests)
    until = time.monotonic() + limit
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 1


def _run_as_child(copy: Path, tests: tuple[str, ...]) -> NoReturn:
    status = 1
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
        _move_into(copy)
        # Whoever counts failures has no use for the smallest of them.
        quick = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
        hypothesis.settings.register_profile("mutation", phases=quick, database=None)
        hypothesis.settings.load_profile("mutation")
        status = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--assert=plain", "--hypothesis-seed=0", *tests])
    finally:
        os._exit(int(status))


def _move_into(copy: Path) -> None:
    """From here on the copy is what is imported, and nobody reads what is printed."""
    os.chdir(copy)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.environ["PYTHONPATH"] = str(copy)
    sys.dont_write_bytecode = "PYTHONDONTWRITEBYTECODE" in os.environ
    sys.path[:] = [str(copy), *(each for each in sys.path if each not in ("", str(ROOT)))]
    sys.path_importer_cache.clear()
    for name in list(sys.modules):
        if name.split(".")[0] in ("tests", "reporting"):
            del sys.modules[name]
