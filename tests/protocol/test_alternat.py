"""Copies of a text done in alternat: each side first in its own, and nothing else different."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporting.audiences.view import View
from reporting.document.document import Document
from reporting.drafting.alternat import alternat_problems
from reporting.records.levels import Level
from tests.protocol.meeting import FILES, STATEMENT, document, text, views

ONE, TWO = "joint-statement.copy-no.en", "joint-statement.copy-su.en"


def differences(first: Document, second: Document) -> list[str]:
    shown = views()
    return [each.sentence for each in alternat_problems(first, shown[ONE][1], second, shown[TWO][1])]


def test_each_side_has_a_copy() -> None:
    assert [name for name in views() if name.startswith("joint")] == [ONE, TWO]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (ONE, "Joint statement of Norland and the Republic of Sunders"),
        (TWO, "Joint statement of the Republic of Sunders and Norland"),
        (ONE, "Norland and the Republic of Sunders met. Norland spoke of fish."),
        (TWO, "The Republic of Sunders and Norland met. Norland spoke of fish."),
        (ONE, "in Norse, Sundish and English"),
        (TWO, "in Sundish, Norse and English"),
        (ONE, "For Norland Ms Ada Berg Minister For the Republic of Sunders"),
        (TWO, "For the Republic of Sunders H.E. Mr Olf Dahl Envoy For Norland"),
    ],
)
def test_each_side_stands_first_in_its_own_copy(name: str, said: str) -> None:
    assert said in text(name)


def test_nothing_but_the_order_differs() -> None:
    assert document(ONE).html != document(TWO).html
    assert differences(document(ONE), document(TWO)) == []
    assert differences(document(TWO), document(TWO)) != []  # the order of one copy is not that of the other


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Norland spoke of fish.", "The Republic of Sunders spoke of fish."),
        ("Norland spoke of fish.", "Norland spoke of fishes."),
        ("Norland spoke of fish.", "Norland spoke of fish. It rained."),
        ("Done in two copies", "Done in three copies"),
        ("Done in two copies in {languages}.", "Done in {languages} in two copies."),
        ("{parties} met.", "Norland and the Republic of Sunders met."),
        ("{parties} met.", "**{parties}** met."),
        ("{person: ada, party: \"NO\"}", "{person: ada}"),
        ("person: olf", "person: kim"),
        ("id: a, text", "id: b, text: It rained.}\n      - {id: a, text"),
    ],
)  # fmt: skip
def test_a_copy_that_says_anything_else_is_refused(was: str, now: str) -> None:
    changed = {STATEMENT: FILES[STATEMENT].replace(was, now)}
    assert changed[STATEMENT] != FILES[STATEMENT]
    assert len(differences(document(ONE), document(TWO, changed))) == 1


@pytest.mark.parametrize(
    ("was", "now", "trail"),
    [
        ("Norland spoke of fish.", "Norland spoke of fishes.", "statement.sections[0].paragraphs[a].text"),
        ("Done in two copies", "Done in three copies", "statement.closing"),
    ],
)
def test_a_difference_leads_to_its_text_in_the_record(was: str, now: str, trail: str) -> None:
    shown = views()
    changed = document(TWO, {STATEMENT: FILES[STATEMENT].replace(was, now)})
    (found,) = alternat_problems(document(ONE), shown[ONE][1], changed, shown[TWO][1])
    assert found.trail == trail


def test_words_that_are_for_the_partners_are_quoted_to_a_terminal_only() -> None:
    shown = views()
    changed = document(TWO, {STATEMENT: FILES[STATEMENT].replace("spoke of fish", "spoke of fowl")})
    of_both = [replace(shown[name][1], audience=Level.PARTNERS) for name in (ONE, TWO)]
    (found,) = alternat_problems(document(ONE), of_both[0], changed, of_both[1])
    assert found.sentence == "the copies differ in more than their order"
    assert "“Norland and the Republic of Sunders met. Norland" in (found.aside or ("",))[0]


def test_the_list_of_heads_follows_the_copy() -> None:
    listed = "list_heads: true\n"
    heads = {
        STATEMENT: FILES[STATEMENT] + listed,
        "data/dialogues/coast/01-sund/round.yaml": FILES["data/dialogues/coast/01-sund/round.yaml"].replace(
            '{party: "NO"}, {party: SU}',
            '{party: "NO", head: ada, audience: {head: public}, lowered: said}, '
            "{party: SU, head: olf, audience: {head: public}, lowered: said}",
        ),
    }
    one, two = text(ONE, heads), text(TWO, heads)
    assert one.index("Kingdom of Norland") < one.index("Republic of Sunders H.E. Mr Olf DAHL")
    assert two.index("Republic of Sunders H.E. Mr Olf DAHL") < two.index("Kingdom of Norland")
    assert differences(document(ONE, heads), document(TWO, heads)) == []


def test_a_statement_without_alternat_has_one_paper() -> None:
    plain = {STATEMENT: FILES[STATEMENT].replace("alternat: true", "alternat: false")}
    assert [name for name in views(plain) if name.startswith("joint")] == ["joint-statement.en"]


def test_views_of_both_copies_hold_the_same_facts() -> None:
    def of(view: View) -> list[str]:
        return sorted(each["person"]["name"] for each in view.data["statement"]["signatories"])

    shown = views()
    assert of(shown[ONE][1]) == of(shown[TWO][1])
