"""The trees of files. Most are wanted once, when their record is read, and again only to say where something stands."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping

from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Value

KEPT = 64
"""Trees that are kept as they are. A tree takes up about ten times the room of its file, and a register has many."""


class Trees(Mapping[str, Value]):
    """The tree of each file that is YAML, by path.

    Of a file whose tree was not asked for lately only the bytes are kept, packed; its tree is read from them again.
    So a thousand rounds take little more room than ten.
    """

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}
        self._lately: OrderedDict[str, Value] = OrderedDict()

    def keep(self, path: str, data: bytes, tree: Value) -> None:
        """Takes over a file and the tree that was read from it."""
        self._packed[path] = zlib.compress(data, 1)
        self._use(path, tree)

    def __getitem__(self, path: str) -> Value:
        if path not in self._lately:
            self._use(path, read_yaml(zlib.decompress(self._packed[path]), path).value)
        self._lately.move_to_end(path)
        return self._lately[path]

    def __contains__(self, path: object) -> bool:
        return path in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def _use(self, path: str, tree: Value) -> None:
        self._lately[path] = tree
        if len(self._lately) > KEPT:
            self._lately.popitem(last=False)
