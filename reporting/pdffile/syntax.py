"""The syntax of PDF (ISO 32000-2, 7.2 and 7.3): from bytes to names, strings, numbers, arrays and dictionaries.

Made for looking, not for showing: whatever cannot be understood is left out, and the reading goes on after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final


class Name(str):
    """A name, its #-escapes undone."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an object."""

    number: int


class Hex(bytes):
    """A string that was written in hexadecimal digits."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Keyword:
    """An operator of a content stream, or any other bare word."""

    word: bytes


@dataclass(slots=True)
class Object:
    """One object of a file, as it was met."""

    number: int
    at: int
    """Where in the file it begins; for one of an object stream, where that does."""
    value: Any
    raw: bytes | None = None
    """The bytes of its stream, as they stand."""
    packed_in: int | None = None
    """Number of the object stream it stands in."""
    filters: tuple[str, ...] = field(default=())


TOKEN: Final = re.compile(
    rb"[\0\t\n\f\r ]*(?:(?P<comment>%[^\r\n]*)|(?P<open><<|\[|\{)|(?P<close>>>|\]|\})|(?P<hex><[^<>]*>)|(?P<string>\()"
    rb"|(?P<ref>\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>\[\]{}/%]))"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?![^\0\t\n\f\r ()<>\[\]{}/%]))"
    rb"|(?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%]*)|(?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+))"
)
_STRING_PART: Final = re.compile(rb"[^()\\]*(?:\\.[^()\\]*)*", re.DOTALL)
_ESCAPE: Final = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
_ESCAPED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NOT_HEX: Final = re.compile(rb"[^0-9A-Fa-f]")
_DEEPEST: Final = 200


class Reader:
    """Reads values out of bytes, one after the other."""

    def __init__(self, data: bytes, at: int = 0, end: int | None = None) -> None:
        self.data = data
        self.at = at
        self.end = len(data) if end is None else end

    def values(self) -> Iterator[Any]:
        """Values and keywords until nothing is left."""
        while (value := self.value()) is not None:
            yield value

    def value(self, depth: int = 0) -> Any:
        """The next value; None where nothing is left. What closes too early is passed over."""
        while (match := TOKEN.match(self.data, self.at, self.end)) is not None:
            self.at = match.end()
            kind = match.lastgroup or ""
            if kind == "open":
                return self._many(match["open"], depth)
            if kind not in ("comment", "close"):
                return _simple(kind, match, self)
        return None

    def _many(self, opened: bytes, depth: int) -> Any:
        items: list[Any] = []
        while (match := TOKEN.match(self.data, self.at, self.end)) is not None and depth < _DEEPEST:
            if match.lastgroup == "close":
                self.at = match.end()
                break
            if match.lastgroup == "comment":
                self.at = match.end()
                continue
            items.append(self.value(depth + 1))
        if opened != b"<<":
            return items
        pairs = zip(items[::2], items[1::2], strict=False)
        return {key if isinstance(key, Name) else Name(""): value for key, value in pairs}

    def string(self) -> bytes:
        """The rest of a literal string whose bracket was just read."""
        begin, depth = self.at, 1
        while depth:
            self.at = _STRING_PART.match(self.data, self.at, self.end).end()  # type: ignore[union-attr]
            if self.at >= self.end:
                break
            depth += {b"(": 1, b")": -1}.get(self.data[self.at : self.at + 1], 0)
            self.at += 1
        return _ESCAPE.sub(_unescaped, self.data[begin : self.at - (depth == 0)])


def _simple(kind: str, match: re.Match[bytes], reader: Reader) -> Any:
    text = match[kind]
    if kind == "string":
        return reader.string()
    if kind == "hex":
        digits = _NOT_HEX.sub(b"", text)
        return Hex(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")))
    if kind == "ref":
        return Ref(int(text.split()[0]))
    if kind == "name":
        return Name(_name(text[1:]))
    if kind == "number":
        return float(text)
    return Keyword(text)


def _name(text: bytes) -> str:
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), text)
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError:
        return plain.decode("latin-1")


def _unescaped(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 255])
    return b"" if match[2] else _ESCAPED.get(match[3], match[3])


def text_of(string: bytes) -> str:
    """A text string (7.9.2.2): UTF-16 or UTF-8 by its first bytes, else PDFDocEncoding, which is near Latin-1."""
    if string.startswith((b"\xfe\xff", b"\xff\xfe")):
        return string.decode("utf-16", "ignore")
    if string.startswith(b"\xef\xbb\xbf"):
        return string.decode("utf-8-sig", "ignore")
    return string.decode("latin-1").translate(_DOC_SPECIAL)


_DOC_SPECIAL: Final = {
    **dict(zip(range(0x18, 0x20), "˘ˇˆ˙˝˛˚˜", strict=True)),
    **dict(zip(range(0x80, 0x9F), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", strict=True)),
    0xA0: "€",
}
"""Where PDFDocEncoding is not Latin-1 (ISO 32000-1, Annex D, table D.2)."""
