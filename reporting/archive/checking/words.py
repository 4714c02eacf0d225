"""The words of a paper in each format, to be compared where other versions made it: look and line breaks may differ, words not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree, html

from reporting.archive.checking.heard import heard
from reporting.document.text import folded_words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Unreadable(ValueError):
    """The file is none of its format."""


def words_of(data: bytes, kind: str) -> list[str]:
    """The words that a paper says, in order.

    Args:
        data: the file.
        kind: its format.

    Raises:
        Unreadable: the file is none of that format.
    """
    try:
        return folded_words(_TEXTS[kind](data))
    except (etree.LxmlError, zipfile.BadZipFile, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        raise Unreadable(f"this is no {kind} file") from None


def _html_text(data: bytes) -> str:
    if not data.strip():
        return ""
    tree = html.document_fromstring(data.decode("utf-8", "replace"))
    body = tree.find("body")
    return " ".join(map(str, (body if body is not None else tree).itertext()))


def _docx_text(data: bytes) -> str:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [name for name in ("word/document.xml", "word/footnotes.xml") if name in file.namelist()]
        trees = [etree.fromstring(file.read(name), parser) for name in parts]
    return " ".join("".join(map(str, each.itertext(f"{W}t"))) for tree in trees for each in tree.iter(f"{W}p"))


_TEXTS: Mapping[str, Callable[[bytes], str]] = {
    "html": _html_text,
    "docx": _docx_text,
    "txt": lambda data: data.decode("utf-8", "replace"),
    "pdf": heard,
}
