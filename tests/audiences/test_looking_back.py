"""What a view tells of earlier rounds and of what was promised there never depends on what its reader may not know."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest

from reporting.audiences.view import View, view_of
from reporting.records.levels import Level
from reporting.records.model.round import Round
from reporting.records.register import Meeting
from tests.support.desk import COMMITMENTS, ON, ROUND_6, SCHEMES, register, tree, view

INTERNAL, RESTRICTED = Level.INTERNAL, Level.RESTRICTED
HELD_BACK = [
    "audience: restricted\n",
    "marking: restricted\n",
    "audience: {commitments: restricted}\n",
    "marking: {commitments: restricted}\n",
]
MARKED_6 = ROUND_6 + "outcomes: [{id: o1, verb: agree, text: to meet again, marking: tlp/amber}]\n"
LINKED = COMMITMENTS.replace("{id: c1,", "{id: c1, outcome: o1,").replace("{id: c2,", "{id: c2, outcome: o1,")


def promised(above: str, commitments: str = COMMITMENTS) -> str:
    """A file of commitments that says something of all of them."""
    return f"{above}commitments:{commitments}"


def ids(view: View) -> list[str]:
    return [each["id"] for each in view.data["commitments"]]


def markings(view: View) -> list[str]:
    return [str(each) for each in view.markings]


@pytest.mark.parametrize("above", HELD_BACK)
def test_what_a_file_says_of_all_its_commitments_holds_for_each(above: str) -> None:
    assert ids(view(INTERNAL, commitments=promised(""))) == ["c1", "c2"]
    assert ids(view(INTERNAL, commitments=promised(above))) == []
    assert ids(view(RESTRICTED, commitments=promised(above))) == ["c1", "c2"]


@pytest.mark.parametrize("above", ["marking: tlp/amber\n", "marking: {commitments: tlp/amber}\n"])
def test_a_marking_of_all_commitments_is_carried_where_one_is_told_of(above: str) -> None:
    assert markings(view(INTERNAL, commitments=promised(above))) == ["plain/internal", "tlp/amber"]
    nothing_before = view(INTERNAL, meeting="06-averin", commitments=promised(above))
    assert markings(nothing_before) == ["plain/internal"]


def test_commitments_that_are_invented_make_the_paper_say_so() -> None:
    assert view(INTERNAL, commitments=promised("illustrative: true\n")).illustrative
    assert not view(INTERNAL, commitments=promised("")).illustrative


def test_a_commitment_that_is_hidden_brings_nothing_of_its_outcome_along() -> None:
    hidden = LINKED.replace("status:", "audience: restricted, status:")
    assert markings(view(INTERNAL, round_6=MARKED_6, commitments=LINKED)) == ["plain/internal", "tlp/amber"]
    # The previous round has the outcome as well, so that it is left out here.
    parts = ("commitments",)
    assert markings(view(INTERNAL, round_6=MARKED_6, commitments=LINKED, parts=parts))[1:] == ["tlp/amber"]
    assert markings(view(INTERNAL, round_6=MARKED_6, commitments=hidden, parts=parts))[1:] == []


def test_an_outcome_that_no_commitment_follows_from_marks_nothing() -> None:
    made = view(INTERNAL, round_6=MARKED_6, parts=("commitments",))
    assert (ids(made), markings(made)) == (["c1", "c2"], ["plain/internal"])


def test_an_invented_outcome_that_a_commitment_follows_from_is_said_to_be_invented() -> None:
    invented = MARKED_6.replace("marking: tlp/amber", "illustrative: true")
    assert view(INTERNAL, round_6=invented, commitments=LINKED, parts=("commitments",)).illustrative
    assert not view(INTERNAL, round_6=invented, parts=("commitments",)).illustrative


def of_third(audience: Level, earlier: str, *, between: str = "", commitments: str = COMMITMENTS) -> dict[str, Any]:
    """What the round of 2032 tells of those before it: one of 2030, and one of 2031 where there is any."""
    made = register(round_6=earlier, commitments=commitments)
    series = made.series["straits"]
    rounds = {"06-averin": series.meetings["06-averin"], "08-third": meeting("08-third", 8, 2032)}
    if between:
        rounds["07-port"] = meeting("07-port", 7, 2031, between)
    series = replace(series, meetings=dict(sorted(rounds.items())))
    return view_of(made, series, rounds["08-third"], audience=audience, language="en", on=ON).data


def meeting(name: str, number: int, year: int, more: str = "") -> Meeting:
    text = f"number: {number}\nstate: held\nstart: {year}-05-02\nplace: {{city: Averin}}\nparties: [{{party: VE}}]\n"
    round_ = Round.model_validate(tree(text + more), context=SCHEMES)
    return Meeting(name, f"data/dialogues/straits/{name}", round_)


def test_a_round_that_readers_may_not_know_of_stands_between_no_others() -> None:
    hidden = "audience: restricted\n"
    for name in ("previous", "earlier"):
        assert of_third(INTERNAL, ROUND_6, between=hidden)[name] == of_third(INTERNAL, ROUND_6)[name]
        assert of_third(RESTRICTED, ROUND_6, between=hidden)[name] != of_third(RESTRICTED, ROUND_6)[name]


def test_the_round_before_has_its_parties_in_its_own_order() -> None:
    listed = ROUND_6.replace("[{party: VE}, {party: OS}]", "[{party: OS}, {party: VE}]")
    # Old Velmora, as it was called then, comes before the Ostrava Isles.
    for order, ids_ in (("as-listed", ["OS", "VE"]), ("alphabetical", ["VE", "OS"])):
        members = view(round_6=f"{listed}party_order: {order}\n").data["previous"]["members"]
        assert [each["party"]["id"] for each in members] == ids_


def test_which_commitments_are_settled_is_judged_by_the_rounds_that_readers_know_of() -> None:
    # c2 is delivered: it is told of once more in the next round, and not in the one after.
    assert told(of_third(INTERNAL, ROUND_6)) == ["c1", "c2"]
    assert told(of_third(INTERNAL, ROUND_6, between="title: Port\n")) == ["c1"]
    assert told(of_third(INTERNAL, ROUND_6, between="audience: restricted\n")) == ["c1", "c2"]
    assert told(of_third(RESTRICTED, ROUND_6, between="audience: restricted\n")) == ["c1"]


def test_a_state_that_is_hidden_decides_nothing() -> None:
    hidden = COMMITMENTS.replace("status:", "audience: {status: restricted}, status:")
    made = of_third(INTERNAL, ROUND_6, between="title: Port\n", commitments=hidden)
    assert [(each["id"], each["status"]) for each in made["commitments"]] == [("c1", None), ("c2", None)]
    assert told(of_third(RESTRICTED, ROUND_6, between="title: Port\n", commitments=hidden)) == ["c1"]


def test_a_commitment_is_not_told_of_where_its_round_is_hidden() -> None:
    hidden = COMMITMENTS.replace("status:", "audience: {round: restricted}, status:")
    assert told(of_third(INTERNAL, ROUND_6, commitments=hidden)) == []
    assert told(of_third(INTERNAL, ROUND_6 + "audience: restricted\n")) == []


def told(data: dict[str, Any]) -> list[str]:
    return [each["id"] for each in data["commitments"]]


def test_a_commitment_that_is_late_is_overdue_only_while_it_is_open() -> None:
    late = COMMITMENTS.replace("owner: VE,", "owner: VE, deadline: 2031-06,")
    on = datetime.date(2031, 7, 1)
    found = view(INTERNAL, commitments=late, on=on).data["commitments"]
    assert [(each["id"], each["is_overdue"]) for each in found] == [("c1", True), ("c2", False)]
