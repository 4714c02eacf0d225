"""The structure tree: what a screen reader hears is what the document says."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from reporting.document.document import Document
from tests.judges.structure import Structure, heard_notes, heard_text, likeness, read_structure, said_notes, said_text
from tests.support.samples import all_elements, small
from tests.writers.pdf_house import tree_of, written


@cache
def everything() -> Structure:
    return read_structure(written(all_elements()).data)


def test_the_tree_says_what_the_document_says_word_for_word() -> None:
    assert heard_text(everything().root) == said_text(all_elements(), furniture="RESTRICTED Draft 2, 14 October 2031")


RIGHT_TO_LEFT = """<p>نمایندگان پنج کشور در شهر بیشکک گرد هم آمدند و درباره امنیت مرزها، آب و انرژی، و بازرگانی با
راه‌آهن سخن گفتند. آنان بر آن شدند که هر شش ماه یک بار دیدار کنند و گزارش <bdi>EU-CA 2017/4</bdi> را بپذیرند.</p>
<ul><li>همکاری در مرزها</li><li>آب و انرژی</li></ul>"""


def test_right_to_left_lines_say_the_words_of_the_document() -> None:
    document = small(RIGHT_TO_LEFT, title="اعلامیه مشترک")
    document = replace(document, properties=replace(document.properties, language="fa-AF"))
    heard = " ".join(element.text for element in tree_of(document).walk() if element.type in {"H1", "P", "LBody"})
    assert likeness(heard, " ".join(document.tree().itertext())) >= 0.98


def test_notes_are_heard_whole() -> None:
    assert heard_notes(everything().root) == said_notes(all_elements())


def test_nothing_is_drawn_outside_of_content_and_artifacts() -> None:
    assert everything().unmarked == ()


def test_running_heads_and_page_numbers_are_artifacts() -> None:
    assert "Straits Dialogue · Seventh Round" not in everything().root.text
    assert "Page 2 of" not in everything().root.text
    assert {"RESTRICTED", "DRAFT 2"} <= set(everything().artifacts[1])


def test_the_marking_is_heard_once_at_the_beginning() -> None:
    first = everything().root.kids[0]
    assert not isinstance(first, str)
    assert (first.type, first.text) == ("P", "RESTRICTED")
    assert everything().root.text.count("RESTRICTED") == 1


def test_the_title_is_shown_and_tabs_follow_the_tree() -> None:
    with pikepdf.open(io.BytesIO(written(all_elements()).data)) as pdf:
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)
        with_links = [page for page in pdf.pages if "/Annots" in page]
        assert with_links
        assert {str(page.get("/Tabs")) for page in with_links} == {"/S"}
        links = [each for page in with_links for each in page.Annots if each.Subtype == "/Link"]
        # ISO 14289-1, 7.18.5: a link says what it is for who does not see it, and hangs in the tree.
        assert all("/Contents" in link and "/StructParent" in link for link in links)


def test_the_watermark_and_running_heads_say_what_kind_of_artifact_they_are() -> None:
    with pikepdf.open(io.BytesIO(written(all_elements()).data)) as pdf:
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    for kind in (b"Watermark", b"Header", b"Footer"):
        assert re.search(rb"/Artifact\s*<<[^>]*/Subtype\s*/" + kind, content), kind


def test_a_running_head_is_the_one_of_the_tab_that_the_page_is_in() -> None:
    tabs = "".join(f'<section class="tab"><h2>Tab {n}</h2>{"<p>Line</p>" * 60}</section>' for n in (1, 2))
    pages = read_structure(written(small(tabs)).data).artifacts
    heads = [[text for text in page if text.startswith("Tab ")] for page in pages]
    # The page on which a tab begins has its heading, and needs no running head.
    assert heads == [[], [], ["Tab 1"], [], ["Tab 2"]]


def test_headings_stand_in_the_tree_in_order() -> None:
    headings = [e.type for e in everything().root.walk() if e.type[0] == "H" and e.type[1:].isdigit()]
    assert headings[:5] == ["H1", "H2", "H2", "H3", "H3"]
    assert {"H4", "H5", "H6"} <= set(headings)


def test_a_word_in_another_language_says_so() -> None:
    spans = [e for e in everything().root.all("Span") if e.entries.get("Lang") == "ru"]
    assert "Пётр Ланской" in [span.text for span in spans]


def test_the_contents_are_a_table_of_contents_of_links() -> None:
    (contents, nested) = everything().root.all("TOC")
    assert [item.text for item in nested.all("TOCI")] == ["Safety of shared waters 4"]
    assert all(link.links == 1 for link in contents.all("Link"))


def test_pictures_have_alternative_texts() -> None:
    alternatives = [figure.entries["Alt"] for figure in everything().root.all("Figure")]
    assert alternatives == [
        "A white lighthouse on a blue ground",
        "Passages in 2030 and in 2031 as two bars, the second longer",
    ]


CASES = {
    "a note follows the paragraph that calls it": (
        '<p>One<a role="doc-noteref" href="#n">1</a>.</p><aside role="doc-footnote" id="n"><p>Why.</p></aside><p>Two</p>',
        "H1 P Reference Note Lbl P",
    ),
    "a list in a list": (
        "<ol><li>One<ul><li>Inner</li></ul></li></ol>",
        "H1 L LI Lbl LBody L LI Lbl LBody",
    ),
    "terms and what is said of them": (
        "<dl><dt>When</dt><dd>Monday</dd><dd>Tuesday</dd><dt>Where</dt><dd>Here</dd></dl>",
        "H1 L LI Lbl LBody LBody LI Lbl LBody",
    ),
    "a link in a line": ('<p>See <a href="https://example.org">it</a>.</p>', "H1 P Link"),
    "loose words in an address become a paragraph": (
        '<address>Anna<br><a href="mailto:a@b.example">a@b.example</a></address>',
        "H1 Div P Link",
    ),
    "signatures are no table": (
        '<table class="signatures"><tbody><tr><td>For A</td><td>For B</td></tr></tbody></table>',
        "H1 Div Div P Div P",
    ),
    "words set apart leave no trace": ("<p>A <strong>very <em>new</em></strong> <time>day</time></p>", "H1 P"),
}


@pytest.mark.parametrize(("body", "types"), CASES.values(), ids=CASES.keys())
def test_elements_become_the_types_of_pdf(body: str, types: str) -> None:
    article = tree_of(small(body)).kids[0]
    assert not isinstance(article, str)
    assert " ".join(element.type for element in article.walk()) == f"Art {types}"


def test_header_cells_say_whether_they_head_a_column_or_a_row() -> None:
    table = """<table><caption>T</caption><thead><tr><th scope="col">Flag</th><th scope="col">Number</th></tr></thead>
        <tbody><tr><th scope="row">Velmora</th><td>12</td></tr><tr><th>Astrene</th><td></td></tr></tbody></table>"""
    root = tree_of(small(table))
    assert [cell.entries["Scope"] for cell in root.all("TH")] == ["Column", "Column", "Row", "Row"]
    assert [len([k for k in row.kids if not isinstance(k, str)]) for row in root.all("TR")] == [2, 2, 2]


@pytest.mark.parametrize(
    ("kind", "numbering"), [("<ol>", "Decimal"), ('<ol type="i">', "LowerRoman"), ("<ul>", "Disc")]
)
def test_lists_say_how_they_are_numbered(kind: str, numbering: str) -> None:
    end = "</ol>" if "ol" in kind else "</ul>"
    assert tree_of(small(f"{kind}<li>A</li>{end}")).all("L")[0].entries["ListNumbering"] == numbering


def long_table() -> Document:
    rows = "".join(f"<tr><td>Row {n}</td><td>{n}</td></tr>" for n in range(90))
    return small(
        f'<table><thead><tr><th scope="col">Name</th><th scope="col">Number</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def test_a_table_over_two_pages_is_one_table_and_its_head_is_heard_once() -> None:
    structure = read_structure(written(long_table()).data)
    assert len(structure.artifacts) > 1
    assert [len(structure.root.all(type_)) for type_ in ("Table", "THead", "TH", "TBody")] == [1, 1, 2, 1]
    assert structure.root.text.count("Name") == 1
    assert "Name" in structure.artifacts[1]


def test_a_paragraph_over_two_pages_is_one_paragraph_with_its_words_apart() -> None:
    text = " ".join(f"word{n}" for n in range(1500))
    root = tree_of(small(f"<p>{text}</p>"))
    (paragraph,) = root.all("P")
    assert paragraph.text == text


def test_a_link_over_two_lines_is_one_link_with_two_rectangles() -> None:
    words = "a very long link that goes on and on and will not stop before the line has come to its end " * 2
    (link,) = tree_of(small(f'<p>See <a href="https://example.org"><em>{words}</em></a></p>')).all("Link")
    assert link.links >= 2


def test_a_hyphen_that_line_breaking_put_is_not_heard() -> None:
    word = "Verwaltungsverfahrensbeschleunigungsgesetz"
    root = tree_of(small(f'<p lang="de">{f"{word} " * 12}</p>'))
    assert root.all("P")[0].text.replace("\u00ad", "").split() == [word] * 12


def test_right_to_left_text_is_heard_in_reading_order() -> None:
    text = "گفتگوی سیاسی (Port Averin)."
    (paragraph,) = tree_of(small(f'<p lang="fa-AF" dir="rtl">{text}</p>')).all("P")
    assert paragraph.text == text


@pytest.mark.parametrize("rows", range(34, 46, 2))
def test_neither_the_sum_of_a_table_nor_its_last_row_stands_alone_on_a_page(rows: int) -> None:
    body = "".join(f"<tr><td>Row {number}</td></tr>" for number in range(rows))
    table = f"<table><thead><tr><th scope='col'>A</th></tr></thead><tbody>{body}</tbody><tbody><tr><td>Sum</td></tr></tbody></table>"
    cells = tree_of(small(table + "<figure><p>Below</p></figure>")).all("TD")
    pages = [next(each.page for each in cell.walk() if each.page) for cell in cells]
    assert pages[-1] == pages[-2] == pages[-3]
    assert pages[0] == pages[1]


FOLLOWERS = {
    "a paragraph": "<p>Text after.</p>",
    "a list": "<ul><li>One</li><li>Two</li></ul>",
    "a table": "<table><thead><tr><th scope='col'>A</th></tr></thead><tbody><tr><td>One</td></tr><tr><td>Two</td></tr></tbody></table>",
    "questions": "<dl class='defensives'><dt>Why?</dt><dd><p>Because.</p></dd></dl>",
    "a lower heading": "<h3>Lower</h3><p>Text after.</p>",
    "a quotation": "<blockquote><p>Well said.</p></blockquote>",
}


@pytest.mark.parametrize("follower", FOLLOWERS.values(), ids=FOLLOWERS)
def test_no_heading_is_left_alone_at_the_foot_of_a_page(follower: str) -> None:
    pages = set()
    for lines in range(25, 33):
        tree = tree_of(small("<p>Line</p>" * lines + "<section><h2>Heading</h2>" + follower + "</section>"))
        leaves = [each for each in tree.walk() if each.page and any(isinstance(kid, str) for kid in each.kids)]
        (heading,) = [number for number, each in enumerate(leaves) if each.type == "H2"]
        after = [each.page for each in leaves[heading + 1 :][:2]]
        assert {leaves[heading].page} == {*after}, f"after {lines} lines"
        pages.add(leaves[heading].page)
    assert pages == {1, 2}
