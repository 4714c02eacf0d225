"""The records of whole files: of those that were not asked for lately, only what they can be made from again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reporting.records.model.base import Node
from reporting.records.reading.packing import Lately, kind_of_name, pack, unpack
from reporting.records.reading.trees import Trees

KEPT = 400_000
"""Bytes of the files whose records are kept as they are: some twenty rounds, so a dialogue. A record takes up about
seven times the room of its file."""


class Whole(Mapping[str, Node]):
    """The record of each file that is one, by path.

    A record that was not asked for lately is packed with its file, whose words it repeats, and takes less than a
    tenth of the file then. So a thousand rounds take little more room than ten. Whoever asks twice may get two equal
    records; a record is never changed, so nobody can tell them apart.
    """

    def __init__(self, trees: Trees) -> None:
        self._trees = trees
        self._weights: dict[str, int] = {}
        self._packed: dict[str, bytes] = {}
        """Those that had to go once."""
        self._alike: dict[str, bytes] = {}
        """The first record of each kind, which the others are packed with."""
        self._lately: Lately[Node] = Lately(KEPT)

    def keep(self, path: str, record: Node, weight: int) -> None:
        """Takes over the record of a file of so many bytes, whose tree is known."""
        self._weights[path] = weight
        self._use(path, record)

    def __getitem__(self, path: str) -> Node:
        record = self._lately.get(path)
        if record is None:
            record = self._unpacked(path)
            self._use(path, record)
        return record

    def __contains__(self, path: object) -> bool:
        return path in self._weights

    def __iter__(self) -> Iterator[str]:
        return iter(self._weights)

    def __len__(self) -> int:
        return len(self._weights)

    def _use(self, path: str, record: Node) -> None:
        for gone, left in self._lately.put(path, record, self._weights[path]):
            if gone not in self._packed:
                self._packed[gone] = self._pack(gone, left)

    def _pack(self, path: str, record: Node) -> bytes:
        import pickle  # noqa: PLC0415 - a small workspace packs no record

        data = pickle.dumps(record, pickle.HIGHEST_PROTOCOL)
        alike = self._alike.setdefault(kind_of_name(path), data)
        return pack(data, alike + self._trees.data(path))

    def _unpacked(self, path: str) -> Node:
        import pickle  # noqa: PLC0415 - as above

        packed = self._packed[path]  # KeyError for a path that has no record
        data = unpack(packed, self._alike[kind_of_name(path)] + self._trees.data(path))
        record: Node = pickle.loads(data)  # noqa: S301 - packed by this very process
        return record
