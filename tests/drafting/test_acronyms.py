"""Acronyms: spelt out where a paper first has them, not printed where it has them once, and listed on demand."""

from __future__ import annotations

import pytest

from reporting.drafting.lint.check import check_type
from reporting.drafting.sheet import written_of
from tests.drafting.french_coast import text
from tests.support.drafting import ALL_PARTS, drafted, kind, templates, written

ONE = "{{ 'SSD' | spelt('Straits Security Dialogue') }}"
TERMS = "SSD: {long: Straits Security Dialogue}\nVE: {long: Velmora, known: true}\nZZ: {long: Zonal Zoo}\n"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (f"<p>{ONE}</p>", "Straits Security Dialogue"),
        (f"<p>{ONE}, {ONE}, {ONE}</p>", "Straits Security Dialogue (SSD), SSD, SSD"),
        (f"<p>{ONE} of the SSD</p>", "Straits Security Dialogue (SSD) of the SSD"),
        (f"<p>{ONE} is not SSD-2 or USSD</p>", "Straits Security Dialogue is not SSD-2 or USSD"),
        (f"<h2>SSD</h2><p>{ONE}</p>", "SSDStraits Security Dialogue"),
        ("<p>{{ 'EU' | spelt('Union', later='the EU') }}, {{ 'EU' | spelt('Union', later='the EU') }}</p>", "Union (EU), the EU"),
        ("<p>{{ 'Union' | spelt('Union') }}, {{ 'Union' | spelt('Union') }}</p>", "Union, Union"),
    ],
)  # fmt: skip
def test_an_acronym_is_spelt_out_first_and_left_out_where_it_comes_once(source: str, words: str) -> None:
    made = drafted(source)
    assert made.document is not None
    assert "".join(each.text_content() for each in made.document.tree() if each.text_content() != "A") == words


def test_each_paper_spells_out_anew() -> None:
    assert [written(f"<p>{ONE}, {ONE}</p>") for _ in range(2)] == ["Straits Security Dialogue (SSD), SSD"] * 2


def test_a_paper_that_is_written_twice_tells_its_problems_once() -> None:
    made = drafted(f"<p>{ONE} {{{{ 'x' | genitive }}}}</p>")
    assert [each.code for each in made.problems] == ["T017"]


def test_french_bends_the_acronym_where_it_stands_alone() -> None:
    eva, lis = "{person: eva, party: LA}", "{person: lis, party: LA}"
    said = text(f"opened_by: [{eva}]\nchairs: [{lis}]")
    assert "ouverte par Mme Eva Foss, directrice de l’Agence des phares (ADP)." in said
    assert "présidée par Mme Lis Gran, inspectrice de l’ADP." in said


LISTED = "{% for each in acronyms | used %}<p>{{ each.short }}: {{ each.long }}</p>{% endfor %}"


@pytest.mark.parametrize(
    ("printed", "listed"),
    [
        ("SSD and HARBOUR", "HARBOUR: Safe Harbours SSD: Straits Security Dialogue"),
        ("MER", "MER: Ministry of External Relations of Velmora"),
        ("nothing", ""),
        ("VE", ""),
    ],
)
def test_the_list_has_what_the_paper_prints_and_readers_may_not_know(printed: str, listed: str) -> None:
    made = drafted(f"<p>{printed}</p>{LISTED}", glossary=TERMS)
    assert made.document is not None
    words = [each.text_content() for each in made.document.tree()]
    assert " ".join(words[2:]) == listed


MINISTRIES = """
mer: {name: Ministry of External Relations of Velmora, in_sentence: the Ministry, short: the Ministry}
strange: {name: Marine Survey of Ostrava, in_sentence: the Marine Survey, short: MSO}
straits-union: {name: Maritime Straits Organisation, in_sentence: the Organisation, short: MSO}
"""


@pytest.mark.parametrize(
    ("printed", "listed"),
    [
        ("the Ministry", ""),  # words, not an acronym
        ("MSO", "MSO: Maritime Straits Organisation"),  # a guest of the round, and not the one that stands first
    ],
)
def test_a_short_name_that_two_bear_is_that_of_who_sits_at_the_table(printed: str, listed: str) -> None:
    made = drafted(f"<p>{printed}</p>{LISTED}", organisations=MINISTRIES)
    assert made.document is not None
    assert (
        " ".join(each.text_content() for each in made.document.tree() if each.tag == "p")
        == f"{printed} {listed}".strip()
    )


def test_a_heading_counts_for_the_list_and_not_for_the_first_use() -> None:
    written_text = written_of("<h1>The SSD</h1><p>An EU-SSD, <em>EU</em> &amp; EU.</p>")
    assert (written_text.mentions("SSD"), written_text.has("SSD")) == (0, True)
    assert (written_text.mentions("EU"), written_text.has("XX")) == (2, False)


def test_a_type_that_does_not_ask_for_acronyms_has_none() -> None:
    without = tuple(name for name in ALL_PARTS if name != "acronyms")
    assert [each.code for each in check_type(kind(parts=without), "en", templates(LISTED))] == ["T007"]
    assert check_type(kind(parts=ALL_PARTS), "en", templates(LISTED)) == []
