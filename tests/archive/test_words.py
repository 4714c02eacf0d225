"""Papers that another version would lay out otherwise say the same words; those that say something else are found."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import copytree

import pytest

from reporting.archive.check import verify
from reporting.archive.checking.verdict import Asked
from reporting.archive.checking.words import Unreadable, words_of
from reporting.document.text import folded_words, text_of
from tests.archive.support import SECOND_ROUND, Office, closed, office
from tests.archive.tampering import closed_anew
from tests.support.samples import all_elements
from tests.writers.pdf_house import written

PUBLIC = f"{SECOND_ROUND}/public/v1"
OTHERWISE = "@page{size:120mm 170mm;margin:15mm}html{font-size:13pt}"


def test_a_pdf_that_is_laid_out_otherwise_says_the_same_words() -> None:
    usual, narrow = (written(all_elements(), css=css) for css in ("", OTHERWISE))
    assert narrow.pages > usual.pages
    assert words_of(narrow.data, "pdf") == words_of(usual.data, "pdf")


def test_the_words_of_a_pdf_are_those_of_its_document() -> None:
    heard, said = "".join(words_of(written(all_elements()).data, "pdf")), folded_words(text_of(all_elements()))
    assert [word for word in said if word.isalpha() and word not in heard] == []


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x00" * 99])
def test_what_is_no_file_of_the_format_has_no_words(kind: str, data: bytes) -> None:
    with pytest.raises(Unreadable):
        words_of(data, kind)


@pytest.fixture(scope="session")
def closed_by_another_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package in all formats that says of itself that other versions wrote it."""
    desk = office(tmp_path_factory.mktemp("other"))
    desk.change("templates/notice/type.yaml", "[html, txt]", "[pdf, docx, html, txt]")
    closed(desk, SECOND_ROUND, audiences=frozenset({"public"}))
    package = desk.package(PUBLIC)
    file = package / "data" / "source" / "made-with.json"
    told = json.loads(file.read_text("utf-8"))
    told["formats"] = dict.fromkeys(told["formats"], "some other way")
    file.write_text(json.dumps(told), "utf-8")
    return desk.root


def counted(package: Path) -> Path:
    """Counts and lists the files of a bag anew; nobody knows its seal."""
    files = [path for path in (package / "data").rglob("*") if path.is_file()]
    info = package / "bag-info.txt"
    oxum = f"Payload-Oxum: {sum(path.stat().st_size for path in files)}.{len(files)}"
    info.write_text(re.sub("(?m)^Payload-Oxum: .*$", oxum, info.read_text("utf-8")), "utf-8")
    closed_anew(package)
    return package


@pytest.fixture
def alone(closed_by_another_version: Path, tmp_path: Path) -> Path:
    """A copy of it, far from its archive."""
    return counted(Path(copytree(Office(closed_by_another_version).package(PUBLIC), tmp_path / "alone")))


def test_papers_of_other_versions_are_compared_word_for_word(alone: Path) -> None:
    verdict = verify(alone, Asked(jobs=0))
    assert verdict.problems == []
    assert "4 word for word" in verdict.told[-1]


def test_a_pdf_of_another_version_that_says_something_else_is_found(alone: Path, with_pdf: Office) -> None:
    with_pdf.change(
        f"data/dialogues/{SECOND_ROUND}/round.yaml", "title: rescue on the ice", "title: rescue on thin ice"
    )
    closed(with_pdf, to=with_pdf.root / "elsewhere", audiences=frozenset({"public"}))
    other = with_pdf.root / "elsewhere" / PUBLIC / "data" / "papers" / "notice.en.pdf"
    (alone / "data" / "papers" / "notice.en.pdf").write_bytes(other.read_bytes())
    (alone / "data" / "papers" / "notice.en.txt").write_bytes(b"something else")
    (alone / "data" / "papers" / "notice.en.docx").write_bytes(b"no Word file")
    found = verify(counted(alone), Asked(jobs=0)).problems
    told = {Path(each.place.file).name: each.sentence for each in found if each.place}
    assert "made again it says something else from word " in told["notice.en.pdf"]
    assert "made again it says something else from word 1 on" in told["notice.en.txt"]
    assert told["notice.en.docx"] == "made again it cannot be compared: this is no docx file"
