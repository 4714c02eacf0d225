"""Schemes of markings: what the program carries, what a workspace adds, and which of two markings is the higher one."""

from __future__ import annotations

import pytest

from reporting.records.levels import Level
from reporting.records.markings import Marking, highest
from reporting.records.schemes.marking_schemes import schemes_of
from reporting.workspace import Memory

OURS = """\
title: Ours
markings:
  - {id: open, text: {fr: Ouvert, en: Open}, level: public}
  - {id: closed, text: {fr: Fermé}, level: internal}
"""


def marking(name: str, *, files: dict[str, str] | None = None) -> Marking:
    found = schemes_of(Memory(files or {})).value.find(name)
    assert found is not None
    return found


def test_every_scheme_that_is_carried_is_sound() -> None:
    checked = schemes_of(Memory({}))
    assert checked.problems == ()
    assert sorted(checked.value.by_name) == ["eu", "plain", "tlp", "uk", "un"]


@pytest.mark.parametrize(
    ("name", "text", "level", "classified"),
    [
        ("eu/limite", "LIMITE", Level.INTERNAL, False),
        ("eu/eu-restricted", "RESTREINT UE/EU RESTRICTED", Level.RESTRICTED, True),
        ("uk/official-sensitive", "OFFICIAL-SENSITIVE", Level.RESTRICTED, False),
        ("uk/secret", "SECRET", Level.RESTRICTED, True),
        ("un/strictly-confidential", "STRICTLY CONFIDENTIAL", Level.RESTRICTED, True),
        ("tlp/amber-strict", "TLP:AMBER+STRICT", Level.INTERNAL, False),
        ("tlp/clear", "TLP:CLEAR", Level.PUBLIC, False),
        ("plain/partners", "For the parties only", Level.PARTNERS, False),
    ],
)
def test_a_marking_has_its_text_its_level_and_its_weight(name: str, text: str, level: Level, classified: bool) -> None:  # noqa: FBT001 - a row of the table
    found = marking(name)
    assert (found.text("en"), found.level, found.is_classified) == (text, level, classified)


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("plain/internal", "fr", "Usage interne"),
        ("plain/internal", "ru", "Для служебного пользования"),
        ("plain/internal", "fr-CH", "Usage interne"),
        ("eu/eu-secret", "ru", "SECRET UE/EU SECRET"),
        ("tlp/red", "kk", "TLP:RED"),
    ],
)
def test_a_marking_is_printed_in_the_language_of_the_paper_or_in_its_one_form(
    name: str, language: str, text: str
) -> None:
    assert marking(name).text(language) == text


def test_a_paper_in_a_language_that_the_scheme_lacks_is_marked_all_the_same() -> None:
    assert marking("ours/closed", files={"templates/markings/ours.yaml": OURS}).text("ps") == "Fermé"


def test_a_workspace_adds_a_scheme_and_puts_its_own_in_place_of_a_carried_one() -> None:
    files = {"templates/markings/ours.yaml": OURS, "templates/markings/uk.yaml": OURS}
    known = schemes_of(Memory(files)).value
    assert [each.id for each in known.by_name["ours"].markings] == ["open", "closed"]
    assert known.find("uk/secret") is None
    assert known.find("uk/open") is not None


def test_the_house_calls_its_own_markings_by_their_id_and_others_with_their_scheme() -> None:
    known = schemes_of(Memory({"data/house.yaml": "markings: {scheme: eu}\n"})).value
    assert str(known.find("limite")) == "eu/limite"
    assert str(known.find("tlp/red")) == "tlp/red"
    assert known.find("red") is None


def test_a_house_that_names_no_scheme_has_the_plain_one() -> None:
    assert schemes_of(Memory({"data/house.yaml": "city: X\n"})).value.house == "plain"


def test_what_nothing_for_a_level_may_carry_is_all_that_is_above_it() -> None:
    known = schemes_of(Memory({})).value
    assert [each.id for each in known.by_name["tlp"].above(Level.PARTNERS)] == ["amber", "amber-strict", "red"]
    assert {each.level for each in known.above(Level.INTERNAL)} == {Level.RESTRICTED}
    assert known.above(Level.RESTRICTED) == ()


@pytest.mark.parametrize(
    ("inside", "carried"),
    [
        ((), ()),
        (("eu/limite", "eu/eu-restricted"), ("eu/eu-restricted",)),
        (("eu/eu-secret", "eu/eu-restricted"), ("eu/eu-secret",)),  # one level; the file says which is higher
        (("eu/eu-restricted", "uk/secret"), ("eu/eu-restricted", "uk/secret")),  # no scheme is turned into another
        (("eu/eu-restricted", "tlp/green"), ("eu/eu-restricted",)),  # a wider circle would mislead the reader
        (("tlp/clear",), ("tlp/clear",)),
    ],
)
def test_the_highest_marking_inside_is_carried(inside: tuple[str, ...], carried: tuple[str, ...]) -> None:
    assert tuple(map(str, highest(map(marking, inside), "eu"))) == carried
    assert tuple(map(str, highest(map(marking, reversed(inside)), "eu"))) == carried


def test_the_marking_of_the_house_comes_first() -> None:
    both = [marking("eu/eu-restricted"), marking("uk/secret")]
    assert tuple(map(str, highest(both, "uk"))) == ("uk/secret", "eu/eu-restricted")


def test_a_scheme_that_cannot_be_read_is_told_and_left_out() -> None:
    checked = schemes_of(Memory({"templates/markings/ours.yaml": "title: [\n"}))
    assert "ours" not in checked.value.by_name
    assert [(each.place.file, each.is_error) for each in checked.problems if each.place] == [
        ("templates/markings/ours.yaml", True)
    ]


def test_a_file_that_is_no_scheme_is_told() -> None:
    found = schemes_of(
        Memory({"templates/markings/Harbour.yml": OURS, "templates/markings/read.md": "About."})
    ).problems
    assert [(each.code, each.place.file, each.is_error) for each in found if each.place] == [
        ("R055", "templates/markings/Harbour.yml", False)
    ]
