"""The words of a PDF's structure tree as pypdf finds them: a judge of our own reader."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

IN_LINE = frozenset({"/Span", "/Link", "/Reference", "/Quote", "/Code", "/Em", "/Strong", "/Sub"})
"""Types of structure elements between which no space is heard."""
PAGE_NUMBER = re.compile(r"\d+\s*\Z")
MAPPED = re.compile(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>")

Letters = Mapping[int, str]
"""What each glyph of a font stands for."""
Content = Mapping[tuple[int, int], str]
"""The text of each marked sequence, by the number of its page and its own."""


def heard_by_pypdf(data: bytes) -> str:
    """What the structure tree says."""
    reader = PdfReader(io.BytesIO(data))
    content = {
        (page.indirect_reference.idnum, mark): text
        for page in reader.pages
        if page.indirect_reference
        for mark, text in _marked(page, reader).items()
    }
    return _heard(reader.root_object["/StructTreeRoot"], content, None)


def _heard(item: Any, content: Content, page: int | None, *, is_listed: bool = False) -> str:
    """The text of a structure element (ISO 32000-1, 14.7.2) with all below it.

    Args:
        item: the element.
        content: the text of each marked sequence.
        page: the page of the element above.
        is_listed: whether it stands in a table of contents.
    """
    page = item.raw_get("/Pg").idnum if "/Pg" in item else page
    kind = item.get("/S")
    is_listed = is_listed or kind == "/TOCI"
    if "/ActualText" in item:
        text = str(item["/ActualText"])
    else:
        kids = item.get("/K", [])
        text = "".join(
            _kid(kid, content, page, is_listed=is_listed) for kid in (kids if isinstance(kids, list) else [kids])
        )
    if is_listed and kind == "/Reference":
        # On which page something stands is a matter of looks.
        text = PAGE_NUMBER.sub("", text)
    return text if kind in IN_LINE else f" {text} "


def _kid(kid: Any, content: Content, page: int | None, *, is_listed: bool) -> str:
    kid = kid.get_object()
    if isinstance(kid, int):
        return content.get((page or 0, kid), "")
    kind = kid.get("/Type")
    if kind == "/OBJR":
        return ""
    if kind == "/MCR":
        return content.get((kid.raw_get("/Pg").idnum if "/Pg" in kid else page or 0, int(kid["/MCID"])), "")
    return _heard(kid, content, page, is_listed=is_listed)


def _marked(page: PageObject, reader: PdfReader) -> dict[int, str]:
    """The text of each marked sequence of a page that has a number."""
    resources: Any = page["/Resources"].get_object()
    fonts: Any = resources["/Font"].get_object() if "/Font" in resources else {}
    letters = {name: _letters(font.get_object()) for name, font in fonts.items()}
    found: dict[int, str] = {}
    marks: list[int | None] = []
    font: Letters = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in {b"BDC", b"BMC"}:
            number = operands[1].get("/MCID") if len(operands) > 1 and hasattr(operands[1], "get") else None
            marks.append(number)
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"Tf":
            font = letters.get(operands[0], {})
        elif operator in {b"TJ", b"Tj"}:
            mark = next((each for each in reversed(marks) if each is not None), None)
            if mark is not None:
                found[mark] = found.get(mark, "") + "".join(_shown(operands[0], font))
    return found


def _letters(font: Any) -> Letters:
    table = font["/ToUnicode"].get_object().get_data().decode("latin-1") if "/ToUnicode" in font else ""
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be", "replace") for code, text in MAPPED.findall(table)}


def _shown(operand: Any, letters: Letters) -> Iterator[str]:
    for part in operand if isinstance(operand, list) else [operand]:
        code = getattr(part, "original_bytes", part)
        if isinstance(code, bytes):
            yield from (letters.get(code[at] << 8 | code[at + 1], "\ufffd") for at in range(0, len(code) - 1, 2))
