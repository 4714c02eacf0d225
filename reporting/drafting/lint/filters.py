"""The check of filters: whether they exist, what they want and what they give."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from jinja2 import nodes

from reporting.audiences.shapes import NUMBER, TEXT, Many, Scalar, Thing, Worded
from reporting.drafting.filters.table import filter_names
from reporting.drafting.lint.expressions import Expressions
from reporting.drafting.lint.findings import Scope
from reporting.drafting.lint.types import ANYTHING, MARKUP, UNKNOWN, Seen
from reporting.languages.known import base_of
from reporting.records.model.forms import CASES, FORMS
from reporting.records.nearest import did_you_mean

SAME = ("sentence", "lower_first", "upper_first", "unstopped", "form", "after", "the", "ezafe", *CASES)
"""Filters that give back what they get."""
PLAIN_TEXT: tuple[str, ...] = (
    "date",
    "when",
    "dates",
    "dated",
    "iso",
    "weekday",
    "month_year",
    "time",
    "times",
    "zone",
    "moment",
    "ordinal",
    "ordinal_figure",
)
PLAIN_TEXT += ("number", "percent", "money", "hijri", "plural", "count", "plain", "slug", "agree", "label")
LISTS = ("listing", "used", "map", "select", "reject", "selectattr", "rejectattr", "first", "last")


class Filters(Expressions):
    """Resolves filters."""

    def filtered(self, node: nodes.Filter, scope: Scope) -> Seen:
        """What a filter gives, after its value and arguments were looked at."""
        if node.name not in filter_names():
            hint = "texts are escaped, and that is not to be undone" if node.name == "safe" else None
            hint = hint or did_you_mean(node.name, filter_names())
            self.add("T004", f"there is no filter `{node.name}`", node, hint, word=node.name)
        for each in [*node.args, *(pair.value for pair in node.kwargs)]:
            self.ask(each, scope)
        self._knows_form(node)
        if node.node is None:
            return Seen(MARKUP)
        value = self.see(node.node, scope)
        if not self.quiet or node.name not in {"first", "last", "length", "list"}:
            self.wants_value(value, node.node, f"`| {node.name}` wants it")
        return self._given(node, value)

    def _knows_form(self, node: nodes.Filter) -> None:
        """`form("genitive")` and `map("form", "genitive")` name a form that the language has."""
        names = [each.value if isinstance(each, nodes.Const) else None for each in node.args]
        if node.name == "map" and names[:1] == ["form"]:
            names = names[1:]
        elif node.name != "form":
            return
        asked = next((pair.value for pair in node.kwargs if pair.key == "form"), None)
        name = asked.value if isinstance(asked, nodes.Const) else next(iter(names), None)
        known = FORMS.get(base_of(self.language))
        if known is not None and isinstance(name, str) and name not in known:
            sentence = f"names have no form `{name}` in `{self.language}`"
            self.add("T062", sentence, node, did_you_mean(name, known, f"there is {', '.join(known)}"), word=name)

    def _given(self, node: nodes.Filter, value: Seen) -> Seen:
        shape, name = value.shape, node.name
        if name in LISTS and isinstance(shape, (Worded, Scalar, Thing)) and shape != ANYTHING:
            self.add("T009", f"`| {name}` wants a list, and this is none", node, word=name)
            return UNKNOWN
        if name in SAME:
            return value.filled()
        if name in PLAIN_TEXT:
            return Seen(TEXT)
        if name == "length":
            return Seen(NUMBER)
        if name in {"first", "last"}:
            return self.one_of(shape, node.node) if isinstance(shape, Many) else UNKNOWN
        if name in {"select", "reject", "list", "used"}:
            return value.filled()
        if name in {"map", "selectattr", "rejectattr"}:
            return self._by_attribute(node, shape)
        return Seen(MARKUP)

    def _by_attribute(self, node: nodes.Filter, shape: Any) -> Seen:
        """`map(attribute="party.short")`, `selectattr("head")`: the field is looked up as any other."""
        given = {str(pair.key): pair.value for pair in node.kwargs}
        path = given.get("attribute") or (node.args[0] if node.args and node.name != "map" else None)
        if not isinstance(shape, Many) or not isinstance(path, nodes.Const):
            return Seen(Many(ANYTHING))
        item = seen = Seen(shape.item)
        names = str(path.value).split(".")
        for name in names:
            seen = self.field(seen, name, node, nodes.Name("each", "load", lineno=node.lineno))
        if node.name == "map":
            self._wants_each(seen, node, names)
            return Seen(Many(seen.shape if isinstance(seen.shape, (Scalar, Worded, Many, Thing)) else ANYTHING))
        is_asked = node.name == "selectattr" and len(names) == 1 and len(node.args) == 1
        return Seen(Many(_with_filled(item.shape, names[0]) if is_asked else shape.item))

    def _wants_each(self, seen: Seen, node: nodes.Filter, names: list[str]) -> None:
        if seen.optional:
            hint = f'keep those that have it first: `| selectattr("{names[0]}")`'
            self.add("T003", f"`{'.'.join(names)}` may be empty for some of the list", node, hint, word=names[-1])


def _with_filled(shape: Any, name: str) -> Any:
    """A thing whose field is known to be there."""
    if not isinstance(shape, Thing) or name not in shape.fields:
        return shape
    return Thing(shape.name, {**shape.fields, name: replace(shape.fields[name], optional=False)})
