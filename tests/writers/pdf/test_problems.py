"""What the writer finds on its way, and what it tells of the file."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from reporting.problems import Severity
from reporting.writers.pdf.values import Overrun
from tests.support.samples import all_elements, small
from tests.writers.pdf_house import written


def found(body: str, css: str = "") -> list[tuple[str, str]]:
    return [(problem.code, problem.sentence) for problem in written(small(body), css=css).problems]


def test_the_document_of_all_elements_is_written_without_a_word() -> None:
    assert written(all_elements()).problems == ()


@pytest.mark.parametrize(
    ("body", "code", "sentence"),
    [
        ('<p><a href="#lost">x</a></p>', "W012", "a link leads to #lost, and nothing in the paper has that id"),
        ('<p id="a">x</p><p id="a">y</p>', "W013", "the id a is given twice"),
        ('<p><img src="lost.png" alt="A"></p>', "W020", "the picture 'lost.png' is not among the paper's pictures"),
    ],
)
def test_faults_of_the_text_are_told(body: str, code: str, sentence: str) -> None:
    assert (code, sentence) in found(body)


def test_a_picture_that_cannot_be_read_is_named() -> None:
    document = replace(small('<p><img src="map.png" alt="A map"></p>'), images={"map.png": b"no picture"})
    (problem,) = written(document).problems
    assert (problem.code, problem.sentence) == ("W011", "the picture 'map.png' cannot be read")


def test_a_character_without_a_glyph_is_an_error_that_names_where_it_stands() -> None:
    pdf = written(small('<p>Text</p><p data-from="outcomes[o3].text.en">One <em>漢</em></p>'))
    (problem,) = {p for p in pdf.problems if p.trail}
    assert (problem.code, problem.trail, problem.severity) == ("W010", "outcomes[o3].text.en", Severity.ERROR)
    assert problem.sentence == "no font of the theme has the character 漢 (U+6F22)"


def test_a_rule_that_is_not_understood_is_a_warning_for_every_paper_that_wears_it() -> None:
    for _ in range(2):
        assert [code for code, _ in found("<p>x</p>", css="p { colour: red }")] == ["W015"]


def test_a_paper_within_its_pages_has_no_overrun() -> None:
    assert written(small(), pages=1).overrun is None


def test_a_paper_that_is_too_long_is_told_by_how_many_lines_and_which_item_is_longest() -> None:
    body = '<p data-from="a">Short.</p>' + '<p data-from="b">' + "A long text indeed. " * 300 + "</p>"
    pdf = written(small(body), pages=1)
    assert pdf.overrun is not None
    assert pdf.overrun == Overrun(2, pdf.overrun.lines, "b", pdf.overrun.longest_lines)
    assert 0 < pdf.overrun.lines < pdf.overrun.longest_lines
    (warning,) = pdf.problems
    assert (warning.code, warning.severity) == ("W030", Severity.WARNING)
    assert warning.sentence == f"the paper should have 1 page and has 2, {pdf.overrun.lines} lines too many"
    assert warning.hint == f"shorten the longest item first: b ({pdf.overrun.longest_lines} lines)"


def test_each_id_is_found_on_its_page() -> None:
    anchors = written(all_elements()).anchors
    assert (anchors["cover"], anchors["contents"], anchors["release"]) == (1, 2, 3)
    assert anchors["waters"] == anchors["note-2"]


def test_the_file_says_who_issued_it_and_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(written(all_elements()).data)) as pdf:
        xmp = pdf.Root.Metadata.read_bytes().decode()
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert str(pdf.Root.Lang) == "en"
    assert info["/Author"] == "Ministry of External Relations of Velmora"
    for said in (
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
        '<rdf:li xml:lang="en">Seventh Round of the Straits Security Dialogue</rdf:li>',
        "<dc:identifier>straits/07-port-averin/briefing-pack</dc:identifier>",
        '<rdf:li xml:lang="x-default">For the delegation only</rdf:li>',
    ):
        assert said in xmp


def test_the_file_says_when_it_was_issued_when_the_meeting_was_and_who_publishes() -> None:
    document = all_elements()
    titles = {"fr": "Dossier", "ru": "Папка"}
    document = replace(document, properties=replace(document.properties, titles=titles))
    with pikepdf.open(io.BytesIO(written(document).data)) as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:publisher"] == {"Ministry of External Relations of Velmora"}
        assert xmp["{http://purl.org/dc/terms/}issued"] == "2031-10-21"
        assert xmp["{http://purl.org/dc/terms/}temporal"] == "start=2031-10-21; end=2031-10-21; scheme=W3C-DTF"
        assert (xmp["dc:type"], xmp["dc:language"]) == ({"Briefing pack"}, {"en"})
        assert xmp["xmpRights:Marked"] == "True"
        said = pdf.Root.Metadata.read_bytes().decode()
    for tag, title in {"x-default": document.properties.title, "en": document.properties.title, **titles}.items():
        assert f'<rdf:li xml:lang="{tag}">{title}</rdf:li>' in said


def test_headings_are_bookmarks() -> None:
    with pikepdf.open(io.BytesIO(written(all_elements()).data)) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        assert title.title == "Seventh Round of the Straits Security Dialogue"
        assert [item.title for item in title.children] == [
            "Contents",
            "Press release",
            "Joint statement",
            "Briefing",
            "Annexes",
            "Acronyms",
        ]


def test_a_drawing_in_the_text_keeps_its_gradients_and_clips() -> None:
    drawing = """<figure><svg viewBox="0 0 10 10" width="40" height="40"><title>A disc</title><defs>
        <linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>
        <clipPath id="c"><circle cx="5" cy="5" r="4"/></clipPath></defs>
        <rect width="10" height="10" fill="url(#g)" clip-path="url(#c)"/></svg></figure>"""
    pdf = written(small(drawing))
    assert pdf.problems == ()
    with pikepdf.open(io.BytesIO(pdf.data)) as file:
        assert any("/ShadingType" in item for item in file.objects if isinstance(item, pikepdf.Dictionary))
