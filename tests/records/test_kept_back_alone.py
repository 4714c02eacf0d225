"""What papers need of a thing and is kept back alone is told at the key that keeps it back, and nothing else is."""

from __future__ import annotations

import pytest

from tests.support.cases import ROUND, SOUND, findings_of

FOLDER = ROUND.rpartition("/")[0]
DIALOGUE = "data/dialogues/north/dialogue.yaml"
COUNTRIES = "data/registers/countries.yaml"
PLACE = "place: {city: Newtown, country: AR}"
STATEMENT = """\
title: Joint statement
published: 2024-05-16
sections: [{paragraphs: [{id: p1, text: The bridge will stay open.}]}]
"""


def alone(files: dict[str, str]) -> list[str]:
    """What is told of fields that are kept back alone, as code, place and sentence."""
    found = (each for each in findings_of({**SOUND, **files}) if each.code in ("P074", "R026"))
    return [f"{each.code} {each.place} {each.sentence.partition(',')[0]}" for each in found]


def round_with(line: str, place: str = PLACE) -> dict[str, str]:
    return {ROUND: SOUND[ROUND].replace(PLACE, place) + line}


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("outcomes: [{id: o1, verb: agree, text: to meet, audience: {verb: internal}}]\n", "verb"),
        ("topics: [{id: t1, title: fish, audience: {treatment: partners}}]\n", "treatment"),
        ("topics: [{id: t1, title: fish, audience: {occasion: restricted}}]\n", "occasion"),
        ("next: {when: 2026-05, marking: {status: plain/internal}}\n", "status"),
        ("next: {when: 2026-05, audience: {status: partners, when: partners}}\n", "status"),
        ("events: [{what: Fair, when: 2026-05, audience: {when: internal}}]\n", "when"),
        ("press: {embargo: {day: 2024-05-16, time: '15:00', zone: Asia/Bishkek, audience: {day: internal}}}\n", "day"),
    ],
)
def test_a_field_of_a_round_that_papers_need_is_told_where_it_is_kept_back_alone(line: str, key: str) -> None:
    [found] = alone(round_with(line))
    place = f"{ROUND}:{len(SOUND[ROUND].splitlines()) + 1}"
    assert found.startswith(f"P074 {place}")
    assert found.endswith(f"“{key}” is kept back alone")


def test_so_is_the_city_of_a_place() -> None:
    place = PLACE.replace("{", "{audience: {city: restricted}, ")
    [found] = [each for each in findings_of({**SOUND, **round_with("", place)}) if each.code == "P074"]
    assert not found.is_error
    assert found.sentence == (
        "“city” is kept back alone, and no paper for those who read the rest of the meeting can be made"
    )
    assert found.hint == "write `audience:` for the whole meeting, or write there what all of them may read"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("audience: restricted\n", PLACE.replace("{", "{audience: {city: restricted}, ")),
        ("marking: plain/internal\n", PLACE.replace("{", "{audience: {city: internal}, ")),
        ("", PLACE.replace("{", "{audience: {city: public, country: internal}, ")),
        ("", PLACE.replace("{", "{audience: internal, ")),
        ("", PLACE.replace("{", "{audience: internal, marking: {city: plain/internal}, ")),
        ("audience: {place: internal}\n", PLACE.replace("{", "{audience: {city: internal}, ")),
        ("outcomes: [{id: o1, verb: agree, text: to meet, audience: {text: internal, deadline: internal}}]\n", PLACE),
    ],
)
def test_nothing_is_told_where_the_whole_is_kept_back_as_much_or_papers_can_do_without(line: str, place: str) -> None:
    assert alone(round_with(line, place)) == []


def test_title_and_paragraphs_of_a_statement_are_for_all_who_read_it() -> None:
    files = {f"{FOLDER}/statement.yaml": f"audience: {{title: partners}}\n{STATEMENT}"}
    assert alone(files) == [f"P074 {FOLDER}/statement.yaml:1:19 “title” is kept back alone"]
    unpublished = {path: text.replace("published: 2024-05-16\n", "") for path, text in files.items()}
    assert alone(unpublished) == alone({**files, DIALOGUE: f"audience: partners\n{SOUND[DIALOGUE]}"}) == []
    hidden = STATEMENT.replace("{id: p1,", "{id: p1, audience: {id: internal},")
    assert len(alone({f"{FOLDER}/statement.yaml": hidden})) == 1


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("names:", "audience: {names: internal}\n  names:", "2:21"),
        ("{short", "{audience: partners, short", "3:7"),
        ("{short", "{audience: {official: partners}, short", "3:7"),
    ],
)
def test_a_state_has_a_name_for_all_who_may_read_of_it(old: str, new: str, place: str) -> None:
    changed = SOUND[COUNTRIES].replace(old, new, 1)
    [found] = alone({COUNTRIES: changed})
    assert found.startswith(f"P074 {COUNTRIES}:{place} ")
    assert alone({COUNTRIES: changed.replace("AR:\n", "AR:\n  audience: internal\n", 1)}) == []


def test_a_dialogue_has_a_name_for_all_who_may_read_of_it() -> None:
    files = {DIALOGUE: SOUND[DIALOGUE].replace("[{name", "[{audience: partners, name")}
    assert alone(files) == [f"P074 {DIALOGUE}:1:9 no name of the dialogue is left for those who read the rest of it"]
    two = files[DIALOGUE].replace("}]", ", since: 2024-01-01}, {name: Talks of the North}]")
    assert alone({DIALOGUE: two}) == []
    assert alone({DIALOGUE: f"audience: internal\n{files[DIALOGUE]}"}) == []


def test_what_every_paper_is_made_by_is_told_where_a_marking_alone_keeps_it_back() -> None:
    assert [each.partition(" ")[0] for each in alone(round_with("marking: {start: plain/internal}\n"))] == ["R026"]
    assert alone(round_with("audience: {start: public}\n")) == []
