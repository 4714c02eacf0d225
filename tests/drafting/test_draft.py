"""A template and a view become a document."""

from __future__ import annotations

import datetime

import pytest

from reporting.drafting.draft import draft, lacking
from reporting.drafting.properties import draft_text
from reporting.drafting.types import DocumentType, Enclosure
from reporting.records.levels import Level
from tests.support.desk import ROUND_7, view
from tests.support.drafting import drafted, kind, templates, written

RESTRICTED = Level.RESTRICTED


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("round.start | date", "21\u00a0October\u00a02031"),
        ("round.start | dates(round.end)", "21\u00a0October\u00a02031"),
        ("round.start | weekday", "Tuesday"),
        ("round.start | month_year", "October\u00a02031"),
        ("round.start | iso", "2031-10-21"),
        ("round.next.when | date", "autumn\u00a02032"),
        ("round.next.when | when", "in autumn\u00a02032"),
        ("round.number | ordinal", "seventh"),
        ("round.number | ordinal_figure", "7th"),
        ("21750000 | number", "21\u202f750\u202f000"),
        ("round.members | plural('party', 'parties')", "parties"),
        ("round.guests | count('guest', 'guests')", "one guest"),
        ("round.members | map(attribute='party.in_sentence') | listing", "the Republic of Velmora and the Ostrava Isles"),
        ("['a', 'b', 'c'] | listing(word='or')", "a, b or c"),
        ("round.members | map(attribute='party.in_sentence') | listing | upper_first", "The Republic of Velmora and the Ostrava Isles"),
        ("round.outcomes[0].text | sentence", "To share charts."),
        ("round.topics[0].context | lower_first", "pilots are scarce."),
        ("round.topics[0].context | unstopped", "Pilots are scarce"),
        ("dialogue.acronym | lower_first", "SSD"),
        ("dialogue.short or 'the dialogue'", "the Dialogue"),
        ("round.outcomes[0].text | plain", "to share charts"),
        ("dialogue.names[0].name | slug", "straits-security-dialogue"),
        ("round.members | map(attribute='capacity') | join('/')", "party/party"),
        ("(round.members | first).party.short", "Velmora"),
        ("(round.members | last).party.short ~ ', ' ~ round.number", "Ostrava Isles, 7"),
        ("words.verbs[round.outcomes[0].verb].past", "agreed"),
        ("round.members | selectattr('capacity', 'eq', 'guest') | list | length", "0"),
    ],
)  # fmt: skip
def test_filters_write_as_the_house_does(expression: str, words: str) -> None:
    assert written(f"<p>{{{{ {expression} }}}}</p>") == words


def test_an_embargo_names_hour_clock_and_day() -> None:
    press = ROUND_7 + 'press: {embargo: {day: 2031-10-21, time: "14:00", zone: Asia/Bishkek, zone_name: Averin time}}\n'
    words = written("<p>{{ round.press.embargo | moment }}</p>", round_7=press)
    assert words == "14:00 (Averin time) on\u00a021\u00a0October\u00a02031".replace("on\u00a0", "on ")


def test_a_text_of_the_record_carries_its_path() -> None:
    result = drafted("<p>{{ round.outcomes[0].text }}</p>{{ dialogue.purpose }}")
    assert result.document is not None
    assert result.document.html == (
        '<article lang="en">\n<h1>A</h1>\n<p><span data-from="round.outcomes[o1].text">to share <em>charts</em></span></p>\n'
        '<p data-from="dialogue.purpose">The Dialogue keeps the straits safe.</p>\n</article>'
    )


def test_words_of_the_record_are_never_markup() -> None:
    title = ROUND_7.replace("number: 7", "number: 7\ntitle: <em>Storm & calm</em>")
    assert written("<p>{{ round.title }}</p>", round_7=title) == "<em>Storm & calm</em>"


def test_footnotes_come_with_the_paragraph_that_calls_them() -> None:
    source = (
        "{% for each in statement.sections[0].paragraphs %}{{ each.text | blocks(notes=statement.notes) }}{% endfor %}"
    )
    result = drafted(source, Level.PARTNERS)
    assert result.document is not None
    assert result.document.html.count('role="doc-footnote"') == 1
    assert "In Port Averin." in result.document.html


def test_properties_come_from_the_record() -> None:
    result = drafted("<h1>{{ dialogue.name }}</h1>")
    assert result.document is not None
    properties = result.document.properties
    assert (properties.title, properties.author) == (
        "Straits Security Dialogue",
        "Ministry of External Relations of Velmora",
    )
    assert (str(properties.created), properties.subject) == ("2031-10-21", "Note")
    assert properties.rights == "© Ministry of External Relations"
    assert properties.event["location"] == "Port Averin"


def test_the_block_title_names_the_file_and_is_not_printed() -> None:
    result = drafted("<h1>Long</h1>{% if false %}{% block title %}Short &amp; good{% endblock %}{% endif %}")
    assert result.document is not None
    assert result.document.properties.title == "Short & good"


def test_a_marked_paper_is_not_called_by_its_heading() -> None:
    result = drafted("<h1>{{ briefing.scene_setter | inline }}</h1>", RESTRICTED, marking="Restricted")
    assert result.document is not None
    assert result.document.properties.title == "Note"
    assert result.document.properties.marking == "Restricted"


def test_a_draft_says_which_it_is() -> None:
    result = drafted("<p>{{ paper.draft }}</p>", Level.PARTNERS, draft_of="statement")
    assert result.document is not None
    assert result.document.properties.draft == "Draft 3 of 20\u00a0October\u00a02031"


@pytest.mark.parametrize("kept_back", ["number", "day"])
def test_a_draft_whose_number_or_day_is_kept_back_says_of_neither(kept_back: str) -> None:
    record = {"number": 3, "day": datetime.date(2031, 10, 20), kept_back: None}
    words = {"draft": "Draft {number} of {day}"}
    assert draft_text(kind(draft_of="statement"), {"statement": {"draft": record}}, "en", words) == ""


COMMENTED = '<p data-from="round.place">Averin<span class="comment" data-by="Velmora">Or the capital?</span></p>'


def test_a_comment_passes_into_a_draft_and_not_into_a_final_paper() -> None:
    assert drafted(COMMENTED, Level.PARTNERS, draft_of="statement").problems == ()
    final = drafted(COMMENTED)
    assert final.document is None
    assert [(each.code, each.trail, bool(each.hint)) for each in final.problems] == [("D047", "round.place", True)]


def test_what_was_read_is_told_and_nothing_else() -> None:
    plain = drafted("<p>x</p>").reads
    result = drafted("<p>{{ round.number }}{% for each in round.guests %}{{ each.capacity }}{% endfor %}</p>")
    assert {path: value for path, value in result.reads.items() if path not in plain} == {
        "round.number": 7,
        "round.guests": 1,
        "round.guests[0]": True,
        "round.guests[0].capacity": "guest",
    }


def test_what_only_the_properties_read_is_told_too() -> None:
    reads = drafted("<p>x</p>").reads
    assert {"house.rights", "issuer.official", "round.issued", "round.place.city", "dialogue.acronym"} <= set(reads)
    assert "statement.draft.number" in drafted("<p>x</p>", Level.PARTNERS, draft_of="statement").reads


def test_a_paper_names_the_templates_it_was_made_with() -> None:
    base = '<article lang="en">{% block body %}{% endblock %}<p><img src="emblem.png" alt="Arms"></p></article>'
    source = '{% extends "house/base.html.j2" %}{% block body %}<h1>A</h1>{% endblock %}'
    result = drafted(source, others={"house/base.html.j2": base, "house/other.html.j2": ""})
    assert result.files == (
        "templates/house/base.html.j2",
        "templates/house/emblem.png",
        "templates/note/en.html.j2",
        "templates/words/en.yaml",
    )


def test_an_enclosed_paper_stands_without_furniture_and_below_the_headings_around_it() -> None:
    inner = DocumentType("inner", {"en": "Inner"}, Level.PUBLIC, Level.PUBLIC, ("pdf",), ("en",))
    outer = DocumentType(
        "outer",
        {"en": "Outer"},
        RESTRICTED,
        RESTRICTED,
        ("pdf",),
        ("en",),
        encloses={"release": Enclosure("inner", "this")},
    )
    made = {
        "inner/en.html.j2": '<article lang="en"><p class="running-head">X</p><h1 id="top">Inner</h1><p><a href="#top">up</a></p></article>',
        "outer/en.html.j2": '<article lang="en"><h1>Outer</h1><h2>Tab</h2>{{ enclosures.release }}</article>',
    }
    stock = type(templates(""))(made)
    result = draft(outer, view(RESTRICTED), stock, enclosures={"release": (inner, view())})
    assert result.document is not None
    assert result.document.html == (
        '<article lang="en">\n<h1>Outer</h1>\n<h2>Tab</h2>\n<h3 id="release-top">Inner</h3>\n'
        '<p><a href="#release-top">up</a></p>\n</article>'
    )
    assert draft(outer, view(RESTRICTED), stock).problems[0].code == "T016"


def test_a_type_says_what_it_lacks() -> None:
    needy = DocumentType("n", {}, RESTRICTED, RESTRICTED, (), (), needs=("statement", "briefing"))
    assert lacking(needy, view(RESTRICTED)) == ()
    assert lacking(needy, view(RESTRICTED, briefing="")) == ("briefing",)
