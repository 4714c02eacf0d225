"""Of a round or a dialogue that is kept back as a whole nothing is told: no word of any of its files, no number and no day."""

from __future__ import annotations

import pytest

from reporting.records.levels import Level
from reporting.records.model.round import Round
from reporting.records.walk import level_at
from tests.support.cases import ROUND, SOUND, findings_of, told

FOLDER = ROUND.rpartition("/")[0]
DIALOGUE = "data/dialogues/north/dialogue.yaml"
FIRST = "data/dialogues/north/01-alpha/round.yaml"
STATEMENT = """\
title: Zebra [TBC]
adopted: 2071-05-16
published: 2071-06-02
notes: [{id: zebra, text: Zebra}]
sections:
  - paragraphs:
      - {id: p1, text: "Zebra {zebra} on Monday, 16 May 2071, today: Arwenia, ZEBR and SALW (SALW), Highlevel [^zebras] <zebra>"}
      - {id: p2, text: The meeting took place at a time when both sides had just opened the new bridge of 2023.}
signatories: [{person: zebra}, {person: b-lind}]
"""
LATE = SOUND[ROUND].replace("number: 2", "number: 4711").replace("start: 2024", "start: 2071")
HELD = (
    LATE.replace("state: held", "state: published\npublished: 2071-06-02") + "next: {when: 2070-04, status: expected}\n"
)
TOLD = (
    "zebra",
    "TBC",
    "Arwenia",
    "ZEBR",
    "SALW",
    "Highlevel",
    "“b-lind”",
    "16 May",
    "2071",
    "2023",
    "“today”",
    " days",
)
WHOLE = {
    "by the audience of the round": (ROUND, "audience: internal\n"),
    "by the marking of the round": (ROUND, "marking: plain/restricted\n"),
    "by the audience of the dialogue": (DIALOGUE, "audience: restricted\n"),
    "by the marking of the dialogue": (DIALOGUE, "marking: plain/internal\n"),
}


def files_with(path: str, line: str, **changed: str) -> dict[str, str]:
    """The sound workspace with a round full of faults, and a line more in one of its records."""
    files = {**SOUND, ROUND: HELD, f"{FOLDER}/statement.yaml": STATEMENT, **changed}
    return {**files, path: line + files[path]}


@pytest.mark.parametrize(("path", "line"), WHOLE.values(), ids=WHOLE)
def test_no_finding_tells_of_what_is_kept_back_as_a_whole(path: str, line: str) -> None:
    found = findings_of(files_with(path, line))
    codes = {problem.code for problem in found}
    assert {"P003", "P005", "P009", "P010", "P011", "P024", "P063", "R020", "R021", "R022"} <= codes
    assert not [canary for canary in TOLD if canary in told(found)]


def test_neither_number_nor_order_of_a_round_is_told_that_is_kept_back() -> None:
    early = {**SOUND, ROUND: LATE.replace("2071", "2021")}
    assert "number 4711 follows number 1" in (shown := told(findings_of(early)))
    assert "round 4711 begins before round 1" in shown
    found = findings_of({**early, ROUND: f"audience: partners\n{early[ROUND]}"})
    assert len([each for each in found if each.code == "P010"]) == 2
    assert not [canary for canary in ("4711", "2021") if canary in told(found)]


def test_the_same_is_told_of_a_round_that_everybody_may_know() -> None:
    found = told(findings_of(files_with(ROUND, "")))
    assert [canary for canary in TOLD if canary not in found] == []


@pytest.mark.parametrize(("path", "line"), WHOLE.values(), ids=WHOLE)
def test_no_value_is_quoted_that_is_none(path: str, line: str) -> None:
    broken = STATEMENT.replace("2071-05-16", "zebra").replace("id: p1", "id: p1, status: zebra")
    found = findings_of(files_with(path, line, **{f"{FOLDER}/statement.yaml": broken}))
    assert {"R003", "R007"} <= {problem.code for problem in found}
    assert "zebra" not in told(found)


@pytest.mark.parametrize("key", ["audiance: internal", "Audience: internal", "makring: limite", "audience: [internal"])
def test_in_doubt_nothing_is_quoted(key: str) -> None:
    found = findings_of(files_with(ROUND, f"{key}\nmode: zebra\n"))
    assert "zebra" not in told(found)


def test_a_programme_that_is_due_is_not_told_to_be_mentioned_where_that_is_kept_back() -> None:
    due = {
        "data/registers/programmes.yaml": SOUND["data/registers/programmes.yaml"].replace(
            "{", "{review_by: 2024-01-01, "
        )
    }
    shown, kept = (
        told(findings_of({**SOUND, **due, ROUND: f"{SOUND[ROUND]}programmes: [borders]\n{line}"}))
        for line in ("", "audience: {programmes: internal}\n")
    )
    assert "before round 2 mentions them" in shown
    assert "before a round mentions them" in kept


def test_a_number_that_is_taken_is_told_where_everybody_may_know_both_rounds() -> None:
    twice = {**SOUND, ROUND: SOUND[ROUND].replace("number: 2", "number: 1")}
    assert "number 1 is taken by" in told(findings_of(twice))
    assert "this number is taken by" in told(findings_of({**twice, FIRST: f"audience: partners\n{SOUND[FIRST]}"}))


def test_how_long_after_the_meeting_a_text_goes_out_is_told_where_its_day_is_public() -> None:
    published = (
        SOUND[ROUND].replace("state: held", "state: published\npublished: 2024-05-20") + "occasion: They met today.\n"
    )
    assert "goes out 4 days after the meeting" in told(findings_of({**SOUND, ROUND: published}))
    kept = f"{published}audience: {{published: internal}}\n"
    assert "goes out after the meeting" in told(findings_of({**SOUND, ROUND: kept}))


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ({}, Level.PUBLIC),
        ({"audience": {"embargo": "internal"}}, Level.INTERNAL),
        ({"embargo": {"audience": "restricted"}}, Level.RESTRICTED),
        ({"embargo": {"audience": {"time": "internal"}}}, Level.PUBLIC),
        ({"embargo": {"audience": {"day": "partners"}}}, Level.PARTNERS),
    ],
)
def test_a_value_is_for_whom_all_that_holds_it_is(said: dict[str, object], level: Level) -> None:
    embargo = {"day": "2024-05-16", "time": "15:00", "zone": "Asia/Bishkek", **said.pop("embargo", {})}  # type: ignore[dict-item]
    round_ = {"number": "1", "state": "held", "start": "2024-05-16", "parties": []}
    record = Round.model_validate({**round_, "press": {"embargo": embargo, **said}})
    assert level_at(record, ("press", "embargo", "day")) is level
    assert level_at(record, ("start",), above=Level.PARTNERS) is Level.PARTNERS
