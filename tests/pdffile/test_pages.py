"""The words that the pages of a PDF show, in the order in which they are read."""

from __future__ import annotations

import pytest

from reporting.pdffile.objects import File, read_file
from reporting.pdffile.pages import Painter, Shown, pages, pages_in_tree
from reporting.pdffile.syntax import Name, Reader, Ref

TREE = b"""
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R]/Resources<</Name/Above>>/Rotate 90>> endobj
3 0 obj <</Type/Pages/Kids[5 0 R 3 0 R]/Resources<</Name/Own>>>> endobj
4 0 obj <</Type/Page/Contents 9 0 R>> endobj
5 0 obj <</Type/Page>> endobj
6 0 obj <</Type/Page/Left(out)>> endobj
7 0 obj <</Type/Pages>> endobj
trailer <</Root 1 0 R>>
"""


def test_pages_come_in_reading_order_with_what_they_inherit() -> None:
    found = list(pages_in_tree(read_file(TREE)))
    assert [number for number, _ in found] == [5, 4]
    assert [page["Resources"] for _, page in found] == [{"Name": Name("Own")}, {"Name": Name("Above")}]
    assert all("Rotate" not in page for _, page in found)


def test_pages_that_no_tree_names_come_last() -> None:
    found = list(pages(read_file(TREE + b"6 0 obj <</Type/Page/Left(once more)>> endobj")))
    assert [page.get("Left") for page in found] == [None, None, b"out"]


def test_a_tree_without_kids_that_are_references_has_no_pages() -> None:
    assert (
        list(
            pages_in_tree(read_file(b"1 0 obj<</Pages 2 0 R>> 2 0 obj<</Kids[<</Type/Page>>]>> trailer<</Root 1 0 R>>"))
        )
        == []
    )


RESOURCES = b"""<</Font<</F <</Subtype/Type1/Encoding<</Differences[97/x]>>>>/G 21 0 R>>
/XObject<</Form 22 0 R/Image 23 0 R/Loop 24 0 R>>/Properties<</P <</ActualText(real)>>>>>>"""
FORMS = b"""
21 0 obj <</Subtype/Type1/Encoding<</Differences[97/y]>>>>
22 0 obj <</Subtype/Form/Length 46>>stream
/F 9 Tf (inner a) Tj /Span<</Alt(spoken)>>BDC EMC endstream
23 0 obj <</Subtype/Image>>stream
(picture) Tj endstream
24 0 obj <</Subtype/Form>>stream
(l) Tj /Loop Do endstream
"""


def shown(content: bytes, resources: bytes = RESOURCES) -> Shown:
    found = Shown()
    Painter(read_file(FORMS)).content(content, Reader(resources).value(), found)
    return found


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"(a) Tj", "a"),
        (b"/F 9 Tf (abc) Tj", "xbc"),
        (b"/G 9 Tf (abc) Tj /F 9 Tf (a) Tj /G 9 Tf (a) Tj", "ybcxy"),
        (b"/None 9 Tf (a) Tj", "a"),
        (b"(a) ' 1 2 (b) \"", "ab"),
        (b"[(de) -180 (le) -181 (gates) 300 (.)] TJ", "dele gates."),
        (b"(a) Tj 1 0 Td (b) Tj 1 0 TD (c) Tj T* (d) Tj 1 0 0 1 0 0 Tm (e) Tj ET (f) Tj", "a b c d e\nf"),
        (b"Tj Tf Do EMC 7 Tj", ""),
        (b"(a) 0 0 1 rg Tj", ""),
        (b"(a) Tj /Form Do (z) Tj", "ainner xz"),
        (b"/Image Do /None Do", ""),
        (b"/Loop Do", "l" * 8),
    ],
)
def test_a_content_stream_shows_its_words(content: bytes, text: str) -> None:
    assert "".join(shown(content).text) == text


def test_artefacts_are_shown_and_are_not_the_body() -> None:
    found = shown(b"/Artifact BMC (head) Tj /P BMC (er) Tj EMC ET EMC (body) Tj /P BMC (!) Tj EMC EMC ET")
    assert ("".join(found.text), "".join(found.body)) == ("header\nbody!\n", "body!\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"/Span /P BDC", ["real"]),
        (b"/Span /Q BDC", []),
        (b"/Span <</ActualText(a)/Alt(b)/E(c)/Lang(en)>> BDC", ["a", "b", "c"]),
        (b"/Span <</Alt 7>> BDC", []),
        (b"BMC", []),
        (b"/Form Do", ["spoken"]),
    ],
)
def test_what_marked_content_says_instead_of_its_letters_is_kept(content: bytes, said: list[str]) -> None:
    assert shown(content).said == said


def test_what_a_form_shows_is_kept_apart_as_well() -> None:
    assert shown(b"(a) Tj /Form Do").forms == ["inner x"]


def test_a_form_brings_its_own_fonts_or_takes_those_around_it() -> None:
    own = b"22 0 obj <</Subtype/Form/Resources<<>>>>stream\n/F 9 Tf (a) Tj endstream"
    found = Shown()
    Painter(read_file(own)).content(b"/Form Do", Reader(RESOURCES).value(), found)
    assert found.text == ["a"]


def test_the_streams_of_a_page_are_one_content() -> None:
    file = read_file(b"31 0 obj<<>>stream\n/F 9\nendstream 32 0 obj<<>>stream\nTf (a) Tj\nendstream")
    page = {"Contents": [Ref(31), Ref(32)], "Resources": Reader(RESOURCES).value()}
    assert Painter(file).page(page).text == ["x"]
    assert Painter(File(b"")).page({}) == Shown()
