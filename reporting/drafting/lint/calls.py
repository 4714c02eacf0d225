"""The check of calls: macros are walked with the arguments they get, each time anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from jinja2 import nodes

from reporting.drafting.lint.facts import Facts, key_of, renamed
from reporting.drafting.lint.filters import Filters
from reporting.drafting.lint.findings import Scope
from reporting.drafting.lint.types import MARKUP, UNKNOWN, Callee, Names, Seen, Unknown

MOST_CALLS = 5_000
"""The largest paper of the house calls some hundred macros."""


class TooManyCalls(Exception):
    """Macros call one another so often that no check, and no paper, comes to an end."""


@dataclass
class Calls(Filters):
    """Resolves calls of macros and of blocks."""

    _calls: list[tuple[int, Facts]] = field(default_factory=list)
    _walked: int = 0

    def body(self, statements: Iterable[nodes.Node], scope: Scope) -> None:
        """Walk statements in order; see `statements.py`."""
        raise NotImplementedError

    def block_of(self, name: str, scope: Scope, depth: int) -> None:
        """Walk a block; see `others.py`."""
        raise NotImplementedError

    @contextmanager
    def in_file(self, name: str) -> Iterator[None]:
        """With findings placed in another template for a while."""
        before, self.file = self.file, name
        try:
            yield
        finally:
            self.file = before

    @contextmanager
    def once(self, key: tuple[int, Facts]) -> Iterator[bool]:
        """Whether this is not going on already, so that what calls itself comes to an end."""
        is_first = key not in self._calls
        self._calls.append(key)
        try:
            yield is_first
        finally:
            self._calls.pop()

    def count(self) -> None:
        """Counts what is walked anew each time that it is called or taken in.

        Raises:
            TooManyCalls: it was walked too often.
        """
        self._walked += 1
        if self._walked > MOST_CALLS:
            raise TooManyCalls

    def call(self, node: nodes.Call, scope: Scope) -> Seen:
        """A call: macros are walked with the arguments they get, each time."""
        if isinstance(node.node, nodes.Name) and node.node.name == "namespace" and "namespace" not in scope:
            return Seen(Names({pair.key: self.see(pair.value, scope) for pair in node.kwargs}, "this namespace"))
        callee = self.see(node.node, scope)
        given = [(each, self.see(each, scope)) for each in node.args]
        named = {pair.key: (pair.value, self.see(pair.value, scope)) for pair in node.kwargs}
        if isinstance(callee.shape, Callee):
            self._walk_macro(callee.shape, given, named, node)
            return Seen(MARKUP)
        if isinstance(callee.shape, Names) and callee.shape.what.endswith(tuple("0123456789")):
            name, _, depth = callee.shape.what.partition(":")
            self.block_of(name, scope, int(depth) + 1)
            return Seen(MARKUP)
        if not isinstance(callee.shape, Unknown):
            self.add("T004", "only macros can be called", node, word=key_of(node.node) or "")
        return UNKNOWN

    def _walk_macro(
        self,
        macro: Callee,
        given: list[tuple[nodes.Expr, Seen]],
        named: dict[str, tuple[nodes.Expr, Seen]],
        call: nodes.Call,
    ) -> None:
        self.count()
        parameters = [each.name for each in macro.node.args]
        if len(given) > len(parameters) or not set(named) <= set(parameters):
            self.add(
                "T009", f"the macro `{macro.node.name}` takes {len(parameters)} values", call, word=macro.node.name
            )
        bound = {**dict(zip(parameters, given, strict=False)), **named}
        inner = {**macro.scope, "caller": UNKNOWN}
        defaults = dict(zip(parameters[len(parameters) - len(macro.node.defaults) :], macro.node.defaults, strict=True))
        facts: Facts = frozenset()
        for name in parameters:
            inner[name] = bound[name][1] if name in bound else self.see(defaults.get(name), macro.scope)
            key = key_of(bound[name][0]) if name in bound else None
            facts |= renamed(self.facts, key, name) if key else frozenset()
            if name not in bound and name not in defaults:
                self.add("T009", f"the macro `{macro.node.name}` wants `{name}`", call, word=macro.node.name)
        before, self.facts = self.facts, facts
        with self.in_file(macro.file), self.once((id(macro.node), facts)) as is_first:
            if is_first:
                self.body(macro.node.body, inner)
        self.facts = before
