"""What a reader of a tagged PDF hears: the words of its structure tree, in order.

Running heads and page numbers are not in it, nor are hyphens at the ends of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from reporting.pdffile.fonts import Font
from reporting.pdffile.objects import File
from reporting.pdffile.pages import pages_in_tree
from reporting.pdffile.syntax import Keyword, Reader, Ref, text_of
from reporting.pdffile.table import Broken, read_by_table

IN_LINE: Final = frozenset({"Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Sub"})
"""Types of structure elements between which no space is heard."""
PAGE_NUMBER: Final = re.compile(r"\d+\s*\Z")
UNKNOWN: Final = "\ufffd"
"""A glyph of which the font does not say what letter it is."""


def heard(data: bytes) -> str:
    """The words of a PDF.

    Raises:
        ValueError, TypeError, AttributeError, LookupError, RecursionError: this is no PDF that is tagged.
    """
    file = read_by_table(data)
    pages = dict(pages_in_tree(file))
    tree = file.dictionary(file.dictionary(file.trailers[0]["Root"]).get("StructTreeRoot"))
    if not tree:
        raise Broken("it is not tagged")
    return _Listener(file, pages).element(tree, None, is_listed=False)


@dataclass
class _Listener:
    """Goes through a structure tree (ISO 32000-2, 14.7)."""

    file: File
    pages: Mapping[int, Mapping[str, Any]]
    content: dict[int, dict[int, str]] = field(default_factory=dict)
    """Of each page that was met, the text of its marked sequences by their number."""
    met: set[int] = field(default_factory=set)

    def element(self, item: Mapping[str, Any], page: int | None, *, is_listed: bool) -> str:
        """The text of an element with all below it.

        Args:
            item: the element.
            page: the page of the element above.
            is_listed: whether it stands in a table of contents.
        """
        page, kind = _page(item, page), item.get("S")
        is_listed = is_listed or kind == "TOCI"
        if "ActualText" in item:
            text = text_of(self.file.resolve(item["ActualText"]))
        else:
            kids = self.file.items(item.get("K"))
            text = "".join(self._kid(kid, page, is_listed=is_listed) for kid in kids)
        if is_listed and kind == "Reference":
            # On which page something stands is a matter of looks.
            text = PAGE_NUMBER.sub("", text)
        return text if kind in IN_LINE else f" {text} "

    def _kid(self, kid: Any, page: int | None, *, is_listed: bool) -> str:
        if isinstance(kid, Ref):
            # An element has one parent; a tree that comes back to itself has no end.
            if kid.number in self.met:
                raise Broken("its structure is no tree")
            self.met.add(kid.number)
        found = self.file.resolve(kid)
        if isinstance(found, float):
            return self._marked(page, int(found))
        kind = found.get("Type")
        if kind == "OBJR":
            return ""
        if kind == "MCR":
            return self._marked(_page(found, page), int(self.file.resolve(found["MCID"])))
        return self.element(found, page, is_listed=is_listed)

    def _marked(self, page: int | None, mark: int) -> str:
        if page is None or page not in self.pages:
            return ""
        if page not in self.content:
            self.content[page] = _sequences(self.file, self.pages[page])
        return self.content[page].get(mark, "")


def _page(item: Mapping[str, Any], above: int | None) -> int | None:
    """Number of the page that an element says it stands on, else that of the one above."""
    page = item.get("Pg")
    return page.number if isinstance(page, Ref) else above


def _sequences(file: File, page: Mapping[str, Any]) -> dict[int, str]:
    """The text of each marked sequence of a page that has a number (14.6)."""
    named = file.dictionary(file.dictionary(page.get("Resources")).get("Font"))
    fonts = {name: Font(file, value) for name, value in named.items()}
    found: dict[int, str] = {}
    marks: list[int | None] = []
    font = Font(file, None)
    for word, operands in _operations(b"\n".join(file.stream(each) for each in file.items(page.get("Contents")))):
        if word in (b"BDC", b"BMC"):
            marks.append(_number(operands[-1]))
        elif word == b"EMC":
            marks.pop()
        elif word == b"Tf":
            font = fonts[operands[0]]
        elif word in (b"TJ", b"Tj", b"'", b'"'):
            mark = next((each for each in reversed(marks) if each is not None), None)
            if mark is not None:
                found[mark] = found.get(mark, "") + _shown(operands[-1], font)
    return found


def _operations(content: bytes) -> Iterator[tuple[bytes, list[Any]]]:
    """Each operator with its operands."""
    operands: list[Any] = []
    for value in Reader(content).values():
        if isinstance(value, Keyword):
            yield value.word, operands
            operands = []
        else:
            operands.append(value)


def _number(properties: Any) -> int | None:
    mark = properties.get("MCID") if isinstance(properties, dict) else None
    return int(mark) if isinstance(mark, float) else None


def _shown(operand: Any, font: Font) -> str:
    strings = [each for each in (operand if isinstance(operand, list) else [operand]) if isinstance(each, bytes)]
    return "".join(font.letters.get(code, UNKNOWN) for each in strings for code in font.codes(each))
