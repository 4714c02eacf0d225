"""Lists of parties are held to the orders of the papers that print them, as the document types have them."""

from __future__ import annotations

import pytest

from reporting.checks.all import check_register
from reporting.checks.scene import SHIPPED
from reporting.drafting.listing import printing_of
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.workspace import Memory
from tests.support.cases import SOUND

ROUND = "data/dialogues/north/02-beta/round.yaml"
STATEMENT = "data/dialogues/north/02-beta/statement.yaml"
LISTED = """\
title: Statement of Borland and Arvenia
published: 2024-05-17
sections: [{paragraphs: [{id: a, text: "They met."}]}]
"""


def told(files: dict[str, str]) -> list[str]:
    """What the check says of the order of parties."""
    workspace = Memory({**SOUND, **files}, shipped=True)
    printing = printing_of(types_of(workspace).value)
    found = check_register(load_register(workspace).value, None, printing=printing)
    return [f"{each.severity}: {each.sentence}" for each in found if each.code == "P013"]


def test_the_types_that_come_with_the_program_print_what_the_rule_takes_them_to_print() -> None:
    assert printing_of(types_of(Memory({}, shipped=True)).value) == SHIPPED


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("party_order: as-agreed", ["error: BO, AR stand in another order than that of as-agreed"]),
        ("party_order: un-english", ["warning: BO, AR stand in another order than that of un-english"]),
        ("party_order: as-listed", ["warning: BO, AR stand in another order than that of as-listed"]),
        ("", []),
    ],
)
def test_a_statement_is_held_to_the_order_of_its_type(order: str, said: list[str]) -> None:
    kind = f"title: {{en: Joint statement}}\naudience: partners\nformats: [pdf]\nparts: [statement]\nneeds: [statement]\n{order}\n"
    files = {STATEMENT: LISTED, "templates/joint-statement/type.yaml": kind}
    house = SOUND["data/house.yaml"] + "party_order: alternat\n"
    expected = said or ["warning: BO, AR stand in another order than that of alternat"]
    assert told({**files, "data/house.yaml": house}) == expected


def test_a_type_of_the_workspace_is_asked_as_well() -> None:
    kind = "title: {en: Communiqué}\naudience: partners\nformats: [pdf]\nparts: [statement]\nparty_order: as-listed\n"
    listed = LISTED.replace("Borland and Arvenia", "Arvenia and Borland")
    orders = "agreed_order: [BO, AR]\n"
    round_ = SOUND[ROUND] + orders
    assert told({STATEMENT: listed, ROUND: round_}) == ["error: AR, BO stand in another order than that of as-agreed"]
    files = {STATEMENT: LISTED, ROUND: round_}
    assert told(files) == []
    assert told({**files, "templates/communique/type.yaml": kind, "templates/communique/en.html.j2": "x"}) == [
        "warning: BO, AR stand in another order than that of as-listed"
    ]


def test_what_the_round_says_of_a_type_goes_before_the_type() -> None:
    ordered = SOUND[ROUND] + "paper_orders: [{paper: joint-statement, order: as-listed}]\n"
    assert told({STATEMENT: LISTED, ROUND: ordered}) == [
        "warning: BO, AR stand in another order than that of as-listed"
    ]
