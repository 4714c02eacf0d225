"""The check of statements: loops, conditions, macros, and what is printed where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import nodes

from reporting.audiences.shapes import Many, Worded
from reporting.drafting.lint.context import QUOTED
from reporting.drafting.lint.facts import facts_of, key_of, without
from reporting.drafting.lint.findings import Scope
from reporting.drafting.lint.others import Others
from reporting.drafting.lint.types import (
    ANYTHING,
    LOOP,
    MARKUP,
    UNKNOWN,
    Callee,
    Names,
    Seen,
    Unknown,
    why_not_printed,
)

NAMES: dict[type[nodes.Node], str] = {nodes.ScopedEvalContextModifier: "autoescape", nodes.ExprStmt: "do"}


class Statements(Others):
    """Walks the templates of one document type and language."""

    def body(self, statements: Iterable[nodes.Node], scope: Scope) -> None:
        """Walk statements in order."""
        for each in statements:
            walk = _BY_KIND.get(type(each))
            if walk is None:
                self.add("T004", f"templates do not use `{NAMES.get(type(each), type(each).__name__.lower())}`", each)
            else:
                walk(self, each, scope)

    def take_output(self, node: nodes.Output, scope: Scope) -> None:
        for each in node.nodes:
            if not isinstance(each, nodes.TemplateData):
                self._print(each, self.see(each, scope))

    def _print(self, node: nodes.Node, seen: Seen) -> None:
        self.wants_value(seen, node, "it is printed")
        if reason := why_not_printed(seen.shape):
            self.add("T016", reason, node, word=(key_of(node) or "").rpartition(".")[2])
        where = self.context_of(node)
        if where == QUOTED and (isinstance(seen.shape, Worded) or seen.shape == MARKUP):
            self.add("T004", "a text with markup stands in an attribute", node, "add `| plain`")
        elif where == "tag":
            self.add("T004", "a value stands in a tag outside of quotation marks", node, 'write name="{{ … }}"')
        elif where == "raw":
            self.add("T004", "a value stands in a style, script or comment, where nothing is escaped", node)

    def take_if(self, node: nodes.If, scope: Scope) -> None:
        self.ask(node.test, scope)
        with self.knowing(facts_of(node.test, truth=True)):
            self.body(node.body, scope)
        with self.knowing(facts_of(node.test, truth=False)):
            if node.elif_:
                first, *others = node.elif_
                self.take_if(nodes.If(first.test, first.body, others, node.else_, lineno=first.lineno), scope)
            else:
                self.body(node.else_, scope)

    def take_for(self, node: nodes.For, scope: Scope) -> None:
        values = self.see(node.iter, scope)
        self.wants_value(values, node.iter, "it is gone through")
        inner = dict(scope)
        before = self.facts
        self._bind(node.target, self._item(values, node), inner)
        inner.pop("loop", None)
        if node.test is not None:
            self.ask(node.test, inner)
        inner["loop"] = Seen(LOOP)
        with self.knowing(facts_of(node.test, truth=True) if node.test is not None else frozenset()):
            self.body(node.body, inner)
        self.facts = before
        self.body(node.else_, dict(scope))

    def _item(self, values: Seen, node: nodes.For) -> Seen:
        if isinstance(values.shape, Many):
            return Seen(values.shape.item)
        if not isinstance(values.shape, Unknown) and values.shape != ANYTHING:
            self.add("T009", "this is no list, and cannot be gone through", node, word=key_of(node.iter) or "")
        return UNKNOWN

    def _bind(self, target: nodes.Node, seen: Seen, scope: Scope) -> None:
        """Give a name its value; what was known of its old value is forgotten."""
        if isinstance(target, nodes.Name):
            scope[target.name] = seen
            self.facts = without(self.facts, target.name)
        elif isinstance(target, nodes.NSRef):
            box = scope.get(target.name, UNKNOWN).shape
            if isinstance(box, Names):
                box.seen[target.attr] = seen
        else:
            for each in target.iter_child_nodes():
                self._bind(each, UNKNOWN, scope)

    def take_set(self, node: nodes.Assign, scope: Scope) -> None:
        self._bind(node.target, self.ask(node.node, scope), scope)

    def take_set_block(self, node: nodes.AssignBlock, scope: Scope) -> None:
        self.body(node.body, dict(scope))
        self._bind(node.target, Seen(MARKUP), scope)

    def take_with(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.ask(value, scope), inner)
        self.body(node.body, inner)

    def take_macro(self, node: nodes.Macro, scope: Scope) -> None:
        scope[node.name] = Seen(Callee(node, self.file, scope))

    def take_call_block(self, node: nodes.CallBlock, scope: Scope) -> None:
        self.see(node.call, {**scope, "caller": UNKNOWN})
        inner = dict(scope)
        for each in node.args:
            inner[each.name] = UNKNOWN
        self.body(node.body, inner)

    def take_filter_block(self, node: nodes.FilterBlock, scope: Scope) -> None:
        self.see(node.filter, scope)
        self.body(node.body, dict(scope))

    def take_nothing(self, node: nodes.Node, scope: Scope) -> None:
        """What has been looked at elsewhere."""


_BY_KIND: dict[type[nodes.Node], Callable[[Any, Any, Scope], None]] = {
    nodes.Output: Statements.take_output,
    nodes.If: Statements.take_if,
    nodes.For: Statements.take_for,
    nodes.Assign: Statements.take_set,
    nodes.AssignBlock: Statements.take_set_block,
    nodes.With: Statements.take_with,
    nodes.Macro: Statements.take_macro,
    nodes.Import: Statements.take_import,
    nodes.FromImport: Statements.take_from_import,
    nodes.Include: Statements.take_include,
    nodes.Block: Statements.take_block,
    nodes.CallBlock: Statements.take_call_block,
    nodes.FilterBlock: Statements.take_filter_block,
    nodes.Extends: Statements.take_nothing,
    nodes.Scope: lambda self, node, scope: self.body(node.body, dict(scope)),
}
