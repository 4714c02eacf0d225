"""The check of expressions: each filter known, what may be empty guarded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes

from reporting.audiences.shapes import NUMBER, TEXT, TRUTH, Field, Many, Scalar, Thing, Worded
from reporting.drafting.environment import TESTS
from reporting.drafting.lint.facts import Facts, facts_of, key_of
from reporting.drafting.lint.fields import Fields
from reporting.drafting.lint.findings import Scope
from reporting.drafting.lint.types import ANYTHING, MARKUP, NOTHING, UNKNOWN, Seen, is_empty, merged
from reporting.records.levels import Level
from reporting.records.nearest import did_you_mean


class Expressions(Fields):
    """Resolves expressions."""

    def call(self, node: nodes.Call, scope: Scope) -> Seen:
        """What a call gives; see `calls.py`."""
        raise NotImplementedError

    def filtered(self, node: nodes.Filter, scope: Scope) -> Seen:
        """What a filter gives; see `filters.py`."""
        raise NotImplementedError

    def see(self, node: nodes.Node | None, scope: Scope) -> Seen:
        """What is known of the value of an expression."""
        if node is None:
            return UNKNOWN
        seen = _BY_KIND.get(type(node), Expressions.see_others)(self, node, scope)
        key = key_of(node)
        if key is not None and key in self.facts:
            seen = seen.filled()
        return _ruled_out(seen, key, self.facts)

    def ask(self, node: nodes.Node, scope: Scope) -> Seen:
        """The same where the value may well be empty, as in a condition."""
        before, self.quiet = self.quiet, True
        try:
            return self.see(node, scope)
        finally:
            self.quiet = before

    def see_name(self, node: nodes.Name, scope: Scope) -> Seen:
        if node.name in scope:
            return scope[node.name]
        self.unknown_name(node, scope)
        return UNKNOWN

    def see_field(self, node: nodes.Getattr, scope: Scope) -> Seen:
        owner = self.see(node.node, scope)
        return self.field(owner, node.attr, node, node.node)

    def see_item(self, node: nodes.Getitem, scope: Scope) -> Seen:
        owner = self.see(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.field(owner, node.arg.value, node, node.node)
        key = self.see(node.arg, scope)
        if isinstance(owner.shape, Many):
            return Seen(owner.shape) if isinstance(node.arg, nodes.Slice) else self.one_of(owner.shape, node.node)
        if isinstance(owner.shape, Thing):
            return self.chosen(owner.shape, key, node)
        return UNKNOWN

    def see_constant(self, node: nodes.Const, scope: Scope) -> Seen:
        value = node.value
        if isinstance(value, str):
            return Seen(Scalar("text", (value,)))
        return Seen(TRUTH if isinstance(value, bool) else NUMBER) if value is not None else Seen(TEXT, optional=True)

    def see_list(self, node: nodes.List | nodes.Tuple, scope: Scope) -> Seen:
        item = Seen(NOTHING)
        for index, each in enumerate(node.items):
            item = merged(item, self.see(each, scope)) if index else self.see(each, scope)
        return Seen(Many(item.shape if isinstance(item.shape, (Scalar, Worded, Many, Thing)) else ANYTHING))

    def see_dict(self, node: nodes.Dict, scope: Scope) -> Seen:
        fields = {}
        for pair in node.items:
            shape = self.see(pair.value, scope).shape
            if isinstance(pair.key, nodes.Const) and isinstance(shape, (Scalar, Worded, Many, Thing)):
                fields[str(pair.key.value)] = Field(shape, Level.PUBLIC, False)
        return Seen(Thing("table", fields))

    def see_choice(self, node: nodes.CondExpr, scope: Scope) -> Seen:
        self.ask(node.test, scope)
        with self.knowing(facts_of(node.test, truth=True)):
            first = self.see(node.expr1, scope)
        if node.expr2 is None:
            return first
        with self.knowing(facts_of(node.test, truth=False)):
            second = self.see(node.expr2, scope)
        return second if is_empty(first.shape) else first if is_empty(second.shape) else merged(first, second)

    def see_or(self, node: nodes.Or, scope: Scope) -> Seen:
        first = self.ask(node.left, scope)
        with self.knowing(facts_of(node.left, truth=False)):
            second = self.see(node.right, scope)
        return merged(first.filled(), second)

    def see_and(self, node: nodes.And, scope: Scope) -> Seen:
        self.ask(node.left, scope)
        with self.knowing(facts_of(node.left, truth=True)):
            return self.see(node.right, scope)

    def see_truth(self, node: nodes.Node, scope: Scope) -> Seen:
        for each in node.iter_child_nodes():
            self.ask(each.expr if isinstance(each, nodes.Operand) else each, scope)
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            self.add("T004", f"there is no test `{node.name}`", node, did_you_mean(node.name, TESTS), word=node.name)
        return Seen(TRUTH)

    def see_sum(self, node: nodes.BinExpr, scope: Scope) -> Seen:
        left, right = self.see(node.left, scope), self.see(node.right, scope)
        if is_empty(left.shape):
            return right
        return left if is_empty(right.shape) else merged(left, right)

    def see_joined(self, node: nodes.Concat, scope: Scope) -> Seen:
        seen = [self.see(each, scope) for each in node.nodes]
        for each, part in zip(seen, node.nodes, strict=True):
            self.wants_value(each, part, "it is printed")
        return Seen(MARKUP if any(isinstance(each.shape, Worded) or each.shape == MARKUP for each in seen) else TEXT)

    def see_others(self, node: nodes.Node, scope: Scope) -> Seen:
        for each in node.iter_child_nodes():
            self.see(each, scope)
        return Seen(NUMBER) if isinstance(node, (nodes.BinExpr, nodes.UnaryExpr)) else UNKNOWN


def _ruled_out(seen: Seen, key: str | None, facts: Facts) -> Seen:
    """Without the choices that a condition around it excludes."""
    shape = seen.shape
    if key is None or not isinstance(shape, Scalar) or not shape.choices:
        return seen
    left = tuple(each for each in shape.choices if f"{key}=={each}" in facts)
    left = left or tuple(each for each in shape.choices if f"{key}!={each}" not in facts)
    return seen if left == shape.choices or not left else Seen(Scalar(shape.name, left), seen.optional)


_BY_KIND: dict[type[nodes.Node], Callable[[Any, Any, Scope], Seen]] = {
    nodes.Name: Expressions.see_name,
    nodes.Getattr: Expressions.see_field,
    nodes.Getitem: Expressions.see_item,
    nodes.Const: Expressions.see_constant,
    nodes.List: Expressions.see_list,
    nodes.Tuple: Expressions.see_list,
    nodes.Dict: Expressions.see_dict,
    nodes.CondExpr: Expressions.see_choice,
    nodes.Or: Expressions.see_or,
    nodes.And: Expressions.see_and,
    nodes.Not: Expressions.see_truth,
    nodes.Test: Expressions.see_truth,
    nodes.Compare: Expressions.see_truth,
    nodes.Add: Expressions.see_sum,
    nodes.Concat: Expressions.see_joined,
    nodes.Filter: lambda self, node, scope: self.filtered(node, scope),
    nodes.Call: lambda self, node, scope: self.call(node, scope),
}
