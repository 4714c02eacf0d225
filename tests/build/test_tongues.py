"""Texts that stand for several languages in one string, and texts that lack a language: told once each, never a flood."""

from __future__ import annotations

import pytest

from reporting.build.foreseen.tongues import tongue_findings
from reporting.build.planning.plan import plan
from reporting.drafting.typefiles import types_of
from reporting.problems import Problem
from reporting.records.load import load_register
from reporting.workspace import Memory

HOUSE = "organisation: EEAS\ncity: {en: Brussels, fr: Bruxelles, ru: Брюссель}\nlanguages: [en]\n"
HOUSE += "markings: {internal: internal, restricted: restricted}\n"
DIALOGUE = """\
names: [{name: {en: Dialogue, fr: dialogue, ru: Диалог}}]
kind: dialogue
level: {en: ministers, fr: ministres, ru: министры}
parties: [EU, KZ]
together: {en: the parties, fr: les parties, ru: стороны}
purpose: {en: To meet., fr: Se réunir., ru: Встречаться.}
"""
ROUND = "number: 1\nstate: held\nstart: 2031-10-21\nparties: [{party: EU}, {party: KZ}]\n"
FILE = "data/dialogues/d/01-a/round.yaml"


def told(round_: str, *, dialogue: str = "", languages: str = "[en, fr]", **more: str) -> list[Problem]:
    """What is found in a workspace with one round."""
    files = {
        "data/house.yaml": HOUSE,
        "data/dialogues/d/dialogue.yaml": DIALOGUE + dialogue,
        FILE: f"{ROUND}languages: {languages}\n{round_}",
        **{f"data/dialogues/d/01-a/{name}.yaml": text for name, text in more.items()},
    }
    workspace = Memory(files, shipped=True)
    read = load_register(workspace)
    assert read.problems == ()
    types = types_of(workspace).value
    return list(tongue_findings(read.value, types, plan(read.value, types).papers))


def test_one_string_for_two_languages_is_a_warning_at_its_place() -> None:
    (found,) = told("atmosphere: open and constructive\n", languages="[en, ru]")
    assert (found.code, found.is_error, found.place and found.place.line) == ("P044", False, 6)
    assert found.sentence == "one string stands for papers in en, ru"


@pytest.mark.parametrize(
    "round_",
    [
        'press: {headline: "2031"}\n',
        "press: {headline: BOMCA / CADAP}\n",
        "press: {headline: press@example.org}\n",
        "press: {headline: 'https://a.example/en'}\n",
        "place: {city: Paris, country: FR}\n",
        "atmosphere: {en: open, fr: ouverte}\n",
        "sources: [{claim: All of it, source: The official release}]\n",
    ],
)
def test_what_is_the_same_in_every_language_may_be_one_string(round_: str) -> None:
    assert told(round_) == []


def test_a_name_of_the_registers_has_to_be_in_the_alphabet_of_each_paper() -> None:
    place = "place: {city: Paris, country: FR}\n"
    assert told(place) == []
    (found,) = told(place, languages="[en, ru]")
    assert found.sentence == "one string stands for papers in en, ru"


def test_in_papers_of_one_language_one_string_is_enough() -> None:
    assert told("atmosphere: open and constructive\n", languages="[en]") == []


def test_a_text_that_lacks_a_language_of_its_papers_is_told_before_a_build() -> None:
    (found,) = told("atmosphere: {en: open}\n")
    assert (found.code, found.is_error, found.place and found.place.line) == ("P045", False, 6)
    assert found.sentence == "there is no text in fr, in which papers are made of it"


def test_a_language_of_public_papers_is_not_wanted_of_what_these_may_not_print() -> None:
    only = "paper_languages: [{paper: press-release, languages: [en, ru]}]\n"
    topic = (
        "topics: [{id: t, title: {en: trade, fr: le commerce, ru: торговля}, confidential: {en: Hard., fr: Dur.}}]\n"
    )
    assert told(only + topic) == []
    (found,) = told(only + topic.replace(", ru: торговля", ""))
    assert found.sentence == "there is no text in ru, in which papers are made of it"


def test_a_statement_wants_the_languages_of_its_own_papers_alone() -> None:
    only = "paper_languages: [{paper: press-release, languages: [en, ru]}]\n"
    statement = "title: {en: Statement, fr: Déclaration}\nsections: []\n"
    assert told(only, statement=statement) == []
    found = told(only.replace("press-release", "joint-statement"), statement=statement)
    assert [each.sentence for each in found] == ["there is no text in ru, in which papers are made of it"]


def test_more_than_eight_in_one_file_are_told_as_one_with_their_number() -> None:
    quotes = [f"  - {{id: t{number}, title: the subject of day {number}}}\n" for number in range(9)]
    assert len(told("topics:\n" + "".join(quotes[:8]))) == 8
    (found,) = told("topics:\n" + "".join(quotes))
    assert found.sentence == "9 texts are one string each, and stand for papers in en, fr"
    assert len(found.also) == 6
    lacking = [each.replace("title: the", "title: {en: the").replace("}\n", "}}\n") for each in quotes]
    (found,) = told("topics:\n" + "".join(lacking))
    assert found.sentence == "9 texts lack fr, in which papers are made"
