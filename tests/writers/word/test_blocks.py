"""Blocks in Word: styles, lists, tables, boxes, figures, seen in the XML."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from reporting.document.document import Document
from reporting.writers.word.blocks.columns import lines_in
from tests.support.samples import small
from tests.writers.word_house import THEME, File, file_of, text, write

STYLED = {
    "<h2>A</h2>": ["Heading2"],
    '<p class="dateline">A</p>': ["Dateline"],
    '<p class="lead">A</p>': ["Lead"],
    '<p class="small">A</p>': ["Small"],
    '<p class="boxed">A</p>': ["Notice"],
    '<aside class="boxed"><h3>A</h3><p>B</p></aside>': ["Heading3", "Boxed"],
    '<header class="masthead"><p>A</p><p>B</p></header>': ["Masthead", "MastheadLine"],
    "<blockquote><p>A</p><footer><p>B</p></footer></blockquote>": ["Quote", "QuoteSource"],
    "<dl><dt>A</dt><dd>B</dd></dl>": ["DefinitionTerm", "Definition"],
    '<dl class="defensives"><dt>A</dt><dd>B</dd></dl>': ["Question", "LineToTake"],
    '<dl class="facts"><dt>A</dt><dd>B</dd></dl>': ["Fact"],
    "<pre><code>A\n B</code></pre>": ["SourceCode"],
    '<address class="contacts">A<br>B</address>': ["Contacts"],
    "<ul><li>A</li></ul>": ["ListBullet"],
    "<ol><li>A</li></ol>": ["ListNumber"],
    '<ol class="clauses"><li>A</li></ol>': ["Clause"],
}


@pytest.mark.parametrize("html", STYLED)
def test_every_block_has_its_style(html: str) -> None:
    styles = [str(style) for style in write(html).find("//w:body/w:p/w:pPr/w:pStyle/@w:val")]
    assert styles[1:] == STYLED[html]  # the first is the title's


def numbers(file: File) -> list[tuple[str, str, str]]:
    """Text, list and level of each numbered paragraph."""
    return [
        (text(each), each.find(".//{*}numId").values()[0], each.find(".//{*}ilvl").values()[0])
        for each in file.find("//w:p[w:pPr/w:numPr]")
    ]


def starts(file: File) -> dict[str, str]:
    """Where each of Word's lists starts to count."""
    found = file.find("//w:num", "word/numbering.xml")
    return {each.values()[0]: each.find(".//{*}startOverride").values()[0] for each in found}


def test_each_list_counts_from_its_own_start() -> None:
    file = write('<ol><li>a</li><li>b</li></ol><p>x</p><ol start="5"><li>c</li></ol>')
    (_, first, _), (_, second, _), (_, third, _) = numbers(file)
    assert first == second != third
    assert (starts(file)[first], starts(file)[third]) == ("1", "5")


def test_a_second_paragraph_of_an_item_has_no_number_of_its_own() -> None:
    assert [number for _, number, _ in numbers(write("<ul><li><p>a</p><p>b</p></li></ul>"))] == ["1", "0"]


def test_clauses_count_on_behind_a_heading() -> None:
    file = write('<ol class="clauses"><li>a</li></ol><h2>B</h2><ol class="clauses"><li value="2">b</li></ol>')
    assert {number for _, number, _ in numbers(file)} == {"1"}


def test_a_clause_with_a_number_of_its_own_starts_the_count_there() -> None:
    file = write('<ol class="clauses"><li>a</li><li value="4">b</li><li>c</li></ol>')
    (_, first, _), (_, second, _), (_, third, _) = numbers(file)
    assert first != second == third
    assert starts(file)[second] == "4"


def test_lists_in_clauses_are_levels_of_the_same_list_with_legal_numbers() -> None:
    file = write(
        '<ol class="clauses"><li>a<ol type="a"><li>b<ol type="i"><li>c</li></ol></li></ol></li><li>d</li></ol>'
    )
    assert numbers(file) == [("a", "1", "0"), ("b", "1", "1"), ("c", "1", "2"), ("d", "1", "0")]
    assert file.find("//w:lvlText/@w:val", "word/numbering.xml")[:3] == ["%1.", "(%2)", "(%3)"]


def test_figures_below_clauses_are_numbered_by_both_levels() -> None:
    file = write('<ol class="clauses"><li>a<ol><li>b</li></ol></li></ol>')
    assert file.find("//w:lvlText/@w:val", "word/numbering.xml")[:2] == ["%1.", "%1.%2"]


def test_an_item_without_words_still_shows_its_number() -> None:
    assert numbers(write("<ol><li></li><li>b</li></ol>")) == [("", "1", "0"), ("b", "1", "0")]


TABLE = """<table><caption>Passages</caption><thead><tr><th rowspan="2">Flag</th><th colspan="2">Year</th></tr>
<tr><th>2030</th><th>2031</th></tr></thead><tbody><tr><th scope="row">Velmora</th><td class="number">1</td><td>2</td></tr>
</tbody></table>"""


def test_head_rows_repeat_and_no_row_breaks() -> None:
    file = write(TABLE)
    assert len(file.find("//w:tr[w:trPr/w:tblHeader]")) == 2
    assert len(file.find("//w:tr[w:trPr/w:cantSplit]")) == 3


def test_spans_become_merged_cells_in_every_row_they_cover() -> None:
    file = write(TABLE)
    assert file.find("//w:gridSpan/@w:val") == ["2"]
    assert [len(row.findall("{*}tc")) for row in file.find("//w:tr")] == [2, 3, 3]
    assert file.find("//w:tr[1]//w:vMerge/@w:val") == ["restart"]
    assert len(file.find("//w:tr[2]//w:vMerge[not(@w:val)]")) == 1


def test_columns_fill_the_text_and_the_wordy_one_is_the_widest() -> None:
    file = write(f"<table><tbody><tr><td>Date</td><td>{'many words of text ' * 20}</td></tr></tbody></table>")
    narrow, wide = (int(width) for width in file.find("//w:gridCol/@w:w"))
    margins = THEME.page.margins_mm
    assert abs(narrow + wide - (210 - margins["left"] - margins["right"]) / 25.4 * 1440) < 2
    assert wide > 4 * narrow


def test_a_caption_stays_with_its_table_and_heads_of_rows_look_like_it() -> None:
    file = write(TABLE)
    caption = file.find("//w:p[w:pPr/w:pStyle/@w:val='Caption']")[0]
    assert caption.find("{*}pPr/{*}keepNext") is not None
    assert caption.getnext().tag.endswith("}tbl")
    assert [text(each) for each in file.find("//w:p[w:pPr/w:pStyle/@w:val='RowHead']")] == ["Velmora"]


def test_two_tables_in_a_row_stay_two() -> None:
    cell = "<table><tbody><tr><td>a</td></tr></tbody></table>"
    tables = write(cell + cell).find("//w:body/w:tbl")
    assert len(tables) == 2
    assert tables[0].getnext().tag.endswith("}p")


def test_a_cell_ends_with_a_paragraph_whatever_it_holds() -> None:
    file = write("<table><tbody><tr><td><ul><li>a</li></ul></td><td></td></tr></tbody></table>")
    assert [cell[-1].tag.rpartition("}")[2] for cell in file.find("//w:tc")] == ["p", "p"]


def test_a_fact_is_one_line_and_its_further_values_follow_in_it() -> None:
    file = write('<dl class="facts"><dt>Place</dt><dd>Customs House</dd><dd>Room 3</dd></dl>')
    [line] = file.find("//w:p[w:pPr/w:pStyle/@w:val='Fact']")
    assert text(line) == "Place\tCustoms HouseRoom 3"
    assert len(line.findall(".//{*}br")) == 1


def test_a_line_is_a_paragraph_with_nothing_but_a_border() -> None:
    [line] = write("<p>a</p><hr><p>b</p>").find("//w:p[not(.//w:t)]")
    assert [each.tag.rpartition("}")[2] for each in line.iter()][1:] == ["pPr", "pBdr", "bottom"]


def test_a_page_break_stands_on_the_paragraph_that_follows() -> None:
    [paragraph] = write('<p>a</p><hr class="page-break"><p>b</p>').find("//w:p[w:pPr/w:pageBreakBefore]")
    assert text(paragraph) == "b"


CONTACTS = '<address class="contacts"><p>Press<br>Anna Holt</p><p>Desk</p><p>Jo Lind</p></address>'


def test_contacts_stand_side_by_side_in_their_order() -> None:
    file = write(f"<h2>Contacts</h2>{CONTACTS}<p>b</p>")
    cells = [[text(each) for each in cell.findall("{*}p")] for cell in file.find("//w:tc")]
    assert cells == [["PressAnna Holt", "Desk"], ["Jo Lind"]]
    assert set(file.find("//w:tc/w:p/w:pPr/w:pStyle/@w:val")) == {"Contacts"}
    assert file.find("//w:style[@w:styleId='ContactTable']//w:tblBorders", "word/styles.xml") == []


@pytest.mark.parametrize(
    "html",
    ['<address class="contacts"><p>Anna Holt</p></address>', f'<aside class="boxed">{CONTACTS}</aside>'],
    ids=["one contact", "in a box"],
)
def test_contacts_without_room_beside_them_stand_below_each_other(html: str) -> None:
    assert write(html).find("//w:tbl") == []


def test_a_name_with_a_hyphen_is_found_by_whoever_searches_for_it() -> None:
    file = write("<p>EU-Central Asia, Jean-Christophe</p>")
    assert [text(each) for each in file.find("//w:body/w:p")][1:] == ["EU-Central Asia, Jean-Christophe"]
    assert file.find("//w:noBreakHyphen") == []


def test_no_item_of_a_list_stands_alone_on_its_side_of_a_page() -> None:
    items = "<li>a</li><li>b</li><li>c</li><li>d</li>"
    assert kept(f"<ul>{items}</ul>") == ["a", "c"]
    assert kept(f'<ol class="clauses">{items}</ol>') == []
    assert kept(f"<table><tbody><tr><td><ul>{items}</ul></td></tr></tbody></table>") == []


def test_a_line_that_leads_to_a_list_keeps_no_row_of_two_languages_with_the_next() -> None:
    led = "<p>They will:</p><ul><li>a</li><li>b</li></ul>"
    assert "They will:" in kept(led)
    row = f'<tr><td lang="en">{led}</td><td lang="ru">{led}</td></tr>'
    assert kept(f'<table class="bilingual"><tbody>{row}{row}</tbody></table>') == []


def kept(body: str) -> list[str]:
    """Text of the paragraphs that stay with the next one, but for the title."""
    return [text(each) for each in write(body).find("//w:p[w:pPr/w:keepNext]")]


def test_lines_for_signatures_are_of_one_length_and_end_with_the_text() -> None:
    cells = "<td><p>For A</p></td><td><p>For B</p></td><td><p>For C</p></td>"
    file = write(f'<table class="signatures"><tbody><tr>{cells}</tr></tbody></table>')
    widths = [int(width) for width in file.find("//w:tc/w:tcPr/w:tcW/@w:w")]
    apart = [int(width) for width in file.find("//w:tc/w:tcPr/w:tcMar/w:right/@w:w")]
    lines = [width - room for width, room in zip(widths, [*apart, 0], strict=True)]
    assert max(lines) - min(lines) <= 2
    assert sum(widths) == int(file.find("//w:tblW/@w:w")[0])


@pytest.mark.parametrize(
    ("body", "spaced"),
    [
        ("<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p>", ["c"]),
        ("<ul><li>a<ol><li>b</li></ol></li></ul><p>c</p>", ["c"]),
        ("<ul><li>a</li></ul><h2>b</h2><p>c</p>", []),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", []),
        ("<ul><li>a</li></ul><hr><p>b</p>", []),
        ('<ol class="clauses"><li>a</li></ol><p>b</p>', []),
    ],
)
def test_text_behind_a_list_keeps_the_distance_of_paragraphs(body: str, spaced: list[str]) -> None:
    assert [text(each) for each in write(body).find("//w:p[w:pPr/w:spacing/@w:before='90']")] == spaced


def test_names_of_those_who_have_signed_have_no_line_above() -> None:
    table = '<table class="{}"><tbody><tr><td><p>For A</p></td><td><p>For B</p></td></tr></tbody></table>'
    lines = "//w:pStyle[@w:val='SignatureLine']"
    assert len(write(table.format("signatures")).find(lines)) == 2
    signed = write(table.format("signatures signed"))
    assert signed.find(lines) == []
    assert len(signed.find("//w:tcMar/w:top")) == 2


def test_hours_and_numbers_of_a_programme_take_what_they_need_and_items_the_rest() -> None:
    head = '<tr><th class="number">Time / Время</th><th class="number">No. / №</th><th>Item</th></tr>'
    row = (
        '<tr><td class="number">9 h 30 – 10 h 45</td><td class="number">1</td><td><p>Welcome by the host</p></td></tr>'
    )
    file = write(f'<table class="programme"><thead>{head}</thead><tbody>{row}</tbody></table>')
    hours, number, item = (int(width) for width in file.find("//w:gridCol/@w:w"))
    assert 1800 < hours < 2200
    assert 900 < number < 1200
    assert item > 5500


def test_words_on_two_lines_of_a_cell_are_no_long_word() -> None:
    assert lines_in(fragment_fromstring("<td><p>Kyrgyz<b>stan</b><br>To: EU</p><p>All</p></td>")) == [
        "Kyrgyzstan",
        "To: EU",
        "All",
    ]


def test_the_foot_of_a_cover_stands_in_a_frame_that_ends_before_the_next_section() -> None:
    cover = (
        '<section class="cover"><p>House</p><h1>Pack</h1><footer><p>For A</p><p>Copy 1</p></footer></section><p>x</p>'
    )
    file = whole(cover)
    framed = file.find("//w:p[w:pPr/w:framePr]")
    assert [text(each) for each in framed] == ["For A", "Copy 1"]
    assert not file.find("//w:p[w:pPr/w:framePr][w:pPr/w:sectPr]")


def test_back_matter_begins_like_a_tab_on_the_page_of_the_last_one() -> None:
    tabs = '<section class="tab"><h2>One</h2><p>a</p></section><section class="tab"><h2>Two</h2><p>b</p></section>'
    file = write(f'{tabs}<section class="back-matter"><h2>Acronyms</h2><p>c</p></section>')
    assert len(file.find("//w:sectPr")) == len(write(tabs).find("//w:sectPr"))
    assert file.find("//w:p[.//w:rStyle/@w:val='TabHeading']/w:pPr/w:spacing/@w:before") == ["0", "0", "600"]


def whole(inside: str) -> File:
    """A paper without the title of the short one."""
    document = small("")
    return file_of(Document(f'<article lang="en">{inside}</article>', document.properties))
