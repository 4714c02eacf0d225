"""Zip archives, byte by byte: what the directory names, and what it does not."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reporting.pdffile.filters import LARGEST, inflated
from reporting.release.opening.pieces import Closed, Piece

_LOCAL, _DIRECTORY, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_MOST: Final = 10_000
_TORN: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
)
"""What the library raises at an archive that is torn, or packed in a way that it does not know."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive."""

    name: str
    data: bytes


def members(data: bytes) -> Iterator[Member | Piece | Closed]:
    """The files of an archive, and what stands between and beside them."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _TORN:
        yield Closed("the whole file", "is a zip archive that cannot be opened")
        return
    with archive:
        listed = archive.infolist()
        yield from _beside(data, archive)
        for info in listed[:_MOST]:
            yield from _member(archive, info)
        if len(listed) > _MOST:
            yield Closed("the whole file", f"has more than {_MOST:,} members")
        yield from _unlisted(data, {info.header_offset for info in listed})


def _beside(data: bytes, archive: zipfile.ZipFile) -> Iterator[Piece]:
    end = data.rfind(_END)
    comment = int.from_bytes(data[end + 20 : end + 22], "little")
    if comment:
        yield Piece("zip-comment", "comment", archive.comment)
    if rest := data[end + 22 + comment :]:
        yield Piece("zip-after-end", "after the end", rest)
    first = min((info.header_offset for info in archive.infolist()), default=0)
    if first:
        yield Piece("zip-before-start", "before the first member", data[:first])


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Member | Piece | Closed]:
    yield Piece("zip-member-name", info.filename, info.filename)
    if info.comment:
        yield Piece("zip-member-comment", info.filename, info.comment)
    if info.extra:
        yield Piece("zip-extra-field", info.filename, info.extra)
    if info.flag_bits & 1:
        yield Closed(info.filename, "is encrypted")
        return
    try:
        with archive.open(info) as file:
            data = file.read(LARGEST + 1)
    except _TORN:
        yield Closed(info.filename, "cannot be unpacked")
        return
    if len(data) > LARGEST:
        yield Closed(info.filename, f"unpacks to more than {LARGEST >> 20} MiB")
        return
    yield Member(info.filename, data)


def _unlisted(data: bytes, listed: set[int]) -> Iterator[Piece]:
    """Members that the directory does not name, and extra fields of the headers in front of members."""
    at = data.find(_LOCAL)
    while at >= 0:
        flags, method, packed, name, extra = _header(data, at)
        body = at + 30 + name + extra
        where = data[at + 30 : at + 30 + name].decode("utf-8", "replace")
        if extra:
            yield Piece("zip-extra-field", where, data[at + 30 + name : body])
        if at not in listed:
            raw = data[body : body + packed] if packed and not flags & 8 else data[body:]
            yield Piece("zip-unlisted-member", where, inflated(raw) if method == 8 else raw)
            yield Piece("zip-unlisted-member", where, where)
        at = data.find(_LOCAL, at + 4)


def _header(data: bytes, at: int) -> tuple[int, int, int, int, int]:
    header = data[at : at + 30].ljust(30, b"\0")
    flags, method = struct.unpack("<HH", header[6:10])
    packed = int.from_bytes(header[18:22], "little")
    name, extra = struct.unpack("<HH", header[26:30])
    return flags, method, packed, name, extra
