"""What each field of a model holds, worked out once a model, so that walking a record needs no reflection."""

from __future__ import annotations

import functools
import types
import typing
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from pydantic.fields import FieldInfo

from reporting.records.levels import Level
from reporting.records.model.base import Node, level_of, lowest_of
from reporting.records.model.texts import Text
from reporting.records.model.values import RefTo


class Holds(Enum):
    """What a field holds, as far as a walk minds."""

    TEXT = auto()
    REFERENCE = auto()
    NODE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One field of a model."""

    name: str
    holds: Holds
    is_many: bool
    """Whether it is a list of what it holds."""
    is_required: bool
    level: Level
    lowest: Level
    """How low a record may take its level."""
    sentence: str
    model: type[Node] | None = None
    """The noun it holds, if it holds one."""
    text: type[Text] | None = None
    registers: tuple[str, ...] = ()
    """The registers that its references lead to."""
    values: tuple[str, ...] = ()
    """The words it may hold, if they are few."""
    type_name: str = ""
    """What it holds otherwise: the Python type's name."""


@functools.cache
def plan_of(model: type[Node]) -> dict[str, Step]:
    """The fields of `model` by name, in the model's order."""
    return {name: _step(name, info) for name, info in model.model_fields.items()}


def noun_of(model: type[Node]) -> str:
    """What a thing of the model is called in a sentence.

    >>> from reporting.records.model.agenda import AgendaItem
    >>> noun_of(AgendaItem)
    'agenda item'
    """
    name = model.__name__
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def _step(name: str, info: FieldInfo) -> Step:
    marks: dict[str, Any] = {}
    is_many = _look(info.annotation, tuple(info.metadata), marks)
    return Step(
        name=name,
        holds=marks.pop("holds", Holds.OTHER),
        is_many=is_many,
        is_required=info.is_required(),
        level=level_of(info),
        lowest=lowest_of(info),
        sentence=info.description or "",
        **marks,
    )


def _look(annotation: Any, metadata: tuple[Any, ...], marks: dict[str, Any]) -> bool:
    """Note in `marks` what an annotation holds; give whether it is a list."""
    for mark in metadata:
        if isinstance(mark, RefTo):
            marks.update(holds=Holds.REFERENCE, registers=mark.registers)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _look(arguments[0], arguments[1:], marks)
    if origin in (typing.Union, types.UnionType):
        found = [_look(each, (), marks) for each in arguments if each is not type(None)]
        return any(found)  # a list first: each member is looked at
    if origin is list:
        return _look(arguments[0], (), marks) or True
    if origin is typing.Literal:
        marks["values"] = arguments
    elif isinstance(annotation, type):
        _look_at_class(annotation, marks)
    return False


def _look_at_class(annotation: type, marks: dict[str, Any]) -> None:
    if issubclass(annotation, Node):
        marks.update(holds=Holds.NODE, model=annotation)
    elif issubclass(annotation, Text):
        marks.update(holds=Holds.TEXT, text=annotation)
    else:
        marks.setdefault("type_name", annotation.__name__)
