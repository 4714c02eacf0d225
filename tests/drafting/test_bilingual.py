"""Two languages side by side: each column is the paper of its language, and what does not match is told."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest
from lxml.html import fromstring

from reporting.build.making.material import Desk
from reporting.build.planning.plan import Paper, plan
from reporting.document.document import Document
from reporting.drafting.bilingual.side_by_side import SideBySide, side_by_side
from reporting.drafting.draft import draft
from reporting.drafting.templates import templates_of
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.workspace import Memory
from tests.support.columns import document_in, words_of_body, words_of_column

ROOT = Path(__file__).parents[2]
ROUND = "data/dialogues/eu-central-asia/04-bishkek/round.yaml"
STATEMENT = "data/dialogues/eu-central-asia/04-bishkek/statement.yaml"
PAIRS = ["en+ru", "ru+en", "fr+ru", "en+fr", "en+fa-AF", "fa-AF+en"]
SIGNED = """
signatories:
  - {person: jean-christophe-belliard, party: EU}
  - {person: dinara-kemelova, party: KG}
"""


@functools.cache
def papers() -> dict[str, Document]:
    """The joint statements of the fourth round of the sample, in all pairs, with signatures and an annex in prose."""
    files = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in (ROOT / "data").rglob("*.yaml")}
    files[ROUND] = re.sub(r"(?m)^bilingual: .*$", f"bilingual: [{', '.join(PAIRS)}]", files[ROUND])
    files[STATEMENT] += SIGNED
    workspace = Memory(files, shipped=True)
    types, templates = types_of(workspace).value, templates_of(workspace).value
    desk = Desk(load_register(workspace).value, types, None)

    def drafted(paper: Paper) -> Document:
        material = desk.material(paper)
        made = draft(
            types[paper.type],
            material.view,
            templates,
            marking=material.marking,
            identifier=paper.identifier,
            enclosures=material.enclosures,
            common=material.common,
        )
        assert made.document is not None, made.problems
        return made.document

    planned = plan(desk.register, types).papers
    return {
        each.language: drafted(each) for each in planned if (each.type, each.round) == ("joint-statement", "04-bishkek")
    }


@pytest.mark.parametrize("pair", PAIRS)
def test_each_column_says_what_the_paper_of_its_language_says(pair: str) -> None:
    for language in pair.split("+"):
        assert words_of_column(papers()[pair], language) == words_of_body(papers()[language])


def test_a_pair_is_a_paper_more_and_takes_none_away() -> None:
    assert list(papers()) == ["en", "fr", "ru", "fa-AF", *PAIRS]


def test_properties_name_both_languages() -> None:
    properties, english, russian = (papers()[each].properties for each in ("en+ru", "en", "ru"))
    assert properties.languages == ("en", "ru")
    assert properties.title == f"{english.title} / {russian.title}"
    assert properties.subject == "Joint statement / Совместное заявление"
    assert (properties.titles["en"], properties.titles["ru"]) == (english.title, russian.title)


def test_bookmarks_of_a_marked_paper_say_no_more_than_those_of_its_languages() -> None:
    told, english = papers()["en+ru"].properties.bookmarks, papers()["en"].properties.bookmarks
    assert set(english.values()) <= {label.partition(" / ")[0] for label in told.values()}
    assert "Wider region" not in str(told)


def joined(one: str, two: str, languages: tuple[str, str] = ("en", "fr")) -> SideBySide:
    return side_by_side(document_in(languages[0], one), document_in(languages[1], two))


def rows(one: str, two: str) -> str:
    """The article's rows as text: `|` between the cells, a line a row."""
    tree = Document(joined(one, two).html, document_in("en", "").properties).tree()
    return "\n".join(" | ".join(" ".join(cell.text_content().split()) for cell in row) for row in tree.iter("tr"))


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        ("<h1>A</h1><p>B</p>", "<h1>a</h1><p>b</p>", "A | a\nB | b"),
        ("<ol><li>A</li><li>B</li></ol>", "<ol><li>a</li><li>b</li></ol>", "A | a\nB | b"),
        ("<ul><li>A<ul><li>B</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>", "A B | a b"),
        ("<p>A</p><hr><p>B</p>", "<p>a</p><hr><p>b</p>", "A | a\nB | b"),
        ("<section><h2>A</h2><p>B</p></section>", "<section><h2>a</h2><p>b</p></section>", "A | a\nB | b"),
        (
            '<p data-from="x.one.en">A</p><p data-from="x.two.en">B</p>',
            '<p data-from="x.one.fr">a</p><p data-from="x.two.fr">b</p>',
            "A | a\nB | b",
        ),
    ],
)
def test_blocks_stand_beside_their_like(one: str, two: str, said: str) -> None:
    assert rows(one, two) == said


def test_items_keep_their_numbers() -> None:
    html = joined('<ol start="4"><li>A</li><li>B</li></ol>', '<ol start="4"><li>a</li><li>b</li></ol>').html
    assert [html.count(f'<li value="{number}">') for number in (3, 4, 5, 6)] == [0, 2, 2, 0]


@pytest.mark.parametrize(
    ("one", "two", "sentence", "trail"),
    [
        (
            '<p data-from="closing.en">A</p><p>B</p>',
            '<p data-from="closing.fr">a</p>',
            "the two columns do not match: a paragraph in `en` has none beside it in `fr`",
            "closing.en",
        ),
        (
            "<h1>A</h1>",
            '<h1>a</h1><h2><span data-from="sections[1].heading.fr">b</span></h2>',
            "the two columns do not match: a heading in `fr` has none beside it in `en`",
            "sections[1].heading.fr",
        ),
        (
            '<ol><li data-from="p[1].en">A</li><li data-from="p[2].en">B</li></ol>',
            '<ol><li data-from="p[2].fr">b</li></ol>',
            "the two columns do not match: a numbered paragraph in `en` has none beside it in `fr`",
            "p[1].en",
        ),
        (
            '<table class="signatures"><tbody><tr><td>A</td><td>B</td></tr></tbody></table>',
            '<table class="signatures"><tbody><tr><td>a</td></tr></tbody></table>',
            "the two columns do not match: a table in `en` has none beside it in `fr`",
            None,
        ),
    ],
)
def test_what_has_nothing_beside_it_is_told_at_its_text(one: str, two: str, sentence: str, trail: str | None) -> None:
    assert [(each.code, each.sentence, each.trail) for each in joined(one, two).problems] == [("P042", sentence, trail)]


CALL = '<a role="doc-noteref" href="#{0}">1</a>'
NOTE = '<aside role="doc-footnote" id="{0}" data-from="notes[{0}].{1}"><p>{2}</p></aside>'


def test_a_note_stands_once_in_both_languages_though_its_calls_change_places() -> None:
    one = f"<p>x{CALL.format('a')} y{CALL.format('b')}</p>{NOTE.format('a', 'en', 'A')}{NOTE.format('b', 'en', 'B')}"
    two = f"<p>y{CALL.format('b')} x{CALL.format('a')}</p>{NOTE.format('b', 'fr', 'Bf')}{NOTE.format('a', 'fr', 'Af')}"
    tree = Document(joined(one, two).html, document_in("en", "").properties).tree()
    assert [note.text_content().split() for note in tree.iter("aside")] == [["A", "Af"], ["B", "Bf"]]
    assert [call.get("href") for call in tree.iter("a")] == ["#a", "#b", "#b", "#a"]


def test_both_languages_call_a_note_by_one_number() -> None:
    tree = papers()["en+ru"].tree()
    calls = [(call.text, call.get("href")) for call in tree.xpath(".//a[@role='doc-noteref']")]
    assert len(calls) == 2
    assert len(set(calls)) == 1


def test_a_signature_stands_once_with_both_languages_above_its_line() -> None:
    tree = papers()["en+ru"].tree()
    cells = tree.xpath(".//table[@class='signatures']//td")
    assert len(cells) == 2
    assert [str(cell.text_content()).split()[0] for cell in cells] == ["For", "For"]
    assert [cell.xpath("count(p[@lang='ru'])") for cell in cells] == [2, 2]


@pytest.mark.parametrize(
    ("one", "two", "joined_as"),
    [
        ("signatures", "signatures signed", "signatures"),
        ("signatures signed", "signatures", "signatures"),
        ("signatures signed", "signatures signed", "signatures signed"),
    ],
)
def test_there_are_lines_to_sign_on_as_soon_as_one_of_the_texts_is_signed(one: str, two: str, joined_as: str) -> None:
    block = '<table class="{}"><tbody><tr><td>A</td></tr></tbody></table>'
    made = joined(block.format(one), block.format(two))
    assert made.problems == ()
    assert f'<table class="{joined_as}">' in made.html


def test_ids_stand_once_and_links_stay_in_their_column() -> None:
    body = '<p id="x">A <a href="#x">B</a></p>'
    assert joined(body, body).html.count('id="x"') == 1
    assert '<a href="#x-fr">' in joined(body, body).html


def test_dari_stands_on_the_right_and_runs_from_there() -> None:
    html = joined("<p>A</p>", "<p>ب</p>", ("en", "fa-AF")).html
    assert html.index('<td lang="en">') < html.index('<td lang="fa-AF" dir="rtl">')


def test_running_heads_are_in_both_languages_unless_they_are_alike() -> None:
    one = '<p class="running-head">OSCE</p><p class="running-head">Agenda</p><h1>A</h1>'
    two = '<p class="running-head">OSCE</p><p class="running-head">Ordre du jour</p><h1>a</h1>'
    article = Document(joined(one, two).html, document_in("en", "").properties).tree()
    assert [str(each.text_content()) for each in article.findall("p")] == ["OSCE", "Agenda / Ordre du jour"]


GRID = '<table class="programme"><tbody><tr><td class="number">{}</td><td>{}</td></tr></tbody></table>'


@pytest.mark.parametrize(
    ("languages", "hours", "cell"),
    [
        (("en", "ru"), ("09:30", "09:30"), ["09:30"]),
        (("en", "fr"), ("09:30", "9 h 30"), ["09:30", "9 h 30"]),
        (("en", "fa-AF"), ("09:30", "۰۹:۳۰"), ["09:30", "۰۹:۳۰"]),
    ],
)
def test_hours_that_lead_a_row_stand_once_or_in_the_figures_of_both(
    languages: tuple[str, str], hours: tuple[str, str], cell: list[str]
) -> None:
    one, two = (
        document_in(language, "<h1>A</h1>" + GRID.format(hour, f"Item {language}"))
        for language, hour in zip(languages, hours, strict=True)
    )
    (row,) = (each for each in fromstring(side_by_side(one, two).html).iter("tr") if each.find("td/h1") is None)
    first, *items = list(row)
    assert list(filter(None, (words.strip() for words in map(str, first.itertext())))) == cell
    assert [item.text for item in items] == [f"Item {language}" for language in languages]
    assert [item.get("dir") for item in items] == [None, "rtl" if "fa-AF" in languages else None]
