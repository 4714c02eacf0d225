"""The check of statements: loops, conditions, macros, blocks, and templates that name others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from reporting.audiences.shapes import Many, Worded
from reporting.drafting.lint.calls import Calls
from reporting.drafting.lint.context import QUOTED, TEXT, contexts
from reporting.drafting.lint.expressions import Scope
from reporting.drafting.lint.facts import facts_of, key_of, without
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
from reporting.records.levels import Level
from reporting.records.nearest import did_you_mean

Parse = Callable[[str], nodes.Template]
NAMES: dict[type[nodes.Node], str] = {nodes.ScopedEvalContextModifier: "autoescape", nodes.ExprStmt: "do"}
TITLE = "title"
"""The block whose text goes into a file's properties."""


@dataclass(frozen=True, slots=True)
class Override:
    """A block as the template nearest to the paper fills it."""

    node: nodes.Block
    file: str


@dataclass
class Statements(Calls):
    """Walks the templates of one document type and language."""

    parse: Parse = field(default=lambda name: nodes.Template([]))
    """Gives the tree of a template by its name; raises KeyError or TemplateSyntaxError."""
    blocks: dict[str, list[Override]] = field(default_factory=dict)
    _contexts: dict[str, tuple[nodes.Template, dict[int, str]]] = field(default_factory=dict)

    def paper(self, name: str, scope: Scope) -> None:
        """Walk a template with all that it extends, and the block of the title, which the page does not print."""
        tree = self.tree(name, nodes.Template([], lineno=1))
        if tree is not None:
            own = {**scope, "self": UNKNOWN}
            self._template(tree, name, own)
            self._title(own)

    def _title(self, scope: Scope) -> None:
        """A file's properties are read by more people than its pages: only public matter may stand in the title."""
        before = self.ceiling
        self.ceiling = Level.PUBLIC
        self.block_of(TITLE, scope, 0)
        self.ceiling = before

    def tree(self, name: str, asking: nodes.Node) -> nodes.Template | None:
        """The tree of a template, or None after saying why there is none."""
        if name not in self._contexts:
            try:
                tree = self.parse(name)
            except KeyError:
                hint = did_you_mean(name, self.sources)
                self.add("T006", f"there is no template `{name}`", asking, hint, word=name)
                return None
            except TemplateSyntaxError as error:
                with self.in_file(error.name or name):
                    self.add("T005", str(error.message), nodes.Template([], lineno=error.lineno))
                return None
            self._contexts[name] = tree, contexts(tree)
        return self._contexts[name][0]

    def _template(self, tree: nodes.Template, name: str, scope: Scope) -> None:
        above = tree.find(nodes.Extends)
        with self.in_file(name):
            for block in tree.find_all(nodes.Block):
                self.blocks.setdefault(block.name, []).append(Override(block, name))
            if above is None:
                self.body(tree.body, scope)
                return
            self.body([each for each in tree.body if not isinstance(each, (nodes.Output, nodes.Block))], scope)
            parent = self._named(above.template, above)
        if parent is not None:
            self._template(*parent, scope)

    def _named(self, expression: nodes.Expr, asking: nodes.Node) -> tuple[nodes.Template, str] | None:
        if not isinstance(expression, nodes.Const) or not isinstance(expression.value, str):
            self.add("T006", "the name of a template is worked out here; write it in quotation marks", asking)
            return None
        tree = self.tree(expression.value, asking)
        return None if tree is None else (tree, expression.value)

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
        where = self._contexts[self.file][1].get(id(node), TEXT) if self.file in self._contexts else TEXT
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

    def take_import(self, node: nodes.Import, scope: Scope) -> None:
        scope[node.target] = Seen(Names(self._imported(node, scope), f"`{node.target}`"))

    def take_from_import(self, node: nodes.FromImport, scope: Scope) -> None:
        found = self._imported(node, scope)
        for each in node.names:
            name, alias = each if isinstance(each, tuple) else (each, each)
            if name not in found:
                self.add("T001", f"there is no macro `{name}` to import", node, did_you_mean(name, found), word=name)
            scope[alias] = found.get(name, UNKNOWN)

    def _imported(self, node: nodes.Import | nodes.FromImport, scope: Scope) -> dict[str, Seen]:
        """The macros and names of another template. Without context it sees the words, but no variables."""
        named = self._named(node.template, node)
        if named is None:
            return {}
        self.count()
        seen = dict(scope) if node.with_context else {"words": scope["words"]}
        before = set(seen)
        with self.in_file(named[1]):
            self.body([each for each in named[0].body if not isinstance(each, nodes.Output)], seen)
        own = {each.name for each in named[0].find_all(nodes.Macro)} | (set(seen) - before)
        return {name: each for name, each in seen.items() if name in own}

    def take_include(self, node: nodes.Include, scope: Scope) -> None:
        named = self._named(node.template, node)
        if named is not None:
            self.count()
            seen = dict(scope) if node.with_context else {"words": scope["words"]}
            with self.in_file(named[1]), self.once((id(named[0]), self.facts)) as is_first:
                if is_first:
                    self.body(named[0].body, seen)

    def take_block(self, node: nodes.Block, scope: Scope) -> None:
        if node.name != TITLE:
            self.block_of(node.name, scope, 0)

    def block_of(self, name: str, scope: Scope, depth: int) -> None:
        """A block as filled by the template nearest to the paper; `super()` goes one further from it."""
        fills = self.blocks.get(name, [])
        if depth < len(fills):
            fill = fills[depth]
            inner = {**scope, "super": Seen(Names({"": Seen(MARKUP)}, f"{name}:{depth}"))}
            with self.in_file(fill.file):
                self.body(fill.node.body, inner)

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
