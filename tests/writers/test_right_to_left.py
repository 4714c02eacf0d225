"""A paper that runs from the right, in each format: numbers, marks and margins follow its lines."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from reporting.document.document import Document
from reporting.writers.html import write_html
from reporting.writers.text import write_text
from tests.judges.structure import heard_tongues, read_structure, said_tongues
from tests.support.samples import small
from tests.writers.pdf_house import tree_of, written
from tests.writers.word_house import THEME, File, file_of

CLAUSES = '<ol class="clauses"><li><p>الف</p><ol type="a"><li>ب</li></ol></li><li value="12"><p>ج</p></li></ol>'
NOTE = '<p>متن<a role="doc-noteref" href="#n">1</a></p><aside role="doc-footnote" id="n"><p>یادداشت</p></aside>'


def paper(body: str, language: str) -> Document:
    document = small(body)
    html = document.html.replace('lang="en"', f'lang="{language}"', 1)
    return replace(document, html=html, properties=replace(document.properties, language=language))


def word(body: str, language: str) -> File:
    return file_of(paper(body, language))


@pytest.mark.parametrize(("language", "side", "hanging"), [("fa-AF", "left", "380"), ("en", "right", "114")])
def test_numbers_of_word_begin_where_lines_begin(language: str, side: str, hanging: str) -> None:
    file = word(CLAUSES, language)
    assert set(file.find("//w:lvl/w:lvlJc/@w:val", "word/numbering.xml")) == {side}
    assert set(file.find("//w:lvl/w:pPr/w:ind/@w:hanging", "word/numbering.xml")) == {hanging}


def test_a_list_in_a_column_from_right_to_left_faces_its_own_way() -> None:
    cells = f'<td lang="en"><p>a</p><ol><li>b</li></ol></td><td lang="fa-AF" dir="rtl">{CLAUSES}</td>'
    file = word(f'<table class="bilingual"><tbody><tr>{cells}</tr></tbody></table>', "en")
    sides = file.find("//w:abstractNum/w:lvl[1]/w:lvlJc/@w:val", "word/numbering.xml")
    assert sorted(sides) == ["left", "right"]


@pytest.mark.parametrize(("language", "styles"), [("fa-AF", []), ("en", ["Masthead", "Marking"])])
def test_joined_letters_are_not_torn_apart_by_room_between_them(language: str, styles: list[str]) -> None:
    found = word("<p>متن</p>", language).find("//w:style[w:rPr/w:spacing]/@w:styleId", "word/styles.xml")
    assert sorted(found) == sorted(styles)


def test_lists_below_a_paragraph_in_dari_have_letters_of_its_own() -> None:
    file = word(CLAUSES, "fa-AF")
    assert file.find("//w:lvl[2]/w:numFmt/@w:val", "word/numbering.xml")[0] == "arabicAbjad"
    assert file.find("//w:lvl[2]/w:lvlText/@w:val", "word/numbering.xml")[0] == "%2)"
    assert [each.text.strip() for each in tree_of(paper(CLAUSES, "fa-AF")).all("Lbl")] == ["۱.", "الف)", "۱۲."]
    assert "    الف) ب" in write_text(paper(CLAUSES, "fa-AF")).decode()


def test_the_text_counts_items_and_notes_with_the_digits_of_the_language() -> None:
    text = write_text(paper(CLAUSES + NOTE, "fa-AF")).decode()
    assert re.findall(r"^[۰-۹]+\.", text, re.MULTILINE) == ["۱.", "۱۲."]
    assert "متن[۱]" in text
    assert "\n[۱] یادداشت" in text


def test_pdf_and_page_say_the_number_of_a_note_as_the_document_has_it() -> None:
    document = paper(NOTE.replace(">1<", ">۱<"), "fa-AF")
    assert ">۱</a>" in write_html(document, THEME, "").decode()
    assert "متن۱" in tree_of(document).text


@pytest.mark.parametrize("first", ["en", "fa-AF"])
def test_brackets_are_heard_as_they_are_in_both_directions(first: str) -> None:
    words = {"en": "<p>Asia (all of it)</p>", "fa-AF": "<p>آسیا (همهٔ آن)</p>"}
    lists = {each: f'{said}<ol type="i"><li>{said}</li></ol>' for each, said in words.items()}
    english = f'<section lang="en" dir="ltr">{lists["en"]}</section>'
    dari = f'<section lang="fa-AF" dir="rtl">{lists["fa-AF"]}</section>'
    tree = tree_of(small(english + dari if first == "en" else dari + english))
    assert [each.text.strip() for each in tree.all("Lbl")] == ["(i)", "(i)"]
    assert tree.text.count("Asia (all of it)") == tree.text.count("آسیا (همهٔ آن)") == 2


MIXED = """<p>متن <em lang="en" dir="ltr">EU text</em></p><blockquote lang="en" dir="ltr"><p>Words</p><p lang="ru">Слова</p></blockquote>
<p>پایان<a role="doc-noteref" href="#n">1</a></p><aside role="doc-footnote" id="n"><p>یادداشت</p><p lang="en" dir="ltr">A note</p></aside>
<table><caption>جدول</caption><tbody><tr><th scope="row" colspan="2" lang="en" dir="ltr">Head</th></tr><tr><td>الف</td><td>ب</td></tr></tbody></table>"""


@pytest.mark.parametrize("language", ["fa-AF", "en"])
def test_the_pdf_says_of_every_word_in_which_language_it_is_and_which_way_it_runs(language: str) -> None:
    body = MIXED if language == "fa-AF" else f'<section lang="fa-AF" dir="rtl">{MIXED}</section>'
    document = paper(body, language)
    assert heard_tongues(tree_of(document)) == said_tongues(document)
    assert {("fa-AF", "rtl"), ("en", "ltr"), ("ru", "ltr")} <= said_tongues(document).keys()


@pytest.mark.parametrize(("language", "mode", "preference"), [("fa-AF", "RlTb", "/R2L"), ("en", None, None)])
def test_the_pdf_of_a_paper_from_right_to_left_says_so_once_for_all(
    language: str, mode: str | None, preference: str | None
) -> None:
    document = paper("<p>متن</p>", language)
    data = written(document).data
    tree = read_structure(data).root
    assert [each.entries["WritingMode"] for each in tree.walk() if "WritingMode" in each.entries] == [mode] * bool(mode)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = pdf.Root.ViewerPreferences.get("/Direction")
        assert (found and str(found)) == preference


def test_figures_alone_begin_at_their_beginning_wherever_they_are_read() -> None:
    body = '<p>تلفون <bdi dir="ltr">+32 2 555 01 00</bdi> و <bdi dir="ltr">press@example.org</bdi></p>'
    said = "".join(word(body, "fa-AF").find("//w:p//w:t/text()"))
    assert "\u200e+32 2 555 01 00\u200e" in said
    assert "\u200epress" not in said
