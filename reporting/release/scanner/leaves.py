"""The leaves of the record with their levels, worked out apart from the view.

The view has its own walk through the model. This one is written a second time on purpose: what the gate looks for
must not come from the code that it watches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from reporting.problems import Place
from reporting.records.kinds import KINDS
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.texts import Text
from reporting.records.plan import Holds, Step, plan_of
from reporting.records.register import Meeting, Register, Series

N = TypeVar("N", bound=Node)
Path = tuple[str | int, ...]
Change = Callable[[Path, Any, Level], Any]
"""Gets the path, value and level of a leaf, and gives what shall stand there."""
_MACHINERY = ("audience", "lowered", "marking", "illustrative")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text of the record, in one language."""

    words: str
    level: Level
    place: Place


def leaves(register: Register) -> list[Leaf]:
    """Every text of the house, of the registers and of all dialogues: what is pasted may come from another one."""
    found: list[Leaf] = []

    def note(file: str, path: Path, value: Any, level: Level) -> Any:
        for language, words in _words(value):
            at = (*path, language) if language else path
            found.append(Leaf(words, level, register.place(file, *at)))
        return value

    _each_record(register, register.series.values(), note)
    return found


def without(register: Register, series: Series, level: Level) -> Register:
    """The register with words that say nothing instead of all that is above a level, as papers of one dialogue need it."""

    def hide(file: str, path: Path, value: Any, own: Level) -> Any:
        return value if own <= level else _nothing(value)

    return _each_record(register, [series], hide)


def _nothing(value: Any) -> Any:
    if isinstance(value, Text):
        return type(value)(dict.fromkeys(value.by_language, "Withheld"))
    return "withheld"


def _words(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Text):
        for language, words in value.by_language.items():
            yield "" if language == "*" else language, words
        for language, forms in value.forms.items():
            for form in forms.values():
                yield language, form
    else:
        yield "", value


def _each_record(
    register: Register, chosen: Iterable[Series], change: Callable[[str, Path, Any, Level], Any]
) -> Register:
    """The register with every leaf of the chosen dialogues, of the house and of the registers changed."""

    def all_of(file: str, node: N, path: Path = (), above: Level = Level.PUBLIC) -> N:
        return changed(node, lambda path, value, level: change(file, path, value, level), path, above)

    registers: dict[str, Any] = {
        name: {
            key: all_of(f"data/registers/{name}.yaml", each, (key,)) for key, each in getattr(register, name).items()
        }
        for name, kind in KINDS.items()
        if kind.is_register
    }
    house = all_of("data/house.yaml", register.house)
    series = {each.id: _series(each, all_of) for each in chosen}
    return replace(register, house=house, series={**register.series, **series}, **registers)


def _series(series: Series, all_of: Callable[..., Any]) -> Series:
    folder, promised, above = series.folder, series.commitment_record, series.dialogue.own_level()
    return replace(
        series,
        dialogue=all_of(f"{folder}/dialogue.yaml", series.dialogue),
        commitment_record=all_of(f"{folder}/commitments.yaml", promised, (), above) if promised else None,
        meetings={name: _meeting(each, all_of, above) for name, each in series.meetings.items()},
    )


def _meeting(meeting: Meeting, all_of: Callable[..., Any], above: Level) -> Meeting:
    """The meeting with its records, which nobody may read who may not know of the dialogue and the round."""
    above = max(above, meeting.round.own_level())
    records = {
        name: all_of(f"{meeting.folder}/{name}.yaml", record, (), above)
        for name in ("round", "statement", "briefing", "release")
        if (record := getattr(meeting, name)) is not None
    }
    return replace(meeting, **records)


def changed(node: N, change: Change, path: Path = (), above: Level = Level.PUBLIC) -> N:
    """A thing of the record with each of its leaves changed; each leaf has the highest level on the way down to it."""
    own = max(above, node.own_level())
    found = {}
    for name, step in plan_of(type(node)).items():
        value = getattr(node, name)
        if value is not None and name not in _MACHINERY:
            found[name] = _field(node, step, value, change, ((*path, name), own))
    return node.model_copy(update=found)


def _field(node: Node, step: Step, value: Any, change: Change, at: tuple[Path, Level]) -> Any:
    path, own = at
    stated = node.audience.get(step.name) if isinstance(node.audience, dict) else None
    level = _stated(step, step.level, stated, is_lowered=bool(node.lowered))
    if marking := node.marked_fields().get(step.name):
        own = max(own, marking.level)
    if isinstance(value, list):
        return [_value(each, step, change, ((*path, index), own), level) for index, each in enumerate(value)]
    return _value(value, step, change, (path, own), level)


def _value(value: Any, step: Step, change: Change, at: tuple[Path, Level], level: Level) -> Any:
    path, own = at
    if isinstance(value, Node):
        stated = value.audience if isinstance(value.audience, Level) else None
        by_item = _stated(step, level, stated, is_lowered=bool(value.lowered))
        return changed(value, change, path, max(own, by_item))
    if isinstance(value, Text) or (isinstance(value, str) and step.type_name == "str" and step.holds is Holds.OTHER):
        return change(path, value, max(own, level))
    return value


def _stated(step: Step, level: Level, stated: Level | None, *, is_lowered: bool) -> Level:
    """The model's level, raised by what the record says, or lowered as far as model and record both allow."""
    if stated is None or stated >= level:
        return max(level, stated or level)
    return max(stated, step.lowest) if is_lowered else level
