"""What the check of templates knows of a value before there is any: its shape, and whether it may be empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import nodes

from reporting.audiences.outline import outline
from reporting.audiences.shapes import DAY, NUMBER, TEXT, TRUTH, Field, Many, Scalar, Thing, Worded
from reporting.audiences.shapes import Shape as Outlined
from reporting.audiences.view import PARTS
from reporting.drafting.types import DocumentType
from reporting.records.levels import Level

MARKUP = Scalar("markup")


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that nothing is known of; nothing is said of it either."""


@dataclass(frozen=True, slots=True)
class Callee:
    """A macro, with the template that it stands in and the names that it sees."""

    node: nodes.Macro
    file: str
    scope: dict[str, Seen] = field(hash=False, compare=False)


@dataclass(frozen=True, slots=True)
class Names:
    """Names that can be read with a dot: an imported template, a `namespace`."""

    seen: dict[str, Seen] = field(hash=False, compare=False)
    what: str


Shape = Outlined | Unknown | Callee | Names


@dataclass(frozen=True, slots=True)
class Seen:
    """A value as the check sees it."""

    shape: Shape
    optional: bool = False
    """Whether it may be empty, as far as no condition around it says otherwise."""

    def filled(self) -> Seen:
        return replace(self, optional=False)


UNKNOWN = Seen(Unknown())


def _public(shape: Outlined, *, optional: bool = False) -> Field:
    return Field(shape, Level.PUBLIC, optional)


LOOP = Thing(
    "loop",
    {
        **{name: _public(NUMBER) for name in ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0")},
        **{name: _public(TRUTH) for name in ("first", "last")},
    },
)
PAPER = Thing(
    "paper",
    {
        **{name: _public(TEXT) for name in ("type", "title", "language", "identifier", "name")},
        "audience": _public(Scalar("text", tuple(map(str, Level)))),
        "marking": _public(TEXT),
        **{name: _public(TEXT) for name in ("draft", "translation", "courtesy")},
        "illustrative": _public(TRUTH),
    },
)


def scope_of(kind: DocumentType, words: Mapping[str, Any]) -> dict[str, Seen]:
    """The variables of a type's templates; parts that it does not ask for or may not read are not among them."""
    enclosures = {name: _public(MARKUP, optional=True) for name in kind.encloses}
    found = {
        "paper": Seen(PAPER),
        "words": Seen(labels("words", words)),
        "enclosures": Seen(Thing("enclosures", enclosures)),
    }
    for name, each in outline().fields.items():
        if each.level <= kind.ceiling and (name not in PARTS or name in kind.parts):
            found[name] = Seen(each.shape, each.optional and name not in kind.needs)
    return found


def labels(name: str, words: Mapping[str, Any]) -> Thing:
    """The shape of a table of words."""
    return Thing(
        name, {key: _public(labels(key, each) if isinstance(each, Mapping) else TEXT) for key, each in words.items()}
    )


def merged(first: Seen, second: Seen) -> Seen:
    """What can be said of a value that is one or the other."""
    optional = first.optional or second.optional
    left, right = first.shape, second.shape
    if left == right and type(left) is not Thing:
        return Seen(left, optional)
    if isinstance(left, Scalar) and isinstance(right, Scalar) and left.name == right.name:
        choices = tuple(dict.fromkeys(left.choices + right.choices)) if left.choices and right.choices else ()
        return Seen(Scalar(left.name, choices), optional)
    if isinstance(left, Many) and isinstance(right, Many):
        return Seen(Many(_outlined(merged(Seen(left.item), Seen(right.item)).shape)), optional)
    if isinstance(left, Thing) and isinstance(right, Thing):
        return Seen(_common(left, right), optional)
    if {type(left), type(right)} <= {Worded, Scalar} and _is_printable(left) and _is_printable(right):
        return Seen(MARKUP, optional)
    return Seen(Unknown(), optional)


def is_empty(shape: Shape) -> bool:
    """Whether it is the shape of an empty list in a template."""
    return isinstance(shape, Many) and shape.item == NOTHING


NOTHING = Thing("nothing")


def _common(left: Thing, right: Thing) -> Thing:
    if left is right or not right.fields:
        return left
    if not left.fields:
        return right
    shared = {}
    for name, each in left.fields.items():
        if name in right.fields:
            other = right.fields[name]
            both = merged(Seen(each.shape, each.optional), Seen(other.shape, other.optional))
            shared[name] = Field(_outlined(both.shape), max(each.level, other.level), both.optional)
    return Thing(left.name, shared)


def _outlined(shape: Shape) -> Outlined:
    return shape if isinstance(shape, (Scalar, Worded, Many, Thing)) else ANYTHING


ANYTHING = Scalar("anything")
"""Stands inside of lists and things for what is not known."""


def _is_printable(shape: Shape) -> bool:
    return isinstance(shape, Worded) or (isinstance(shape, Scalar) and shape.name in {"text", "number", "markup"})


def why_not_printed(shape: Shape) -> str | None:
    """What is wrong with printing a value of this shape, or None."""
    if _is_printable(shape) or isinstance(shape, Unknown) or shape == ANYTHING:
        return None
    if shape == DAY:
        return "a date is printed as machines write it; add `| date`, or `| iso` in an attribute"
    if shape == TRUTH:
        return "a truth (yes or no) is printed; ask for it with {% if … %}"
    if isinstance(shape, Many):
        return "a list is printed; go through it with {% for … %}, or add `| listing`"
    if isinstance(shape, Thing):
        return f"a whole {shape.name} is printed; name one of its fields"
    return "this is nothing that can be printed; call a macro with ( )"
