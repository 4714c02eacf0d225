"""The numbers that readers see."""

from __future__ import annotations

import pytest
from lxml import etree

from reporting.document.numbering import figures_at, shown_numbers


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
    ],
)
def test_items_are_numbered_as_html_counts(ol: str, numbers: list[str]) -> None:
    assert shown_numbers(etree.fromstring(ol)) == numbers


def test_figures_are_those_of_the_language_around_them() -> None:
    cells = etree.fromstring('<tr lang="en"><td><p/></td><td lang="fa-AF"><p><a/></p></td></tr>')
    assert [figures_at(each, 12) for each in cells.iter("p", "a")] == ["12", "۱۲", "۱۲"]
