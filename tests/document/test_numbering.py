"""The numbers that readers see."""

from __future__ import annotations

import pytest
from lxml import etree

from reporting.document.checker import check_document
from reporting.document.numbering import figures_at, shown_numbers
from tests.writers.word_house import write


@pytest.mark.parametrize(
    ("ol", "numbers"),
    [
        ("<ol><li/><li/></ol>", ["1.", "2."]),
        ("<ol><li value='3'/><li/><li value='7'/><li/></ol>", ["3.", "4.", "7.", "8."]),
        ("<ol start='5'><li/></ol>", ["5."]),
        ("<ol type='a' start='26'><li/><li/></ol>", ["(z)", "(aa)"]),
        ("<ol type='i' start='4'><li/><li/></ol>", ["(iv)", "(v)"]),
        ("<ol type='A' start='0'><li/><li/></ol>", ["0.", "(A)"]),
        ("<ol lang='fa-AF' start='9'><li/><li/></ol>", ["۹.", "۱۰."]),
        ("<ol lang='fa-AF' type='a'><li/><li/><li value='28'/><li/></ol>", ["الف)", "ب)", "غ)", "الفالف)"]),
        ("<ol lang='ru' type='a' start='7'><li/><li/><li/><li/></ol>", ["ж)", "з)", "и)", "к)"]),
        ("<ol lang='ru' type='A' start='24'><li/><li/></ol>", ["Ш)", "Щ)"]),
        ("<ol lang='ru' type='i'><li/></ol>", ["(i)"]),
    ],
)
def test_items_are_numbered_as_html_counts(ol: str, numbers: list[str]) -> None:
    assert shown_numbers(etree.fromstring(ol)) == numbers


def test_figures_are_those_of_the_language_around_them() -> None:
    cells = etree.fromstring('<tr lang="en"><td><p/></td><td lang="fa-AF"><p><a/></p></td></tr>')
    assert [figures_at(each, 12) for each in cells.iter("p", "a")] == ["12", "۱۲", "۱۲"]


@pytest.mark.parametrize(
    ("language", "items", "number"), [("ru", 3, 'type="a"'), ("ru", 26, 'type="1"'), ("fr", 26, 'type="i"')]
)
def test_lists_below_a_paragraph_are_numbered_as_the_language_does(language: str, items: int, number: str) -> None:
    inner = "<li><p>x</p></li>" * items
    html = f'<article lang="{language}"><h1>A</h1><ol class="clauses"><li><p>b</p><ol>{inner}</ol></li></ol></article>'
    assert f"<ol {number}>" in check_document(html, {}, "t.html.j2").html


def test_word_counts_russian_lists_by_its_own_russian_letters() -> None:
    file = write('<ol class="clauses" lang="ru"><li><p>b</p><ol type="a"><li><p>c</p></li></ol></li></ol>')
    assert file.find("//w:lvl[@w:ilvl='1']/w:numFmt/@w:val", "word/numbering.xml")[0] == "russianLower"
    assert file.find("//w:lvl[@w:ilvl='1']/w:lvlText/@w:val", "word/numbering.xml")[0] == "%2)"
