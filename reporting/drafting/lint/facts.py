"""What a condition says of the values in it: that they are there, or which of their values is ruled out."""

from __future__ import annotations

from jinja2 import nodes

Facts = frozenset[str]
NONE: Facts = frozenset()


def key_of(node: nodes.Node) -> str | None:
    """The way to a value, such as `round.place`, where the node is nothing but that."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        above = key_of(node.node)
        return above and f"{above}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        above = key_of(node.node)
        return above and f"{above}.{node.arg.value}"
    return None


def facts_of(test: nodes.Node, *, truth: bool) -> Facts:
    """What is known where `test` came out as `truth`: `round.place` is there, `next.status!=fixed`, `use==free`."""
    if isinstance(test, nodes.Not):
        return facts_of(test.node, truth=not truth)
    if isinstance(test, (nodes.And, nodes.Or)):
        left, right = facts_of(test.left, truth=truth), facts_of(test.right, truth=truth)
        return left | right if isinstance(test, nodes.And) is truth else left & right
    if isinstance(test, nodes.Compare):
        return _compared(test, truth=truth)
    if isinstance(test, nodes.Test):
        return _there(test.node) if test.name == "none" and not truth else NONE
    if isinstance(test, nodes.Filter) and test.name in {"length", "list"} and test.node is not None:
        return facts_of(test.node, truth=truth)
    return _there(test) if truth else NONE


def _compared(test: nodes.Compare, *, truth: bool) -> Facts:
    operand, key = test.ops[0], key_of(test.expr)
    if len(test.ops) > 1 or key is None:
        return _there(test.expr.node) if truth and isinstance(test.expr, nodes.Filter) and test.expr.node else NONE
    if operand.op in {"eq", "ne"} and isinstance(operand.expr, nodes.Const):
        is_equal = (operand.op == "eq") is truth
        fact = f"{key}{'==' if is_equal else '!='}{operand.expr.value}"
        return _there(test.expr) | {fact} if is_equal else frozenset({fact})
    return _there(test.expr) if truth and operand.op in {"gt", "gteq"} else NONE


def _there(node: nodes.Node) -> Facts:
    """The value and all on the way to it."""
    key = key_of(node)
    if key is None:
        return NONE
    parts = key.split(".")
    return frozenset(".".join(parts[:count]) for count in range(1, len(parts) + 1))


def renamed(facts: Facts, argument: str, parameter: str) -> Facts:
    """The facts on an argument of a macro, as they stand for its parameter."""
    found = {each.replace(argument, parameter, 1) for each in facts if _is_of(each, argument)}
    return frozenset(found)


def without(facts: Facts, name: str) -> Facts:
    """The facts that remain when a name gets another value."""
    return frozenset(each for each in facts if not _is_of(each, name))


def _is_of(fact: str, name: str) -> bool:
    return fact == name or fact.startswith((f"{name}.", f"{name}!=", f"{name}=="))
