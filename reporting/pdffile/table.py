"""A PDF as a viewer reads it: the objects that its table of references names (ISO 32000-2, 7.5.4 to 7.5.8), and no others.

What an update replaced, and what lies in the file without a reference, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from reporting.pdffile.objects import File, decoded, object_at, unpacked
from reporting.pdffile.syntax import Reader

_START: Final = re.compile(rb"startxref\s+(\d{1,12})")
_SECTION: Final = re.compile(rb"\s*(\d{1,10})\s+(\d{1,10})\s*[\r\n]")
_ENTRY: Final = re.compile(rb"\s*(\d{10}) (\d{5}) ([nf])")
_MOST: Final = 2_000_000


class Broken(ValueError):
    """The table is missing, torn, or leads to what is no object."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an object stands."""

    at: int
    """Its place in the file; of a packed one, its index in the object stream."""
    packed_in: int | None = None
    """Number of the object stream."""


Entries = dict[int, Entry | None]
"""By number of the object; None for one that was taken away."""


def read_by_table(data: bytes) -> File:
    """The objects in use, and the newest trailer.

    Raises:
        Broken: there is no table that leads to them, or the file is encrypted.
    """
    entries, trailer = _table(data)
    file = File(data, trailers=[trailer])
    if file.is_encrypted:
        raise Broken("it is encrypted")
    for number, entry in entries.items():
        if entry and entry.packed_in is None:
            found = object_at(data, entry.at)
            if found is None or found.number != number:
                raise Broken(f"object {number} is not where the table says")
            file.add(found)
    for stream in sorted({each.packed_in for each in entries.values() if each and each.packed_in is not None}):
        _unpack(file, stream, entries)
    return file


def _unpack(file: File, stream: int, entries: Mapping[int, Entry | None]) -> None:
    packed = file.current.get(stream)
    if packed is None or packed.raw is None:
        raise Broken(f"there is no object stream {stream}")
    for index, found in enumerate(unpacked(file, packed)):
        if entries.get(found.number) == Entry(index, stream):
            file.add(found)


def _table(data: bytes) -> tuple[Entries, dict[str, Any]]:
    """All entries, those of later updates first, and the newest trailer."""
    start = max(data.rfind(b"startxref"), 0)
    match = _START.match(data, start)
    waiting, seen = [int(match[1])] if match else [], set[int]()
    entries: Entries = {}
    newest: dict[str, Any] = {}
    while waiting:
        at = waiting.pop(0)
        if at in seen:
            continue
        seen.add(at)
        found, trailer = _section(data, at)
        for number, entry in found:
            entries.setdefault(number, entry)
        newest = newest or trailer
        waiting += [int(trailer[key]) for key in ("XRefStm", "Prev") if isinstance(trailer.get(key), float)]
    if not newest:
        raise Broken("there is no table of references")
    return entries, newest


def _section(data: bytes, at: int) -> tuple[list[tuple[int, Entry | None]], dict[str, Any]]:
    """The entries and the trailer of one table, or of a stream that is one."""
    if data.startswith(b"xref", at):
        return _plain(data, at + 4)
    found = object_at(data, at)
    if found is None or found.raw is None or found.value.get("Type") != "XRef":
        raise Broken("the table of references is not where the file says")
    return list(_packed(decoded(File(data), found)[0], found.value)), found.value


def _plain(data: bytes, at: int) -> tuple[list[tuple[int, Entry | None]], dict[str, Any]]:
    entries: list[tuple[int, Entry | None]] = []
    while section := _SECTION.match(data, at):
        at = section.end()
        for number in range(int(section[1]), int(section[1]) + int(section[2])):
            entry = _ENTRY.match(data, at)
            if entry is None or len(entries) > _MOST:
                raise Broken("the table of references is torn")
            entries.append((number, Entry(int(entry[1])) if entry[3] == b"n" else None))
            at = entry.end()
    trailer = Reader(data, data.find(b"trailer", at) + 7).value()
    if not data[at : at + 40].lstrip().startswith(b"trailer") or not isinstance(trailer, dict):
        raise Broken("the table of references has no trailer")
    return entries, trailer


def _packed(data: bytes, trailer: Mapping[str, Any]) -> Iterator[tuple[int, Entry | None]]:
    """The entries of a stream (7.5.8.3)."""
    widths = [int(each) for each in trailer["W"]]
    sections = [int(each) for each in trailer.get("Index", [0.0, trailer["Size"]])]
    numbers = (
        n for first, count in zip(sections[::2], sections[1::2], strict=True) for n in range(first, first + count)
    )
    for number, at in zip(numbers, range(0, len(data), sum(widths)), strict=False):
        kind, second, third = _fields(data[at : at + sum(widths)], widths)
        kind = kind if widths[0] else 1
        if kind == 1:
            yield number, Entry(second)
        else:
            yield number, Entry(third, second) if kind == 2 else None


def _fields(row: bytes, widths: list[int]) -> Iterator[int]:
    at = 0
    for width in widths:
        yield int.from_bytes(row[at : at + width], "big")
        at += width
