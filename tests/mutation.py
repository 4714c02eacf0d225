"""Mutation: one small change of the code at a time, and whether the tests notice it. Called by `make mutation`.

Usage: python -m tests.mutation [--each N] [--only NAME]

For each part of the program a number of changes is drawn from all that can be made, by a fixed seed; the module is
changed in a copy of the tree, and the tests that belong to the part are run against it until one of them fails.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random  # noqa: TID251 - seeded: the same seed draws the same changes
from typing import Final

ROOT: Final = Path(__file__).parents[1]
GOAL: Final = 85
"""Per cent of the changes that have to be noticed."""
PARTS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "reader": (
        ("records/reader.py", "records/findings.py", "records/syntax.py", "records/characters.py"),
        ("tests/records/test_reader.py", "tests/records/test_broken.py"),
    ),
    "views": (
        ("audiences/project.py", "audiences/view.py", "audiences/seen.py", "audiences/derived.py"),
        (
            *(
                "tests/audiences/test_view.py",
                "tests/audiences/test_levels.py",
                "tests/audiences/test_noninterference.py",
            ),
            *("tests/drafting/test_draft.py", "tests/build/test_plan.py", "tests/protocol"),
        ),
    ),
    "scanner": (
        ("release/scan.py", "release/needles.py", "release/folding.py", "release/search.py"),
        ("tests/release",),
    ),
    "files": (
        ("build/files.py", "build/shelf.py", "build/state.py"),
        ("tests/build/test_files.py", "tests/build/test_staleness.py", "tests/build/test_kills.py"),
    ),
}
"""For each part its modules and the tests that have to notice."""
COMPARE: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one module."""

    module: str
    line: int
    what: str
    text: str
    """The module as changed."""


def changes(module: str) -> Iterator[Change]:
    """Every change of a module that is tried."""
    source = (ROOT / "reporting" / module).read_text("utf-8")
    for number, _ in enumerate(ast.walk(ast.parse(source))):
        tree = ast.parse(source)
        node = next(each for index, each in enumerate(ast.walk(tree)) if index == number)
        if what := _changed(node):
            yield Change(module, getattr(node, "lineno", 0), what, ast.unparse(tree))


def _changed(node: ast.AST) -> str:
    """Change the node in place; say how, or nothing where it was left alone."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARE:
        before, node.ops[0] = type(node.ops[0]).__name__, COMPARE[type(node.ops[0])]()
        return f"{before} becomes {type(node.ops[0]).__name__}"
    if isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return f"now {type(node.op).__name__}"
    if isinstance(node, (ast.If, ast.IfExp, ast.While)):
        node.test = ast.UnaryOp(ast.Not(), node.test)
        return "condition turned round"
    if isinstance(node, ast.Constant) and isinstance(node.value, int) and not isinstance(node.value, bool):
        node.value += 1
        return f"{node.value - 1} becomes {node.value}"
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        node.value = not node.value
        return f"now {node.value}"
    if isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        node.value = ast.Constant(None)
        return "returns None"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("max", "min"):
        node.func.id = "min" if node.func.id == "max" else "max"
        return f"now {node.func.id}"
    if isinstance(node, ast.AugAssign):
        node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.BitAnd()
        return f"now {type(node.op).__name__}"
    return ""


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def drawn(part: str, number: int) -> list[Change]:
    """As many changes of a part as are tried, the same ones each time."""
    modules = [module for module in PARTS[part][0] if (ROOT / "reporting" / module).is_file()]
    every = [change for module in modules for change in changes(module)]
    random = Random(part)  # noqa: S311 - no secret
    return sorted(random.sample(every, min(number, len(every))), key=lambda each: (each.module, each.line))


def is_noticed(change: Change, copy: Path, tests: tuple[str, ...]) -> bool:
    """Whether a test fails, or runs for ever, once the copy holds the change."""
    path = copy / "reporting" / change.module
    before = path.read_text("utf-8")
    path.write_text(change.text, "utf-8")
    try:
        return run_tests(copy, tests) != 0
    finally:
        path.write_text(before, "utf-8")


def run_tests(copy: Path, tests: tuple[str, ...]) -> int:
    """How pytest ends in the copy; 1 as well where it is not done in time."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    surroundings = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.run(
            command, cwd=copy, env=surroundings, capture_output=True, timeout=300, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=60, help="changes drawn for each part")
    parser.add_argument("--only", choices=PARTS, help="one part alone")
    asked = parser.parse_args()
    scores: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        left_out = shutil.ignore_patterns(".git", ".venv", "output", ".*_cache", ".hypothesis", "__pycache__")
        shutil.copytree(ROOT, copy, ignore=left_out)
        scores += [tried(part, asked.each, copy) for part in ([asked.only] if asked.only else PARTS)]
    return int(min(scores) < GOAL)


def tried(part: str, number: int, copy: Path) -> int:
    """The score of a part in per cent; prints what nobody noticed."""
    tests = PARTS[part][1]
    if run_tests(copy, tests):
        print(f"{part}: its tests fail as it is")
        return 0
    every = drawn(part, number)
    unseen = [change for change in every if not is_noticed(change, copy, tests)]
    score = round(100 * (len(every) - len(unseen)) / max(1, len(every)))
    print(f"{part}: {len(every) - len(unseen)} of {len(every)} changes noticed, {score} %", flush=True)
    for change in unseen:
        print(f"  reporting/{change.module}:{change.line}: {change.what}", flush=True)
    return score


if __name__ == "__main__":
    sys.exit(main())
