"""A ministry's own letterhead: what papers take of it, what they leave, and which files are refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reporting.document.document import Document
from reporting.problems import Failed
from reporting.writers.word.letterhead.foreign import parts_of
from reporting.writers.word.letterhead.reading import read_letterhead
from reporting.writers.word.writer import write_word
from tests.support.letterheads import TRACE, changed, letterhead, with_parts, zipped
from tests.support.samples import all_elements, properties, small
from tests.writers.word_house import THEME, File, text

LETTERHEAD = letterhead()
RELS = "word/_rels/document.xml.rels"


def on_letterhead(document: Document, **names: str) -> File:
    return File(write_word(document, THEME, letterhead=read_letterhead(LETTERHEAD), style_names=names))


def test_papers_take_page_head_and_foot_with_the_logo() -> None:
    file = on_letterhead(small())
    assert {size.values()[0] for size in file.find("//w:pgSz")} == {str(round(215.9 / 25.4 * 1440))}
    assert "Ministry of External Relations" in file.edges("header")
    assert "Harbour Street 1" in file.edges("footer")
    assert len([name for name in file.names if name.startswith("word/media/")]) == 1
    assert file.word.problems == ()


def test_the_first_page_has_the_first_head_of_the_letterhead_and_the_others_the_other() -> None:
    file = on_letterhead(small())
    [first] = file.find("//w:headerReference[@w:type='first']/@r:id")
    [other] = file.find("//w:headerReference[@w:type='default']/@r:id")
    targets = {each.get("Id"): each.get("Target") for each in file.find("//rel:Relationship", RELS)}
    assert "continued" not in text(file.part(f"word/{targets[first]}"))
    assert "continued" in text(file.part(f"word/{targets[other]}"))


def test_marking_running_head_notice_and_page_number_still_stand_on_its_pages() -> None:
    file = on_letterhead(Document(all_elements().html, properties(), all_elements().images))
    edges = [text(file.part(name)) for name in file.names if name.startswith(("word/header", "word/footer"))]
    assert all("Restricted" in edge for edge in edges)
    assert any("Straits Dialogue" in edge for edge in edges)
    assert any("Draft 2, 14 October 2031" in edge for edge in edges)
    assert any("Page 1 of 1" in edge for edge in edges)


def test_styles_are_the_letterheads_where_it_has_them_and_the_houses_where_not() -> None:
    file = on_letterhead(small('<p class="dateline">b</p>'))
    styles = "word/styles.xml"
    [colour] = file.find("//w:style[w:name/@w:val='heading 1']/w:rPr/w:color/@w:val", styles) or file.find(
        "//w:style[w:name/@w:val='Heading 1']/w:rPr/w:color/@w:val", styles
    )
    assert colour == "006040"
    assert file.find("//w:style[w:name/@w:val='Dateline']//w:rFonts/@w:ascii", styles) == ["Source Sans 3"]
    names = [name.casefold() for name in file.find("//w:style[@w:type='paragraph']/w:name/@w:val", styles)]
    assert sorted(names) == sorted(set(names))


def test_a_style_map_gives_a_role_a_style_of_another_name() -> None:
    file = on_letterhead(small('<p class="lead">b</p>'), lead="Opening Paragraph")
    [key] = file.find("//w:style[w:name/@w:val='Opening Paragraph']/@w:styleId", "word/styles.xml")
    assert key in file.find("//w:pStyle/@w:val")
    assert "Lead" not in file.find("//w:pStyle/@w:val")


def test_without_a_letterhead_a_style_map_renames_the_houses_style() -> None:
    file = File(write_word(small('<p class="lead">b</p>'), THEME, style_names={"lead": "Opening & Co"}))
    assert file.find("//w:style[@w:styleId='Lead']/w:name/@w:val", "word/styles.xml") == ["Opening & Co"]


def test_nothing_of_its_author_its_text_or_its_data_travels_into_a_paper() -> None:
    file = on_letterhead(all_elements())
    whole = b"".join(file.bytes_of(name) for name in file.names)
    assert sum(TRACE.encode() in data for data in parts_of(LETTERHEAD).values()) >= 4
    assert TRACE.encode() not in whole
    assert b"rsid" not in whole
    assert not any("customXml" in name or "thumbnail" in name for name in file.names)
    assert set(file.find("//w:comment/@w:author", "word/comments.xml")) == {"Astrene", "Karsk Isles", "Velmora"}


def test_the_same_paper_on_the_same_letterhead_has_the_same_bytes() -> None:
    assert on_letterhead(all_elements()).word.data == on_letterhead(all_elements()).word.data


def rels(relation: str) -> Callable[[], bytes]:
    def make() -> bytes:
        end = b"</Relationships>"
        return changed(
            LETTERHEAD, lambda name, data: data.replace(end, relation.encode() + end) if name == RELS else data
        )

    return make


PICTURE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
DTD = b'<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "no zip at all": (lambda: b"Dear Sir", "W061"),
    "a zip of something else": (lambda: zipped({"a.txt": b"a"}), "W061"),
    "a zip cut short": (lambda: LETTERHEAD[: len(LETTERHEAD) // 2], "W061"),
    "broken XML": (lambda: with_parts(LETTERHEAD, {"word/styles.xml": b"<w:styles"}), "W061"),
    "a part that unfolds": (lambda: with_parts(LETTERHEAD, {"word/more.xml": b" " * (9 << 20)}), "W062"),
    "many parts": (lambda: with_parts(LETTERHEAD, {f"a/{n}.xml": b"<a/>" for n in range(400)}), "W062"),
    "a part that leads out": (lambda: with_parts(LETTERHEAD, {"../a.xml": b"<a/>"}), "W062"),
    "entities": (lambda: changed(LETTERHEAD, lambda n, d: DTD + d.split(b"?>", 1)[1] if n == "word/styles.xml" else d), "W062"),
    "macros": (lambda: with_parts(LETTERHEAD, {"word/vbaProject.bin": b"a"}), "W062"),
    "a linked picture": (rels(f'<Relationship Id="x" Type="{PICTURE}" Target="https://a.example/a.png" TargetMode="External"/>'), "W062"),
    "a file on a server": (rels(r'<Relationship Id="x" Type="a/attachedTemplate" Target="file:///\\a\b.dotm" TargetMode="External"/>'), "W062"),
    "no page": (lambda: changed(LETTERHEAD, lambda n, d: d.replace(b"w:sectPr", b"w:other") if n == "word/document.xml" else d), "W063"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_safe_letterhead_is_refused(case: str) -> None:
    make, code = REFUSED[case]
    with pytest.raises(Failed) as caught:
        read_letterhead(make())
    assert [problem.code for problem in caught.value.problems] == [code]
    assert caught.value.problems[0].hint


def test_a_zip_whose_bytes_were_changed_is_refused_whatever_they_are() -> None:
    for at in range(0, len(LETTERHEAD), len(LETTERHEAD) // 40):
        spoilt = LETTERHEAD[:at] + b"\xff\x00\xff" + LETTERHEAD[at + 3 :]
        try:
            read_letterhead(spoilt)
        except Failed as failed:
            assert {problem.code for problem in failed.problems} <= {"W061", "W062", "W063"}  # noqa: PT017
