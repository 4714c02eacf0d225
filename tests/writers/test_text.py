"""The text writer, by what a reader of e-mail sees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from textwrap import dedent

import pytest

from reporting.document.text import folded_words, words_of
from reporting.writers.text import write_text
from reporting.writers.width import columns
from tests.support.samples import all_elements, small


def written(body: str, top: str = "") -> str:
    """The text of the blocks after the title."""
    document = small(body)
    document = replace(document, html=document.html.replace("<h1>", f"{top}<h1>"))
    return write_text(document).decode("utf-8")


def after_title(body: str) -> str:
    return written(body).split("=\n\n", 1)[1]


def test_the_document_of_all_elements_reads_as_accepted(golden: Callable[[str, str], None]) -> None:
    golden("all-elements.txt", write_text(all_elements()).decode("utf-8"))


CASES = [
    ('<ol class="clauses"><li value="9"><p>One</p></li><li><p>Two</p><ol type="a"><li>x</li><li>y</li></ol></li></ol>',
     """\
     9.  One

     10. Two

         (a) x
         (b) y
     """),
    ("<p>Said <q>yes</q>, <q lang='fr'>oui</q>, <q lang='kk'>иә</q>.</p>", "Said “yes”, « oui », «иә».\n"),
    ("<p>10<sup>−3</sup> m<sup>2</sup> of H<sub>2</sub>O, 1<sup>st</sup></p>", "10⁻³ m² of H₂O, 1st\n"),
    (('<p>See <a href="https://x.example/a">the list</a>, <a href="https://x.example/">x.example</a>, '
     '<a href="mailto:a@x.example">a@x.example</a>.</p>'), "See the list <https://x.example/a>, x.example, a@x.example.\n"),
    ("<p>From here\nto there</p>", " From here to there\n"),
    ("<p>&gt; five</p>", " > five\n"),
    ("<p>Two<br>\n lines</p>", "Two\nlines\n"),
    ("<p>21\u00a0October</p>", "21 October\n"),
    ('<p class="boxed">Embargo</p>', "| Embargo\n"),
    ('<dl class="facts"><dt>Place</dt><dd>Rome</dd><dt>A term that is much too long</dt><dd>Oslo</dd></dl>',
     """\
     Place                   Rome
     A term that is much too long
                             Oslo
     """),
    (("<table><thead><tr><th>Name</th><th class='number'>Ships</th></tr></thead>"
     "<tbody><tr><td>Astrene</td><td class='number'>7</td></tr></tbody></table>"),
     """\
     Name     Ships
     -------  -----
     Astrene      7
     """),
    ("<p><img src='x' alt='A map'></p><hr><hr class='page-break'><p>end</p>",
     "[A map]\n\n                                 * * *\n\nend\n"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), CASES, ids=[body[:50] for body, _ in CASES])
def test_blocks_and_phrases_become_plain_text(body: str, text: str) -> None:
    assert after_title(body) == (dedent(text) if text.startswith("     ") else text)


def test_a_table_too_wide_becomes_a_labelled_row_after_the_other() -> None:
    names = ["Delegation", "Head", "Function", "Telephone", "Interpreter", "Accommodation", "Remarks"]
    head = "".join(f"<th>{name}</th>" for name in names)
    cells = "".join(
        f"<td>{value}</td>" for value in ["Velmora", "Ms Tarnow", "Minister", "", "Russian", "Harbour", "Vegetarian"]
    )
    text = after_title(f"<table><thead><tr>{head}</tr></thead><tbody><tr>{cells}</tr></tbody></table>")
    assert text == dedent("""\
        Delegation: Velmora
          Head: Ms Tarnow
          Function: Minister
          Interpreter: Russian
          Accommodation: Harbour
          Remarks: Vegetarian
        """)


def test_the_marking_stands_on_top_and_foot() -> None:
    lines = written("<p>text</p>", '<p class="marking">Restricted</p>').splitlines()
    assert lines[0].strip() == lines[-1].strip() == "RESTRICTED"


def test_a_draft_says_so_even_without_a_running_head() -> None:
    document = small()
    draft = replace(document, properties=replace(document.properties, draft="Draft 3"))
    assert write_text(draft).decode().startswith("Draft 3\n\n")


def test_no_line_is_longer_than_72_columns_or_ends_in_a_space() -> None:
    for line in write_text(all_elements()).decode("utf-8").splitlines():
        assert columns(line) <= 72
        assert line == line.rstrip()


def test_a_long_address_is_not_broken() -> None:
    url = "https://velmora.example/" + "a" * 80
    assert f"\n<{url}>\n" in written(f'<p>See <a href="{url}">the register</a></p>')


def test_isolates_around_text_from_right_to_left_are_kept() -> None:
    assert "\u2067دری\u2069" in written("<p>In \u2067دری\u2069 it is so.</p>")


def without_additions(text: str) -> str:
    """The text without calls of notes, addresses of links and numbers of items."""
    return re.sub(r"\[\d\]|<https?:\S+>|(?m:^ *(?:\d+\.|\([a-z]+\)) )", "", text)


def test_every_word_of_the_document_is_in_the_text_and_none_else() -> None:
    document = all_elements()
    words = Counter(words_of(document.tree(), pictures=True)) + Counter(["restricted"])  # on the foot, too
    text = without_additions(write_text(document).decode("utf-8"))
    assert Counter(folded_words(text)) == words


def test_words_outside_of_tables_keep_their_order() -> None:
    document = all_elements()
    text = iter(folded_words(without_additions(write_text(document).decode("utf-8"))))
    tree = document.tree()
    for table in tree.xpath(".//table"):
        table.drop_tree()
    assert all(word in text for word in words_of(tree, notes_last=True))
