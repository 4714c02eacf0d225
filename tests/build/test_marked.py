"""A marked paper in all four formats: what stands on each page, and what is said of it outside of its text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pypdf
import pytest

from reporting.build.planning.report import Status
from reporting.build.planning.selection import Selection
from tests.support.starter import SECOND, built, bytes_of, change, starter_workspace, with_status

BRIEFING, HOUSE = f"{SECOND}/briefing.yaml", "data/house.yaml"
CANARY = "Zqxbarrage"
"""Stands in restricted fields, among them the title and the id of an annex, both of which are headings and anchors."""
ANNEX = f"annexes:\n  - {{id: {CANARY.lower()}, title: The {CANARY} plan, text: 'A {CANARY}.', marking: eu/eu-confidential}}\n"
MARKING = "RESTRICTED · CONFIDENTIEL UE/EU CONFIDENTIAL"
NAME = "restricted/lake-dialogue/02-sennick/briefing-pack.en"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    workspace = starter_workspace(tmp_path_factory.mktemp("marked"))
    briefing = workspace.root / BRIEFING
    briefing.write_text(briefing.read_text("utf-8") + ANNEX, "utf-8")
    report = built(workspace, selection=Selection(types=frozenset({"briefing-pack"})))
    assert NAME in with_status(report, Status.MADE)
    return bytes_of(workspace.root / "output")


def parts(docx: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith((".xml", ".rels"))}


def words(xml: str) -> str:
    return re.sub(r"<[^>]+>", "", xml).replace("\xa0", " ")


def test_every_page_of_the_pdf_carries_the_highest_marking_inside_on_top_and_foot(papers: dict[str, bytes]) -> None:
    pages = pypdf.PdfReader(io.BytesIO(papers[f"{NAME}.pdf"])).pages
    assert len(pages) > 3
    assert [page.extract_text().upper().count(MARKING) for page in pages] == [2] * len(pages)


def test_every_head_and_foot_of_the_word_file_carries_it(papers: dict[str, bytes]) -> None:
    found = parts(papers[f"{NAME}.docx"])
    edges = {name: words(xml) for name, xml in found.items() if re.match(r"word/(header|footer)\d", name)}
    assert {name.rstrip("0123456789.xml") for name in edges} == {"word/header", "word/footer"}
    assert {name: MARKING in text.upper() for name, text in edges.items()} == dict.fromkeys(edges, True)


def test_the_page_for_the_screen_and_the_text_carry_it_at_both_ends(papers: dict[str, bytes]) -> None:
    html = papers[f"{NAME}.html"].decode()
    assert html.count(f'<p class="marking">{"Restricted · CONFIDENTIEL UE/EU CONFIDENTIAL"}</p>') == 2
    assert "@page{@top-center{content:" in html
    lines = papers[f"{NAME}.txt"].decode().strip().splitlines()
    assert (lines[0].strip(), lines[-1].strip()) == (MARKING, MARKING)


def test_the_part_that_is_marked_by_itself_says_so_where_it_stands(papers: dict[str, bytes]) -> None:
    text = papers[f"{NAME}.txt"].decode()
    after = text[text.rindex(f"The {CANARY} plan") :].splitlines()
    assert next(line.strip() for line in after[1:] if line.strip(" -=")) == "CONFIDENTIEL UE/EU CONFIDENTIAL"


def test_nothing_of_the_matter_stands_in_names_titles_bookmarks_anchors_and_properties(
    papers: dict[str, bytes],
) -> None:
    for name, data in papers.items():
        assert CANARY.lower() not in name.lower()
        for where, said in outside(name, data).items():
            assert CANARY.lower() not in said.lower(), f"{name}: {where}"


def test_the_matter_itself_is_inside_so_that_the_test_before_says_something(papers: dict[str, bytes]) -> None:
    assert CANARY in papers[f"{NAME}.txt"].decode()
    assert "Annexes 1" in outside(f"{NAME}.pdf", papers[f"{NAME}.pdf"])["outline"]


def outside(name: str, data: bytes) -> dict[str, str]:
    """What a file says outside of its text."""
    if name.endswith(".pdf"):
        return outside_pdf(data)
    if name.endswith(".docx"):
        found = parts(data)
        kept = {path: xml for path, xml in found.items() if path.startswith("docProps/") or path.endswith(".rels")}
        return {**kept, "bookmarks": " ".join(re.findall(r'w:name="([^"]*)"', found["word/document.xml"]))}
    if name.endswith(".html"):
        html = data.decode()
        return {"head": html[: html.index("<body>")], "anchors": " ".join(re.findall(r'(?:id|href)="([^"]*)"', html))}
    return {"first lines": "\n".join(data.decode().splitlines()[:3])}


def outside_pdf(data: bytes) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_outline() as outline:
            titles = list(_titles(outline.root))
        names = pdf.Root.Names.Dests if "/Dests" in pdf.Root.Names else ""
        metadata = bytes(pdf.Root.Metadata.read_bytes()).decode()
        return {"info": repr(dict(pdf.docinfo)), "xmp": metadata, "outline": "\n".join(titles), "anchors": repr(names)}


def _titles(items: list[pikepdf.OutlineItem]) -> list[str]:
    return [each for item in items for each in (item.title or "", *_titles(list(item.children)))]


def test_a_house_with_colours_prints_its_label_in_them(tmp_path: Path) -> None:
    workspace = starter_workspace(tmp_path)
    change(workspace, HOUSE, "restricted: restricted", "restricted: tlp/red")
    built(workspace, selection=Selection(types=frozenset({"briefing-note"}), formats=frozenset({"docx", "html"})))
    found = bytes_of(workspace.root / "output")
    html = found["restricted/lake-dialogue/02-sennick/briefing-note.en.html"].decode()
    assert "p.marking{color:#ff2b2b;background:#000000;font-size:12pt}" in html
    word = parts(found["restricted/lake-dialogue/02-sennick/briefing-note.en.docx"])
    style = re.search(r'<w:style [^>]*w:styleId="Marking".*?</w:style>', word["word/styles.xml"], re.DOTALL)
    assert style is not None
    assert 'w:val="FF2B2B"' in style[0].upper().replace("W:VAL", "w:val")
    assert 'w:fill="000000"' in word["word/header1.xml"]


def test_a_marking_that_is_raised_marks_the_paper_anew(tmp_path: Path) -> None:
    workspace = starter_workspace(tmp_path)
    order = {"selection": Selection(types=frozenset({"briefing-note"}), formats=frozenset({"txt"}))}
    built(workspace, **order)  # type: ignore[arg-type]
    change(workspace, BRIEFING, "principal: edda-marlow", "principal: edda-marlow\nmarking: uk/secret")
    report = built(workspace, **order)  # type: ignore[arg-type]
    name = "restricted/lake-dialogue/02-sennick/briefing-note.en"
    assert name in with_status(report, Status.MADE)
    lines = (workspace.root / "output" / f"{name}.txt").read_text("utf-8").strip().splitlines()
    assert (lines[0].strip(), lines[-1].strip()) == ("RESTRICTED · SECRET", "RESTRICTED · SECRET")


def test_a_whole_dialogue_above_the_public_has_no_public_paper(tmp_path: Path) -> None:
    workspace = starter_workspace(tmp_path)
    dialogue = workspace.root / "data/dialogues/lake-dialogue/dialogue.yaml"
    dialogue.write_text(dialogue.read_text("utf-8") + "marking: tlp/amber\n", "utf-8")
    report = built(workspace, selection=Selection(types=frozenset({"press-release"}), formats=frozenset({"txt"})))
    assert [each.name for each in report.outcomes] == []


def test_a_whole_round_above_the_public_has_no_public_paper(tmp_path: Path) -> None:
    workspace = starter_workspace(tmp_path)
    change(workspace, f"{SECOND}/round.yaml", "number: 2", "number: 2\nmarking: internal")
    report = built(workspace, selection=Selection(formats=frozenset({"txt"})))
    made = with_status(report, Status.MADE)
    assert {name.partition("/")[0] for name in made if "02-sennick" in name} == {"restricted"}
