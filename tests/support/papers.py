"""The letters of a built paper, whatever its format."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree, html

from tests.judges.structure import heard_text, read_structure

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def letters_in(paper: Path) -> str:
    """The letters and figures of a paper in reading order, running heads left out in PDF and Word."""
    return letters(READERS[paper.suffix](paper.read_bytes()))


def letters(text: str) -> str:
    """Letters and figures only, so that no format's spaces, hyphens and line ends count."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def _pdf(data: bytes) -> str:
    return heard_text(read_structure(data).root)


def _docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [name for name in ("word/document.xml", "word/footnotes.xml") if name in file.namelist()]
        return "\n".join(_paragraphs(file.read(name)) for name in parts)


def _paragraphs(xml: bytes) -> str:
    paragraphs = etree.fromstring(xml).iter(f"{W}p")
    return "\n".join("".join(map(str, each.itertext(f"{W}t"))) for each in paragraphs)


def _html(data: bytes) -> str:
    page = html.document_fromstring(data.decode())
    return str(page.xpath("string(//body)"))


READERS: dict[str, Callable[[bytes], str]] = {
    ".pdf": _pdf,
    ".docx": _docx,
    ".html": _html,
    ".txt": lambda data: data.decode(),
}
