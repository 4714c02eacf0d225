"""What a marked paper says of itself outside of its text: nothing that not everybody may read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reporting.audiences.common import common_to_all
from reporting.document.document import Document, Properties
from reporting.drafting.draft import Drafted, draft
from reporting.drafting.outside import Reserved, reserved_of
from reporting.records.levels import Level
from tests.support.desk import BRIEFING, DIALOGUE, ROUND_7, view
from tests.support.drafting import ALL_PARTS, kind, templates

ANNEXES = BRIEFING + "annexes: [{id: tunnel-plan, title: A tunnel under the straits, text: 'See [it](#x).'}]\n"


def drafted(source: str, marking: str = "Restricted", **changed: Any) -> Drafted:
    changed = {"briefing": ANNEXES, **changed}
    common = common_to_all([view(Level.PUBLIC, **changed)])
    made = view(Level.RESTRICTED, **changed)
    note = kind(Level.RESTRICTED, parts=ALL_PARTS)
    return draft(note, made, templates(source), marking=marking, common=common)


def document(source: str, **changed: Any) -> Document:
    result = drafted(source, **changed)
    assert result.problems == ()
    assert result.document is not None
    return result.document


def properties(source: str, **changed: Any) -> Properties:
    return document(source, **changed).properties


def test_a_statement_that_is_titled_as_its_type_may_be_called_so() -> None:
    plain_title = ANNEXES.replace("A tunnel under the straits", "Note")
    assert document(titled("{{ paper.title }}, {{ dialogue.name }}"), briefing=plain_title).properties.title.startswith(
        "Note, "
    )


def test_a_text_is_held_though_one_of_its_words_is_known_to_all() -> None:
    reserved = Reserved(frozenset({"Note on the tunnel", "Averin"}), frozenset(), frozenset({"Note", "Port Averin"}))
    assert reserved.holds("Note on the tunnel: Averin")
    assert not reserved.holds("Note: the tunnel at Port Averin")


def titled(title: str) -> str:
    return f'<article lang="en"><h1>Note</h1>{{% if false %}}{{% block title %}}{title}{{% endblock %}}{{% endif %}}</article>'


@pytest.mark.parametrize(
    "title",
    [
        "{{ briefing.annexes[0].title }}",
        "Note: {{ briefing.annexes[0].title | plain | upper_first }}!",
        "{{ briefing.scene_setter | inline }} in {{ dialogue.name }}",
        "{{ round.topics[0].confidential | inline }}",
    ],
)
def test_a_title_with_matter_above_the_lowest_level_is_an_error_at_its_template(title: str) -> None:
    result = drafted(titled(title))
    assert result.document is None
    assert [(each.code, each.place.file if each.place else "") for each in result.problems] == [
        ("T040", "templates/note/en.html.j2")
    ]
    assert "tunnel" not in str(result.problems).lower()


def test_a_title_of_what_everybody_may_read_stands() -> None:
    assert properties(titled("{{ paper.title }}: {{ dialogue.name }}")).title == "Note: Straits Security Dialogue"


def test_a_bookmark_is_called_after_the_one_above_where_its_heading_says_too_much() -> None:
    source = """<h1>Note</h1><h2>{{ dialogue.name }}</h2><h2>Annexes</h2>
      {% for annex in briefing.annexes %}<h3>Annex: {{ annex.title }}</h3><p>A</p>{% endfor %}
      <h3>{{ briefing.scene_setter | inline }}</h3><h3>Figures</h3><h2>{{ briefing.annexes[0].title }}</h2>"""
    assert properties(source).bookmarks == {3: "Annexes 1", 4: "Annexes 2", 6: "Note 1"}


def test_a_heading_above_all_others_falls_back_on_the_name_of_the_paper() -> None:
    assert properties("<h1>{{ briefing.annexes[0].title }}</h1>").bookmarks == {0: "Note 1"}


def test_an_anchor_takes_no_id_that_not_everybody_may_read_and_links_still_lead_there() -> None:
    source = """<h1>Note</h1><p><a href="#annex-{{ briefing.annexes[0].id }}">Annex</a></p>
      <h2 id="annex-{{ briefing.annexes[0].id }}">A</h2><h2 id="{{ briefing.annexes[0].title | slug }}">C</h2>
      <h2 id="topic-{{ round.topics[0].id }}">B</h2>"""
    html = document(source).html
    assert "tunnel" not in html
    assert 'href="#part-1"' in html
    assert '<h2 id="part-1">' in html
    assert '<h2 id="part-2">' in html
    assert '<h2 id="topic-pilots">' in html


def test_properties_name_the_meeting_as_everybody_may_know_it() -> None:
    found = properties("<h1>Note</h1>")
    assert found.created == date(2031, 10, 21)
    assert found.keywords == ("SSD", "the Dialogue", "Port Averin")
    assert found.event["location"] == "Port Averin"
    assert found.author == "Ministry of External Relations of Velmora"


def test_properties_are_silent_on_a_place_that_the_record_keeps() -> None:
    found = properties("<h1>Note</h1>", round_7=ROUND_7 + "audience: {place: partners}\n")
    assert "Port Averin" not in str(found)
    assert found.event["name"] == "Straits Security Dialogue"


def test_properties_are_silent_on_a_round_that_the_record_keeps_whole() -> None:
    found = properties("<h1>Note</h1>", round_7=ROUND_7 + "marking: eu/eu-restricted\n")
    assert found.created == date(2031, 1, 1)
    assert "2031-10" not in str(found)
    assert "Port Averin" not in str(found)


def test_properties_are_silent_on_a_name_that_the_record_keeps() -> None:
    dialogue = DIALOGUE.replace("acronym: SSD", "acronym: SSD, audience: {acronym: internal}")
    assert properties("<h1>Note</h1>", dialogue=dialogue).keywords == ("the Dialogue", "Port Averin")


def test_a_marked_paper_grants_no_reuse() -> None:
    assert properties("<h1>Note</h1>").rights == ""


def test_a_public_paper_keeps_its_own_title_and_properties() -> None:
    made = draft(kind(), view(), templates("<h1>{{ round.topics[0].title }}</h1>"))
    assert made.document is not None
    found = made.document.properties
    assert (found.title, found.bookmarks, found.rights) == ("pilotage", {}, "© Ministry of External Relations")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("A Tunnel Under the STRAITS", True),
        ("Annex 3: a tunnel, under the straits", True),
        ("A tunnel under the Straits Union", False),
        ("Straits Security Dialogue", False),
        ("Expect rain", True),
        ("We expect: rain.", True),
        ("Rain", False),
    ],
)
def test_what_is_held_back_is_found_whatever_its_capitals_and_points(text: str, holds: bool) -> None:  # noqa: FBT001 - a row of the table
    common = common_to_all([view(Level.PUBLIC, briefing=ANNEXES)])
    assert reserved_of([view(Level.RESTRICTED, briefing=ANNEXES)], common).holds(text) is holds


def test_a_word_that_everybody_may_read_is_no_matter_though_it_stands_in_restricted_matter_alone() -> None:
    reserved = Reserved(frozenset({"Straits"}), frozenset(), frozenset({"Straits Security Dialogue"}))
    assert not reserved.holds("Note on the Straits Security Dialogue")
    assert reserved.holds("Note on the straits")


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ('<p class="marking">Secret</p><h1>A</h1>', ["T041"]),
        ('<p class="marking">{{ paper.marking }}</p><h1>A</h1>', []),
        ("<h1>A</h1>", []),
    ],
)
def test_a_template_prints_the_marking_that_the_paper_carries_or_none_of_its_own(source: str, codes: list[str]) -> None:
    assert [each.code for each in drafted(source).problems] == codes


def test_a_public_paper_prints_no_marking_of_the_templates_own() -> None:
    made = draft(kind(), view(), templates('<p class="marking">Internal</p><h1>A</h1>'))
    assert [each.code for each in made.problems] == ["T041"]
