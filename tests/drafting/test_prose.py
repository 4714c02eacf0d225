"""What a record says in CommonMark, and the HTML that becomes of it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.document.checker import check_document
from reporting.drafting.prose import commonmark
from reporting.drafting.prose.commonmark import blocks, line, plain, typography
from reporting.problems import Failed, Place
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map

LINES = [
    ("plain words", "plain words"),
    ("  trimmed  ", "trimmed"),
    ("R&D <b>bold</b>", "R&amp;D &lt;b&gt;bold&lt;/b&gt;"),
    ("R&amp;D", "R&amp;D"),
    ("*soft* and **loud**", "<em>soft</em> and <strong>loud</strong>"),
    ("**all *of* it**", "<strong>all <em>of</em> it</strong>"),
    ("snake_case_stays, 2*3*4", "snake_case_stays, 2<em>3</em>4"),
    (r"\*not emphasis\*", "*not emphasis*"),
    ("one\ntwo", "one two"),
    ("one  \ntwo", "one<br>two"),
    ("[site](https://a.eu/b?c=1&d=2)", '<a href="https://a.eu/b?c=1&amp;d=2">site</a>'),
    (
        "[mail](mailto:x@y.eu), [call](tel:+32-2-584)",
        '<a href="mailto:x@y.eu">mail</a>, <a href="tel:+32-2-584">call</a>',
    ),
    ("<https://a.eu/b--c>", '<a href="https://a.eu/b--c">https://a.eu/b--c</a>'),
    ("<x@y.eu>", '<a href="mailto:x@y.eu">x@y.eu</a>'),
    ('"*quoted*"', "“<em>quoted</em>”"),
    ("the *ministers*' view", "the <em>ministers</em>’ view"),
    ("`code` is not set", "`code` is not set"),
    ("# no heading", "# no heading"),
    ("[brackets] stay", "[brackets] stay"),
    ("1 < 2 > 0", "1 &lt; 2 &gt; 0"),
]


@pytest.mark.parametrize(("text", "html"), LINES)
def test_a_line_becomes_inline_html(text: str, html: str) -> None:
    assert line(text) == html


BLOCKS = [
    ("", ""),
    ("one\n\ntwo", "<p>one</p><p>two</p>"),
    ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
    ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    ("1. a\n   - b", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
    ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
    ("> said\n>\n> so", "<blockquote><p>said</p><p>so</p></blockquote>"),
    ("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"),
    ("not a heading\n---", "<p>not a heading</p><hr>"),
    ("# A\n\n## B", "<h3>A</h3><h4>B</h4>"),
    ("## A\n\n#### B\n\n## C", "<h3>A</h3><h4>B</h4><h3>C</h3>"),
    ("### A\n\n# B", "<h3>A</h3><h3>B</h3>"),
    ("#\n\n-\n\n>", ""),
    ("    indented *words*", "<p>indented <em>words</em></p>"),
    ("```\ncode\n```", "<p>```\ncode\n```</p>"),
    ("<div>\n\n<!-- no -->", "<p>&lt;div&gt;</p><p>&lt;!– no –&gt;</p>"),
    ("[Note]: https://a.eu", "<p>[Note]: https://a.eu</p>"),
    (
        "| a | b |\n|---|--:|\n| 1 | 2 |",
        (
            '<table><thead><tr><th scope="col">a</th><th scope="col" class="number">b</th></tr></thead>'
            '<tbody><tr><td>1</td><td class="number">2</td></tr></tbody></table>'
        ),
    ),
    (
        "words[^1] more\n\n[^1]: A *note*.",
        (
            '<p>words<a role="doc-noteref" href="#note-1">1</a> more</p>'
            '<aside role="doc-footnote" id="note-1"><p>A <em>note</em>.</p></aside>'
        ),
    ),
    (
        "- a[^1]\n- b\n\n[^1]: Note",
        (
            '<ul><li><p>a<a role="doc-noteref" href="#note-1">1</a></p>'
            '<aside role="doc-footnote" id="note-1"><p>Note</p></aside></li><li>b</li></ul>'
        ),
    ),
]


@pytest.mark.parametrize(("text", "html"), BLOCKS)
def test_prose_becomes_blocks(text: str, html: str) -> None:
    assert blocks(text) == html


def test_notes_may_be_given_and_called_twice() -> None:
    assert blocks("a[^n] b[^n]", notes={"n": "Note", "other": "not called here"}, prefix="s1-") == (
        '<p>a<a role="doc-noteref" href="#note-s1-n">1</a> b<a role="doc-noteref" href="#note-s1-n-2">2</a></p>'
        '<aside role="doc-footnote" id="note-s1-n"><p>Note</p></aside>'
        '<aside role="doc-footnote" id="note-s1-n-2"><p>Note</p></aside>'
    )


def test_a_note_in_a_table_follows_the_table() -> None:
    html = blocks("| a[^n] |\n|---|\n| b |", notes={"n": "Note"})
    assert html.endswith('</table><aside role="doc-footnote" id="note-n"><p>Note</p></aside>')


REFUSED = [
    ("[a](http://a.eu)", ["T050"]),
    ("[a](javascript:alert)", ["T050"]),
    ("[a](data:text/html,x)", ["T050"]),
    ("[a](file:///etc/passwd)", ["T050"]),
    ("[a](notes.html)", ["T050"]),
    ("[a](#part)", ["T050"]),
    ("[a]()", ["T050"]),
    ("<ftp://a.eu>", ["T050"]),
    ("![map](https://a.eu/map.png)", ["T051"]),
    ('[a](https://a.eu "title")', ["T052"]),
    ("[^1]: never called", ["T053"]),
    ("a[^1]\n\n[^1]: b[^2]\n\n[^2]: c", ["T053", "T054"]),
    ("[a[^1]](https://a.eu)\n\n[^1]: b", ["T054"]),
    ("# A\n\n## B\n\n### C\n\n#### D\n\n##### E", ["T055"]),
    ("- # A", ["T056"]),
    ("> # A", ["T056"]),
    ("a[^1]\n\n[^1]: # A", ["T056"]),
    ("a[^x]", ["T057"]),
    ("| a |\n|---|", ["T059"]),
    ("[ ](https://a.eu)", ["T060"]),
    ("a[^x#y]", ["T058"]),
    ("![a](b) [c](d)", ["T050", "T051"]),
]


@pytest.mark.parametrize(("text", "codes"), REFUSED)
def test_what_no_paper_can_hold_is_refused_with_a_mend(text: str, codes: list[str]) -> None:
    with pytest.raises(Failed) as failed:
        blocks(text, place=Place("round.yaml", 4, 2), trail="round > outcomes[1]")
    assert [problem.code for problem in failed.value.problems] == codes
    assert all(problem.hint and problem.place and problem.trail for problem in failed.value.problems)


@pytest.mark.parametrize(("text", "code"), [("a[^1]", "T054"), ("![a](b)", "T051"), ("[a](b)", "T050")])
def test_a_line_holds_neither_notes_nor_pictures_nor_stray_links(text: str, code: str) -> None:
    with pytest.raises(Failed) as failed:
        line(text)
    assert [problem.code for problem in failed.value.problems] == [code]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("*soft* **loud** [site](https://a.eu)", "soft loud site"),
        ("a[^1] b\n\n[^1]: c", "a b"),
        ("# A\n\nb\nc\n\n- d\n- e", "A\n\nb\nc\nd\ne"),
        ('"quotes" -- as typed', '"quotes" -- as typed'),
        ("AT&amp;T", "AT&T"),
    ],
)
def test_plain_gives_the_words_alone(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize(
    "piece", ["word ", "*a **b ", "[", "> ", "\"' ", "a@", "[a](b ", "[^", "123 ", "- ", "|", "![", "<a "]
)
def test_long_texts_take_no_more_time_than_their_length(piece: str) -> None:
    start = time.process_time()
    plain(piece * 5_000)
    typography(piece * 5_000, "en")
    assert time.process_time() - start < 2


WORDS = st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=12), max_size=8).map(" ".join)
MARKS = [
    *"*_[]()<>!#-+>|`~&;:.\"'\\ \n1a",
    "\n\n",
    "**",
    "[^1]",
    "\n[^1]: ",
    "](https://a.eu)",
    "| a |\n|--|\n",
    "    ",
]
MARKS += ["- ", "1. ", "> ", "&nbsp;", "é", "کابل"]
MARKED = st.lists(st.sampled_from(MARKS), max_size=30).map("".join)


@given(WORDS)
def test_harmless_words_stay_as_they_are(text: str) -> None:
    assert plain(text) == text
    assert line(text) == text
    assert blocks(text) == (f"<p>{text}</p>" if text else "")


@settings(max_examples=600, deadline=None)
@given(MARKED, st.sampled_from(["en", "fr", "ru"]))
def test_whatever_is_typed_gives_html_of_the_vocabulary_or_our_problems(text: str, language: str) -> None:
    html = _attempt(text, language)
    checked = check_document(f'<article lang="en"><h1>Title</h1>{html}</article>', (), "text")
    assert [problem for problem in checked.problems if problem.is_error] == []


def _attempt(text: str, language: str) -> str:
    """The text as blocks and as a line, or one word if it is refused as it should be."""
    try:
        return blocks(text, language, heading_level=2, notes={"1": "Note"}) + f"<p>{line(text, language) or '-'}</p>"
    except Failed as failed:
        return "<p>refused</p>" if {problem.code[:3] for problem in failed.problems} <= {"T05", "T06"} else "<wrong>"


def test_every_code_of_this_floor_is_explained() -> None:
    file = Path(commonmark.__file__).parents[2] / "codes" / "T.yaml"
    explained = read_yaml(file.read_bytes(), "T.yaml")
    assert explained.problems == ()
    assert isinstance(explained.value, Map)
    assert {f"T{number:03}" for number in range(50, 61)} <= set(explained.value)
