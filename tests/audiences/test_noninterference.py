"""Two registers that differ only in what the audience may not read give views that do not differ."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.drafting.draft import draft
from reporting.drafting.templates import templates_of
from reporting.drafting.typefiles import types_of
from reporting.records.levels import Level
from reporting.records.model.base import Node, level_of
from reporting.records.model.briefing import Briefing
from reporting.records.model.dialogue import Commitment
from reporting.records.model.round import Round
from reporting.records.model.statement import Statement
from reporting.workspace import Memory
from tests.support.desk import BRIEFING, COMMITMENTS, ROUND_6, ROUND_7, STATEMENT, tree, view

SHIPPED = Memory({}, shipped=True)
RELEASE = types_of(SHIPPED).value["press-release"]
TEMPLATES = templates_of(SHIPPED).value
AUDIENCES = st.sampled_from([Level.PUBLIC, Level.PARTNERS, Level.INTERNAL])
WORDS = st.text("abcdefgh <&*", min_size=1, max_size=12).filter(str.strip)
LEVELS = st.sampled_from(["public", "partners", "internal", "restricted"])


def level_of_field(model: type[Node], name: str) -> Level:
    return level_of(model.model_fields[name])


@st.composite
def secrets(draw: st.DrawFn) -> dict[str, Any]:
    """A round with a second face: equal to its twin in all that is public, free in the rest."""
    shared = {"topic": draw(WORDS), "outcomes": [(draw(WORDS), draw(LEVELS)) for _ in range(draw(st.integers(0, 4)))]}
    return {"shared": shared, "hidden": [draw(hidden()), draw(hidden())]}


@st.composite
def hidden(draw: st.DrawFn) -> dict[str, Any]:
    return {name: draw(WORDS) for name in ("confidential", "room", "source", "note", "scene", "quote", "promise")} | {
        "extra": draw(st.integers(0, 2)),
        "outcomes": [draw(WORDS) for _ in range(4)],
        "status": draw(st.sampled_from(["open", "delivered", "lapsed"])),
        "has_briefing": draw(st.booleans()),
    }


def records(shared: dict[str, Any], mine: dict[str, Any], audience: Level) -> dict[str, str]:
    """The sample's records with the shared and the hidden words in them, as YAML (of which JSON is a part)."""
    round_ = tree(ROUND_7)
    topic, place = round_["topics"][0], round_["place"]
    topic["title"] = shared["topic"]
    if level_of_field(type_of("topics"), "confidential") > audience:
        topic["confidential"] = mine["confidential"]
    if audience < Level.INTERNAL:
        place["room"] = mine["room"]
        round_["sources"][0]["claim"] = mine["source"]
        round_["quotes"][1]["text"] = mine["quote"]
        round_["events"] = [{"what": mine["quote"], "when": "2032", "audience": "internal"}] * mine["extra"]
        round_["events"] += [{"what": "Fair", "when": "2032"}]
    round_["outcomes"] = [
        {
            "id": f"x{index}",
            "verb": "agree",
            "audience": level,
            "text": words if Level.named(level) <= audience else mine["outcomes"][index],
        }
        for index, (words, level) in enumerate(shared["outcomes"])
    ]
    statement, briefing, commitments = tree(STATEMENT), tree(BRIEFING), tree(COMMITMENTS)
    if audience < Level.INTERNAL:
        statement["sections"][0]["paragraphs"][0]["note"] = mine["note"]
        commitments[0] |= {"text": mine["promise"], "status": mine["status"]}
    briefing["scene_setter"] = mine["scene"]
    return {
        "round_7": json.dumps(round_),
        "statement": json.dumps(statement) if audience or mine["extra"] else "",
        "briefing": json.dumps(briefing) if mine["has_briefing"] else "",
        "commitments": json.dumps(commitments),
        "round_6": ROUND_6,
    }


def type_of(name: str) -> type[Node]:
    """The model of the items of one of the round's lists."""
    (model,) = Round.model_fields[name].annotation.__args__  # type: ignore[union-attr]
    found: type[Node] = model
    return found


@settings(max_examples=60, deadline=None)
@given(secrets(), AUDIENCES)
def test_what_the_audience_may_not_read_changes_nothing_of_its_view(made: dict[str, Any], audience: Level) -> None:
    one, other = (
        view(audience, **records(made["shared"], mine, audience))  # type: ignore[arg-type] # records by name
        for mine in made["hidden"]
    )
    assert one.data == other.data
    assert one.illustrative == other.illustrative
    assert one.files == other.files


@settings(max_examples=15, deadline=None)
@given(secrets())
def test_what_the_public_may_not_read_changes_no_letter_of_a_press_release(made: dict[str, Any]) -> None:
    one, other = (
        draft(RELEASE, view(Level.PUBLIC, **records(made["shared"], mine, Level.PUBLIC)), TEMPLATES)  # type: ignore[arg-type]
        for mine in made["hidden"]
    )
    assert one.document is not None
    assert one == other


def test_the_records_of_the_test_hold_what_no_partner_may_read() -> None:
    assert level_of_field(Briefing, "scene_setter") is Level.RESTRICTED
    assert level_of_field(Commitment, "text") is Level.INTERNAL
    assert level_of_field(type_of("topics"), "confidential") is Level.RESTRICTED
    assert Statement.base_level is Level.PUBLIC
