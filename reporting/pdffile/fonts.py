"""From the codes of a PDF font back to letters (ISO 32000-2, 9.10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from reporting.pdffile.objects import File
from reporting.pdffile.syntax import Keyword, Name, Reader

_CODECS: Final = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac-roman"}


class Font:
    """Codes of one font and what they mean."""

    def __init__(self, file: File, value: Any) -> None:
        font = file.dictionary(value)
        self.is_wide = font.get("Subtype") == "Type0"
        self.letters: dict[int, str] = {}
        self.widths: tuple[int, ...] = (2,) if self.is_wide else (1,)
        if font.get("Encoding") is not None and not self.is_wide:
            self.letters.update(_encoding(file, font["Encoding"]))
        if cmap := file.stream(font.get("ToUnicode")):
            self._take(cmap)

    def _take(self, cmap: bytes) -> None:
        found: list[Any] = []
        widths: set[int] = set()
        for value in Reader(cmap).values():
            if not isinstance(value, Keyword):
                found.append(value)
                continue
            if value.word == b"endcodespacerange":
                widths.update(len(each) for each in found if isinstance(each, bytes))
            elif value.word == b"endbfchar":
                self._chars(found)
            elif value.word == b"endbfrange":
                self._ranges(found)
            found = []
        self.widths = tuple(sorted(widths)) or self.widths

    def _chars(self, found: list[Any]) -> None:
        for code, letters in zip(found[::2], found[1::2], strict=False):
            if isinstance(code, bytes) and isinstance(letters, bytes):
                self.letters[int.from_bytes(code, "big")] = letters.decode("utf-16-be", "ignore")

    def _ranges(self, found: list[Any]) -> None:
        for low, high, letters in zip(found[::3], found[1::3], found[2::3], strict=False):
            if not isinstance(low, bytes) or not isinstance(high, bytes):
                continue
            first, last = int.from_bytes(low, "big"), int.from_bytes(high, "big")
            for step in range(min(last - first + 1, 65536)):
                self.letters[first + step] = _stepped(letters, step)

    def codes(self, string: bytes) -> Iterator[int]:
        """The codes that a string is made of."""
        width = self.widths[-1] if len(self.widths) == 1 or self.is_wide else 1
        return (int.from_bytes(string[at : at + width], "big") for at in range(0, len(string), width))

    def text(self, string: bytes) -> str:
        """The letters that a string shows; codes without a meaning are taken for Unicode or Latin-1."""
        letters = ((code, self.letters.get(code)) for code in self.codes(string))
        return "".join(found or (chr(code) if 32 <= code < 0xD800 else "") for code, found in letters)


def _stepped(letters: Any, step: int) -> str:
    if isinstance(letters, list):
        each = letters[step] if step < len(letters) else b""
        return each.decode("utf-16-be", "ignore") if isinstance(each, bytes) else ""
    text = letters.decode("utf-16-be", "ignore") if isinstance(letters, bytes) else ""
    return text[:-1] + chr(min(ord(text[-1]) + step, 0x10FFFF)) if text else ""


def _encoding(file: File, value: Any) -> Mapping[int, str]:
    found = file.resolve(value)
    base = str(found.get("BaseEncoding", "")) if isinstance(found, dict) else str(found)
    letters: dict[int, str] = {}
    if base in _CODECS:
        letters = {code: bytes([code]).decode(_CODECS[base], "ignore") for code in range(32, 256)}
    if isinstance(found, dict):
        letters.update(_differences(file.items(found.get("Differences"))))
    return letters


def _differences(items: list[Any]) -> dict[int, str]:
    from fontTools.agl import toUnicode  # noqa: PLC0415 - its tables take a tenth of a second, and few fonts want them

    letters, code = {}, 0
    for each in items:
        if isinstance(each, float):
            code = int(each)
        elif isinstance(each, Name):
            letters[code] = str(toUnicode(each))
            code += 1
    return letters
