"""Words in Word: white space, formats, links, languages, notes, changes, bookmarks."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx
import pytest

from reporting.writers.word.writing.marks import path_name, target_name
from reporting.writers.word.writing.runs import stretches
from tests.writers.word_house import NS, File, text, write

SPACES = {
    "<p> one\n two </p>": "one two",
    "<p>one <em> two</em> three</p>": "one two three",
    "<p>one<br> two<br></p>": "onetwo",
    "<p>8\u00a0June</p>": "8\u00a0June",
    "<p>a<!-- b --> c</p>": "a c",
    "<p>\u0001a</p>": "a",
}


@pytest.mark.parametrize("html", SPACES)
def test_white_space_is_as_a_browser_shows_it(html: str) -> None:
    assert text(write(html).find("//w:body/w:p")[1]) == SPACES[html]


FORMATS = {
    "em": "w:i",
    "strong": "w:b",
    "sub": "w:vertAlign[@w:val='subscript']",
    "sup": "w:vertAlign[@w:val='superscript']",
    "mark": "w:highlight",
    "code": "w:rStyle[@w:val='VerbatimChar']",
    "cite": "w:i",
}


@pytest.mark.parametrize("tag", FORMATS)
def test_each_format_is_a_property_of_the_run(tag: str) -> None:
    [run] = write(f"<p>a <{tag}>b</{tag}></p>").find(f"//w:r[w:rPr/{FORMATS[tag]}]")
    assert text(run) == "b"


def test_quotation_marks_are_those_of_the_language_and_depth() -> None:
    file = write('<p><q>a <q>b</q></q></p><p lang="ru"><q>в</q></p>')
    assert [text(each) for each in file.find("//w:body/w:p")][1:] == ["“a ‘b’”", "«в»"]


def test_links_lead_out_by_relation_and_in_by_bookmark() -> None:
    file = write('<p><a href="https://a.example/?b=1&amp;c=2">out</a> <a href="#x">in</a></p><h2 id="x">X</h2>')
    assert [text(each) for each in file.find("//w:hyperlink[@r:id]")] == ["out"]
    assert "https://a.example/?b=1&c=2" in file.find("//@Target", "word/_rels/document.xml.rels")
    assert file.find("//w:hyperlink/@w:anchor") == file.find("//w:bookmarkStart/@w:name") == ["x"]


def test_a_link_to_nowhere_keeps_its_words_and_is_reported() -> None:
    file = write('<p><a href="#x">in</a></p>')
    assert [problem.code for problem in file.word.problems] == ["W052"]
    assert file.find("//w:hyperlink") == []


def test_a_text_from_the_record_stands_in_a_bookmark_named_from_its_path() -> None:
    file = write('<p data-from="a.b">one</p><p>two <span data-from="a.c">three</span></p><p data-from="a.b">four</p>')
    assert file.find("//w:bookmarkStart/@w:name") == [path_name("a.b"), path_name("a.c"), path_name("a.b") + "_2"]
    [inner] = file.find(f"//w:bookmarkStart[@w:name='{path_name('a.c')}']")
    assert text(inner.getnext()) == "three"


def test_the_path_itself_is_nowhere_in_the_file() -> None:
    file = write('<p data-from="secret.path">one</p>')
    assert not any("secret" in file.word.data.decode("latin-1") for _ in [0])
    assert file.find("//*[contains(., 'secret')] | //@*[contains(., 'secret')]") == []


@pytest.mark.parametrize("identifier", ["x", "clause-1", "r_x", "ж" * 50, "1a"])
def test_every_target_has_a_name_that_word_takes(identifier: str) -> None:
    name = target_name(identifier)
    assert name.isidentifier()
    assert len(name) <= 40


NOTE = '<p>a<a role="doc-noteref" href="#n">1</a>{}</p><aside role="doc-footnote" id="n"><p>b <a href="https://a.example">c</a></p><p>d</p></aside>'


def test_a_note_is_a_real_footnote_with_links_of_its_own() -> None:
    file = write(NOTE.format(""))
    assert file.find("//w:footnoteReference/@w:id") == ["1"]
    assert [text(each) for each in file.find("//w:footnote[@w:id='1']/w:p", "word/footnotes.xml")] == ["\tb c", "d"]
    assert "https://a.example" in file.find("//@Target", "word/_rels/footnotes.xml.rels")


def test_a_second_call_of_a_note_refers_to_the_first() -> None:
    file = write(NOTE.format('b<a role="doc-noteref" href="#n">1</a>'))
    assert len(file.find("//w:footnoteReference")) == 1
    [code] = file.find("//w:instrText/text()")
    assert code.split()[:2] == ["NOTEREF", file.find("//w:bookmarkStart/@w:name")[0]]


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<p>a<a role="doc-noteref" href="#n">1</a></p>', "W053"),
        ('<p>a</p><aside role="doc-footnote" id="n"><p>b</p></aside>', "W054"),
        ('<p><img src="none.png" alt="x"></p>', "W055"),
        ("<details>a</details>", "W050"),
    ],
)
def test_what_cannot_be_shown_is_a_problem(html: str, code: str) -> None:
    assert [problem.code for problem in write(html).word.problems] == [code]


def test_the_words_of_an_unknown_element_are_kept() -> None:
    assert text(write("<details>a <b>c</b></details>").find("//w:body")[0]) == "A short papera c"


COMMENTED = """<p>a <span>b<span class="comment" data-by="EU">one</span></span> c{}
<span class="comment" data-by="Karsk Isles" datetime="2031-10-13T09:30">two</span></p>{}"""


def ranges(file: File) -> dict[str, str]:
    """The text that each comment is about, by the comment's words."""
    found = {}
    for comment in file.find("//w:comment", "word/comments.xml"):
        [key] = comment.xpath("@w:id", namespaces=NS)
        at = f"//w:r[preceding::w:commentRangeStart[@w:id='{key}'] and following::w:commentRangeEnd[@w:id='{key}']]"
        found[text(comment)] = "".join(map(text, file.find(at)))
    return found


def test_a_comment_is_about_the_phrase_or_the_paragraph_that_it_ends() -> None:
    file = write(COMMENTED.format("", ""))
    assert ranges(file) == {"one": "b", "two": "a b c"}
    assert file.find("//w:comment/@w:date", "word/comments.xml") == ["2031-10-13T09:30:00Z", "2031-10-21T00:00:00Z"]
    assert file.find("//w:comment/@w:initials", "word/comments.xml") == ["KI", "EU"]
    assert text(file.find("//w:body/w:p")[1]) == "a b c"


def test_python_docx_reads_the_comments_as_they_are() -> None:
    html = (
        '<p lang="ru">а<span class="comment" data-by="Пётр Ланской" datetime="2031-10-14">Не <em>так</em>.</span></p>'
    )
    [comment] = docx.Document(io.BytesIO(write(html).word.data)).comments
    assert (comment.author, comment.initials, comment.text) == ("Пётр Ланской", "ПЛ", "Не так.")
    assert comment.timestamp == datetime(2031, 10, 14, tzinfo=UTC)


def test_no_comment_has_the_number_of_a_note() -> None:
    file = write(COMMENTED.format('<a role="doc-noteref" href="#n">1</a>', NOTE_OF_ITS_OWN))
    assert file.find("//w:footnoteReference/@w:id") == ["1"]
    assert file.find("//w:comment/@w:id", "word/comments.xml") == ["2", "3"]


NOTE_OF_ITS_OWN = '<aside role="doc-footnote" id="n"><p>note</p></aside>'


def test_changes_are_tracked_with_author_and_date() -> None:
    file = write('<p>a <ins datetime="2031-10-14" data-by="Astrene">b</ins><del>c</del></p>')
    [ins], [gone] = file.find("//w:ins"), file.find("//w:del")
    assert (text(ins), *ins.values()[1:]) == ("b", "Astrene", "2031-10-14T00:00:00Z")
    assert (text(gone), *gone.values()[1:]) == ("c", "Straits Desk", "2031-10-21T00:00:00Z")
    assert len(file.find("//w:del//w:delText")) == 1


def test_a_paragraph_that_came_as_a_whole_takes_its_mark_along() -> None:
    file = write("<p>a</p><p><ins>b</ins></p>")
    assert [text(each) for each in file.find("//w:p[w:pPr/w:rPr/w:ins]")] == ["b"]


def test_a_row_that_went_as_a_whole_is_marked_as_a_row() -> None:
    row = "<tr><td><del>a</del></td><td><del>b</del></td></tr>"
    file = write(f"<table><tbody><tr><td>c</td><td><del>d</del></td></tr>{row}</tbody></table>")
    assert [text(each) for each in file.find("//w:tr[w:trPr/w:del]")] == ["ab"]


def test_each_run_has_its_language_and_its_direction() -> None:
    file = write('<p>a <span lang="ru">б</span> <span lang="fa-AF" dir="rtl">دری</span></p>')
    assert file.find("//w:r[.//w:t='б']/w:rPr/w:lang/@w:val") == ["ru-RU"]
    [dari] = file.find("//w:r[.//w:t='دری']")
    assert dari.find("{*}rPr/{*}rtl") is not None
    assert dari.find("{*}rPr/{*}lang").values() == ["fa-AF"]


def test_a_paragraph_of_dari_runs_from_the_right_and_the_next_does_not() -> None:
    file = write('<p lang="fa-AF" dir="rtl">دری</p><p>a</p>')
    assert [text(each) for each in file.find("//w:p[w:pPr/w:bidi]")] == ["دری"]


STRETCHES = {
    ("in Dari گفتگوی تنگه‌ها it is", False): [("in Dari ", False), ("گفتگوی تنگه‌ها", True), (" it is", False)],
    ("در Port Averin ۲۰۳۱", True): [("در ", True), ("Port Averin", False), (" ۲۰۳۱", True)],
    ("plain", False): [("plain", False)],
}


@pytest.mark.parametrize("case", STRETCHES)
def test_text_is_cut_where_its_direction_turns(case: tuple[str, bool]) -> None:
    assert list(stretches(case[0], rtl=case[1])) == STRETCHES[case]
