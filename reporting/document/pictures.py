"""Pictures from outside, before anything draws them: kind and size are looked at, and what is not seen is taken out.

What goes: where a photograph was taken and by whom, remarks, thumbnails, what lies behind the end of the file. Nothing is unpacked here, so no picture can cost more than its own bytes. Drawings are read in `drawings`.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache

from reporting.document.drawings import clean_drawing
from reporting.document.refusal import PictureRefused

MOST_BYTES = 10 << 20
MOST_POINTS = 50_000_000
"""A page of A4 at 600 points to the inch has 35 million."""
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"IDAT", b"IEND"})
"""Chunks of PNG that say what is seen (ISO/IEC 15948, 11); all others are words, times and profiles."""
FRAMES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
DRAWN = frozenset({*FRAMES, 0xC4, 0xDB, 0xDD, 0xDA})
"""Segments of JPEG that say what is seen (ITU-T T.81, B.1): frames, tables, the restart interval, scans."""
JFIF, ADOBE = 0xE0, 0xEE
ORIENTATION = 0x0112
BROKEN = "is broken, or was cut off on its way"


@lru_cache(maxsize=64)
def clean_picture(data: bytes) -> bytes:
    """The picture without anything that is not seen; the same bytes whenever it is the same picture.

    Raises:
        PictureRefused: it is no PNG, JPEG or SVG, is broken or too large, or a drawing that reaches for other files.
    """
    if len(data) > MOST_BYTES:
        raise PictureRefused(
            f"has {len(data) / (1 << 20):.0f} MB", f"save it smaller; {MOST_BYTES >> 20} MB are enough"
        )
    try:
        if data.startswith(PNG):
            return PNG + b"".join(_chunks(data))
        if data.startswith(JPEG):
            return b"".join(_segments(data))
    except (struct.error, IndexError):
        raise PictureRefused(BROKEN, "save it again") from None
    return clean_drawing(data)


def _sized(width: int, height: int) -> None:
    if not width or not height:
        raise PictureRefused(BROKEN, "save it again")
    if width * height > MOST_POINTS:
        hint = f"save it smaller; {MOST_POINTS // 1_000_000} million points are enough for a page"
        raise PictureRefused(f"has {width:,} × {height:,} points", hint)


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(PNG)
    seen: list[bytes] = []
    while not seen or seen[-1] != b"IEND":
        size, kind = struct.unpack_from(">I4s", data, at)
        chunk = data[at : at + 12 + size]
        check = struct.unpack_from(">I", chunk, 8 + size)[0]
        if check != zlib.crc32(chunk[4 : 8 + size]) or (not seen) != (kind == b"IHDR"):
            raise PictureRefused(BROKEN, "save it again")
        if kind == b"IHDR":
            _sized(*struct.unpack_from(">II", chunk, 8))
        if kind in KEPT:
            yield chunk
        seen.append(kind)
        at += 12 + size
    if b"IDAT" not in seen:
        raise PictureRefused(BROKEN, "save it again")


def _segments(data: bytes) -> Iterator[bytes]:
    yield JPEG
    at, has_frame = 2, False
    while (kind := _marker(data, at)) != 0xD9:
        size = struct.unpack_from(">H", data, at + 2)[0]
        segment = data[at : at + 2 + size]
        if size < 2 or len(segment) != 2 + size:
            raise PictureRefused(BROKEN, "save it again")
        if kind in FRAMES:
            has_frame = True
            _sized(*struct.unpack_from(">HH", segment, 5))
        if kind == 0xE1:
            _upright(segment)
        yield from _kept(kind, segment)
        at += 2 + size
        if kind == 0xDA:
            end = _end_of_scan(data, at)
            yield data[at:end]
            at = end
    if not has_frame:
        raise PictureRefused(BROKEN, "save it again")
    yield b"\xff\xd9"


def _marker(data: bytes, at: int) -> int:
    if data[at] != 0xFF:
        raise PictureRefused(BROKEN, "save it again")
    return data[at + 1]


def _kept(kind: int, segment: bytes) -> Iterator[bytes]:
    if kind in DRAWN or (kind == ADOBE and segment[4:9] == b"Adobe"):
        yield segment
    elif kind == JFIF and segment[4:9] == b"JFIF\0" and len(segment) >= 18:
        # JFIF 1.02: the last two bytes of the head are the size of a thumbnail, which goes.
        yield segment[:2] + struct.pack(">H", 16) + segment[4:16] + b"\0\0"


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next segment begins: at the first FF that is neither stuffed nor a restart (ITU-T T.81, B.1.1.5)."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise PictureRefused(BROKEN, "save it again")
        if data[at + 1] and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2


def _upright(segment: bytes) -> None:
    """Without its EXIF a photograph would lie on its side, so one that is turned by a remark alone is refused.

    Raises:
        PictureRefused: it is turned.
    """
    tiff = segment[10:] if segment[4:10] == b"Exif\0\0" else b""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return
    try:
        start = struct.unpack_from(f"{order}I", tiff, 4)[0]
        for number in range(min(512, struct.unpack_from(f"{order}H", tiff, start)[0])):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
            if tag == ORIENTATION and value > 1:
                raise PictureRefused("lies on its side, and only its EXIF says so", "turn it upright and save it again")
    except struct.error:
        return
