"""The check of names and fields: each one resolved, and none above the readers of the paper."""

from __future__ import annotations

import functools

from jinja2 import nodes

from reporting.audiences.outline import outline
from reporting.audiences.shapes import Many, Scalar, Thing, Worded
from reporting.drafting.lint.facts import key_of
from reporting.drafting.lint.findings import Findings, Scope
from reporting.drafting.lint.types import ANYTHING, UNKNOWN, Names, Seen, Unknown, merged
from reporting.records.nearest import did_you_mean, listed

ABOVE = "leave it out here, or write a paper of its own for those who may read it"


class Fields(Findings):
    """Resolves fields of values."""

    def unknown_name(self, node: nodes.Name, scope: Scope) -> None:
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

    def one_of(self, many: Many, node: nodes.Node | None) -> Seen:
        """An item of a list; it is there if the list is known not to be empty."""
        key = key_of(node) if node is not None else None
        return Seen(many.item, optional=key not in self.facts)

    def chosen(self, table: Thing, key: Seen, node: nodes.Getitem) -> Seen:
        """One of a table of labels, by a value that the record chooses."""
        choices = key.shape.choices if isinstance(key.shape, Scalar) else ()
        for each in choices:
            if each not in table.fields:
                self.add("T008", f"`{key_of(node.node) or table.name}` has no `{each}`", node, word=table.name)
        found = [table.fields[each] for each in choices or table.fields if each in table.fields]
        seen = [Seen(each.shape, each.optional) for each in found] or [UNKNOWN]
        return functools.reduce(merged, seen)
