"""A record as an audience would have written it: the same thing, without what is above the audience.

For what is decided before there is a view, or beside it: which papers there are, in whose name, in which order. Such a
decision would tell of what is hidden if it were taken by the record as it is.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from reporting.audiences.project import level_of_field, level_of_item
from reporting.audiences.shapes import Plan, all_plans
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.texts import Label
from reporting.records.register import Register

N = TypeVar("N", bound=Node)


def as_seen(node: N, audience: Level, register: Register) -> N:
    """A copy of `node` in which fields, items and references that the audience may not read are empty, at any depth."""
    return _seen(node, Level.PUBLIC, audience, register)


def places_seen(node: Node, name: str, audience: Level, register: Register) -> list[int]:
    """Where in the record the items of one of its lists stand that `as_seen` keeps, in their order.

    An item among others that were left out has another number for each audience; this one is the same for all.
    """
    (plan,) = (each for each in all_plans(type(node)) if each.name == name)
    own = node.own_level()
    return [number for number, (_, level) in enumerate(_items(node, plan, own, register)) if level <= audience]


def _seen(node: N, above: Level, audience: Level, register: Register) -> N:
    own = max(above, node.own_level())
    kept = {plan.name: _kept(node, plan, own, audience, register) for plan in all_plans(type(node))}
    return node.model_copy(update=kept)


def _kept(node: Node, plan: Plan, own: Level, audience: Level, register: Register) -> Any:
    value = getattr(node, plan.name)
    if isinstance(value, list):
        items = _items(node, plan, own, register)
        return [_inside(each, its, audience, register) for each, its in items if its <= audience]
    here = _level_of(value, plan, *_levels(node, plan, own), register)
    return _inside(value, here, audience, register) if here <= audience else None


def _items(node: Node, plan: Plan, own: Level, register: Register) -> list[tuple[Any, Level]]:
    """The items of a list, each with its level."""
    levels = _levels(node, plan, own)
    return [(each, _level_of(each, plan, *levels, register)) for each in getattr(node, plan.name)]


def _levels(node: Node, plan: Plan, own: Level) -> tuple[Level, Level]:
    """The level of what a field stands in, its marking counted in, and that of the field."""
    marking = node.marked_fields().get(plan.name)
    own = max(own, marking.level) if marking else own
    return own, max(own, level_of_field(node, plan))


def _inside(value: Any, level: Level, audience: Level, register: Register) -> Any:
    return _seen(value, level, audience, register) if isinstance(value, Node) else value


def _level_of(value: Any, plan: Plan, own: Level, level: Level, register: Register) -> Level:
    if isinstance(value, Node):
        inside = level_of_item(value, plan, level) if plan.kind == "list" else level
        return max(own, inside, value.own_level())
    target = plan.target if plan.kind == "list" else plan
    if target.kind == "ref" and isinstance(value, str):
        entries = (getattr(register, name, {}).get(value) for name in target.target)
        return max([level, *(each.stated_level() for each in entries if isinstance(each, Node))])
    return level


def names_as_seen(register: Register, party: str, day: datetime.date, form: str, audience: Level) -> Mapping[str, str]:
    """The names of a party on a day in the form that `form` names, by language; `*` for one that serves every language.

    A name that the audience may not read has no part in the order that it meets.
    """
    country, body = register.countries.get(party), register.organisations.get(party)
    found: Label | None = None
    if country is not None:
        names = as_seen(country, audience, register).names
        valid = [each for each in names if each.covers(day)] or names
        found = getattr(valid[-1], form) if valid else None
    elif body is not None:
        borne = as_seen(body, audience, register).borne_on(day)
        found = {"short": borne.short, "in_sentence": borne.in_sentence}.get(form) or borne.name
    return found.by_language if found else {}
