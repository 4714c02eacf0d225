"""Obligatory footnotes: printed at the end of every paper in which the name stands with its mark, and in no other."""

from __future__ import annotations

import pytest

from reporting.records.load import load_register
from reporting.workspace import Memory
from tests.protocol.meeting import FILES, ROUND, STATEMENT, text, views

EU = FILES["data/house.yaml"] + "designations: eu\n"
UN = FILES["data/house.yaml"] + "designations: un\n"
KOSOVO = FILES[ROUND].replace("text: to count the fish", 'text: "to count the fish with Kosovo*"')
BOTH = FILES[ROUND].replace("text: to count the fish", 'text: "to ask Palestine* and Kosovo*"')
RELEASE = "press-release.en"


@pytest.mark.parametrize(
    ("house", "round_", "printed"),
    [
        (EU, KOSOVO, "* This designation is without prejudice to positions on status"),
        (UN, KOSOVO, "* References to Kosovo shall be understood"),
        (EU, BOTH, "* Palestine: This designation shall not be construed"),
        (EU, BOTH, "* Kosovo: This designation is without prejudice"),
    ],
)
def test_a_name_with_its_mark_brings_its_footnote(house: str, round_: str, printed: str) -> None:
    assert printed in text(RELEASE, {"data/house.yaml": house, ROUND: round_})


@pytest.mark.parametrize(
    ("house", "round_"),
    [
        (EU, FILES[ROUND]),
        (FILES["data/house.yaml"], KOSOVO),
        (EU, KOSOVO.replace("start: 2024-05-16", "start: 2011-05-16")),
    ],
)
def test_no_footnote_stands_where_none_is_owed(house: str, round_: str) -> None:
    said = text(RELEASE, {"data/house.yaml": house, ROUND: round_})
    assert "designation" not in said
    assert "References to" not in said


def test_each_paper_has_only_the_footnotes_of_its_own_names() -> None:
    changed = {"data/house.yaml": EU, ROUND: KOSOVO}
    assert "designation" in text("press-release.host.en", changed)
    assert "designation" not in text("joint-statement.copy-su.en", changed)


@pytest.mark.parametrize("name", ["eu", "un"])
@pytest.mark.parametrize("language", ["en", "fr", "ru"])
def test_shipped_footnotes_have_a_text_in_each_language(name: str, language: str) -> None:
    house = FILES["data/house.yaml"] + f"designations: {name}\n"
    register = load_register(Memory({**FILES, "data/house.yaml": house}, shipped=True)).value
    assert register.designations
    assert all(each.note.get(language) and each.name.get(language) for each in register.designations)


def test_the_footnotes_of_the_house_are_in_the_view() -> None:
    shown = views({"data/house.yaml": EU, STATEMENT: FILES[STATEMENT]})[RELEASE][1].data["designations"]
    assert [each["id"] for each in shown] == ["kosovo", "palestine"]
