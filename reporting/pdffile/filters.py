"""Filters of PDF streams (ISO 32000-2, 7.4), undone."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable, Mapping
from typing import Any, Final

LARGEST: Final = 64 << 20
"""Bytes that one packed thing may unpack to."""
IMAGES: Final = frozenset({"DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"})
"""Filters of pictures: what is left is a file of its own kind."""


def inflated(data: bytes) -> bytes:
    """What deflated bytes unpack to, as far as they go; empty where they are none."""
    for window in (15, -15):
        unpacker, out = zlib.decompressobj(window), b""
        try:
            out = unpacker.decompress(data, LARGEST)
        except zlib.error:
            out = _as_far_as_it_goes(data, window)
        if out:
            return out
    return b""


def _as_far_as_it_goes(data: bytes, window: int) -> bytes:
    unpacker, out = zlib.decompressobj(window), bytearray()
    for at in range(0, len(data), 256):
        try:
            out += unpacker.decompress(data[at : at + 256], LARGEST)
        except zlib.error:
            break
    return bytes(out)


def _flate(data: bytes, settings: Mapping[str, Any]) -> bytes:
    return _unpredicted(inflated(data), settings)


def _lzw(data: bytes, settings: Mapping[str, Any]) -> bytes:
    return _unpredicted(_unlzw(data, int(settings.get("EarlyChange", 1))), settings)


def _unlzw(data: bytes, early: int) -> bytes:
    table: list[bytes] = []
    out, before, width, held, bits = bytearray(), b"", 9, 0, 0
    for byte in data:
        held, bits = held << 8 | byte, bits + 8
        if bits < width:
            continue
        bits -= width
        code, held = held >> bits, held & ((1 << bits) - 1)
        if code == 256:
            table, before, width = [bytes([number]) for number in range(256)] + [b"", b""], b"", 9
            continue
        if code == 257 or not table or code > len(table):
            break
        entry = table[code] if code < len(table) else before + before[:1]
        out += entry
        if before:
            table.append(before + entry[:1])
        before = entry
        width = min(12, max(9, (len(table) + early).bit_length()))
    return bytes(out)


def _ascii85(data: bytes, settings: Mapping[str, Any]) -> bytes:
    text = re.sub(rb"\s+|^<~", b"", data).partition(b"~")[0]
    try:
        return base64.a85decode(text)
    except ValueError:
        return b""


def _ascii_hex(data: bytes, settings: Mapping[str, Any]) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", data.partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _run_length(data: bytes, settings: Mapping[str, Any]) -> bytes:
    out, at = bytearray(), 0
    while at < len(data) and data[at] != 128 and len(out) < LARGEST:
        length = data[at]
        if length < 128:
            out += data[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            out += data[at + 1 : at + 2] * (257 - length)
            at += 2
    return bytes(out)


def _unpredicted(data: bytes, settings: Mapping[str, Any]) -> bytes:
    """Rows as they were before a predictor (7.4.4.4) made differences of them."""
    predictor = int(settings.get("Predictor", 1))
    if predictor < 2:
        return data
    bits = int(settings.get("Colors", 1)) * int(settings.get("BitsPerComponent", 8))
    step, width = max(1, bits // 8), (bits * int(settings.get("Columns", 1)) + 7) // 8
    if predictor == 2:
        rows = [bytearray(data[at : at + width]) for at in range(0, len(data), width)]
        return b"".join(_filtered(1, row, bytes(width), step) for row in rows)
    out, above = bytearray(), bytes(width)
    for at in range(0, len(data), width + 1):
        row = bytearray(data[at + 1 : at + 1 + width])
        above = _filtered(data[at], row, above.ljust(width, b"\0"), step)
        out += above
    return bytes(out)


def _filtered(kind: int, row: bytearray, above: bytes, step: int) -> bytes:
    for at in range(len(row)):
        left, corner = (row[at - step], above[at - step]) if at >= step else (0, 0)
        row[at] = (row[at] + _guess(kind, left, above[at], corner)) & 255
    return bytes(row)


def _guess(kind: int, left: int, above: int, corner: int) -> int:
    if kind == 4:
        return _paeth(left, above, corner)
    return (0, left, above, (left + above) // 2)[kind] if kind < 4 else 0


def _paeth(left: int, above: int, corner: int) -> int:
    whole = left + above - corner
    distances = (abs(whole - left), abs(whole - above), abs(whole - corner))
    return (left, above, corner)[distances.index(min(distances))]


Filter = Callable[[bytes, Mapping[str, Any]], bytes]
FILTERS: Final[Mapping[str, tuple[str, Filter]]] = {
    "FlateDecode": ("flate", _flate),
    "Fl": ("flate", _flate),
    "LZWDecode": ("lzw", _lzw),
    "LZW": ("lzw", _lzw),
    "ASCII85Decode": ("ascii85", _ascii85),
    "A85": ("ascii85", _ascii85),
    "ASCIIHexDecode": ("ascii-hex", _ascii_hex),
    "AHx": ("ascii-hex", _ascii_hex),
    "RunLengthDecode": ("run-length", _run_length),
    "RL": ("run-length", _run_length),
}
"""For each filter that hides text, what it is called here, and what undoes it."""
