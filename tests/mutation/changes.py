"""The small changes of a module that are tried."""

from __future__ import annotations

import ast
import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from tests.mutation.parts import ROOT

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

KINDS: Final = (
    *(ast.Compare, ast.BoolOp, ast.If, ast.IfExp, ast.While),
    *(ast.Constant, ast.Return, ast.Call, ast.AugAssign),
    *(ast.Expr, ast.UnaryOp, ast.ExceptHandler),
)
"""What may be changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one module."""

    module: str
    line: int
    within: str
    """The function it is made in; empty outside of any."""
    code: str
    """The line as it stands."""
    what: str
    text: str
    """The module as changed."""

    def is_known_to_alter_nothing(self) -> bool:
        """Whether nobody could see it, as `equal.yaml` says with a reason."""
        rows = ((self.module, self.within, self.code, self.what), ("*", "", self.code, self.what))
        return any(row in equal() for row in rows)


def changes(module: str) -> Iterator[Change]:
    """Every change of a module that is tried."""
    source = (ROOT / "reporting" / module).read_text("utf-8")
    lines, tree = source.splitlines(), ast.parse(source)
    inside = dict(_functions(tree))
    for number, each in enumerate(ast.walk(tree)):
        if not isinstance(each, KINDS) or (isinstance(each, ast.Constant) and not isinstance(each.value, int)):
            continue
        changed = ast.parse(source)
        node = next(itertools.islice(ast.walk(changed), number, None))
        if what := _changed(node):
            line = getattr(node, "lineno", 1)
            yield Change(module, line, inside.get(line, ""), lines[line - 1].strip(), what, ast.unparse(changed))


def _functions(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """For each line inside of a function, the innermost one."""
    for node in ast.walk(tree):  # from the outside in
        if isinstance(node, ast.FunctionDef):
            yield from ((line, node.name) for line in range(node.lineno, (node.end_lineno or node.lineno) + 1))


@functools.cache
def equal() -> frozenset[tuple[str, str, str, str]]:
    """Changes that alter nothing anybody could see: module, function, line as it stands, what is changed."""
    # Not with the reader of records, which may be what is changed.
    rows = yaml.safe_load((ROOT / "tests/mutation/equal.yaml").read_text("utf-8"))  # noqa: TID251
    found = ((module, row) for module, known in rows.items() for row in known)
    return frozenset((module, row.get("in", ""), row["line"], each) for module, row in found for each in row["changes"])


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
    if isinstance(node, ast.Constant):
        return _another_constant(node)
    if isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        node.value = ast.Constant(None)
        return "returns None"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("max", "min"):
        node.func.id = "min" if node.func.id == "max" else "max"
        return f"now {node.func.id}"
    if isinstance(node, (ast.Expr, ast.UnaryOp, ast.ExceptHandler)):
        return _left_out(node)
    if isinstance(node, ast.AugAssign):
        node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.BitAnd()
        return f"now {type(node.op).__name__}"
    return ""


def _left_out(node: ast.Expr | ast.UnaryOp | ast.ExceptHandler) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        node.value = ast.Constant(None)
        return "call left out"
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
        return "not left out"
    if isinstance(node, ast.ExceptHandler) and not isinstance(node.body[0], ast.Pass):
        node.body = [ast.Pass()]
        return "handler emptied"
    return ""


def _another_constant(node: ast.Constant) -> str:
    if isinstance(node.value, bool):
        node.value = not node.value
        return f"now {node.value}"
    if isinstance(node.value, int):
        node.value += 1
        return f"{node.value - 1} becomes {node.value}"
    return ""


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
