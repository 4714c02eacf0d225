"""Every text of the record with the level that the gate gives it, worked out without the view."""

from __future__ import annotations

import pytest

from reporting.problems import Place
from reporting.records.levels import Level
from reporting.release.scanner.leaves import Leaf, leaves, without
from reporting.release.scanner.needles import PASTED, named_people, phrases_of
from tests.support.desk import COMMITMENTS, DIALOGUE, PEOPLE, ROUND_7, STATEMENT, register

TOPIC = "context: Pilots are scarce."


def level_of(words: str, **changed: str) -> list[str]:
    """Who may read the texts that say this."""
    made = register(**changed)
    return [str(leaf.level) for leaf in leaves(made) if leaf.words == words]


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("pilots", ["public"]),
        ("Customs House", ["partners"]),
        ("Room 4", ["internal"]),
        ("They quarrelled.", ["restricted"]),
        ("the delay", ["internal"]),
        ("We did well.", ["public"]),
        ("Not yet cleared.", ["internal"]),
        ("We agreed.", ["partners"]),
        ("They wanted more.", ["internal"]),
        ("Expect rain.", ["restricted"]),
        ("send a list", ["internal"]),
        ("+99 1 234", ["restricted"]),
        ("press@mer.example", ["public"]),
        ("Old Velmora", ["public"]),
        ("held", []),
        ("working-lunch", []),
        ("straits-union", []),
    ],
)
def test_a_text_is_for_whom_the_model_and_the_record_say(words: str, level: list[str]) -> None:
    assert level_of(words) == level


@pytest.mark.parametrize(
    ("said", "words", "level"),
    [
        ("audience: {context: restricted}", "Pilots are scarce.", ["restricted"]),
        ("audience: {context: internal}", "pilotage", ["public"]),
        ("audience: internal", "Pilots are scarce.", ["internal"]),
        ("audience: internal", "They quarrelled.", ["restricted"]),
        ("audience: {confidential: public}, lowered: Said in public.", "They quarrelled.", ["restricted"]),
        ("audience: {context: public}, lowered: Said in public.", "Pilots are scarce.", ["public"]),
        ("audience: {context: partners}, lowered: Said in public.", "Pilots are scarce.", ["partners"]),
    ],
)
def test_the_record_raises_a_text_and_lowers_it_as_far_as_the_model_lets_it(
    said: str, words: str, level: list[str]
) -> None:
    assert level_of(words, round_7=ROUND_7.replace(TOPIC, f"{TOPIC}, {said}")) == level


def test_a_place_may_be_lowered_to_the_public_and_no_further_than_its_record_says() -> None:
    venue = "venue: Customs House, audience: {venue: public}"
    assert level_of("Customs House", round_7=ROUND_7.replace("venue: Customs House", venue)) == ["partners"]
    lowered = f"{venue}, lowered: It was on television."
    assert level_of("Customs House", round_7=ROUND_7.replace("venue: Customs House", lowered)) == ["public"]


def test_what_stands_inside_of_something_is_for_no_more_readers_than_that() -> None:
    hidden = PEOPLE.replace("contact: +99 1 234", "contact: +99 1 234\n  audience: internal")
    assert level_of("Minister", people=hidden) == ["internal"]
    assert level_of("Born in Averin.", people=hidden) == ["restricted"]


@pytest.mark.parametrize("said", ["audience: internal", "marking: plain/internal"])
def test_the_records_of_a_round_are_for_no_more_readers_than_the_round_and_its_dialogue(said: str) -> None:
    published = STATEMENT.replace("title: Joint", "published: 2031-10-22\ntitle: Joint")
    assert level_of("We agreed.", statement=published) == ["public"]
    assert level_of("We agreed.", statement=published, round_7=f"{ROUND_7}{said}\n") == ["internal"]
    assert level_of("We agreed.", statement=published, dialogue=f"{DIALOGUE}{said}\n") == ["internal"]
    assert level_of("pilots", dialogue=f"{DIALOGUE}{said}\n") == ["internal"]


def test_texts_are_told_by_language_and_by_their_forms() -> None:
    people = PEOPLE.replace("honorific: Ms", "honorific: {en: Ms, fr: Mme}")
    made = register(people=people)
    found = {leaf.words for leaf in leaves(made)}
    assert {"Ms", "Mme"} <= found


def test_commitments_and_records_that_are_not_there_have_no_texts() -> None:
    made = register(statement="", briefing="", commitments="[]")
    found = {leaf.words for leaf in leaves(made)}
    assert not {"We agreed.", "Expect rain.", "send a list"} & found
    assert "send a list" in COMMITMENTS


def test_what_is_above_a_level_is_replaced_and_everything_else_stays() -> None:
    made = register()
    series = made.series["straits"]
    cut = without(made, series, Level.PARTNERS)
    before, after = (leaves(each) for each in (made, cut))
    assert len(before) == len(after)
    for one, other in zip(before, after, strict=True):
        assert (one.level, one.place) == (other.level, other.place) or one.level > Level.PARTNERS
        assert (other.words == one.words) == (one.level <= Level.PARTNERS), one
        assert other.words in (one.words, "Withheld", "withheld")


@pytest.mark.parametrize(
    ("user", "host", "words"),
    [
        ("m.fenwick", "desk7.mer.example", ["m.fenwick", "desk7.mer.example", "desk7"]),
        ("root", "localhost", []),
        ("ab1", "pc12", ["pc12", "pc12"]),
        ("Admin", "Server.mer.example", ["Server.mer.example"]),
        ("", "", []),
    ],
)
def test_names_of_users_and_machines_are_looked_for_where_they_say_something(
    user: str, host: str, words: list[str]
) -> None:
    found = named_people(user, host)
    assert [each.word for each in found] == words
    assert all(each.kind == ("user" if each.word == user else "host") for each in found)


def test_a_text_that_is_shorter_than_eight_words_is_not_taken_for_pasted() -> None:
    seven = [Leaf("Both sides will measure the lake together", Level.RESTRICTED, Place("round.yaml"))]
    assert phrases_of(seven, run=PASTED) == {}
    eight = [Leaf("Both sides will measure the whole lake together", Level.RESTRICTED, Place("round.yaml"))]
    assert list(phrases_of(eight, run=PASTED)) == ["bothsideswillmeasurethewholelaketogether"]
