"""What Word does when all tracked changes of a file are accepted or rejected."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def accepted(docx: bytes) -> bytes:
    """The file with all changes accepted."""
    return _decided(docx, keep="ins", drop="del")


def rejected(docx: bytes) -> bytes:
    """The file with all changes rejected."""
    return _decided(docx, keep="del", drop="ins")


def _decided(docx: bytes, *, keep: str, drop: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as file, zipfile.ZipFile(out, "w") as copy:
        for name in file.namelist():
            data = file.read(name)
            if name in ("word/document.xml", "word/footnotes.xml"):
                data = etree.tostring(_one_side(etree.fromstring(data), keep, drop))
            copy.writestr(name, data)
    return out.getvalue()


def _one_side(root: etree._Element, keep: str, drop: str) -> etree._Element:
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{drop}") is not None:
            _remove(row)
    for paragraph in list(root.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{drop}") is not None:
            _join(paragraph)
    for change in list(root.iter(f"{W}{drop}")):
        _remove(change)
    for change in list(root.iter(f"{W}{keep}")):
        for child in list(change):
            change.addprevious(child)
        _remove(change)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
    return root


def _join(paragraph: etree._Element) -> None:
    """Without its mark a paragraph becomes the beginning of the next one; here nothing else is left of it."""
    after = paragraph.getnext()
    if after is not None and after.tag == paragraph.tag:
        place = 1 if after.find(f"{W}pPr") is not None else 0
        content = [child for child in paragraph if child.tag != f"{W}pPr"]
        after[place:place] = content
    _remove(paragraph)


def _remove(element: etree._Element) -> None:
    around = element.getparent()
    assert around is not None
    around.remove(element)
