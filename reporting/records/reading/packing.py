"""Bytes in little room: files of one kind repeat each other's keys, and a record repeats the words of its file."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from typing import Generic, TypeVar

LEVEL = 3
"""How hard packing tries; the levels above take twice the time for a tenth of the room."""

V = TypeVar("V")


def pack(data: bytes, like: bytes) -> bytes:
    """`data` without what it has in common with the last 32 kilobytes of `like`."""
    packer = zlib.compressobj(LEVEL, zdict=like)
    return packer.compress(data) + packer.flush()


def unpack(packed: bytes, like: bytes) -> bytes:
    """The bytes that `pack` packed with the same `like`.

    >>> unpack(pack(b"number: 2", b"number: 1"), b"number: 1")
    b'number: 2'
    """
    unpacker = zlib.decompressobj(zdict=like)
    return unpacker.decompress(packed) + unpacker.flush()


def kind_of_name(path: str) -> str:
    """What files that are alike have in common: their name.

    >>> kind_of_name("data/dialogues/north-sea/01-oslo/round.yaml")
    'round.yaml'
    """
    return path.rpartition("/")[2]


class Lately(Generic[V]):
    """The values that were asked for lately, as many as a weight allows, and always the last one."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._weight = 0
        self._values: OrderedDict[str, tuple[V, int]] = OrderedDict()

    def get(self, name: str) -> V | None:
        """The value, if it was asked for lately; now it was."""
        if name not in self._values:
            return None
        self._values.move_to_end(name)
        return self._values[name][0]

    def put(self, name: str, value: V, weight: int) -> list[tuple[str, V]]:
        """Takes in a value; gives those that had to go for it."""
        self._weight += weight - self._values.pop(name, (None, 0))[1]
        self._values[name] = value, weight
        gone = []
        while self._weight > self._most and len(self._values) > 1:
            other, (left, its) = self._values.popitem(last=False)
            self._weight -= its
            gone.append((other, left))
        return gone
