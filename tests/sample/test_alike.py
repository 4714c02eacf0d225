"""Papers may differ in look, never in words: Word, PDF and page of every sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.writers.html import write_html
from reporting.writers.word.writer import write_word
from tests.judges.alike import differences, said_in_word
from tests.support.samples import all_elements
from tests.writers.pdf_house import written
from tests.writers.word_house import THEME


def test_word_pdf_and_page_of_every_sample_say_the_same(sample: Path) -> None:
    found = {}
    for docx in sorted(sample.rglob("*.docx")):
        pdf, page = docx.with_suffix(".pdf"), docx.with_suffix(".html")
        if page.is_file():
            files = docx.read_bytes(), pdf.read_bytes(), page.read_bytes()
            found[str(docx.relative_to(sample))] = differences(*files, languages=1 + docx.name.count("+"))
    assert len(found) >= 8
    assert {name: said for name, said in found.items() if said} == {}


def test_word_pdf_and_page_of_the_document_with_every_element_say_the_same() -> None:
    document = all_elements()
    assert (
        differences(write_word(document, THEME).data, written(all_elements()).data, write_html(document, THEME, ""))
        == []
    )


@pytest.mark.parametrize("word", ["storm", "Ланской", "گفتگوی"])
def test_a_word_too_few_is_found(word: str) -> None:
    document = all_elements()
    pages = write_html(document, THEME, "").replace(word.encode(), b"")
    docx = write_word(document, THEME).data
    assert said_in_word(docx).text
    assert differences(docx, written(all_elements()).data, pages) != []
