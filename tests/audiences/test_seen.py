"""What is decided beside a view is decided by the record as its readers would have written it."""

from __future__ import annotations

import datetime

import pytest

from reporting.audiences.seen import as_seen, names_as_seen
from reporting.records.levels import Level
from tests.support.desk import COUNTRIES, HOUSE, ORGANISATIONS, ROUND_7, register, view

PUBLIC, PARTNERS, INTERNAL, RESTRICTED = Level
NOW, THEN = datetime.date(2031, 10, 21), datetime.date(2030, 1, 1)


def parties(audience: Level, round_7: str, **more: str) -> list[str | None]:
    """The parties of the round as somebody knows it."""
    made = register(round_7=round_7, **more)
    round_ = made.series["straits"].meetings["07-port"].round
    return [each.party for each in as_seen(round_, audience, made).parties]


@pytest.mark.parametrize(
    "hidden",
    ["audience: internal", "marking: internal", "marking: tlp/amber"],
)
def test_an_item_that_is_kept_back_is_not_there(hidden: str) -> None:
    round_7 = ROUND_7.replace("capacity: guest", f"capacity: guest, {hidden}")
    assert parties(PARTNERS, round_7) == ["VE", "OS"]
    assert parties(INTERNAL, round_7) == ["VE", "OS", "straits-union"]


@pytest.mark.parametrize("hidden", ["audience: {parties: internal}", "marking: {parties: internal}"])
def test_a_list_that_is_kept_back_is_empty(hidden: str) -> None:
    assert parties(PARTNERS, f"{ROUND_7}{hidden}\n") == []
    assert parties(INTERNAL, f"{ROUND_7}{hidden}\n") == ["VE", "OS", "straits-union"]


def test_an_item_that_says_why_more_people_may_read_it_is_there_for_them() -> None:
    lowered = "{title: Closing, audience: public, lowered: It was announced.}"
    made = register(round_7=ROUND_7.replace("agenda: [", f"agenda: [{lowered}, "))
    round_ = made.series["straits"].meetings["07-port"].round
    titles = [
        [each.title.get("en") for each in as_seen(round_, audience, made).agenda] for audience in (PUBLIC, PARTNERS)
    ]
    assert titles == [["Closing"], ["Closing", "Opening"]]


def test_a_field_is_empty_where_the_whole_is_kept_back() -> None:
    made = register(round_7=ROUND_7 + "audience: internal\n")
    round_ = made.series["straits"].meetings["07-port"].round
    seen = as_seen(round_, PARTNERS, made)
    assert [getattr(seen, name) for name in ("place", "parties", "state")] == [None, [], None]
    assert as_seen(round_, INTERNAL, made).place == round_.place


def test_a_reference_is_empty_where_it_leads_to_something_that_is_kept_back() -> None:
    hidden = COUNTRIES.replace("OS:\n", "OS:\n  audience: internal\n")
    assert parties(PARTNERS, ROUND_7, countries=hidden) == ["VE", None, "straits-union"]
    assert parties(INTERNAL, ROUND_7, countries=hidden) == ["VE", "OS", "straits-union"]


def test_a_list_of_references_lacks_those_that_lead_to_something_that_is_kept_back() -> None:
    hidden = COUNTRIES.replace("OS:\n", "OS:\n  marking: internal\n")
    for audience, ids in ((PARTNERS, ["VE"]), (INTERNAL, ["VE", "OS"])):
        made = register(round_7=ROUND_7 + "agreed_order: [VE, OS]\n", countries=hidden)
        round_ = made.series["straits"].meetings["07-port"].round
        assert as_seen(round_, audience, made).agreed_order == ids


def test_what_a_field_of_a_thing_inside_says_of_itself_holds_at_any_depth() -> None:
    round_7 = ROUND_7.replace("venue: Customs House", "venue: Customs House, audience: {venue: internal}")
    made = register(round_7=round_7)
    round_ = made.series["straits"].meetings["07-port"].round
    for audience, is_seen in ((PARTNERS, False), (INTERNAL, True)):
        place = as_seen(round_, audience, made).place
        assert place is not None
        assert ((place.venue is not None), place.city.get("en")) == (is_seen, "Port Averin")


@pytest.mark.parametrize(
    ("day", "form", "name"),
    [
        (NOW, "short", "Velmora"),
        (NOW, "official", "Republic of Velmora"),
        (THEN, "short", "Old Velmora"),
        (THEN, "official", "Kingdom of Velmora"),
    ],
)
def test_a_party_is_ordered_by_its_name_of_the_day(day: datetime.date, form: str, name: str) -> None:
    assert names_as_seen(register(), "VE", day, form, PUBLIC) == {"*": name}


def test_a_name_that_is_kept_back_has_no_part_in_the_order() -> None:
    hidden = COUNTRIES.replace("{since: 2030-07-01,", "{since: 2030-07-01, audience: internal,")
    made = register(countries=hidden)
    # Without the name of the day the last one that readers know serves.
    assert names_as_seen(made, "VE", NOW, "short", PARTNERS) == {"*": "Old Velmora"}
    assert names_as_seen(made, "VE", NOW, "short", INTERNAL) == {"*": "Velmora"}


def test_a_state_all_of_whose_names_are_kept_back_has_none() -> None:
    hidden = COUNTRIES.replace("OS:\n", "OS:\n  audience: {names: internal}\n")
    assert names_as_seen(register(countries=hidden), "OS", NOW, "short", PARTNERS) == {}
    assert names_as_seen(register(countries=hidden), "OS", NOW, "short", INTERNAL) == {"*": "Ostrava Isles"}


@pytest.mark.parametrize(
    ("party", "form", "names"),
    [
        ("mer", "short", {"*": "MER"}),
        ("mer", "official", {"*": "Ministry of External Relations of Velmora"}),
        ("straits-union", "short", {"*": "Straits Union"}),
        ("nobody", "short", {}),
    ],
)
def test_a_body_is_ordered_by_its_short_name_where_it_has_one(party: str, form: str, names: dict[str, str]) -> None:
    assert names_as_seen(register(), party, NOW, form, PUBLIC) == names


def test_a_short_name_that_is_kept_back_gives_way_to_the_full_one() -> None:
    hidden = ORGANISATIONS.replace("short: MER}", "short: MER, audience: {short: internal}}")
    assert names_as_seen(register(organisations=hidden), "mer", NOW, "short", PUBLIC)["*"].startswith("Ministry")
    assert names_as_seen(register(organisations=hidden), "mer", NOW, "short", INTERNAL) == {"*": "MER"}


def test_an_order_that_is_kept_back_does_not_order() -> None:
    hidden = ROUND_7 + "party_order: alphabetical\naudience: {party_order: internal}\n"
    orders = [
        [each["party"]["id"] for each in view(level, round_7=hidden, house=HOUSE).data["round"]["members"]]
        for level in (PARTNERS, INTERNAL)
    ]
    assert orders == [["VE", "OS"], ["OS", "VE"]]
