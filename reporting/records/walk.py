"""A walk through one record: every text, reference and stated audience in it, each with its path and level."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from reporting.records.levels import Level
from reporting.records.markings import Marking
from reporting.records.model.base import Node
from reporting.records.model.texts import Text
from reporting.records.nearest import nearest
from reporting.records.plan import Holds, Step, plan_of
from reporting.records.reading.tree import Map, Seq, Value

Path = tuple[str | int, ...]
SAYING_WHO: Final = ("audience", "marking")
NEAR: Final = 0.75
"""How near a misspelt key has to be; `audiance` is, and `standing` is not."""


class Said(NamedTuple):
    """A text of a record."""

    path: Path
    text: Text
    level: Level
    """Who may read it: the highest level on the way down to it. In doubt it is the higher one, so that nothing is quoted."""
    real: Level
    """Who gets to read it: as `level`, but what the record lowers with a reason is lower here."""


class Reference(NamedTuple):
    """The id of something else."""

    path: Path
    id: str
    registers: tuple[str, ...]
    level: Level


class Stated(NamedTuple):
    """A thing that says itself who may read it."""

    path: Path
    node: Node
    level: Level
    """What the model says of it, before the record says anything."""
    lowest: Level
    """How low the model lets a record take it as a whole."""
    real: Level
    """Who gets to read it, but for what stands above the record."""


class Marked(NamedTuple):
    """A marking that a thing carries, or one field of it."""

    path: Path
    """The way down to the marking itself."""
    node: Node
    marking: Marking
    level: Level
    """Who may read what carries it, before the marking says anything."""
    key: str = ""
    """The field, where it is not the whole thing."""


@dataclass(slots=True)
class Walked:
    """All that was met in one record, in the model's order."""

    texts: list[Said] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)

    def level_at(self, path: Path) -> Level:
        """Who may know of the thing at a path: whoever may read one text of it; those who read everything where it has none."""
        told = (said.level for said in self.texts if said.path[: len(path)] == path)
        return min(told, default=Level.RESTRICTED)


def walk(record: Node, path: Path = (), *, above: Level = Level.PUBLIC) -> Walked:
    """Everything in a record that rules look at.

    Args:
        record: a whole record, or an entry of a register.
        path: the way down to it in its file.
        above: who may know of it at all, by what stands above it: a round is kept back with its dialogue.
    """
    walked = Walked()
    _node(record, path, above, None, walked)
    return walked


def level_at(record: Node, path: Path, *, above: Level = Level.PUBLIC) -> Level:
    """Who may read the value at a path of a record, be it a text or not; as in a walk, in doubt the higher level.

    Args:
        record: a whole record.
        path: the way down.
        above: who may know of the record at all.
    """
    level = max(above, record.own_level())
    value: Any = record
    for part in path:
        if isinstance(value, Node):
            level = max(level, _said_of(value, str(part)))
            value = getattr(value, str(part))
        else:
            value = value[part]
        if isinstance(value, Node):
            level = max(level, value.own_level())
    return level


def _said_of(node: Node, name: str) -> Level:
    """The highest of all that the model and the record say of a field."""
    raised = node.audience.get(name, Level.PUBLIC) if isinstance(node.audience, dict) else Level.PUBLIC
    marking = node.marked_fields().get(name)
    return max(plan_of(type(node))[name].level, raised, marking.level if marking else Level.PUBLIC)


@functools.cache
def _steps(model: type[Node]) -> tuple[Step, ...]:
    """The fields worth a visit; who may read a thing is no text of it."""
    return tuple(step for step in plan_of(model).values() if step.holds is not Holds.OTHER and step.name != "lowered")


def _node(
    node: Node,
    path: Path,
    above: Level,
    step: Step | None,
    walked: Walked,
    *,
    real: tuple[Level, Level] = (Level.PUBLIC, Level.PUBLIC),
) -> None:
    """Notes a thing and goes into it.

    Args:
        node: the thing.
        path: the way down to it.
        above: the highest level on the way, as the model and the record raise it.
        step: the field that holds it; None for a record.
        walked: what was met so far.
        real: who may really read what holds it, and the field in which it stands: what the record lowers with a
            reason is lower here.
    """
    least = node.least_level()
    level, own = max(above, least), max(_own(node, step, *real), least)
    raised: dict[str, Level] = {}
    if isinstance(node.audience, dict):
        raised = node.audience
    elif node.audience is not None:
        level = max(level, node.audience)
    if node.marking is not None:
        level, own, raised = _marked(node, path, walked, level=level, own=own, raised=raised)
    if node.audience is not None or node.marking is not None:
        by_model = max(step.level, least) if step else least
        walked.stated.append(Stated(path, node, by_model, max(step.lowest, least) if step else least, own))
    _fields(node, path, level, raised, walked, own=own)


def _own(node: Node, step: Step | None, holder: Level, field_: Level) -> Level:
    """Who may really read a thing, before any marking: as its field has it, or as it says itself with a reason."""
    stated = node.audience
    if not isinstance(stated, Level):
        return field_
    if stated < field_ and node.lowered:
        return max(holder, stated, step.lowest if step else stated)
    return max(field_, stated)


def _marked(
    node: Node, path: Path, walked: Walked, *, level: Level, own: Level, raised: dict[str, Level]
) -> tuple[Level, Level, dict[str, Level]]:
    """Notes the markings of a thing; gives its levels and those of its fields as the markings raise them."""
    if whole := node.marked():
        walked.marked.append(Marked((*path, "marking"), node, whole, own))
        return max(level, whole.level), max(own, whole.level), raised
    plan, found = plan_of(type(node)), dict(raised)
    for key, marking in node.marked_fields().items():
        real = max(own, _of_field(node, plan[key])) if key in plan else own
        walked.marked.append(Marked((*path, "marking", key), node, marking, real, key))
        found[key] = max(level, plan[key].level if key in plan else level, raised.get(key, Level.PUBLIC), marking.level)
    return level, own, found


def _of_field(node: Node, step: Step) -> Level:
    """Who may really read a field: as the model has it, raised by the record, or lowered by it with a reason."""
    stated = node.audience.get(step.name) if isinstance(node.audience, dict) else None
    if stated is None or (stated < step.level and not node.lowered):
        return step.level
    return max(stated, step.lowest)


def _fields(node: Node, path: Path, level: Level, raised: dict[str, Level], walked: Walked, *, own: Level) -> None:
    values = node.__dict__
    markings = node.marked_fields()
    for step in _steps(type(node)):
        value = values[step.name]
        if value is None or value == []:
            continue
        said = max(level, step.level, raised.get(step.name, Level.PUBLIC))
        real = max(own, _of_field(node, step))
        if step.name in markings:
            real = max(real, markings[step.name].level)
        here = (*path, step.name)
        if step.is_many:
            for index, each in enumerate(value):
                _value(each, (*here, index), said, step, walked, real=(own, real))
        else:
            _value(value, here, said, step, walked, real=(own, real))


def _value(value: Any, path: Path, level: Level, step: Step, walked: Walked, *, real: tuple[Level, Level]) -> None:
    if step.holds is Holds.TEXT:
        walked.texts.append(Said(path, value, level, real[1]))
    elif step.holds is Holds.REFERENCE:
        walked.references.append(Reference(path, value, step.registers, level))
    else:
        _node(value, path, level, step, walked, real=real)


def references_in(tree: Value, model: type[Node], path: Path = (), above: Level = Level.PUBLIC) -> Iterator[Reference]:
    """The references of what was read for a thing of the model, be it right or not, as far as they are words."""
    if not isinstance(tree, Map):
        return
    level = max(above, model.base_level)
    if says_who(tree, model):  # whatever it says: in doubt nothing is quoted
        level = Level.RESTRICTED
    for name, step in plan_of(model).items():
        value = tree.get(name)
        held = value if isinstance(value, Seq) else [value]
        for index, each in enumerate(held):
            here = (*path, name, index) if isinstance(value, Seq) else (*path, name)
            if step.holds is Holds.REFERENCE and isinstance(each, str):
                yield Reference(here, each, step.registers, max(level, step.level))
            elif step.holds is Holds.NODE and step.model is not None:
                yield from references_in(each, step.model, here, max(level, step.level))


def says_who(tree: Map, model: type[Node]) -> bool:
    """Whether what was read for a thing says who may read it, or was meant to."""
    return any(key in tree for key in SAYING_WHO) or means_who(tree, model)


def means_who(tree: Map, model: type[Node]) -> bool:
    """Whether a key that the model does not know was meant to say who may read the thing."""
    return any(nearest(key, SAYING_WHO, cutoff=NEAR) for key in tree if key not in plan_of(model))
