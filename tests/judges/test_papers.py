"""Every paper of the sample workspace, before the judges."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf

from tests.judges import html, verapdf, word
from tests.support.judges import absent, need


def of_kind(papers: Path, ending: str) -> list[Path]:
    found = sorted(papers.rglob(f"*.{ending}"))
    assert found, f"the workspace made no {ending}"
    return found


def test_every_font_of_every_pdf_is_embedded_with_its_characters(papers: Path) -> None:
    tool = need("pdffonts")
    for pdf in of_kind(papers, "pdf"):
        rows = subprocess.run([tool, pdf], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        # The last columns are: emb sub uni object ID.
        assert {tuple(row.split()[-5:-2]) for row in rows} == {("yes", "yes", "yes")}, pdf


def test_every_word_file_is_sound_and_accessible(papers: Path) -> None:
    need("openxml-audit")
    found = {str(paper.relative_to(papers)): word.findings(paper) for paper in of_kind(papers, "docx")}
    assert {paper: lines for paper, lines in found.items() if lines} == {}


def test_libreoffice_opens_every_word_file(papers: Path, tmp_path: Path) -> None:
    # LibreOffice writes all PDF files into one folder, so each gets a name that says where it comes from.
    copies = []
    for paper in of_kind(papers, "docx"):
        copies.append(tmp_path / "-".join(paper.relative_to(papers).parts))
        shutil.copy(paper, copies[-1])
    subprocess.run(
        [need("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, *copies],
        capture_output=True, check=True, timeout=600,
    )  # fmt: skip
    assert [copy.name for copy in copies if not copy.with_suffix(".pdf").is_file()] == []


def test_axe_finds_nothing_in_any_page(papers: Path) -> None:
    need("chromium")
    need("npm")
    found = {page.name: html.violations(page.read_bytes()) for page in of_kind(papers, "html")}
    assert {page: lines for page, lines in found.items() if lines} == {}


def test_the_page_a_judge_refuses_is_refused() -> None:
    """A judge that lets everything pass proves nothing."""
    need("chromium")
    need("npm")
    assert html.violations(b"<!doctype html><html><head></head><body><img src='x.png'></body></html>") != []


def test_a_file_that_is_no_pdfa_is_refused(tmp_path: Path) -> None:
    need("javac")
    if reason := verapdf.why_not():
        absent(reason)
    plain = tmp_path / "plain.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(plain)
    assert [verdict.conforms for verdict in verapdf.judge([plain])] == [False, False]
