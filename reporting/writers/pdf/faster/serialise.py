"""pydyf with its work done once.

For the file's identifier pydyf serialises and deflates every object a second time; for each element of a tagged
page it builds the list of all pages again, which makes long papers quadratic.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf

_stock_write = pydyf.PDF.write
_stock_bytes = pydyf._to_bytes


class _Written(dict[int, bytes]):
    """While a file is written no object changes: what each one became, by identity."""

    is_on = False


_written = _Written()


def install() -> None:
    """Replaces pydyf's serialisation."""
    pydyf._to_bytes = to_bytes
    pydyf.Array.data = property(_array)
    pydyf.Dictionary.data = property(_dictionary)
    pydyf.Stream.data = property(_stream)
    pydyf.PDF.write = _write
    pydyf.PDF.page_references = property(_page_references)


def to_bytes(item: Any) -> bytes:
    """As `pydyf._to_bytes`, the frequent types asked for first."""
    kind = type(item)
    if kind is bytes:
        return item  # type: ignore[no-any-return]  # the line above says that it is
    if kind is str:
        return item.encode("ascii")  # type: ignore[no-any-return]  # likewise
    if kind is int:
        return b"%d" % item
    if kind is float and not item.is_integer():
        return f"{item:f}".rstrip("0").encode("ascii")
    return _stock_bytes(item)  # type: ignore[no-any-return]  # pydyf has no type hints


def _array(self: pydyf.Array) -> bytes:
    return b"[" + b" ".join([to_bytes(item) for item in self]) + b"]"


def _dictionary(self: pydyf.Dictionary) -> bytes:
    if _written.is_on and (kept := _written.get(id(self))) is not None:
        return kept
    data = b"<<" + b"".join([b"/" + to_bytes(key) + b" " + to_bytes(value) for key, value in self.items()]) + b">>"
    if _written.is_on and self.number is not None:
        _written[id(self)] = data
    return data


def _stream(self: pydyf.Stream) -> bytes:
    if _written.is_on and (kept := _written.get(id(self))) is not None:
        return kept
    content = b"\n".join([to_bytes(item) for item in self.stream])
    extra = pydyf.Dictionary(dict(self.extra))
    if self.compress:
        extra["Filter"] = "/FlateDecode"
        deflate = zlib.compressobj(level=9)
        content = deflate.compress(content) + deflate.flush()
    extra["Length"] = len(content)
    data = b"\n".join((_dictionary(extra), b"stream", content, b"endstream"))
    if _written.is_on and self.number is not None:
        _written[id(self)] = data
    return data


def _write(self: pydyf.PDF, *args: Any, **options: Any) -> None:
    with _writing():
        _stock_write(self, *args, **options)


@contextmanager
def _writing() -> Iterator[None]:
    _written.is_on = True
    try:
        yield
    finally:
        _written.is_on = False
        _written.clear()


def _page_references(self: pydyf.PDF) -> tuple[bytes, ...]:
    pages = self.pages["Kids"]
    known: tuple[bytes, ...] = self.__dict__.get("_known_references", ())
    if len(known) != len(pages) // 3:
        known = self._known_references = tuple(b"%d 0 R" % number for number in pages[::3])
    return known
