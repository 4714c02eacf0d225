"""Captions that count and references that follow, as fields filled with the document's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.document.document import Document
from reporting.writers.word.writer import write_word
from tests.judges import word
from tests.support.judges import need
from tests.support.samples import small
from tests.writers.word_house import THEME, text, write

TABLE = '<table id="t"><caption>Table 1. Passages</caption><tbody><tr><th>a</th><td>1</td></tr></tbody></table>'
FIGURE = '<figure id="f{0}"><pre>a</pre><figcaption>Figure {0}: the map</figcaption></figure>'


def codes(body: str) -> list[str]:
    return [code.strip() for code in write(body).find("//w:instrText/text()")]


def test_a_caption_that_says_its_number_counts() -> None:
    assert codes(TABLE + FIGURE.format(1) + FIGURE.format(2)) == [
        r"SEQ Table \* ARABIC",
        r"SEQ Figure \* ARABIC",
        r"SEQ Figure \* ARABIC",
    ]
    assert codes(FIGURE.format(7)) == [r"SEQ Figure \* ARABIC \r 7"]


@pytest.mark.parametrize(
    "words", ["Passages in 2030", "Table of 3 columns", "Round 4 in figures", "Table 3.2, revised"]
)
def test_any_other_caption_stays_as_it_is(words: str) -> None:
    assert codes(TABLE.replace("Table 1. Passages", words)) == []


CLAUSES = '<ol class="clauses"><li id="c1">a</li><li id="c2"><p>b</p><ol type="a"><li id="c2a">x</li></ol></li></ol>'
REFERENCES = {
    f'<p>see <a href="#t">Table 1</a></p>{TABLE}': "REF c_",
    f'<p>see <a href="#f1">Figure 1</a></p>{FIGURE.format(1)}': "REF c_",
    '<p>see <a href="#h">Waters</a></p><h2 id="h">Waters</h2>': r"REF h \h",
    '<p>see <a href="#s">Waters</a></p><section id="s"><h2>Waters</h2></section>': r"REF s \h",
    f'<p>see <a href="#c2">paragraph 2</a></p>{CLAUSES}': r"REF c2 \n \h",
    f'<p>see <a href="#c2a">2(a)</a></p>{CLAUSES}': r"REF c2a \w \h",
    f'<p>see <a href="#c2a">item (a)</a></p>{CLAUSES}': r"REF c2a \n \h",
}


@pytest.mark.parametrize("body", REFERENCES)
def test_a_link_that_says_what_its_target_says_is_a_reference(body: str) -> None:
    file = write(body)
    found = [code.strip() for code in file.find("//w:hyperlink//w:instrText/text()")]
    assert len(found) == 1
    assert found[0].startswith(REFERENCES[body])
    assert found[0].split()[1] in file.find("//w:bookmarkStart/@w:name")
    assert text(file.find("//w:body/w:p")[1]).startswith("see ")


LINKS = [
    '<a href="#t">the table</a>',
    '<a href="#h">the waters</a>',
    '<a href="#c2">paragraph two</a>',
    '<ins><a href="#h">Waters</a></ins>',
]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_with_words_of_its_own_stays_a_link(link: str) -> None:
    file = write(f'<p>{link}</p>{TABLE}<h2 id="h">Waters</h2>{CLAUSES}')
    assert file.find("//w:hyperlink//w:instrText") == []
    assert len(file.find("//w:hyperlink[@w:anchor]")) == 1


def test_pandoc_reads_captions_and_references_as_the_document_says(tmp_path: Path) -> None:
    need("pandoc")
    links = "".join(body.split("</p>")[0] + "</p>" for body in REFERENCES if "#s" not in body and "#f" not in body)
    document = Document(small(f'{links}{TABLE}<h2 id="h">Waters</h2>{CLAUSES}').html, small().properties)
    (tmp_path / "a.html").write_text(document.html, "utf-8")
    (tmp_path / "a.docx").write_bytes(write_word(document, THEME).data)
    assert word.difference(tmp_path / "a.html", tmp_path / "a.docx") == ""
    assert word.findings(tmp_path / "a.docx") == []
