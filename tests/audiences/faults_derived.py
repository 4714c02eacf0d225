"""Faults that somebody might make in what follows from a view: something is worked out from the record, not from its copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from reporting.audiences import project
from reporting.audiences.derived.table import derived_of
from reporting.audiences.project import Projector
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.dialogue import Dialogue
from reporting.records.model.registers import Organisation, Person
from reporting.records.model.results import Outcome
from reporting.records.model.round import Round
from tests.audiences.faults import CACHE, Fault, Patch

N = TypeVar("N", bound=Node)


def _a_deadline_is_taken_from_the_record(patch: Patch) -> None:
    _with(patch, Outcome, lambda made, outcome: made.update(due=outcome.deadline))


def _an_office_is_the_last_one_that_the_record_has(patch: Patch) -> None:
    def change(made: dict[str, Any], person: Person) -> None:
        title = str(person.functions[-1].title) if person.functions else None
        made["function"] = {**(made["function"] or {}), "title": title}

    _with(patch, Person, change)


def _a_name_is_that_of_a_time_that_is_kept_back(patch: Patch) -> None:
    def change(made: dict[str, Any], body: Organisation) -> None:
        if body.earlier:
            made["official"] = str(body.earlier[0].name)

    _with(patch, Organisation, change)


def _the_parties_of_a_round_are_counted_before_some_are_left_out(patch: Patch) -> None:
    _with(patch, Round, lambda made, round_: made.update(is_remote=len(round_.parties) > len(made["parties"])))


def _occasions_stand_in_the_order_of_all_topics(patch: Patch) -> None:
    def change(made: dict[str, Any], round_: Round) -> None:
        order = list(dict.fromkeys(each.occasion for each in round_.topics))
        made["occasions"] = sorted(made["occasions"], key=lambda each: order.index(each["occasion"]))

    _with(patch, Round, change)


def _how_often_a_dialogue_meets_is_told_though_it_is_kept_back(patch: Patch) -> None:
    def change(made: dict[str, Any], dialogue: Dialogue) -> None:
        made["held"] = str(dialogue.cadence) if dialogue.cadence else None

    _with(patch, Dialogue, change)


def _what_follows_is_kept_without_its_audience(patch: Patch) -> None:
    def derived(model: type[Node], data: dict[str, Any], language: str, day: Any) -> None:
        derived_of(model, data, language, day)
        if model is Round:
            key = "derived", f"{data['number']} {language}"
            data["is_remote"] = CACHE.setdefault(key, len(data["parties"]))

    patch.setattr(project, "derived_of", derived)


def _what_follows_for_a_list_is_read_from_all_of_it(patch: Patch) -> None:
    before = Projector._items

    def items(self: Projector, values: list[Any], *more: Any) -> list[Any]:
        made = before(self, values, *more)
        if made and isinstance(values[0], Outcome):
            made[0] = {**made[0], "due": max((each.deadline or "" for each in values), default="")}
        return made

    patch.setattr(Projector, "_items", items)


def _a_row_reads_with_the_eyes_of_everybody_who_works_here(patch: Patch) -> None:
    """The copy that a row works on is made for a higher level, and only then are its fields left out."""
    before = Projector.node

    def node(self: Projector, node: Node, path: str, above: Level = Level.PUBLIC) -> Any:
        made = before(self, node, path, above)
        if made is not None and isinstance(node, Round):
            wide = Projector(Level.RESTRICTED, self.language, self.day, self.registers, self.lexicon)
            made["is_remote"] = len((before(wide, node, path) or made)["parties"])
        return made

    patch.setattr(Projector, "node", node)


def _with(patch: Patch, model: type[N], change: Callable[[dict[str, Any], N], None]) -> None:
    """Lets what follows for a noun be changed by somebody who holds the record."""
    before = Projector.node

    def node(self: Projector, node: Node, path: str, above: Level = Level.PUBLIC) -> Any:
        made = before(self, node, path, above)
        if made is not None and isinstance(node, model):
            change(made, node)
        return made

    patch.setattr(Projector, "node", node)


DERIVED: Final[Mapping[str, Fault]] = {
    fault.__name__.strip("_").replace("_", " "): fault
    for fault in (
        _a_deadline_is_taken_from_the_record,
        _an_office_is_the_last_one_that_the_record_has,
        _a_name_is_that_of_a_time_that_is_kept_back,
        _the_parties_of_a_round_are_counted_before_some_are_left_out,
        _occasions_stand_in_the_order_of_all_topics,
        _how_often_a_dialogue_meets_is_told_though_it_is_kept_back,
        _what_follows_is_kept_without_its_audience,
        _what_follows_for_a_list_is_read_from_all_of_it,
        _a_row_reads_with_the_eyes_of_everybody_who_works_here,
    )
}
