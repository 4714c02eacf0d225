"""The house's theme and short ways into a Word file, for tests."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import yaml
from lxml import etree

from reporting.document.document import Document
from reporting.document.theme import Theme, theme_from
from reporting.writers.word.writer import Word, write_word
from tests.support.samples import small

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
HOUSE = Path(__file__).parents[2] / "templates" / "house" / "theme.yaml"
THEME: Theme = theme_from(yaml.safe_load(HOUSE.read_text("utf-8")))  # noqa: TID251 - our own file, no record


class File:
    """The parts of a Word file, parsed when they are asked for."""

    def __init__(self, word: Word) -> None:
        self.word = word
        self._zip = zipfile.ZipFile(io.BytesIO(word.data))
        self.names = self._zip.namelist()

    def bytes_of(self, name: str) -> bytes:
        return self._zip.read(name)

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self._zip.read(name))

    def find(self, path: str, part: str = "word/document.xml") -> list[Any]:
        """What an XPath finds; the prefixes are Word's usual ones."""
        found = self.part(part).xpath(path, namespaces=NS)
        assert isinstance(found, list)
        return found

    def edges(self, kind: str) -> str:
        """The XML of all headers or footers."""
        return "".join(self._zip.read(name).decode() for name in self.names if name.startswith(f"word/{kind}"))


def write(body: str, **pages: int) -> File:
    """A short document with the blocks given, as a Word file."""
    return file_of(small(body), **pages)


def file_of(document: Document, **pages: int) -> File:
    return File(write_word(document, THEME, pages=pages))


def text(element: etree._Element) -> str:
    """Text of an element, a tab as a tab."""
    tags = {f"{{{NS['w']}}}t", f"{{{NS['w']}}}delText"}
    tab = f"{{{NS['w']}}}tab"
    return "".join("\t" if each.tag == tab else each.text or "" for each in element.iter(*tags, tab))
