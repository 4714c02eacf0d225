"""What follows from a record: names of the day, who sits where, which day stands on a paper."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from reporting.audiences.outline import outline
from reporting.audiences.shapes import Many, Shape, Thing
from reporting.audiences.values import Untranslated, Words
from reporting.audiences.view import View
from reporting.records.levels import Level
from tests.support.desk import BRIEFING, DIALOGUE, ORGANISATIONS, PEOPLE, ROUND_7, view

NAMED = "{name: Harbour Union, in_sentence: the Harbour Union, short: HU, seat: Averin, since: 2031-01-01"
EARLIER = f"straits-union: {NAMED}, earlier: [{{name: Port Club, in_sentence: the Port Club, seat: Sund, until: 2030-12-31}}]}}"
"""A body that had another name, without a short one, until the year before the meeting of 2031."""


def parties(view: View, group: str = "parties") -> list[dict[str, Any]]:
    return [each["party"] for each in view.data["round"][group]]


def texts(thing: dict[str, Any], *names: str) -> list[str]:
    return [thing[name].text for name in names]


def test_states_are_told_from_bodies() -> None:
    assert [(each["id"], each["is_state"]) for each in parties(view())] == [
        ("VE", True),
        ("OS", True),
        ("straits-union", False),
    ]


def test_a_body_has_the_name_seat_and_short_name_of_the_day() -> None:
    bodies = ORGANISATIONS.replace("straits-union: {name: Straits Union, in_sentence: the Straits Union}", EARLIER)
    now, then = (
        parties(view(organisations=bodies, round_7=ROUND_7.replace("2031-10-21", day)), "guests")[0]
        for day in ("2031-10-21", "2030-10-21")
    )
    asked = ("name", "official", "in_sentence", "short", "seat")
    assert texts(now, *asked) == ["Harbour Union", "Harbour Union", "the Harbour Union", "HU", "Averin"]
    # Without a short name of that time the full one of that time serves.
    assert texts(then, *asked) == ["Port Club", "Port Club", "the Port Club", "Port Club", "Sund"]


def test_a_state_without_a_capital_has_none() -> None:
    first, second, _ = parties(view())
    assert (first["capital"].text, second["capital"]) == ("Averin", None)


def test_a_name_of_another_time_is_used_where_none_covers_the_day() -> None:
    gone = DIALOGUE + "names: [{name: Old Talks, until: 2001-01-01}, {name: Late Talks, until: 2002-01-01}]\n"
    names = "\n".join(line for line in gone.splitlines() if not line.startswith("names: [{name: Straits"))
    found = view(dialogue=names).data["dialogue"]
    assert (found["name"].text, found["short"], found["acronym"]) == ("Late Talks", None, None)


@pytest.mark.parametrize(
    ("capacity", "group"),
    [
        ("party", "members"),
        ("guest", "guests"),
        ("special-guest", "guests"),
        ("observer", "observers"),
        ("facilitator", "observers"),
    ],
)
def test_delegations_are_grouped_by_their_capacity(capacity: str, group: str) -> None:
    round_7 = ROUND_7.replace("capacity: guest", f"capacity: {capacity}")
    found = view(round_7=round_7)
    groups = [name for name in ("members", "guests", "observers") if "straits-union" in ids(found, name)]
    assert groups == [group]


def ids(view: View, group: str) -> list[str]:
    return [each["id"] for each in parties(view, group)]


def test_topics_of_an_occasion_are_grouped_by_their_treatment() -> None:
    topics = [
        "{id: a, title: a, treatment: reviewed}",
        "{id: b, title: b, treatment: reviewed}",
        "{id: c, title: c, treatment: reviewed, occasion: working-lunch}",
        "{id: d, title: d, treatment: raised, occasion: working-lunch}",
    ]
    before, _, rest = ROUND_7.partition("topics:\n  - ")
    after = rest[rest.index("outcomes:") :]
    agenda = before.replace(", topics: [pilots]", "")
    made = view(round_7=f"{agenda}topics: [{', '.join(topics)}]\n{after}").data["round"]["occasions"]
    assert [(each["occasion"], each["treatment"], len(each["topics"])) for each in made] == [
        ("plenary", "reviewed", 2),
        ("working-lunch", "reviewed", 1),
        ("working-lunch", "raised", 1),
    ]
    assert [each["goes_on"] for each in made] == [False, False, True]


@pytest.mark.parametrize(("state", "is_planned"), [("planned", True), ("held", False), ("published", False)])
def test_a_round_is_planned_until_it_is_held(state: str, *, is_planned: bool) -> None:
    assert view(round_7=ROUND_7.replace("state: held", f"state: {state}")).data["round"]["is_planned"] is is_planned


@pytest.mark.parametrize(
    ("mode", "is_remote"), [("in-person", False), ("hybrid", False), ("video", True), ("written", True)]
)
def test_a_round_by_video_or_in_writing_is_remote(mode: str, *, is_remote: bool) -> None:
    place = next(line for line in ROUND_7.splitlines() if line.startswith("place:"))
    here = "" if is_remote else place
    made = view(round_7=ROUND_7.replace(place, f"{here}\nmode: {mode}"))
    assert made.data["round"]["is_remote"] is is_remote


def test_the_last_day_is_the_first_where_there_is_no_other() -> None:
    two_days = ROUND_7.replace("start: 2031-10-21", "start: 2031-10-21\nend: 2031-10-22")
    days = [view(round_7=text).data["round"]["last_day"] for text in (ROUND_7, two_days)]
    assert days == [datetime.date(2031, 10, 21), datetime.date(2031, 10, 22)]


@pytest.mark.parametrize(("gender", "title"), [("f", "Ministre, elle"), ("m", "Ministre"), ("", "Ministre")])
def test_a_title_is_the_one_that_its_holder_bears(gender: str, title: str) -> None:
    given = f"gender: {gender}, " if gender else ""
    people = "sol: {" + given + "given: Ana, family: Sol, functions: [{title: {fr: {text: Ministre, feminine: "
    people += "'Ministre, elle'}}, country: VE}]}\n" + PEOPLE[PEOPLE.index("brek:") :]
    head = view(Level.INTERNAL, people=people, language="fr").data["round"]["parties"][0]["head"]
    assert head["function"]["title"].text == title


def test_who_holds_no_function_on_the_day_has_none() -> None:
    people = PEOPLE.replace("{since: 2031-01-01,", "{since: 2032-01-01,").replace(
        "until: 2030-12-31", "until: 2030-01-01"
    )
    assert view(Level.INTERNAL, people=people).data["round"]["parties"][0]["head"]["function"] is None


def test_a_person_whose_name_lacks_the_language_says_so() -> None:
    people = PEOPLE.replace("family: Sol", "family: {ru: Соль}")
    head = view(Level.INTERNAL, people=people).data["round"]["parties"][0]["head"]
    assert [head[name] for name in ("name", "short_name", "listed_name")] == [
        Untranslated("people[sol].family", "en", ("ru",))
    ] * 3


def test_a_name_in_a_language_of_cases_has_those_that_all_of_its_parts_have() -> None:
    cases = "genitive: {0}а, dative: {0}у, accusative: {0}а, instrumental: {0}ом, prepositional: {0}е"
    family = f"{{ru: {{text: Соболев, {cases.format('Соболев')}}}}}"
    given = "{ru: {text: Иван, genitive: Ивана}}"
    people = f"sol: {{given: {given}, family: {family}, gender: m}}\n" + PEOPLE[PEOPLE.index("brek:") :]
    name = view(Level.INTERNAL, people=people, language="ru").data["round"]["parties"][0]["head"]["name"]
    assert isinstance(name, Words)
    assert (name.text, dict(name.forms)) == ("Иван Соболев", {"genitive": "Ивана Соболева", "gender": "m"})
    # What lacks a case is the given name: that is the place to add it.
    assert name.path == "people[sol].given.ru"


def test_the_part_of_a_name_that_lacks_a_case_is_told_though_the_first_has_all() -> None:
    cases = ", ".join(
        f"{case}: Ивана" for case in ("genitive", "dative", "accusative", "instrumental", "prepositional")
    )
    person = f"sol: {{given: {{ru: {{text: Иван, {cases}}}}}, family: {{ru: Соболев}}, gender: m}}\n"
    people = person + PEOPLE[PEOPLE.index("brek:") :]
    name = view(Level.INTERNAL, people=people, language="ru").data["round"]["parties"][0]["head"]["name"]
    assert name.path == "people[sol].family.ru"


def test_questions_and_facts_of_topics_come_before_those_of_the_meeting() -> None:
    briefing = BRIEFING.replace(
        "lines: [Charts first.]",
        "lines: [Charts first.], defensives: [{if_raised: a, line: b}], background: [{text: one, use: free}]",
    )
    briefing += "defensives: [{if_raised: c, line: d}]\nbackground: [{text: two, use: free}]\n"
    made = view(Level.RESTRICTED, briefing=briefing).data["briefing"]
    assert [each["if_raised"].text for each in made["questions"]] == ["a", "c"]
    assert [each["text"].text for each in made["facts"]] == ["one", "two"]


def optional(shape: Shape, names: set[str], seen: set[str]) -> set[str]:
    """`Thing.field` of each derived field that may be missing, anywhere in a shape."""
    if isinstance(shape, Many):
        return optional(shape.item, names, seen)
    if not isinstance(shape, Thing) or shape.name in seen:
        return set()
    seen.add(shape.name)
    found = {f"{shape.name}.{name}" for name, each in shape.fields.items() if each.optional and name in names}
    return found.union(*(optional(each.shape, names, seen) for each in shape.fields.values()))


def test_a_template_is_told_which_of_them_may_be_missing() -> None:
    always = {"name", "short_name", "listed_name", "official", "in_sentence", "is_state", "members", "guests"}
    always |= {
        "observers",
        "occasions",
        "is_planned",
        "is_remote",
        "last_day",
        "issued",
        "questions",
        "facts",
        "authentic",
    }
    sometimes = {"function", "capital", "seat", "acronym", "short"}
    found = optional(outline(), always | sometimes, set())
    for noun, names in (
        ("Person", ["function"]),
        ("Country", ["capital"]),
        ("Organisation", ["seat"]),
        ("Dialogue", ["acronym", "short"]),
    ):
        assert sorted(each for each in found if each.startswith(f"{noun}.")) == [f"{noun}.{name}" for name in names]
    assert not {each for each in found if each.startswith(("Round.", "Briefing.", "Statement."))}
