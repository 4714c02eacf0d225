"""From the vocabulary to what is laid out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporting.writers.pdf.margins import margin_css
from reporting.writers.pdf.prepare import Prepared, prepare
from tests.support.samples import properties, small


def body_of(prepared: Prepared) -> str:
    html = prepared.html()
    return html[html.index("</h1>") + 5 : html.index("</article>")].strip()


@pytest.mark.parametrize(
    ("said", "prepared"),
    [
        pytest.param(
            '<p>One<a role="doc-noteref" href="#n">1</a> two</p><aside role="doc-footnote" id="n"><p>Why; <em>see</em> this</p></aside>',
            '<p>One<span class="footnote" data-call="1" id="n">Why; <em>see</em> this</span> two</p>',
            id="a note moves to its call",
        ),
        pytest.param(
            '<p>A<a role="doc-noteref" href="#n">1</a> B<a role="doc-noteref" href="#n">1</a></p><aside role="doc-footnote" id="n"><p>N</p></aside>',
            '<p>A<span class="footnote" data-call="1" id="n">N</span> B<a role="doc-noteref" href="#n" class="note-call">1</a></p>',
            id="the second call of a note stays a link",
        ),
        pytest.param(
            '<ol><li value="7">Seven</li></ol>',
            '<ol><li value="7" style="counter-set:list-item 6">Seven</li></ol>',
            id="a number that is not the next one is counted from",
        ),
        pytest.param(
            "<p>The EU-Central Asia round of <em>Jean-Christophe</em>, vice-minister, 2015–2020</p>",
            '<p>The <span class="held">EU-Central</span> Asia round of <em><span class="held">Jean-Christophe</span></em>, '
            'vice-minister, <span class="held">2015–2020</span></p>',
            id="a name with a hyphen is held on one line",
        ),
        pytest.param(
            '<p><code>EU-ACT</code> <a href="https://example.org">EU-ACT</a></p>',
            '<p><code>EU-ACT</code> <a href="https://example.org">EU-ACT</a></p>',
            id="code and addresses break as they like",
        ),
    ],
)
def test_notes_and_numbers(said: str, prepared: str) -> None:
    assert body_of(prepare(small(said))) == prepared


def test_furniture_leaves_the_text() -> None:
    prepared = prepare(
        small('<p class="marking">Restricted</p><p class="running-head">A</p><p class="running-head">B</p><p>Text</p>')
    )
    assert body_of(prepared) == "<p>Text</p>"
    assert (prepared.markings, prepared.running_heads) == (("Restricted",), ("A", "B"))


@pytest.mark.parametrize(
    ("head", "tab", "share"),
    [
        ("Briefing pack", "", 100),
        ("Briefing pack", '<section class="tab"><h2>Tab 1</h2></section>', 64),
        ("Briefing pack of the round, 9 July 2018, " * 2, '<section class="tab"><h2>Tab 1</h2></section>', 70),
        ("Пакет справочных материалов · 5-й раунд, 9 июля 2018 года · Образец", '<section class="tab"><h2>Раздел</h2></section>', 64),
        ("Пакет справочных материалов, " * 9, '<section class="tab"><h2>Раздел</h2></section>', 78),
    ],
)  # fmt: skip
def test_a_running_head_takes_the_line_that_no_tab_needs(head: str, tab: str, share: int) -> None:
    css = margin_css(prepare(small(f'<p class="running-head">{head}</p>{tab}')), properties())
    assert f"@page{{@top-left{{width:{share}%}}@top-right{{width:{100 - share}%}}}}" in css


def test_running_heads_are_joined_and_quoted_so_that_no_text_becomes_a_rule() -> None:
    prepared = prepare(small('<p class="running-head">A "b" \\ c</p><p class="running-head">} d</p>'))
    assert '@top-left{content:"A \\22 b\\22  \\5c  c · } d"}' in margin_css(prepared, properties())


def test_the_first_page_and_the_cover_have_the_notices_of_the_running_head_alone() -> None:
    prepared = prepare(small('<p class="running-head">Round 7</p><p class="running-head notice">Draft 2</p>'))
    css = margin_css(prepared, properties())
    assert '@page{@top-left{content:"Round 7 · Draft 2"}' in css
    assert css.endswith('@page :first{@top-left{content:"Draft 2"}}@page cover{@top-left{content:"Draft 2"}}')


def test_without_notices_the_first_page_has_no_running_head() -> None:
    css = margin_css(prepare(small('<p class="running-head">Round 7</p>')), properties())
    assert css.endswith("@page :first{@top-left{content:none}}@page cover{@top-left{content:none}}")


def test_the_margins_of_a_paper_from_right_to_left_are_mirrored_and_count_in_its_digits() -> None:
    prepared = prepare(small('<p class="running-head">دور چهارم</p><p class="running-head notice">نمونه</p>'))
    css = margin_css(prepared, replace(properties(), language="fa-AF"))
    assert '@page{@top-right{content:"دور چهارم · نمونه"}@top-left{content:string(tab,first-except)}' in css
    assert '@bottom-left{content:"صفحهٔ " counter(page,persian) " از " counter(pages,persian)}' in css
    assert css.endswith('@page :first{@top-right{content:"نمونه"}}@page cover{@top-right{content:"نمونه"}}')
    assert css.startswith("@page{@top-center{letter-spacing:0}")
    assert "counter(page) " in margin_css(prepared, replace(properties(), language="ar"))


def test_the_watermark_is_the_word_of_the_draft_without_its_date() -> None:
    document = small()
    prepared = prepare(replace(document, properties=replace(document.properties, draft="Draft 2 of 20 June 2018")))
    assert prepared.root.xpath("string(//div[@class='watermark'])") == "Draft 2"
