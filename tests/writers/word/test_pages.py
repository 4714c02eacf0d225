"""Pages in Word: sections, heads and feet, contents, properties, and the same bytes each time."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from reporting.document.document import Document
from reporting.writers.word.parts.embedding import faces_of
from reporting.writers.word.writer import write_word
from tests.support.samples import all_elements, properties, small
from tests.writers.word_house import NS, THEME, File, file_of, text, write

ROOT = Path(__file__).parents[3]


def whole(html: str, **changes: str) -> File:
    plain = replace(properties(), marking="", draft="")
    return file_of(Document(f'<article lang="en">{html}</article>', replace(plain, **changes)))  # type: ignore[arg-type]


def heads(file: File) -> list[str]:
    """Text of each header that a section refers to, in order, first page's after the others'."""
    targets = {
        each.get("Id"): each.get("Target") for each in file.find("//rel:Relationship", "word/_rels/document.xml.rels")
    }
    keys = file.find("//w:headerReference/@r:id")
    return [text(file.part(f"word/{targets[key]}".replace("word//word/", "word/"))) for key in keys]


def layouts(file: File) -> list[tuple[str, str, str]]:
    """Of each section: how many columns, how it begins, what its last paragraph says."""
    found = []
    for each in file.find("//w:sectPr"):
        holder = each.getparent().getparent() if each.getparent().tag.endswith("pPr") else each.getprevious()
        columns = each.xpath("string(w:cols/@w:num)", namespaces=NS) or "1"
        found.append((columns, each.xpath("string(w:type/@w:val)", namespaces=NS), text(holder)))
    return found


COLUMNS = '<section class="columns"><p>a</p><p>b</p></section>'


def test_columns_with_text_behind_them_are_one_section() -> None:
    assert layouts(write(f"{COLUMNS}<p>c</p>"))[1:] == [("2", "continuous", "b"), ("1", "continuous", "c")]


def test_columns_that_end_a_paper_are_evened_out_by_a_section_behind_them() -> None:
    assert layouts(write(COLUMNS))[1:] == [("2", "continuous", "b"), ("1", "continuous", "")]


def test_columns_before_a_new_page_are_evened_out_as_well() -> None:
    tab = '<section class="tab" id="t"><h2>Tab</h2><p>c</p></section>'
    found = [("2", "continuous", "b"), ("1", "continuous", ""), ("1", "nextPage", "c")]
    assert layouts(write(COLUMNS + tab))[1:] == found


def test_the_marking_stands_on_top_and_foot_of_every_page_and_not_in_the_text() -> None:
    file = whole('<p class="marking">Restricted</p><section class="cover"><h1>A</h1></section><h2>B</h2><p>c</p>')
    assert all(
        "Restricted" in text(file.part(name)) for name in file.names if name.startswith(("word/header", "word/footer"))
    )
    assert not any("Restricted" in text(each) for each in file.find("//w:body/w:p"))


def test_a_marking_that_only_the_properties_name_is_printed_too() -> None:
    assert "Restricted" in whole("<p>a</p>", marking="Restricted").edges("header")


def test_the_running_head_begins_on_the_second_page() -> None:
    file = whole('<p class="running-head">A</p><p class="running-head">B</p><p>c</p>')
    assert heads(file) == ["A · B", ""]
    assert len(file.find("//w:sectPr/w:titlePg")) == 1


def test_a_notice_stands_on_the_first_page_and_on_the_cover_too() -> None:
    notice = '<p class="running-head">A</p><p class="running-head notice">Draft 2</p>'
    assert heads(whole(notice + "<p>c</p>")) == ["A · Draft 2", "Draft 2"]
    assert heads(whole(notice + '<section class="cover"><h1>T</h1></section><p>c</p>')) == ["Draft 2", "A · Draft 2"]


def test_every_tab_is_a_section_whose_head_follows_its_heading() -> None:
    file = whole(
        '<section class="tab" id="a"><h2>A</h2><p>x</p></section><section class="tab" id="b"><h2>B</h2><p>y</p></section>'
    )
    assert len(file.find("//w:sectPr")) == 2
    assert [head for head in heads(file) if head] == ["\tA", "\tB"]
    assert file.edges("header").count("STYLEREF 2") == 2


def test_page_x_of_y_is_two_fields_with_words_of_the_language() -> None:
    file = whole("<p>a</p>", language="fr")
    assert text(file.part("word/footer1.xml")) == "Page 1 sur 1"
    assert " PAGE " in file.edges("footer")
    assert " NUMPAGES " in file.edges("footer")


def test_a_landscape_section_turns_its_pages_only() -> None:
    file = whole('<p>a</p><section class="landscape"><p>b</p></section><p>c</p>')
    assert [each.get(each.keys()[-1]) == "landscape" for each in file.find("//w:pgSz")] == [False, True, False]


def test_the_heading_of_a_tab_turns_along_with_its_first_section() -> None:
    file = whole('<section class="tab"><h2>A</h2><section class="landscape"><p>b</p></section><p>c</p></section>')
    assert file.find("//w:pgSz/@w:orient") == ["landscape"]
    assert len(file.find("//w:sectPr")) == 2


def test_columns_begin_and_end_on_the_same_page() -> None:
    file = whole('<p>a</p><section class="columns"><p>b</p></section><p>c</p>')
    assert file.find("//w:sectPr/w:type/@w:val") == ["nextPage", "continuous", "continuous"]
    assert file.find("//w:cols/@w:num") == ["2"]


def test_the_watermark_has_the_word_of_the_draft() -> None:
    assert 'string="DRAFT 2"' in whole("<p>a</p>", draft="Draft 2").edges("header")
    assert "textpath" not in whole("<p>a</p>").edges("header")


CONTENTS = '<nav role="doc-toc"><h2>Contents</h2><ol><li><a href="#a">A</a><ol><li><a href="#b">B</a></li></ol></li></ol></nav><h2 id="a">A</h2><h3 id="b">B</h3>'


def test_contents_are_a_field_that_is_filled_with_pages() -> None:
    file = write(CONTENTS, a=2, b=12)
    assert [text(each) for each in file.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]")] == [
        "Contents",
        "A\t2",
        "B\t12",
    ]
    assert [code.strip() for code in file.find("//w:instrText/text()")] == [
        'TOC \\o "2-3" \\h \\z \\u', "PAGEREF a \\h", "PAGEREF b \\h",
    ]  # fmt: skip
    assert file.word.problems == ()


def test_word_asks_nothing_when_it_opens_the_file() -> None:
    file = write(CONTENTS, a=2, b=12)
    assert file.find("//w:updateFields", "word/settings.xml") == []
    assert file.find("//@w:dirty") == []


def test_contents_without_pages_are_reported() -> None:
    assert [problem.code for problem in write(CONTENTS).word.problems] == ["W056"]


def test_the_properties_are_the_records() -> None:
    file = file_of(all_elements())
    core = {each.tag.rpartition("}")[2]: each.text for each in file.part("docProps/core.xml")}
    assert core["title"] == "Seventh Round of the Straits Security Dialogue"
    assert core["creator"] == core["lastModifiedBy"] == "Ministry of External Relations of Velmora"
    assert core["created"] == core["modified"] == "2031-10-21T00:00:00Z"
    assert (core["language"], core["contentStatus"]) == ("en-GB", "Draft 2")


def test_nothing_of_the_machine_or_of_a_template_is_left_over() -> None:
    names = file_of(small()).names
    assert not any(
        part in name for name in names for part in ("thumbnail", "app.xml", "stylesWithEffects", "customXml")
    )
    assert "python-docx" not in str(file_of(small()).part("docProps/core.xml").xpath("string()"))


def test_every_font_has_one_that_stands_in_for_it() -> None:
    file = write("<p>a</p>")
    assert (
        len(file.find("//w:font", "word/fontTable.xml"))
        == len(file.find("//w:font/w:altName", "word/fontTable.xml"))
        == 3
    )


PRINT_HASH = """
import hashlib
from tests.support.samples import all_elements
from tests.writers.word_house import file_of
print(hashlib.sha256(file_of(all_elements()).word.data).hexdigest())
"""


def test_two_processes_make_the_same_bytes() -> None:
    hashes = set()
    for seed, zone in (("1", "Asia/Bishkek"), ("2", "America/Lima")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        run = subprocess.run(
            [sys.executable, "-c", PRINT_HASH], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        hashes.add(run.stdout)
    assert len(hashes) == 1


def test_parts_stand_in_order_with_the_date_that_zips_begin_with() -> None:
    with zipfile.ZipFile(BytesIO(file_of(small()).word.data)) as file:
        infos = file.infolist()
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert infos[0].filename == "[Content_Types].xml"
    parts = [info.filename for info in infos[2:] if not info.filename.endswith(".rels")]
    assert parts == sorted(parts)


def test_ten_times_the_text_makes_ten_times_the_paper() -> None:
    block = (
        '<p data-from="a">A sentence with <em>some</em> <a href="https://a.example">words</a>.</p><ul><li>b</li></ul>'
    )
    once, often = write(block * 50), write(block * 500)
    assert len(often.find("//w:p")) - 1 == 10 * (len(once.find("//w:p")) - 1)
    assert len(often.find("//w:bookmarkStart")) == len(set(often.find("//w:bookmarkStart/@w:name"))) == 500


def test_embedded_fonts_can_be_read_again_with_their_key(tmp_path: Path) -> None:
    plain = bytes(range(256))
    (tmp_path / "SourceSerif4-Bold.ttf").write_bytes(plain)
    faces = faces_of(THEME, tmp_path)
    file = File(write_word(small(), THEME, faces=faces))
    [entry] = file.find("//w:font[@w:name='Source Serif 4']/w:embedBold", "word/fontTable.xml")
    key = bytes.fromhex(entry.values()[1].strip("{}").replace("-", ""))[::-1]
    with zipfile.ZipFile(BytesIO(file.word.data)) as zipped:
        stored = zipped.read("word/fonts/font1.odttf")
    assert bytes(byte ^ key[at % 16] for at, byte in enumerate(stored[:32])) + stored[32:] == plain
    assert len(file.find("//w:embedTrueTypeFonts", "word/settings.xml")) == 1
