"""Word files before their judges: the samples, the document of all elements, CommonMark's examples."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from reporting.document.document import Document
from reporting.writers.word.letterhead.reading import read_letterhead
from reporting.writers.word.writer import write_word
from tests.judges import word
from tests.support.changes import accepted, rejected
from tests.support.judges import need
from tests.support.letterheads import letterhead
from tests.support.samples import all_elements, properties, small
from tests.writers.word_house import THEME

ROOT = Path(__file__).parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Builds the workspace as ever, and keeps each document beside its Word file.
KEEPING = """
import sys
from pathlib import Path
from reporting.writers.word import writer
write, folder = writer.write_word, sys.argv[1]
def keeping(document, *args, **kwargs):
    made = write(document, *args, **kwargs)
    about = document.properties
    name = f"{about.identifier.replace('/', '-').replace('.', '-')}-{'+'.join(about.languages)}"
    Path(folder, f"{name}.html").write_text(document.html, "utf-8")
    Path(folder, f"{name}.docx").write_bytes(made.data)
    return made
writer.write_word = keeping
from reporting.build.workers import run
from reporting.cli.main import main
run.CAN_FORK = False
sys.argv = ["reporting", "build"]
main()
"""


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Path]]:
    """Every sample paper as document and as Word file."""
    workspace, kept = tmp_path_factory.mktemp("workspace"), tmp_path_factory.mktemp("pairs")
    for folder in ("data", "templates"):
        shutil.copytree(ROOT / folder, workspace / folder)
    build = [sys.executable, "-c", KEEPING, str(kept)]
    subprocess.run(build, cwd=workspace, capture_output=True, check=True)
    found = sorted(kept.glob("*.html"))
    assert len(found) >= 60
    return [(html, html.with_suffix(".docx")) for html in found]


@pytest.fixture
def every_element(tmp_path: Path) -> tuple[Path, Path]:
    return written(all_elements(), tmp_path)


def written(document: Document, folder: Path) -> tuple[Path, Path]:
    html, docx = folder / "paper.html", folder / "paper.docx"
    html.write_text(document.html, "utf-8")
    docx.write_bytes(write_word(document, THEME, pages={}).data)
    return html, docx


def test_every_element_of_the_vocabulary_reads_the_same_in_word(every_element: tuple[Path, Path]) -> None:
    need("pandoc")
    assert word.difference(*every_element) == ""


def test_nothing_is_found_in_the_document_of_all_elements(every_element: tuple[Path, Path]) -> None:
    need("openxml-audit")
    assert word.findings(every_element[1]) == []


def test_a_paper_on_a_letterhead_is_sound_and_reads_the_same(tmp_path: Path) -> None:
    need("pandoc")
    need("openxml-audit")
    html, docx = tmp_path / "a.html", tmp_path / "a.docx"
    # Word's own heading of contents is based on a heading, for which pandoc takes it.
    document = replace(all_elements(), html=re.sub(r"<nav.*?</nav>", "", all_elements().html, flags=re.DOTALL))
    html.write_text(document.html, "utf-8")
    docx.write_bytes(write_word(document, THEME, letterhead=read_letterhead(letterhead())).data)
    assert word.findings(docx) == []
    assert word.difference(html, docx) == ""


def test_every_sample_paper_reads_the_same_in_word(pairs: list[tuple[Path, Path]]) -> None:
    need("pandoc")
    assert {html.stem: word.difference(html, docx) for html, docx in pairs} == {html.stem: "" for html, _ in pairs}


def test_nothing_is_found_in_any_sample_paper(pairs: list[tuple[Path, Path]]) -> None:
    need("openxml-audit")
    assert {docx.stem: word.findings(docx) for _, docx in pairs} == {docx.stem: [] for _, docx in pairs}


def test_commonmark_reads_the_same_but_for_the_examples_that_cannot() -> None:
    need("pandoc")
    need("npm")
    assert sorted(word.missed() - word.MISSES.keys()) == []


def test_the_documentation_names_every_example_that_cannot_and_no_other() -> None:
    table = (ROOT / "docs" / "word.md").read_text("utf-8").partition("## CommonMark")[2]
    named = [int(number) for row in re.findall(r"^\| ([0-9 ]+) \|", table, re.MULTILINE) for number in row.split()]
    assert sorted(named) == sorted(word.MISSES)


def test_libreoffice_lays_word_files_out_on_as_many_pages_as_the_pdf_has(papers: Path, tmp_path: Path) -> None:
    ours = {"-".join(path.relative_to(papers).with_suffix("").parts): path for path in papers.rglob("*.docx")}
    for name, path in ours.items():
        shutil.copy(path, tmp_path / f"{name}.docx")
    convert("pdf", tmp_path, sorted(tmp_path.glob("*.docx")))
    for name, path in ours.items():
        word_pages, pdf_pages = pages(tmp_path / f"{name}.pdf"), pages(path.with_suffix(".pdf"))
        assert abs(word_pages - pdf_pages) <= max(1, pdf_pages * 0.05), name


NOTED = """<p>a<a role="doc-noteref" href="#n{0}">1</a> b<span class="comment" data-by="EU">Remark {0}.</span></p>
<aside role="doc-footnote" id="n{0}"><p>Note {0}.</p></aside>"""


def test_libreoffice_keeps_notes_and_comments_apart(tmp_path: Path) -> None:
    html = "".join(map(NOTED.format, range(5)))
    _, docx = written(small(html), tmp_path)
    convert("odt", tmp_path, [docx])
    with zipfile.ZipFile(docx.with_suffix(".odt")) as file:
        read = etree.fromstring(file.read("content.xml"))
    assert [text_in(note) for note in read.iter("{*}note-body")] == [f"Note {number}." for number in range(5)]
    comments = [text_in(comment) for comment in read.iter("{*}annotation")]
    assert [said.endswith(f"Remark {number}.") for number, said in enumerate(comments)] == [True] * 5


def test_bookmarks_and_words_survive_the_way_through_opendocument(every_element: tuple[Path, Path]) -> None:
    _, docx = every_element
    before = content(docx)
    convert("odt", docx.parent, [docx])
    docx.unlink()
    convert("docx", docx.parent, [docx.with_suffix(".odt")])
    after = content(docx)
    assert names(before) <= names(after)
    # LibreOffice writes a contents list anew; everything else has to be there, in order.
    assert [line for line in lines(before) if line not in set(lines(after))] == []


CHANGED = """<article lang="en"><h1>A<ins> new</ins> title</h1>
<p>Old <del>words</del><ins>phrases</ins> stay<a role="doc-noteref" href="#n">1</a>.</p>
<aside role="doc-footnote" id="n"><p>A <del>short</del><ins>long</ins> note.</p></aside>
<p><ins>A whole paragraph.</ins></p><p><del>Another one.</del></p>
<ul><li>kept</li><li><del>gone</del></li><li><ins>come</ins></li></ul>
<table><thead><tr><th>Head</th></tr></thead><tbody>
<tr><td>row</td></tr><tr><td><ins>new row</ins></td></tr><tr><td><del>old row</del></td></tr></tbody></table>
<table><caption>A table<ins> of rows</ins></caption><thead><tr><th>One<del> or two</del></th><th><ins>Two</ins></th></tr></thead>
<tbody><tr><td><p>a</p><p><ins>b</ins></p></td><td><del>c</del></td></tr></tbody></table>
<dl class="facts"><dt>Date</dt><dd><del>1</del><ins>2</ins> June</dd><dt>Place</dt><dd>Port<ins> Averin</ins></dd></dl>
<dl><dt>Term<del>s</del></dt><dd>Meaning<ins>, now longer</ins></dd></dl>
<dl class="defensives"><dt>Why<ins> now</ins>?</dt><dd><p>Because.</p><p><del>Or not.</del></p></dd></dl>
<blockquote><p>They <del>said</del><ins>wrote</ins>.</p></blockquote>
<aside class="boxed"><p>Do <ins>not </ins>raise.</p><p><del>Nor this.</del></p></aside>
<ol class="clauses"><li><p>They met<ins> twice</ins>.</p><ol><li><del>first</del></li><li>then</li></ol></li><li><ins>come</ins></li></ol>
<figure><img src="emblem.png" alt="A lighthouse"/><figcaption>The <del>old </del>emblem</figcaption></figure>
<p>By <span class="bracketed" data-by="EU">1 <del>March</del><ins>May</ins></span>, says <q>the <ins>whole </ins>house</q>,
<sub><del>low</del></sub><ins><a href="https://a.example/">the site</a></ins> and <ins>one<br/>two</ins>.</p>
<p class="bracketed">All <ins>of it</ins> open.</p><address class="contacts"><p>Anna<del> Holt</del></p><p>Jo<ins> Lind</ins></p></address>
<p>Noted<ins><a role="doc-noteref" href="#m">2</a></ins> here<del><a role="doc-noteref" href="#k">3</a></del>.</p>
<aside role="doc-footnote" id="m"><p>New.</p></aside><aside role="doc-footnote" id="k"><p>Old.</p></aside>
<p lang="fa-AF" dir="rtl">متن <ins>نو</ins> <del>کهنه</del></p>
<p>End, with <em><ins>new</ins></em> and <ins><strong>bold</strong></ins> <a href="#n2"><del>the end</del></a>.</p>
<h2 id="n2">Last</h2></article>"""


@pytest.mark.parametrize(("keep", "drop"), [("ins", "del"), ("del", "ins")], ids=["accept all", "reject all"])
def test_changes_taken_or_refused_give_the_new_or_the_old_document(keep: str, drop: str, tmp_path: Path) -> None:
    need("pandoc")
    need("openxml-audit")
    document = Document(CHANGED, replace(properties(), draft="", marking=""), all_elements().images)
    decide = accepted if keep == "ins" else rejected
    html, docx = written(document, tmp_path)
    assert word.findings(docx) == []
    docx.write_bytes(decide(docx.read_bytes()))
    html.write_text(one_side(CHANGED, keep, drop), "utf-8")
    assert word.difference(html, docx) == ""


def one_side(html: str, keep: str, drop: str) -> str:
    """The document with one side of its changes only; blocks that held nothing else are gone."""
    root = etree.fromstring(html)
    for gone in list(root.iter(drop)):
        around = gone.getparent()
        gone.text, gone[:] = "", []
        while around is not None and around.tag in ("p", "li", "td", "tr") and not text_in(around).strip():
            empty, around = around, around.getparent()
            if around is not None:
                around.remove(empty)
    etree.strip_tags(root, keep, drop)
    return etree.tostring(root, encoding="unicode", method="html")


def text_in(element: etree._Element, *tags: str) -> str:
    """The text of an element, or of those inside of it with one of the tags."""
    return "".join(map(str, element.itertext(*tags)))


def convert(kind: str, folder: Path, files: list[Path]) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        str(need("soffice")),
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
        *map(str, files),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=600)


def pages(pdf: Path) -> int:
    with pikepdf.open(pdf) as file:
        return len(file.pages)


def content(docx: Path) -> etree._Element:
    with zipfile.ZipFile(docx) as file:
        return etree.fromstring(file.read("word/document.xml"))


def names(body: etree._Element) -> set[str]:
    return {str(mark.get(f"{W}name")) for mark in body.iter(f"{W}bookmarkStart")}


def lines(body: etree._Element) -> Iterator[str]:
    """Text of each paragraph outside of the contents, white space folded."""
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or not str(style.get(f"{W}val")).startswith(("TOC", "Contents")):
            text = " ".join(text_in(paragraph, f"{W}t", f"{W}delText").split())
            if text:
                yield text
