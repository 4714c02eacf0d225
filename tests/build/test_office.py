"""Letterheads named in the house or in a type: found, told of with a place where they are no good, worn by papers."""

from __future__ import annotations

import pytest

from reporting.build.making.office import Office, offices_of
from reporting.build.making.theme import theme_of
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.workspace import HOUSE, Memory
from tests.support.cases import SOUND
from tests.support.letterheads import letterhead

LETTERHEAD = letterhead()


def offices(house: str = "", **files: bytes | str) -> tuple[dict[str, Office], list[str]]:
    """What each type wears, and what is said; `house` is what house.yaml says besides."""
    own = {
        name.replace("__", "/").replace("_yaml", ".yaml").replace("_docx", ".docx"): file
        for name, file in files.items()
    }
    workspace = Memory({**SOUND, HOUSE: SOUND[HOUSE] + house, **own}, shipped=True)
    register = load_register(workspace).value
    found = offices_of(workspace, register, types_of(workspace).value, theme_of(workspace))
    return dict(found.by_type), [f"{each.place}: {each.code}" for each in found.problems]


def test_every_type_wears_the_letterhead_of_the_house() -> None:
    found, said = offices("word_template: ours.docx\n", templates__house__ours_docx=LETTERHEAD)
    assert {office.letterhead == LETTERHEAD for office in found.values()} == {True}
    assert said == []


def test_fonts_are_carried_along_where_the_house_says_so() -> None:
    found, _ = offices("embed_fonts: true\n")
    assert {office.embeds_fonts for office in found.values()} == {True}
    assert {office.key == Office().key for office in found.values()} == {False}


BAD: dict[str, tuple[bytes | None, str]] = {
    "missing": (None, "data/house.yaml:6:16: W060"),
    "no Word file": (b"Dear Sir", "data/house.yaml:6:16: W061"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_letterhead_that_is_no_good_is_told_at_the_line_that_names_it(case: str) -> None:
    data, expected = BAD[case]
    files = {} if data is None else {"templates__house__ours_docx": data}
    found, said = offices("word_template: ours.docx\n", **files)
    assert set(said) == {expected}
    assert {office.letterhead for office in found.values()} == {b""}


@pytest.mark.parametrize("name", ["../../data/house.docx", "ours.doc", "a\\b.docx", "/etc/a.docx"])
def test_a_letterhead_outside_of_the_templates_is_not_looked_for(name: str) -> None:
    _, said = offices(f"word_template: '{name}'\n")
    assert set(said) == {"data/house.yaml:6:16: W060"}
