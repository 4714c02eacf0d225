"""The trees of files. Most are wanted once, when their record is read, and again only to say where something stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reporting.records.reading.packing import Lately, kind_of_name, pack, unpack
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Value

KEPT = 150_000
"""Bytes of the files whose trees are kept as they are. A tree takes up about ten times the room of its file."""


class Trees(Mapping[str, Value]):
    """The tree of each file that is YAML, by path.

    Of a file whose tree was not asked for lately only the bytes are kept, packed; its tree is read from them again.
    So a thousand rounds take little more room than ten.
    """

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}
        self._alike: dict[str, bytes] = {}
        """The first file of each kind, which the others are packed with."""
        self._lately: Lately[Value] = Lately(KEPT)

    def keep(self, path: str, data: bytes, tree: Value) -> None:
        """Takes over a file and the tree that was read from it."""
        self._packed[path] = pack(data, self._alike.setdefault(kind_of_name(path), data))
        self._use(path, tree, len(data))

    def data(self, path: str) -> bytes:
        """The bytes of a file, as they were read."""
        return unpack(self._packed[path], self._alike[kind_of_name(path)])

    def __getitem__(self, path: str) -> Value:
        tree = self._lately.get(path)
        if tree is None:
            data = self.data(path)
            tree = read_yaml(data, path).value
            self._use(path, tree, len(data))
        return tree

    def __contains__(self, path: object) -> bool:
        return path in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def _use(self, path: str, tree: Value, weight: int) -> None:
        self._lately.put(path, tree, weight)
