"""All objects of a PDF: those in use, those that an update replaced, and those that nothing leads to any more.

The table of references is never asked. Every `12 0 obj` in the bytes is an object, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from reporting.pdffile.filters import FILTERS, IMAGES, inflated
from reporting.pdffile.syntax import Object, Reader, Ref

_OBJECT: Final = re.compile(rb"(?<!\d)(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj(?![A-Za-z])")
_STREAM: Final = re.compile(rb"stream(\r\n|\n|\r)?")
_TRAILER: Final = re.compile(rb"trailer\s*(?=<<)")
_MOST: Final = 2_000_000


@dataclass
class File:
    """A PDF taken to pieces."""

    data: bytes
    objects: list[Object] = field(default_factory=list)
    """All that were met, in the order in which they stand."""
    trailers: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.current: dict[int, Object] = {}
        """By number, the last one of it."""

    def add(self, found: Object) -> None:
        self.objects.append(found)
        self.current[found.number] = found

    def resolve(self, value: Any) -> Any:
        """What a value is, or leads to."""
        for _ in range(20):
            if not isinstance(value, Ref):
                return value
            value = self.current[value.number].value if value.number in self.current else None
        return None

    def dictionary(self, value: Any) -> Mapping[str, Any]:
        """A value that should be a dictionary; an empty one where it is none."""
        found = self.resolve(value)
        return found if isinstance(found, dict) else {}

    def items(self, value: Any) -> list[Any]:
        """A value as a list: what it leads to, or that alone."""
        found = self.resolve(value)
        return found if isinstance(found, list) else [] if found is None else [value]

    def stream(self, value: Any) -> bytes:
        """The decoded bytes of the stream that a reference leads to."""
        found = self.current.get(value.number) if isinstance(value, Ref) else None
        return b"" if found is None or found.raw is None else decoded(self, found)[0]

    @property
    def is_encrypted(self) -> bool:
        return any("Encrypt" in trailer for trailer in self.trailers)

    def reached(self) -> set[int]:
        """Numbers of the objects that the trailers lead to."""
        reached: set[int] = set()
        waiting: list[Any] = list(self.trailers)
        while waiting:
            value = waiting.pop()
            if isinstance(value, Ref):
                if value.number not in reached and value.number in self.current:
                    reached.add(value.number)
                    waiting.append(self.current[value.number].value)
            elif isinstance(value, dict):
                waiting += value.values()
            elif isinstance(value, list):
                waiting += value
        return reached


def read_file(data: bytes) -> File:
    """Every object of a PDF. What is torn is read as far as it goes."""
    file = File(data)
    for match in _OBJECT.finditer(data):
        if len(file.objects) < _MOST:
            file.add(_object(data, match))
    for match in _TRAILER.finditer(data):
        value = Reader(data, match.end()).value()
        if isinstance(value, dict):
            file.trailers.append(value)
    for found in list(file.objects):
        if _is_type(found, "XRef"):
            file.trailers.append(found.value)
    for found in list(file.objects):
        if _is_type(found, "ObjStm"):
            _unpack(file, found)
    return file


def object_at(data: bytes, at: int) -> Object | None:
    """The object that begins at a place; None where none does."""
    match = _OBJECT.match(data, at)
    return _object(data, match) if match else None


def _is_type(found: Object, name: str) -> bool:
    return isinstance(found.value, dict) and found.value.get("Type") == name


def _object(data: bytes, head: re.Match[bytes]) -> Object:
    reader = Reader(data, head.end())
    value = reader.value()
    found = Object(int(head[1]), head.start(), value)
    match = _STREAM.match(data, _past_blanks(data, reader.at)) if isinstance(value, dict) else None
    if match:
        found.raw = data[match.end() : _end_of_stream(data, match.end(), value.get("Length"))]
    return found


def _past_blanks(data: bytes, at: int) -> int:
    while at < len(data) and data[at] in b"\0\t\n\f\r ":
        at += 1
    return at


def _end_of_stream(data: bytes, begin: int, length: Any) -> int:
    """By its length if `endstream` follows there, else at the next `endstream`: a length may lie, or be elsewhere."""
    if isinstance(length, float):
        end = begin + int(length)
        if data[end : end + 12].lstrip(b"\r\n ").startswith(b"endstream"):
            return end
    end = data.find(b"endstream", begin)
    return len(data) if end < 0 else end


def _unpack(file: File, packed: Object) -> None:
    """Takes in the objects of an object stream; one that also stands in the file later is taken for replaced."""
    for found in unpacked(file, packed):
        latest = file.current.get(found.number)
        file.objects.append(found)
        if latest is None or latest.at <= packed.at:
            file.current[found.number] = found


def unpacked(file: File, packed: Object) -> Iterator[Object]:
    """The objects of an object stream (7.5.7), in their order."""
    data = decoded(file, packed)[0]
    first = packed.value.get("First")
    if not isinstance(first, float):
        return
    numbers = [each for each in Reader(data, 0, int(first)).values() if isinstance(each, float)]
    for number, offset in zip(numbers[::2], numbers[1::2], strict=False):
        value = Reader(data, int(first) + int(offset)).value()
        yield Object(int(number), packed.at, value, packed_in=packed.number)


def decoded(file: File, found: Object) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of a stream with its filters undone, and what these filters are called.

    A picture is left as the file of its own that it is. Bytes that were deflated without saying so are inflated.
    """
    data, undone = found.raw or b"", []
    filters = [str(file.resolve(each)) for each in file.items(found.value.get("Filter"))]
    settings = file.items(found.value.get("DecodeParms", found.value.get("DP")))
    for index, name in enumerate(filters):
        if name in IMAGES or name not in FILTERS:
            break
        called, undo = FILTERS[name]
        given = file.dictionary(settings[index]) if index < len(settings) else {}
        plain = {key: value for key, value in given.items() if isinstance(value, float)}
        if plain.get("Predictor", 1) > 1:
            undone.append("predictor")
        data = undo(data, plain)
        undone.append(called)
    if not filters and (hidden := inflated(data)):
        data, undone = hidden, ["unnamed-filter"]
    return data, (*undone, "filter-chain") if len(filters) > 1 else tuple(undone)


def strings(value: Any, key: str = "") -> Iterator[tuple[str, bytes]]:
    """Every string in a value with the key that it stands under."""
    if isinstance(value, bytes):
        yield key, value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from strings(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each, key)


def names(value: Any) -> Iterator[str]:
    """Every name in a value, keys included."""
    if isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from names(each)
    elif isinstance(value, list):
        for each in value:
            yield from names(each)
    elif isinstance(value, str):
        yield value
