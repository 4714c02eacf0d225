"""The checker: what it refuses, where it says so, and what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinyhtml5
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reporting.document.checker import Checked, check_document
from reporting.document.text import words_of
from reporting.document.vocabulary import ELEMENTS, SHAPES
from tests.support.samples import all_elements

CODES = Path(__file__).parents[2] / "reporting" / "codes" / "D.yaml"


def check(body: str, top: str = "<h1>Title</h1>") -> Checked:
    return check_document(f'<article lang="en">{top}{body}</article>', {"map.png"}, "en.html.j2")


def codes(body: str, top: str = "<h1>Title</h1>") -> list[str]:
    return [problem.code for problem in check(body, top).problems]


CASES = [
    ("D002", "<p>open"),
    ("D002", "<p>open <em>twice</p></em>"),
    ("D002", "<p>a < b</p>"),
    ("D002", "<p/>"),
    ("D002", '<p id="a" id="b">twice</p>'),
    ("D002", "<!-- never closed"),
    ("D004", "<section>" * 101 + "</section>" * 101),
    ("D005", "<p>bell \x07</p>"),
    ("D005", "<p>half \ud800</p>"),
    ("D010", "<div><p>box</p></div>"),
    ("D010", "<script>alert(1)</script>"),
    ("D011", '<p style="color: red">red</p>'),
    ("D011", '<p onclick="go()">press</p>'),
    ("D011", '<p xml:base="x">base</p>'),
    ("D012", '<p dir="left">left</p>'),
    ("D012", '<ol type="x"><li>x</li></ol>'),
    ("D012", '<p><svg viewBox="0 0 1 1"><title>t</title><path d="M0 0" fill="url(https://x)"/></svg></p>'),
    ("D013", '<p><img src="map.png"></p>'),
    ("D014", '<p class="date-line">Rome</p>'),
    ("D014", '<p role="doc-footnote">note</p>'),
    ("D015", '<p lang="en_GB">English</p>'),
    ("D045", '<h2>a<span class="comment" data-by="EU">b</span></h2>'),
    ("D045", '<p><ins>a<span class="comment" data-by="EU">b</span></ins></p>'),
    ("D045", '<p>a<span class="comment" data-by="EU">b</span> c</p>'),
    ("D045", '<p><span class="comment" data-by="EU">b</span></p>'),
    ("D045", '<p>a<span class="comment" data-by="EU"> </span></p>'),
    ("D045", '<ul><li>a<span class="comment" data-by="EU">b</span></li></ul>'),
    ("D045", '<p class="bracketed">a<span class="comment" data-by="EU">b</span></p>'),
    ("D045", '<p>a<span class="comment" data-by="EU">b <a href="https://a.example">c</a></span></p>'),
    ("D046", '<p>a<span class="comment">b</span></p>'),
    ("D016", '<p><a href="javascript:go()">go</a></p>'),
    ("D016", '<p><a href="http://x.example">go</a></p>'),
    ("D016", '<p><a href="annex.docx">go</a></p>'),
    ("D020", "<p>text<ul><li>item</li></ul></p>"),
    ("D020", "<table><tr><th>cell</th></tr></table>"),
    ("D020", '<p><a href="#x" id="x">a <a href="#x">b</a></a></p>'),
    ("D021", "<section>loose</section>"),
    ("D022", '<p>first</p><p class="marking">late</p>'),
    ("D022", '<section class="tab"><p>no heading</p></section>'),
    ("D022", '<nav role="doc-toc"><ol><li>no link</li></ol></nav>'),
    ("D023", "<dl><dt>Place</dt></dl>"),
    ("D023", "<dl><dd>Rome</dd></dl>"),
    ("D030", "<h1>Second</h1>"),
    ("D031", "<h3>Skipped</h3>"),
    ("D032", "<h2> </h2>"),
    ("D033", "<ul><li></li></ul>"),
    ("D034", '<p><a href="https://x.example"></a></p>'),
    ("D040", '<p id="a">a</p><p id="a">b</p>'),
    ("D041", '<p><a href="#nowhere">there</a></p>'),
    ("D042", '<p>text<a role="doc-noteref" href="#n">1</a></p>'),
    ("D043", '<aside role="doc-footnote" id="n"><p>note</p></aside>'),
    ("D044", ('<p>a<a role="doc-noteref" href="#n">1</a></p><section role="doc-endnotes"><h2>Notes</h2>'
              '<ol><li role="doc-endnote" id="n">b</li></ol></section><p>after</p>')),
    ("D044", '<p>a<a role="doc-noteref" href="#n">1</a></p><ol><li role="doc-endnote" id="n">b</li></ol>'),
    ("D043", ('<p>a<a role="doc-noteref" href="#n">1</a> b<a role="doc-noteref" href="#n">1</a></p>'
             '<aside role="doc-footnote" id="n"><p>note</p></aside>')),
    ("D050", '<p><img src="other.png" alt="A map"></p>'),
    ("D051", '<p><img src="map.png" alt=" "></p>'),
    ("D051", '<p><svg viewBox="0 0 1 1"><path d="M0 0"/></svg></p>'),
    ("D060", "<table><tbody><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></tbody></table>"),
    ("D060", '<table><tbody><tr><th rowspan="2">a</th></tr></tbody></table>'),
    ("D060", '<table><colgroup><col span="3"></colgroup><tbody><tr><th>a</th></tr></tbody></table>'),
    ("D061", "<table><tbody><tr><th>a</th></tr></tbody><caption>late</caption></table>"),
    ("D061", "<table><tbody>" + "<tr><th>a</th></tr>" * 2001 + "</tbody></table>"),
    ("D062", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
    ("D070", "<p>The round took place in None.</p>"),
    ("D070", "<p>None</p>"),
    ("D070", "<p>&lt;Round object at 0x7f3a&gt;</p>"),
    ("D071", "<p>Ms Tarnow, , Deputy Minister</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "body"), CASES, ids=lambda value: value[:60])
def test_what_breaks_the_vocabulary_is_named_by_its_code(code: str, body: str) -> None:
    assert set(codes(body)) == {code}


COMMENTED = '<p>Five states <span>met <span class="comment" data-by="EU">When?</span></span>.</p>'


def test_a_comment_may_stand_in_a_draft_and_never_in_a_final_paper() -> None:
    assert codes(COMMENTED) == []
    html = f'<article lang="en"><h1>Title</h1>\n{COMMENTED}</article>'
    [problem] = check_document(html, (), "en.html.j2", final=True).problems
    assert (problem.code, problem.place and problem.place.line) == ("D047", 2)
    assert "draft" in (problem.hint or "")


def test_no_blank_is_left_before_a_comment_because_papers_set_one() -> None:
    assert 'met<span class="comment"' in check(COMMENTED).html


@pytest.mark.parametrize(
    ("code", "html"),
    [
        ("D001", "<article>" + "x" * 5_000_001),
        ("D003", ""),
        ("D003", "only words"),
        ("D003", '<article lang="en"><h1>a</h1></article><p>after</p>'),
        ("D003", "<section><h1>a</h1></section>"),
        ("D013", "<article><h1>a</h1></article>"),
        ("D030", '<article lang="en"><p>a</p></article>'),
        ("D030", '<article lang="en"><h2>a</h2></article>'),
    ],
    ids=lambda value: value[:40],
)
def test_what_is_no_paper_at_all_is_named_by_its_code(code: str, html: str) -> None:
    found = check_document(html, (), "en.html.j2")
    assert code in [problem.code for problem in found.problems]
    assert found.html == ""


@pytest.mark.parametrize(
    "body",
    [
        "<p>None of the delegations objected. None did.</p>",
        "<p>“None,” she said (none, in fact); 1,204 passages, and so on…</p>",
        "<p>Fish &amp; chips &lt; 5</p>",
        '<p lang="uz-Cyrl-UZ">Ўзбек</p>',
        "<pre>None, , {{ x }}</pre>",
    ],
)
def test_honest_text_is_let_through(body: str) -> None:
    assert codes(body) == []


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ('<p style="color: red">red</p>', "how papers look belongs into the theme"),
        ('<p onclick="go()">press</p>', "papers do nothing, they are read"),
        ('<ol begin="3"><li>x</li></ol>', "take it out; here may stand class, dir, id, lang, role, start, type"),
        ('<p xml:base="x">base</p>', "take it out"),
    ],
)
def test_an_attribute_that_is_not_taken_has_a_way_out(body: str, hint: str) -> None:
    (problem,) = check(body).problems
    assert problem.code == "D011"
    assert hint in (problem.hint or "")


def test_a_problem_stands_at_its_line_and_column_with_the_path_of_the_record() -> None:
    html = '<article lang="en">\n<h1>Title</h1>\n<section data-from="topics[t1]">\n  <p>a <b>word</b></p>\n</section></article>'
    (problem,) = check_document(html, (), "press-release/en.html.j2").problems
    assert str(problem.place) == "press-release/en.html.j2:4:8"
    assert problem.trail == "topics[t1]"
    assert problem.hint == "use `strong`"


def test_all_faults_are_told_at_once() -> None:
    assert codes('<h3>Skipped</h3><p class="x">a</p><p><a href="#b">c</a></p>') == ["D031", "D014", "D041"]


def test_a_warning_leaves_the_document_usable() -> None:
    found = check("<p></p>")
    assert [problem.is_error for problem in found.problems] == [False]
    assert found.html.startswith("<article")


def test_calls_of_notes_are_numbered_through() -> None:
    call, note = '<a role="doc-noteref" href="#{0}">9</a>', '<aside role="doc-footnote" id="{0}"><p>{0}</p></aside>'
    html = check(f"<p>a{call.format('x')} b{call.format('y')}</p>{note.format('y')}{note.format('x')}").html
    assert '<p>a<a role="doc-noteref" href="#x">1</a> b<a role="doc-noteref" href="#y">2</a></p>' in html


def test_calls_of_notes_have_the_figures_of_their_language() -> None:
    call, note = '<a role="doc-noteref" href="#n">9</a>', '<aside role="doc-footnote" id="n"><p>n</p></aside>'
    html = check(f'<p lang="fa-AF" dir="rtl">الف{call}</p>{note}').html
    assert '<a role="doc-noteref" href="#n">۱</a>' in html


def test_white_space_is_folded_where_it_means_nothing() -> None:
    html = check("<p >  The\n  <em>first </em> round<br> \n met\u00a0: </p><pre>\n  kept\n    so</pre>").html
    assert "<p>The <em>first </em> round<br/>met\u00a0:</p>" in html
    assert "<pre>  kept\n    so</pre>" in html


def test_attributes_come_in_one_order() -> None:
    one = check('<p data-from="x" lang="fr" id="a" class="lead">Bonjour</p>').html
    assert '<p id="a" class="lead" lang="fr" data-from="x">' in one
    assert one == check("<p class=lead id='a' lang=fr data-from=x>Bonjour</p>").html


def test_the_document_of_all_elements_holds_all_and_passes() -> None:
    document = all_elements()
    found = check_document(document.html, document.images, "all-elements.html")
    assert found.problems == ()
    used = {str(element.tag) for element in document.tree().iter()}
    assert set(ELEMENTS) - SHAPES == used - SHAPES
    classes = {name for element in document.tree().iter() for name in element.get("class", "").split()}
    assert classes == {name for row in ELEMENTS.values() for name in row.classes}


def test_canonical_html_is_the_same_for_every_parser() -> None:
    document = all_elements()
    html = check_document(document.html, document.images, "all-elements.html").html
    assert check_document(html, document.images, "again").html == html
    as_xml = etree.fromstring(html)
    parsed = tinyhtml5.parse(f"<!doctype html>{html}", namespace_html_elements=False)
    as_html5 = next(parsed.iter("article"))
    tags = [etree.QName(element).localname for element in as_xml.iter()]
    assert [str(element.tag).rpartition("}")[2] for element in as_html5.iter()] == tags
    assert "".join(as_html5.itertext()) == "".join(map(str, as_xml.itertext()))
    assert words_of(as_xml) == words_of(document.tree())


def test_every_code_is_explained() -> None:
    explained = yaml.safe_load(CODES.read_text("utf-8"))  # noqa: TID251 - our own file, no record
    assert {code for code, _ in CASES} | {"D001", "D003", "D047"} == set(explained)
    for entry in explained.values():
        assert all(entry[key].strip() for key in ("title", "why", "mend", "example"))


WORDS = st.sampled_from(
    [*(f"<{tag}>" for tag in ELEMENTS), *(f"</{tag}>" for tag in ELEMENTS), '<a role="doc-noteref" href="#n">',
     '<aside role="doc-footnote" id="n">', '<td colspan="3" rowspan="2">', "<div>", "<", ">", "&", "&#0;", "&lt", "<!--",
     "-->", "None", ", ,", " ", "\n", "\r", "\x00", "\ud800", "é", '"', "<p class=", "<svg viewBox='0 0 1 1'>", "/>",
     '<p lang="en" ', "<!doctype html>", "<?x?>", "<![CDATA["]
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(st.lists(WORDS | st.text(max_size=5), max_size=40).map("".join))
def test_the_checker_answers_any_text_with_places_inside_of_it(body: str) -> None:
    html = f'<article lang="en"><h1>a</h1>{body}</article>'
    found = check_document(html, (), "x")
    lines = html.split("\n")
    for problem in found.problems:
        assert problem.place is not None
        if problem.place.line:
            assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
    if found.html:
        etree.fromstring(found.html)
        assert check_document(found.html, (), "x").html == found.html


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<a ", "<a x='", '<p id="', "&", "<p>", "</p>", " ", "a,", "<a b", "</x"]
)
def test_the_time_to_check_grows_with_the_text_only(piece: str) -> None:
    # Half a megabyte: a scan that looks back would take hours, not a moment.
    assert check_document(piece * (500_000 // len(piece)), (), "x").problems
