"""The HTML writer: one page that needs nothing, says everything and shows nothing that is not the reader's."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tinyhtml5
import yaml
from lxml import etree
from lxml import html as lxml_html

from reporting.document.checker import check_document
from reporting.document.document import Document, Properties
from reporting.document.text import words_of
from reporting.document.theme import Theme, theme_from
from reporting.writers.html import write_html
from tests.judges.html import violations
from tests.support.judges import need
from tests.support.samples import all_elements, small

HOUSE = Path(__file__).parents[2] / "templates" / "house"
THEME: Theme = theme_from(yaml.safe_load((HOUSE / "theme.yaml").read_text("utf-8")))  # noqa: TID251 - our own file, no record
SHEET = (HOUSE / "screen.css").read_text("utf-8")


def page(document: Document) -> str:
    return write_html(document, THEME, SHEET).decode("utf-8")


def tree_of(document: Document) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(page(document))


def facts(document: Document) -> list[dict[str, Any]]:
    (script,) = tree_of(document).xpath("//script")
    assert script.get("type") == "application/ld+json"
    graph: list[dict[str, Any]] = json.loads(script.text)["@graph"]
    return graph


def test_the_body_of_all_elements_is_as_accepted(golden: Callable[[str, str], None]) -> None:
    body = page(all_elements()).partition("<body>")[2]
    golden("all-elements.html", re.sub(r"(base64,)[\w+/=]+", r"\1…", body))


def test_every_word_of_the_document_is_on_the_page_in_order_and_none_else() -> None:
    tree = tree_of(all_elements())
    (main,) = tree.xpath("//main")
    heads = [word for part in tree.xpath("//header[@class='page-head']") for word in words_of(part)]
    assert heads + words_of(main) == words_of(all_elements().tree(), notes_last=True)


def test_the_page_is_sound_html_and_xml() -> None:
    document = all_elements()
    checked = replace(document, html=check_document(document.html, document.images, "x").html)
    text = page(checked)
    assert tinyhtml5.parse(text, namespace_html_elements=False).find("body") is not None
    etree.fromstring(text.removeprefix("<!doctype html>\n"))


def test_nothing_is_fetched_from_anywhere() -> None:
    text = page(all_elements())
    tree = lxml_html.document_fromstring(text)
    assert all(image.get("src", "").startswith("data:image/png;base64,") for image in tree.iter("img"))
    assert not tree.xpath("//link | //iframe | //script[not(@type='application/ld+json')] | //@style | //@onclick")
    assert "url(" not in text
    assert "@import" not in text


def test_the_policy_allows_this_style_sheet_and_pictures_inside_only() -> None:
    tree = tree_of(small())
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = tree.xpath("//style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    assert (
        policy == f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_paths_of_the_record_stay_at_home() -> None:
    text = page(all_elements())
    assert "data-from" not in text
    assert "outcomes" not in text


def test_notes_stand_at_the_end_and_lead_back() -> None:
    tree = tree_of(all_elements())
    (notes,) = tree.xpath("//section[@role='doc-endnotes']")
    assert [note.get("id") for note in notes.xpath("ol/li")] == ["note-1", "note-2"]
    for back in notes.xpath(".//a[@role='doc-backlink']/@href"):
        assert tree.xpath(f"//a[@id='{back[1:]}' and @role='doc-noteref']")


def test_a_marked_paper_is_marked_on_top_and_foot_and_kept_from_search() -> None:
    tree = tree_of(all_elements())
    assert tree.xpath("//body/header/p[@class='marking']/text()") == ["Restricted"]
    assert tree.xpath("//body/footer/p[@class='marking']/text()") == ["Restricted"]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_browser_prints_the_marking_on_every_page() -> None:
    (style,) = tree_of(all_elements()).xpath("//style/text()")
    content = "".join(f"\\{ord(character):06x}" for character in "Restricted")
    assert f'@top-center{{content:"{content}"' in style
    assert "@top-center" not in page(small())


def test_a_public_paper_has_neither_marking_nor_empty_landmarks() -> None:
    tree = tree_of(small())
    assert not tree.xpath("//body/header | //body/footer | //section[@role='doc-endnotes']")
    assert not tree.xpath("//meta[@name='robots']")


def test_machines_learn_of_the_paper_and_the_meeting() -> None:
    paper, event = facts(all_elements())
    assert paper["@type"] == "DigitalDocument"
    assert (paper["genre"], paper["dateCreated"]) == ("Briefing pack", "2031-10-21")
    assert event["location"] == {"@type": "Place", "name": "Port Averin"}
    assert [each["@type"] for each in facts(small())] == ["DigitalDocument"]


def test_no_property_can_break_out_of_its_place() -> None:
    evil = '</script><script>alert(1)</script>"><img src=x>'
    document = small()
    hostile = Properties(
        evil, "en", evil, document.properties.created, evil, evil, (evil,), evil, evil, evil, event={"name": evil}
    )
    tree = tree_of(replace(document, properties=hostile))
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img")
    assert tree.xpath("//title/text()") == [evil]


@pytest.mark.parametrize("letters", ["red", "#FFC000", "#000000;}x{", "</style><script>"])
def test_what_is_no_colour_never_comes_into_the_style_sheet(letters: str) -> None:
    document = small()
    marked = replace(document.properties, marking="M")
    plain = page(replace(document, properties=marked))
    assert page(replace(document, properties=replace(marked, ink=(letters, letters)))) == plain
    assert page(replace(document, properties=replace(marked, ink=("#ffc000", "#000000")))) != plain


@pytest.mark.parametrize(("language", "direction"), [("fa-AF", "rtl"), ("ru", "ltr"), ("uz-Arab", "rtl")])
def test_the_page_knows_its_language_and_direction(language: str, direction: str) -> None:
    document = small()
    html = document.html.replace('lang="en"', f'lang="{language}"')
    tree = tree_of(replace(document, html=html, properties=replace(document.properties, language=language)))
    assert (tree.get("lang"), tree.get("dir")) == (language, direction)


def test_open_text_keeps_its_brackets_when_copied() -> None:
    tree = tree_of(small('<p>by <span class="bracketed" data-by="Astrene">1 <em>March</em></span>.</p>'))
    assert tree.xpath("//p")[0].text_content() == "by [Astrene: 1 March]."


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_html(all_elements(), THEME, SHEET) == write_html(all_elements(), THEME, SHEET)


@pytest.fixture
def axe() -> None:
    """Skips where the browser or axe-core is missing."""
    need("chromium")
    need("npm")


@pytest.mark.usefixtures("axe")
def test_axe_finds_no_barrier() -> None:
    assert violations(write_html(all_elements(), THEME, SHEET)) == []


@pytest.mark.usefixtures("axe")
def test_axe_does_find_a_barrier_where_there_is_one() -> None:
    broken = page(all_elements()).replace('alt="A white lighthouse on a blue ground"', "")
    assert any("image-alt" in line for line in violations(broken.encode()))
