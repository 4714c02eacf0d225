"""The check of expressions: each field resolved, each filter known, what may be empty guarded."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from reporting.audiences.outline import outline
from reporting.audiences.shapes import NUMBER, TEXT, TRUTH, Field, Many, Scalar, Thing, Worded
from reporting.drafting.environment import TESTS
from reporting.drafting.lint.facts import NONE, Facts, facts_of, key_of
from reporting.drafting.lint.types import ANYTHING, MARKUP, NOTHING, UNKNOWN, Names, Seen, Unknown, is_empty, merged
from reporting.problems import Place, Problem, Severity
from reporting.records.levels import Level
from reporting.records.nearest import did_you_mean, listed

Scope = dict[str, Seen]
ABOVE = "leave it out here, or write a paper of its own for those who may read it"


@dataclass
class Expressions:
    """Resolves expressions of one document type and language, and keeps what it finds."""

    ceiling: Level
    """Who reads the paper: nothing above is allowed."""
    parts: tuple[str, ...]
    sources: Mapping[str, str]
    """Text of each template, for columns."""
    file: str = ""
    """The template that is being gone through."""
    language: str = ""
    """The language of the paper."""
    facts: Facts = NONE
    quiet: bool = False
    """Whether empty values are being asked for, so that nothing is said of them."""
    problems: dict[Problem, None] = field(default_factory=dict)

    def call(self, node: nodes.Call, scope: Scope) -> Seen:
        """What a call gives; see `calls.py`."""
        raise NotImplementedError

    def filtered(self, node: nodes.Filter, scope: Scope) -> Seen:
        """What a filter gives; see `filters.py`."""
        raise NotImplementedError

    def add(self, code: str, sentence: str, node: nodes.Node, hint: str | None = None, *, word: str = "") -> None:
        """Note a finding at a node; `word` is what to look for in its line."""
        severity = Severity.WARNING if code == "T003" else Severity.ERROR
        place = Place(f"templates/{self.file}", node.lineno, self._column(node.lineno, word))
        self.problems[Problem(code, sentence, place, hint, severity)] = None

    def _column(self, line: int, word: str) -> int:
        lines = self.sources.get(self.file, "").split("\n")
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        match = re.search(rf"\b{re.escape(word)}\b", text) if word else None
        return match.start() + 1 if match else 0

    @contextmanager
    def knowing(self, facts: Facts) -> Iterator[None]:
        """With more facts for a while."""
        before, self.facts = self.facts, self.facts | facts
        try:
            yield
        finally:
            self.facts = before

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

    def wants_value(self, seen: Seen, node: nodes.Node, what: str) -> None:
        """Say so where a value that may be empty is used as if it were there."""
        if seen.optional:
            name = key_of(node) or "this value"
            hint = f"put {{% if {name} %}} around it" if key_of(node) else "put {% if … %} around it"
            self.add("T003", f"`{name}` may be empty, and {what}", node, hint, word=name.rpartition(".")[2])

    def see_name(self, node: nodes.Name, scope: Scope) -> Seen:
        if node.name in scope:
            return scope[node.name]
        self._unknown_name(node, scope)
        return UNKNOWN

    def _unknown_name(self, node: nodes.Name, scope: Scope) -> None:
        if node.name == "loop":
            self.add("T004", "`loop` is not known in the condition of a `for`, only inside of it", node, word="loop")
            return
        known = outline().fields.get(node.name)
        if known is None:
            self.add(
                "T001", f"there is no variable `{node.name}`", node, did_you_mean(node.name, scope), word=node.name
            )
        elif known.level > self.ceiling:
            sentence = f"`{node.name}` is {known.level}, and this paper is {self.ceiling} at most"
            self.add("T002", sentence, node, ABOVE, word=node.name)
        else:
            hint = f"write `parts: [{', '.join([*self.parts, node.name])}]` into its type.yaml"
            self.add("T007", f"the document type does not ask for `{node.name}`", node, hint, word=node.name)

    def see_field(self, node: nodes.Getattr, scope: Scope) -> Seen:
        owner = self.see(node.node, scope)
        return self.field(owner, node.attr, node, node.node)

    def field(self, owner: Seen, name: str, node: nodes.Node, owner_node: nodes.Node) -> Seen:
        """A field of a value, asked for at `node`."""
        shape = owner.shape
        if isinstance(shape, (Thing, Worded, Scalar)) and shape != ANYTHING:
            self.wants_value(owner, owner_node, f"`{name}` of it is asked for")
        if isinstance(shape, Thing):
            return self._field_of(shape, name, node, owner_node)
        if isinstance(shape, Names):
            if name not in shape.seen:
                hint = did_you_mean(name, shape.seen)
                self.add("T001", f"{shape.what} has no `{name}`", node, hint, word=name)
            return shape.seen.get(name, UNKNOWN)
        if isinstance(shape, Unknown) or shape == ANYTHING:
            return UNKNOWN
        kind = "a list" if isinstance(shape, Many) else "a text" if isinstance(shape, Worded) else "a plain value"
        self.add("T001", f"{kind} has no field `{name}`", node, word=name)
        return UNKNOWN

    def _field_of(self, thing: Thing, name: str, node: nodes.Node, owner_node: nodes.Node) -> Seen:
        found = thing.fields.get(name)
        called = key_of(owner_node) or thing.name
        if found is None:
            hint = did_you_mean(name, thing.fields, f"it has {listed(sorted(thing.fields))}" if thing.fields else None)
            self.add("T001", f"`{called}` has no field `{name}`", node, hint, word=name)
            return UNKNOWN
        if found.level > self.ceiling:
            sentence = f"`{called}.{name}` is {found.level}, and this paper is {self.ceiling} at most"
            self.add("T002", sentence, node, ABOVE, word=name)
            return UNKNOWN
        return Seen(found.shape, found.optional)

    def see_item(self, node: nodes.Getitem, scope: Scope) -> Seen:
        owner = self.see(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.field(owner, node.arg.value, node, node.node)
        key = self.see(node.arg, scope)
        if isinstance(owner.shape, Many):
            return Seen(owner.shape) if isinstance(node.arg, nodes.Slice) else self.one_of(owner.shape, node.node)
        if isinstance(owner.shape, Thing):
            return self._chosen(owner.shape, key, node)
        return UNKNOWN

    def one_of(self, many: Many, node: nodes.Node | None) -> Seen:
        """An item of a list; it is there if the list is known not to be empty."""
        key = key_of(node) if node is not None else None
        return Seen(many.item, optional=key not in self.facts)

    def _chosen(self, table: Thing, key: Seen, node: nodes.Getitem) -> Seen:
        """One of a table of labels, by a value that the record chooses."""
        choices = key.shape.choices if isinstance(key.shape, Scalar) else ()
        for each in choices:
            if each not in table.fields:
                self.add("T008", f"`{key_of(node.node) or table.name}` has no `{each}`", node, word=table.name)
        found = [table.fields[each] for each in choices or table.fields if each in table.fields]
        seen = [Seen(each.shape, each.optional) for each in found] or [UNKNOWN]
        return functools.reduce(merged, seen)

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
