"""Faults that somebody might make in the guard one day, put in one at a time, so that the proofs can show they bite."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

import pytest

from reporting.audiences import looking_back, making, project, shapes
from reporting.audiences.looking_back import LookingBack
from reporting.audiences.making import Maker
from reporting.audiences.project import Projector
from reporting.records.levels import Level
from reporting.records.model.base import Node, level_of, lowest_of
from reporting.records.model.press import Quote
from reporting.records.model.registers import Figure, Person
from reporting.records.model.results import Outcome
from reporting.records.model.round import Round
from reporting.records.model.statement import Statement

Patch = pytest.MonkeyPatch
Fault = Callable[[Patch], None]


def _quotes_are_public_before_they_are_cleared(patch: Patch) -> None:
    patch.setattr(Quote, "least_level", lambda self: Level.PUBLIC)


def _statements_are_public_before_they_are_published(patch: Patch) -> None:
    patch.setattr(Statement, "least_level", lambda self: Level.PUBLIC)


def _what_an_item_says_of_itself_is_not_heard(patch: Patch) -> None:
    patch.setattr(Node, "stated_level", lambda self: Level.PUBLIC)
    patch.setattr(project, "level_of_item", lambda node, plan, level: level)


def _what_a_record_says_of_a_field_is_not_heard(patch: Patch) -> None:
    patch.setattr(project, "level_of_field", lambda node, plan: plan.level)


def _the_model_is_not_asked_for_the_level(patch: Patch) -> None:
    before = project.level_of_field
    patch.setattr(project, "level_of_field", lambda node, plan: before(node, replace(plan, level=plan.lowest)))


def _levels_are_read_one_too_low(patch: Patch) -> None:
    before = level_of
    patch.setattr(shapes, "level_of", lambda info: Level(max(0, before(info) - 1)))
    patch.setattr(shapes, "lowest_of", lambda info: Level.PUBLIC)


def _items_do_not_inherit_the_level_of_their_list(patch: Patch) -> None:
    before = Projector._items
    patch.setattr(
        Projector,
        "_items",
        lambda self, values, plan, path, own, level: before(self, values, plan, path, own, Level.PUBLIC),
    )


def _lowest_counts_as_the_level(patch: Patch) -> None:
    patch.setattr(shapes, "level_of", lowest_of)


def _an_audience_reads_one_level_more(patch: Patch) -> None:
    before = Projector.__init__
    patch.setattr(
        Projector,
        "__init__",
        lambda self, audience, *more, **named: before(self, Level(min(3, audience + 1)), *more, **named),
    )


def _the_number_of_all_items_is_told(patch: Patch) -> None:
    _with_round(patch, lambda made, round_: made.update(outcome_count=len(round_.outcomes)))


def _whether_there_is_something_confidential_is_told(patch: Patch) -> None:
    _with_round(patch, lambda made, round_: made.update(has_more=any(each.confidential for each in round_.topics)))


def _the_hash_of_the_record_is_told(patch: Patch) -> None:
    _with_round(patch, lambda made, round_: made.update(origin=hashlib.sha256(repr(round_).encode()).hexdigest()))


def _the_length_of_the_record_is_told(patch: Patch) -> None:
    _with_round(patch, lambda made, round_: made.update(size=len(repr(round_))))


def _something_derived_is_taken_from_the_record_itself(patch: Patch) -> None:
    _with_round(patch, lambda made, round_: made.update(occasions=[str(each.size) for each in round_.parties]))


def _items_are_sorted_by_a_field_that_is_hidden(patch: Patch) -> None:
    before = Projector._items

    def items(self: Projector, values: list[Any], *more: Any) -> list[Any]:
        if values and isinstance(values[0], Outcome):
            values = sorted(values, key=lambda each: each.owner or "")
        return before(self, values, *more)

    patch.setattr(Projector, "_items", items)


def _items_are_numbered_with_gaps(patch: Patch) -> None:
    before = Projector._value

    def items(self: Projector, values: list[Any], plan: Any, path: str, *levels: Level) -> list[Any]:
        found, (own, level) = [], levels
        for number, value in enumerate(values):
            here = max(own, project.level_of_item(value, plan, level)) if isinstance(value, Node) else level
            made = before(self, value, plan.target, f"{path}[{number}]", here) if here <= self.audience else None
            found += [] if made is None else [made]
        return found

    patch.setattr(Projector, "_items", items)


def _a_hidden_reference_gives_its_id(patch: Patch) -> None:
    before = Projector.entry
    patch.setattr(Projector, "entry", lambda self, name, registers: before(self, name, registers) or {"id": name})


def _what_is_illustrative_counts_before_it_is_seen(patch: Patch) -> None:
    before = Projector.node

    def node(self: Projector, node: Node, path: str, above: Level = Level.PUBLIC) -> Any:
        self.illustrative |= node.illustrative
        return before(self, node, path, above)

    patch.setattr(Projector, "node", node)


def _a_cache_forgets_for_whom_it_was_filled(patch: Patch) -> None:
    before, kept = Projector._registered, CACHE

    def registered(self: Projector, register: str, name: str) -> Any:
        key = register, name
        if key not in kept:
            kept[key] = before(self, register, name)
        return kept[key]

    patch.setattr(Projector, "_registered", registered)


def _the_list_of_files_names_a_record_only_if_it_is_there(patch: Patch) -> None:
    def record(self: Maker, name: str, record: Node | None, meeting: Any, projector: Projector) -> Any:
        if record is not None:
            self.files.add(f"{meeting.folder}/{name}.yaml")
        return None if record is None else projector.node(record, name)

    patch.setattr(Maker, "_record", record)


def _the_round_before_is_seen_with_other_eyes(patch: Patch) -> None:
    before = LookingBack.previous

    def previous(self: LookingBack, meeting: Any) -> Any:
        return before(replace(self, audience=Level.RESTRICTED), meeting)

    patch.setattr(LookingBack, "previous", previous)


def _rounds_in_short_ignore_what_the_round_says_of_itself(patch: Patch) -> None:
    before = Projector.some

    def some(self: Projector, node: Node, path: str, names: Any) -> Any:
        return before(self, node.model_copy(update={"audience": None}), path, names)

    patch.setattr(Projector, "some", some)


def _a_text_falls_back_on_one_that_is_hidden(patch: Patch) -> None:
    before = Projector.node

    def node(self: Projector, node: Node, path: str, above: Level = Level.PUBLIC) -> Any:
        made = before(self, node, path, above)
        if made and isinstance(node, Person) and made.get("style") is None:
            made["style"] = str(node.contact)
        return made

    patch.setattr(Projector, "node", node)


def _a_source_is_thought_to_be_public(patch: Patch) -> None:
    before = project.level_of_field
    patch.setattr(
        project,
        "level_of_field",
        lambda node, plan: Level.PUBLIC if isinstance(node, Figure) and plan.name == "source" else before(node, plan),
    )
    patch.setattr(shapes, "lowest_of", lambda info: Level.PUBLIC)


def _a_marking_is_not_heard(patch: Patch) -> None:
    patch.setattr(
        Node, "stated_level", lambda self: self.audience if isinstance(self.audience, Level) else Level.PUBLIC
    )


def _the_marking_of_a_field_is_not_heard(patch: Patch) -> None:
    patch.setattr(Node, "marked_fields", lambda self: {})


def _items_do_not_inherit_the_marking_of_their_list(patch: Patch) -> None:
    before = Projector._made

    def made(self: Projector, value: Any, plan: Any, path: str, *levels: Level) -> Any:
        return before(self, value, plan, path, Level.PUBLIC, levels[1])

    patch.setattr(Projector, "_made", made)


def _what_is_hidden_is_carried_all_the_same(patch: Patch) -> None:
    before = Projector.node

    def node(self: Projector, node: Node, path: str, above: Level = Level.PUBLIC) -> Any:
        self.markings.update([marking] if (marking := node.marked()) else [])
        return before(self, node, path, above)

    patch.setattr(Projector, "node", node)


def _a_marked_field_is_carried_where_nothing_of_it_is_seen(patch: Patch) -> None:
    before = Projector._field

    def field(self: Projector, node: Node, plan: Any, path: str, own: Level) -> Any:
        self.markings.update([marking] if (marking := node.marked_fields().get(plan.name)) else [])
        return before(self, node, plan, path, own)

    patch.setattr(Projector, "_field", field)


def _what_the_file_says_of_all_commitments_is_not_heard(patch: Patch) -> None:
    patch.setattr(LookingBack, "_due", lambda self, rounds: [e for e in self.series.commitments if e.round in rounds])


def _what_is_decided_is_decided_by_the_record_itself(patch: Patch) -> None:
    for part in (making, looking_back):
        patch.setattr(part, "as_seen", lambda node, audience, register: node)


def _with_round(patch: Patch, change: Callable[[dict[str, Any], Round], None]) -> None:
    before = Maker.round

    def round_(self: Maker, meeting: Any, *more: Any, **named: Any) -> Any:
        made = before(self, meeting, *more, **named)
        if made is not None:
            change(made, meeting.round)
        return made

    patch.setattr(Maker, "round", round_)


CACHE: Final[dict[tuple[str, str], Any]] = {}
"""What the fault of the cache keeps; whoever looks for faults fills it for other eyes first."""
FAULTS: Final[dict[str, Fault]] = {
    name.strip("_").replace("_", " "): fault
    for name, fault in list(globals().items())
    if name.startswith("_") and callable(fault) and name != "_with_round"
}


@contextmanager
def put_in(fault: Fault) -> Iterator[None]:
    """One fault, as long as the block lasts."""
    with pytest.MonkeyPatch.context() as patch:
        _forget()
        fault(patch)
        try:
            yield
        finally:
            _forget()


def _forget() -> None:
    shapes.plans.cache_clear()
    shapes.all_plans.cache_clear()
    CACHE.clear()
