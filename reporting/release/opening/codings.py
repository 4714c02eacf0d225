"""Codings that hide words from a search, undone one at a time."""

from __future__ import annotations

import base64
import binascii
import contextlib
import html
import quopri
import re
import urllib.parse
import zlib
from collections.abc import Iterator
from typing import Final

from reporting.pdffile.filters import LARGEST
from reporting.release.opening.pieces import Piece

_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]{16,}(?:\s*\n\s*[A-Za-z0-9+/_-]{4,})*={0,2}")
_BASE32: Final = re.compile(r"[A-Z2-7]{24,}={0,6}")
_HEX: Final = re.compile(r"(?:(?:0[xX])?[0-9a-fA-F]{2}[\s:,;-]{0,3}){12,}")
_PERCENT: Final = re.compile(r"%(?:[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})")
_WIDE_PERCENT: Final = re.compile(r"%u([0-9A-Fa-f]{4})")
_ENTITY: Final = re.compile(r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]{1,30};)")
_JSON: Final = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|([0-7]{3})|u\{([0-9a-fA-F]{1,6})\})"
)
_QUOTED: Final = re.compile(r"=[0-9A-F]{2}|=\r?\n")
_UTF_7: Final = re.compile(r"\+[A-Za-z0-9+/]{8,}-?")
_UTF_16_LE: Final = re.compile(rb"(?:[\x09-\xff][\x00\x01\x03-\x06\x10\x1e\x20\x21]){8,}")
_UTF_16_BE: Final = re.compile(rb"(?:[\x00\x01\x03-\x06\x10\x1e\x20\x21][\x09-\xff]){8,}")
_UTF_32_LE: Final = re.compile(rb"(?:[\x09-\xff][\x00-\x06\x1e\x20]\0\0){8,}")
_UTF_32_BE: Final = re.compile(rb"(?:\0\0[\x00-\x06\x1e\x20][\x09-\xff]){8,}")
_HIGH: Final = re.compile(rb"(?:[\xa8\xb8\xc0-\xff][ ,.\-]{0,3}){10,}")
_UTF_8: Final = re.compile(
    rb"(?:[\x20-\x7e\s]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}){12,}"
)
_WIDE: Final = (
    ("utf-16-le", _UTF_16_LE),
    ("utf-16-be", _UTF_16_BE),
    ("utf-32-le", _UTF_32_LE),
    ("utf-32-be", _UTF_32_BE),
)
DEFLATED: Final = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_KNOWN: Final = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"GIF8", b"<", *DEFLATED)
_STRETCH: Final = 4 << 20
_OVERLAP: Final = 1 << 16


def texts_in(data: bytes) -> Iterator[Piece]:
    """Texts in raw bytes, by the ways to write letters as bytes."""
    for match in _UTF_8.finditer(data):
        if not match[0].isascii():
            yield Piece("utf-8", f"byte {match.start()}", match[0].decode("utf-8", "ignore"))
    for name, pattern in _WIDE:
        for match in pattern.finditer(data):
            yield Piece(name, f"byte {match.start()}", match[0].decode(name, "ignore"))
    for match in _HIGH.finditer(data):
        yield Piece("cp1251", f"byte {match.start()}", match[0].decode("cp1251", "ignore"))
        yield Piece("koi8-r", f"byte {match.start()}", match[0].decode("koi8-r", "ignore"))


def undone(text: str) -> Iterator[Piece]:
    """What a text says when one of its codings is undone; nothing where it has none."""
    for begin in range(0, max(1, len(text) - _OVERLAP), _STRETCH):
        yield from _undone(text[begin : begin + _STRETCH + _OVERLAP])


def _undone(text: str) -> Iterator[Piece]:
    yield from _letters(text)
    for match in _BASE64.finditer(text):
        for data in _from_base64(match[0]):
            yield Piece("base64", f"letter {match.start()}", data)
    for match in _BASE32.finditer(text):
        yield from _packed("base32", match, _from_base32(match[0]))
    for match in _HEX.finditer(text):
        digits = re.sub(r"0[xX]|[^0-9A-Fa-f]", "", match[0])
        for start in (0, 1):
            even = digits[start : len(digits) - (len(digits) - start) % 2]
            yield from _packed("hexadecimal", match, bytes.fromhex(even))


def _packed(channel: str, match: re.Match[str], data: bytes) -> Iterator[Piece]:
    if _is_worth(data):
        yield Piece(channel, f"letter {match.start()}", data)


def _letters(text: str) -> Iterator[Piece]:
    if _PERCENT.search(text):
        narrow = _WIDE_PERCENT.sub(lambda match: chr(int(match[1], 16)), text)
        yield Piece("percent", "", urllib.parse.unquote(narrow, errors="replace"))
    if _ENTITY.search(text):
        yield Piece("entities", "", html.unescape(text))
    if "\\" in text and _JSON.search(text):
        yield Piece("json-escapes", "", _JSON.sub(_unescaped, text))
    if "=" in text and _QUOTED.search(text) and text.isascii():
        yield Piece("quoted-printable", "", quopri.decodestring(text.encode("ascii")))
    if "+" in text and text.isascii() and _UTF_7.search(text):
        yield Piece("utf-7", "", text.encode("ascii").decode("utf-7", "ignore"))


def _unescaped(match: re.Match[str]) -> str:
    if match[4]:
        return chr(int(match[4], 8))
    return chr(min(int(match[1] or match[2] or match[3] or match[5], 16), 0x10FFFF))


def _from_base64(text: str) -> Iterator[bytes]:
    plain = re.sub(r"\s", "", text).rstrip("=").replace("-", "+").replace("_", "/")
    for start in range(4):
        part = plain[start:]
        part = part[: len(part) - (len(part) % 4 == 1)]
        data = base64.b64decode(part + "=" * (-len(part) % 4))
        if _is_worth(data):
            yield data


def _from_base32(text: str) -> bytes:
    plain = text.rstrip("=")
    try:
        return base64.b32decode(plain[: len(plain) // 8 * 8])
    except binascii.Error:
        return b""


def _is_worth(data: bytes) -> bool:
    """Whether decoded bytes look like a text or a file; chance makes bytes of all sorts."""
    if data.startswith(_KNOWN):
        return True
    start = data[:400]
    plain = sum(32 <= each < 127 or each in b"\t\r\n" for each in start)
    wide = bool(_UTF_16_LE.match(start) or _UTF_16_BE.match(start) or _HIGH.search(start))
    return len(data) >= 9 and (plain >= 0.8 * len(start) or wide or _is_utf_8(start))


def _is_utf_8(data: bytes) -> bool:
    try:
        return len(data.decode("utf-8")) < len(data)
    except UnicodeDecodeError as error:
        return error.start > len(data) - 4 and error.start > 8


def ungzipped(data: bytes) -> bytes:
    """What a gzip file holds, all of its members; as far as it can be read, and `LARGEST` at most."""
    out = bytearray()
    with contextlib.suppress(zlib.error):
        while data.startswith(b"\x1f\x8b") and len(out) < LARGEST:
            unpacker = zlib.decompressobj(31)
            out += unpacker.decompress(data, LARGEST - len(out))
            data = unpacker.unused_data
    return bytes(out)
