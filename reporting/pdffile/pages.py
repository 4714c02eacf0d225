"""The words that the pages of a PDF show, or could show: what is clipped, invisible or off the page counts as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from reporting.pdffile.fonts import Font
from reporting.pdffile.objects import File
from reporting.pdffile.syntax import Keyword, Name, Reader, Ref, text_of

_MOVES: Final = (b"Td", b"TD", b"Tm", b"T*", b"ET")
_DEEPEST: Final = 8


@dataclass
class Shown:
    """What one content stream shows."""

    text: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    """The same without running heads and other artefacts, which would stand between two pages."""
    said: list[str] = field(default_factory=list)
    """Words in the properties of marked content, such as /ActualText."""
    forms: list[str] = field(default_factory=list)
    """What was shown by forms drawn inside of it."""


def pages(file: File) -> Iterator[Mapping[str, Any]]:
    """Pages in reading order, then those that no page tree names."""
    seen: set[int] = set()
    for number, page in pages_in_tree(file):
        seen.add(number)
        yield page
    for each in file.objects:
        if isinstance(each.value, dict) and each.value.get("Type") == "Page" and each.number not in seen:
            seen.add(each.number)
            yield each.value


def pages_in_tree(file: File) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The numbers of the pages that a viewer shows, in reading order, and the pages with what they inherit."""
    seen: set[int] = set()
    for trailer in file.trailers:
        root = file.dictionary(trailer.get("Root"))
        yield from _below(file, root.get("Pages"), {}, seen)


def _below(file: File, value: Any, above: Mapping[str, Any], seen: set[int]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    if not isinstance(value, Ref) or value.number in seen:
        return
    seen.add(value.number)
    node = {**above, **file.dictionary(value)}
    if "Kids" in file.dictionary(value):
        inherited = {"Resources": node["Resources"]} if "Resources" in node else {}
        for kid in file.items(node["Kids"]):
            yield from _below(file, kid, inherited, seen)
    else:
        yield value.number, node


class Painter:
    """Goes through content streams as a viewer does, and keeps the words."""

    def __init__(self, file: File) -> None:
        self.file = file
        self._fonts: dict[Any, Font] = {}

    def page(self, page: Mapping[str, Any]) -> Shown:
        """The words of one page, its annotations' looks included."""
        shown = Shown()
        content = b"\n".join(self.file.stream(each) for each in self.file.items(page.get("Contents")))
        self.content(content, page.get("Resources"), shown)
        return shown

    def content(self, data: bytes, resources: Any, shown: Shown, depth: int = 0) -> None:
        """Adds the words of one content stream to `shown`."""
        font, operands, marks = Font(self.file, None), [], list[bool]()
        for value in Reader(data).values():
            if not isinstance(value, Keyword):
                operands.append(value)
                continue
            word = value.word
            if word == b"Tf" and operands:
                font = self._font(resources, operands[0])
            elif word in (b"Tj", b"'", b'"', b"TJ") and operands:
                _show(_text(font, operands[-1]), shown, is_body=not any(marks))
            elif word in _MOVES:
                _show("\n" if word == b"ET" else " ", shown, is_body=not any(marks))
            elif word in (b"BDC", b"BMC"):
                marks.append(bool(operands) and operands[0] == "Artifact")
                shown.said += self._said(resources, operands[-1] if operands else None)
            elif word == b"EMC" and marks:
                marks.pop()
            elif word == b"Do" and operands and depth < _DEEPEST:
                self._form(resources, operands[0], shown, depth)
            operands = []

    def _font(self, resources: Any, name: Any) -> Font:
        value = self.file.dictionary(self.file.dictionary(resources).get("Font")).get(name)
        key = value.number if isinstance(value, Ref) else id(value)
        if key not in self._fonts:
            self._fonts[key] = Font(self.file, value)
        return self._fonts[key]

    def _said(self, resources: Any, properties: Any) -> list[str]:
        if isinstance(properties, Name):
            properties = self.file.dictionary(self.file.dictionary(resources).get("Properties")).get(properties)
        found = self.file.dictionary(properties)
        return [text_of(found[key]) for key in ("ActualText", "Alt", "E") if isinstance(found.get(key), bytes)]

    def _form(self, resources: Any, name: Any, shown: Shown, depth: int) -> None:
        value = self.file.dictionary(self.file.dictionary(resources).get("XObject")).get(name)
        form = self.file.dictionary(value)
        if form.get("Subtype") != "Form":
            return
        inner = Shown()
        self.content(self.file.stream(value), form.get("Resources", resources), inner, depth + 1)
        shown.text += inner.text
        shown.body += inner.body
        shown.said += inner.said
        shown.forms.append("".join(inner.text))


def _show(text: str, shown: Shown, *, is_body: bool) -> None:
    shown.text.append(text)
    if is_body:
        shown.body.append(text)


def _text(font: Font, operand: Any) -> str:
    if isinstance(operand, bytes):
        return font.text(operand)
    if not isinstance(operand, list):
        return ""
    parts = []
    for each in operand:
        if isinstance(each, bytes):
            parts.append(font.text(each))
        elif isinstance(each, float) and each < -180:
            parts.append(" ")  # a gap as wide as a blank
    return "".join(parts)
