"""The check of templates that name others: what they extend, import and take in, and whose block is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, nodes

from reporting.drafting.lint.calls import Calls
from reporting.drafting.lint.context import TEXT, contexts
from reporting.drafting.lint.findings import Scope
from reporting.drafting.lint.types import (
    MARKUP,
    UNKNOWN,
    Names,
    Seen,
)
from reporting.drafting.syntax import syntax_problem
from reporting.records.levels import Level
from reporting.records.nearest import did_you_mean

Parse = Callable[[str], nodes.Template]
Trees = dict[str, tuple[nodes.Template, dict[int, str]]]
"""The tree of a template by its name, with the place of each of its nodes in the markup."""
TITLE = "title"
"""The block whose text goes into a file's properties."""


@dataclass(frozen=True, slots=True)
class Override:
    """A block as the template nearest to the paper fills it."""

    node: nodes.Block
    file: str


@dataclass
class Others(Calls):
    """Finds the templates that a template names, and the fill of each block."""

    parse: Parse = field(default=lambda name: nodes.Template([]))
    """Gives the tree of a template by its name; raises KeyError or TemplateSyntaxError."""
    blocks: dict[str, list[Override]] = field(default_factory=dict)
    trees: Trees = field(default_factory=dict)
    """Trees found so far; checks of the same templates may share them."""

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
        if name not in self.trees:
            try:
                tree = self.parse(name)
            except KeyError:
                hint = did_you_mean(name, self.sources)
                self.add("T006", f"there is no template `{name}`", asking, hint, word=name)
                return None
            except TemplateSyntaxError as error:
                self.problems[syntax_problem(error, f"templates/{error.name or name}")] = None
                return None
            self.trees[name] = tree, contexts(tree)
        return self.trees[name][0]

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

    def context_of(self, node: nodes.Node) -> str:
        """Where in the markup of the template that is being gone through a value stands."""
        return self.trees[self.file][1].get(id(node), TEXT) if self.file in self.trees else TEXT
