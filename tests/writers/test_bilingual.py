"""Two languages side by side in every format: what stands where, in which language, and what listeners hear."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from lxml import etree, html

from reporting.document.checker import check_document
from reporting.document.document import Document
from reporting.writers.furniture import page_of
from reporting.writers.html import write_html
from reporting.writers.pdf.prepare import prepare
from reporting.writers.text import write_text
from reporting.writers.word.writer import write_word
from tests.judges.structure import read_structure
from tests.support.samples import small
from tests.writers.pdf_house import written
from tests.writers.word_house import THEME

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
CALL = '<a role="doc-noteref" href="#n">1</a>'
NOTE = '<aside role="doc-footnote" id="n"><p>A map.</p><p lang="fa-AF" dir="rtl">یک نقشه.</p></aside>'
ROWS = (
    ("<h1>The coast</h1>", "<h1>ساحل</h1>"),
    ("<p>Fish swim.</p>", "<p>ماهی شنا می‌کند.</p>"),
    (f'<ol class="clauses"><li value="1"><p>One.{CALL}</p></li></ol>{NOTE}',
     f'<ol class="clauses"><li value="1"><p>یک.{CALL}</p></li></ol>'),
    ('<ol class="clauses"><li value="2"><p>Two.</p></li></ol>', '<ol class="clauses"><li value="2"><p>دو.</p></li></ol>'),
    ("<h2>Boats</h2>", "<h2>قایق‌ها</h2>"),
    (f"<p>{'Long. ' * 900}</p>", f"<p>{'دراز. ' * 900}</p>"),
)  # fmt: skip


def paper() -> Document:
    """Two columns, the second from the right, one row longer than a page."""
    cells = "".join(f'<tr><td lang="en">{one}</td><td lang="fa-AF" dir="rtl">{two}</td></tr>' for one, two in ROWS)
    source = f'<article lang="en"><table class="bilingual"><tbody>{cells}</tbody></table></article>'
    checked = check_document(source, (), "t.html")
    assert checked.problems == ()
    properties = replace(small().properties, beside="fa-AF", bookmarks={0: "The coast / ساحل", 2: "Boats / قایق‌ها"})
    return Document(checked.html, properties)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return written(paper()).data


def test_listeners_to_the_pdf_hear_blocks_in_their_languages_and_no_table(pdf: bytes) -> None:
    kinds = [each.type for each in read_structure(pdf).root.walk()]
    assert {"Table", "TR", "TD"}.isdisjoint(kinds)
    assert [kinds.count(name) for name in ("H1", "H2", "Note")] == [2, 2, 1]


def test_each_heading_has_one_bookmark_in_both_languages(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root] == ["The coast / ساحل"]
        assert [item.title for item in outline.root[0].children] == ["Boats / قایق‌ها"]


def test_both_languages_are_named_in_the_file(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        said = opened.Root.Metadata.read_bytes().decode()
        assert str(opened.Root.Lang) == "en"
    assert re.findall(r"<rdf:li>(.*?)</rdf:li>", said.partition("<dc:language>")[2].partition("</dc:language>")[0]) == [
        "en",
        "fa-AF",
    ]


def test_a_row_that_is_longer_than_a_page_goes_on_in_both_columns(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) > 1


def test_parts_of_a_running_head_that_run_in_different_directions_are_kept_apart() -> None:
    head = '<p class="running-head"><span dir="ltr">Round 4</span> / <span dir="rtl">دور ۴</span></p>'
    plain = '<p class="running-head"><span dir="ltr">Round 4</span> / <span dir="ltr">4-й раунд</span></p>'
    document = Document(f'<article lang="en">{head}{plain}<h1>A</h1></article>', small().properties)
    assert prepare(document).running_heads == ("\u2066Round 4\u2069 / \u2067دور ۴\u2069", "Round 4 / 4-й раунд")


def values(tree: etree._Element, path: str, names: dict[str, str] | None = W) -> list[str]:
    """What a path leads to, as texts."""
    found = tree.xpath(path, namespaces=names)
    assert isinstance(found, list)
    return [str(each) for each in found]


def part(name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(write_word(paper(), THEME).data)) as packed:
        return etree.fromstring(packed.read(name))


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("//w:tbl", 1),
        ("//w:tr", len(ROWS)),
        ("//w:tr[w:trPr/w:cantSplit]", 0),
        ("//w:bidiVisual", 0),
        ("//w:tc[2]//w:p[w:pPr/w:bidi]", len(ROWS)),
        ("//w:tc[1]//w:p[w:pPr/w:bidi]", 0),
        ("//w:tc[2]//w:r[w:t[. != '1']][not(w:rPr/w:rtl and w:rPr/w:lang/@w:bidi='fa-AF')]", 0),
        ("//w:tc/w:p[w:pPr/w:pStyle/@w:val='Heading1']", 2),
        ("//w:footnoteReference", 1),
        ("//w:tc[2]//w:instrText[contains(., 'NOTEREF')]", 1),
    ],
)
def test_word_has(path: str, count: int) -> None:
    assert len(values(part(), path)) == count


def test_each_column_of_word_counts_its_own_paragraphs() -> None:
    numbers = values(part(), "//w:numPr/w:numId/@w:val")
    assert (numbers[0], numbers[1]) == (numbers[2], numbers[3])
    # Word counts lists of one shape together, whatever their numbers.
    shapes = [
        values(part("word/numbering.xml"), f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
        for number in numbers[:2]
    ]
    assert shapes[0] != shapes[1]


def test_the_page_has_no_table_for_listeners_and_each_id_once() -> None:
    page = html.document_fromstring(write_html(paper(), THEME, "").decode())
    ids = values(page, "//@id", None)
    assert values(page, "//table/@role", None) == ["presentation"]
    assert len(ids) == len(set(ids))
    assert values(page, "//td[@lang='fa-AF']/@dir", None) == ["rtl"] * len(ROWS)
    assert values(page, "//a[@role='doc-noteref']/@href", None) == ["#n", "#n"]


def test_text_has_one_language_after_the_other_paragraph_by_paragraph() -> None:
    lines = [line for line in write_text(paper()).decode().splitlines() if line.strip("=-")]
    said = ["The coast", "ساحل", "Fish swim.", "ماهی شنا می‌کند."]
    assert [line for line in lines if line in said] == said


def test_page_numbers_of_two_languages_have_the_words_of_none() -> None:
    assert page_of("en", "ru") == ("", " / ")
