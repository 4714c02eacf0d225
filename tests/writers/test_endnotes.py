"""Endnotes: notes behind the text on every paper, real ones in Word."""

from __future__ import annotations

import pytest

from reporting.document.document import Document
from reporting.writers.text import write_text
from tests.support.samples import small
from tests.writers.word_house import File, text, write

BODY = (
    '<p>One<a role="doc-noteref" href="#n1">1</a> and two<a role="doc-noteref" href="#n2">2</a>.</p>'
    '<section role="doc-endnotes"><h2>Notes</h2><ol><li role="doc-endnote" id="n1"><p>First.</p></li>'
    '<li role="doc-endnote" id="n2"><p>Second.</p><p>More.</p></li></ol></section>'
)


@pytest.fixture
def file() -> File:
    return write(BODY)


def test_word_has_them_as_endnotes_counted_in_figures(file: File) -> None:
    assert file.find("//w:endnoteReference/@w:id") == ["1", "2"]
    notes = file.find("//w:endnote[@w:id > 0]", "word/endnotes.xml")
    assert [text(each) for each in notes] == ["\tFirst.", "\tSecond.More."]
    assert file.find("//w:endnotePr/w:numFmt/@w:val", "word/settings.xml") == ["decimal"]
    assert "word/footnotes.xml" not in file.names


def test_the_heading_of_their_section_stays_in_the_text_and_the_notes_do_not(file: File) -> None:
    assert [text(each) for each in file.find("//w:body/w:p")] == ["A short paper", "One and two.", "Notes"]


def test_text_prints_their_section_as_it_stands() -> None:
    document = Document(small(BODY).html, small().properties)
    assert write_text(document).decode().split("\n\n", 1)[1] == (
        "One[1] and two[2].\n\nNotes\n=====\n\n1.  First.\n\n2.  Second.\n\n    More.\n"
    )
