"""What carries a marking goes to no wider audience than the marking, and a paper carries the highest inside of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporting.audiences.markings import Carried, carried
from reporting.audiences.view import View
from reporting.records.levels import Level
from tests.support.desk import BRIEFING, ROUND_7, STATEMENT, view


def texts(view: View) -> str:
    return str(view.data)


def marked_topic(marking: str) -> str:
    """The round with one more topic, which carries a marking."""
    return ROUND_7.replace("topics:\n", f"topics:\n  - {{id: secret-one, title: the tunnel, marking: {marking}}}\n", 1)


@pytest.mark.parametrize(
    ("marking", "lowest"),
    [
        ("tlp/clear", Level.PUBLIC),
        ("tlp/green", Level.PARTNERS),
        ("internal", Level.INTERNAL),
        ("tlp/red", Level.RESTRICTED),
    ],
)
def test_what_carries_a_marking_is_for_no_wider_audience_than_the_marking(marking: str, lowest: Level) -> None:
    round_7 = marked_topic(marking)
    assert [level for level in Level if "the tunnel" in texts(view(level, round_7=round_7))] == [
        level for level in Level if level >= lowest
    ]


def test_a_marking_goes_before_an_audience_that_says_less() -> None:
    round_7 = marked_topic("internal, audience: public, lowered: We thought so")
    assert "the tunnel" not in texts(view(Level.PARTNERS, round_7=round_7))


def test_a_marking_of_one_field_keeps_that_field_alone() -> None:
    round_7 = ROUND_7.replace(
        "topics:\n", "topics:\n  - {id: dam, title: the dam, context: It leaks., marking: {context: internal}}\n", 1
    )
    public, internal = view(Level.PUBLIC, round_7=round_7), view(Level.INTERNAL, round_7=round_7)
    assert ("the dam" in texts(public), "It leaks." in texts(public)) == (True, False)
    assert "It leaks." in texts(internal)


def test_a_marked_list_is_kept_whole_even_from_items_that_state_less() -> None:
    statement = STATEMENT.replace("notes:", "marking: {notes: internal}\nnotes:", 1)
    assert "In Port Averin." not in texts(view(Level.PARTNERS, statement=statement))
    assert "In Port Averin." in texts(view(Level.INTERNAL, statement=statement))


@pytest.mark.parametrize(
    ("level", "text"),
    [
        (Level.PUBLIC, ""),
        (Level.PARTNERS, "For the parties only"),
        (Level.INTERNAL, "Internal"),
        (Level.RESTRICTED, "Restricted"),
    ],
)
def test_a_paper_carries_what_the_house_has_for_its_audience(level: Level, text: str) -> None:
    found = carried(view(level))
    assert (found.level, found.text) == (level, text)


def test_a_paper_carries_the_highest_marking_inside_of_it() -> None:
    briefing = BRIEFING.replace("lines: [Charts first.]", "lines: [Charts first.], marking: eu/eu-confidential", 1)
    found = carried(view(Level.RESTRICTED, briefing=briefing + "marking: eu/eu-restricted\n"))
    assert found.text == "Restricted · CONFIDENTIEL UE/EU CONFIDENTIAL"
    assert [str(each) for each in found.markings] == ["plain/restricted", "eu/eu-confidential"]


def test_an_extract_carries_its_own_and_not_that_of_the_whole() -> None:
    round_7 = marked_topic("eu/eu-secret")
    assert carried(view(Level.RESTRICTED, round_7=round_7)).text == "Restricted · SECRET UE/EU SECRET"
    assert carried(view(Level.INTERNAL, round_7=round_7)).text == "Internal"
    assert carried(view(Level.PUBLIC, round_7=round_7)) == Carried(Level.PUBLIC)


def test_a_paper_carries_what_a_paper_inside_of_it_does() -> None:
    inner = view(Level.RESTRICTED, round_7=marked_topic("uk/top-secret"))
    assert carried(view(Level.RESTRICTED), [inner]).text == "Restricted · TOP SECRET"
    assert carried(view(Level.RESTRICTED), [view(Level.PARTNERS)]).text == "Restricted"


def test_a_marking_is_in_the_language_of_the_paper() -> None:
    assert carried(view(Level.INTERNAL, language="fr")).text == "Usage interne"


def test_a_public_paper_carries_a_label_that_everybody_may_see() -> None:
    assert carried(view(Level.PUBLIC, round_7=marked_topic("tlp/clear"))).text == "TLP:CLEAR"


def test_a_template_sees_what_a_part_carries_and_nothing_of_single_fields() -> None:
    found = view(Level.INTERNAL, round_7=marked_topic("tlp/amber")).data["round"]["topics"]
    assert found[0]["marking"] == "TLP:AMBER"
    by_field = ROUND_7.replace("topics:\n", "topics:\n  - {id: dam, title: the dam, marking: {title: internal}}\n", 1)
    assert view(Level.INTERNAL, round_7=by_field).data["round"]["topics"][0]["marking"] is None


def test_a_view_without_markings_carries_none() -> None:
    assert carried(replace(view(Level.RESTRICTED), markings=())).text == ""
