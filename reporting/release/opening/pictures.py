"""What pictures and colour profiles say besides what they show."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Final

from reporting.pdffile.filters import inflated
from reporting.release.opening.pieces import Piece

PNG, JPEG, GIF, WEBP, TIFF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"WEBP", (b"II*\0", b"MM\0*")
_APPS: Final = (
    (b"Exif\0\0", "jpeg-exif"),
    (b"http://ns.adobe.com/xap/1.0/\0", "jpeg-xmp"),
    (b"http://ns.adobe.com/xmp/extension/\0", "jpeg-xmp"),
    (b"Photoshop 3.0\0", "jpeg-iptc"),
    (b"ICC_PROFILE\0", "jpeg-icc"),
)
_UTF_16: Final = re.compile(rb"(?:\0[\x20-\x7e]){4,}")
_CHUNKS: Final = {
    b"EXIF": "webp-metadata",
    b"XMP ": "webp-metadata",
    b"ICCP": "webp-metadata",
}


def pieces_of_picture(data: bytes) -> Iterator[Piece]:
    """Metadata, comments, profiles, and what stands after the end."""
    if data.startswith(PNG):
        yield from _png(data)
    elif data.startswith(JPEG):
        yield from _jpeg(data)
    elif data.startswith(GIF):
        yield from _gif(data)
    elif data[8:12] == WEBP:
        yield from _webp(data)
    elif data.startswith(TIFF):
        yield Piece("tiff-tags", "whole picture", data.decode("latin-1"))


def is_picture(data: bytes) -> bool:
    return data.startswith((PNG, JPEG, GIF, *TIFF)) or data[8:12] == WEBP


def _png(data: bytes) -> Iterator[Piece]:
    at = 8
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        yield from _png_chunk(kind, data[at + 8 : at + 8 + length])
        at += length + 12
        if kind == b"IEND":
            break
    if data[at:]:
        yield Piece("png-after-end", "after IEND", data[at:])


def _png_chunk(kind: bytes, body: bytes) -> Iterator[Piece]:
    key, _, rest = body.partition(b"\0")
    if kind == b"tEXt":
        yield Piece("png-text", key.decode("latin-1"), body.decode("latin-1"))
    elif kind == b"zTXt":
        yield Piece("png-packed-text", key.decode("latin-1"), inflated(rest[1:]).decode("latin-1"))
    elif kind == b"iTXt":
        text = rest[2:].split(b"\0", 2)[-1]
        unpacked = inflated(text) if rest[:1] == b"\1" else text
        yield Piece("png-international-text", key.decode("latin-1"), unpacked.decode("utf-8", "ignore"))
    elif kind == b"eXIf":
        yield Piece("png-exif", "eXIf", body)
    elif kind == b"iCCP":
        yield Piece("png-icc", key.decode("latin-1"), key.decode("latin-1"))
        yield Piece("png-icc", key.decode("latin-1"), profile_text(inflated(rest[1:])))
    elif kind not in (b"IHDR", b"IDAT", b"PLTE", b"IEND"):
        yield Piece("png-other", kind.decode("latin-1"), body)


def _jpeg(data: bytes) -> Iterator[Piece]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        body = data[at + 4 : at + 2 + length]
        if marker == 0xFE:
            yield Piece("jpeg-comment", "comment", body)
        elif 0xE0 <= marker <= 0xEF:
            channel = next((channel for start, channel in _APPS if body.startswith(start)), "jpeg-other")
            yield Piece(channel, f"segment at {at}", body)
        if marker == 0xDA:
            break
        at += 2 + length
    end = data.rfind(b"\xff\xd9")
    if end >= 0 and data[end + 2 :]:
        yield Piece("jpeg-after-end", "after the end", data[end + 2 :])


def _gif(data: bytes) -> Iterator[Piece]:
    for match in re.finditer(rb"\x21([\xfe\xff\x01])", data):
        blocks, at = bytearray(), match.end()
        while at < len(data) and data[at]:
            blocks += data[at + 1 : at + 1 + data[at]]
            at += data[at] + 1
        yield Piece("gif-comment", f"byte {match.start()}", bytes(blocks))


def _webp(data: bytes) -> Iterator[Piece]:
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack("<4sI", data[at : at + 8])
        if kind in _CHUNKS:
            yield Piece(_CHUNKS[kind], kind.decode("latin-1"), data[at + 8 : at + 8 + length])
        at += 8 + length + length % 2


def profile_text(profile: bytes) -> str:
    """The words in a colour profile: ASCII descriptions, and those in UTF-16 as newer ones have them."""
    wide = " ".join(match[0].decode("utf-16-be") for match in _UTF_16.finditer(profile))
    return f"{profile.decode('latin-1')} {wide}"
