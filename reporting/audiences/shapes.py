"""The shape of a view: which fields there are, of what kind and level, known before any data.

Made from the model, so that a template can be checked against the audience of its type without a record.
"""

from __future__ import annotations

import datetime
import functools
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from typing import Any

from reporting.records.levels import Level
from reporting.records.model.base import Node, level_of, lowest_of
from reporting.records.model.texts import Text
from reporting.records.model.values import RefTo


@dataclass(frozen=True, slots=True)
class Scalar:
    """A number, truth, date or plain text."""

    name: str
    choices: tuple[str, ...] = ()
    """All that it can be, where the model lists it."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A text of the record."""

    kind: str


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with fields: a noun of the model."""

    name: str
    fields: Mapping[str, Field] = dataclass_field(default_factory=dict, hash=False, compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a thing."""

    shape: Shape
    level: Level
    """The lowest level at which it can be read."""
    optional: bool
    sentence: str = ""


Shape = Scalar | Worded | Many | Thing

TEXT, NUMBER, TRUTH, DAY = Scalar("text"), Scalar("number"), Scalar("truth"), Scalar("date")
SCALARS = {str: TEXT, int: NUMBER, float: NUMBER, bool: TRUTH, datetime.date: DAY, Level: TEXT}


@dataclass(frozen=True, slots=True)
class Plan:
    """How one field of the model is read: its kind, where a reference leads, what is inside of a list."""

    name: str
    level: Level
    lowest: Level
    optional: bool
    kind: str
    """scalar, text, node, list or ref."""
    target: Any = None
    """The shape of a scalar, the model of a node, the registers of a reference, the plan of a list's items."""
    sentence: str = ""


MACHINERY = ("audience", "lowered")
TRANSLATIONS = "translations"
UNSEEN = (*MACHINERY, "voices", "paper_orders", "paper_languages", "bilingual", TRANSLATIONS)
"""What no view carries: the machinery of levels, and what the variable `voice` tells of the one paper."""


@functools.cache
def plans(model: type[Node]) -> tuple[Plan, ...]:
    """How each field of `model` is read; what is of no paper is left out."""
    return tuple(plan for plan in all_plans(model) if plan.name not in UNSEEN)


@functools.cache
def all_plans(model: type[Node]) -> tuple[Plan, ...]:
    """The same, with what only decides about papers."""
    return tuple(
        replace(
            _plan(info.annotation, tuple(info.metadata), level_of(info), lowest_of(info), name=name),
            sentence=info.description or "",
        )
        for name, info in model.model_fields.items()
        if name not in MACHINERY
    )


@functools.cache
def translation_plan(model: type[Node]) -> Plan:
    """How the entries on translations of a record are read."""
    return next(plan for plan in all_plans(model) if plan.name == TRANSLATIONS)


def _plan(annotation: Any, metadata: tuple[Any, ...], level: Level, lowest: Level, *, name: str = "") -> Plan:
    annotation, more, nullable = _bare(annotation)
    refs = [each for each in (*metadata, *more) if isinstance(each, RefTo)]
    kind, target = _kind(annotation, refs, level, lowest)
    return Plan(name, level, lowest, nullable, kind, target)


def _kind(annotation: Any, refs: list[RefTo], level: Level, lowest: Level) -> tuple[str, Any]:
    if refs:
        return "ref", refs[0].registers
    if typing.get_origin(annotation) is list:
        return "list", _plan(typing.get_args(annotation)[0], (), level, lowest)
    if isinstance(annotation, type) and issubclass(annotation, Text):
        return "text", annotation
    if isinstance(annotation, type) and issubclass(annotation, Node):
        return "node", annotation
    if typing.get_origin(annotation) is typing.Literal:
        return "scalar", Scalar("text", typing.get_args(annotation))
    return "scalar", SCALARS.get(annotation, TEXT)


def _bare(annotation: Any) -> tuple[Any, tuple[Any, ...], bool]:
    """An annotation without `Annotated` and `| None`; what was annotated; whether None is allowed."""
    metadata: tuple[Any, ...] = ()
    nullable = False
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            annotation, *extra = typing.get_args(annotation)
            metadata += tuple(extra)
        elif origin in (typing.Union, types.UnionType) and type(None) in typing.get_args(annotation):
            rest = [each for each in typing.get_args(annotation) if each is not type(None)]
            annotation, nullable = (rest[0] if len(rest) == 1 else str), True
        else:
            return annotation, metadata, nullable
