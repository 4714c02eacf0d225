"""Reading a view: values as a template meets them, with a note of each one that was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Self


class Item(Mapping[str, Any]):
    """A thing of the view. Its fields are read by name; nothing can be called or changed."""

    __slots__ = ("_data", "_path", "_reads")

    def __init__(self, data: Mapping[str, Any], path: str, reads: dict[str, Any]) -> None:
        self._data = data
        self._path = path
        self._reads = reads

    def __getitem__(self, name: str) -> Any:
        value = self._data[name]
        path = f"{self._path}.{name}" if self._path else name
        return opened(value, path, self._reads)

    def __contains__(self, name: object) -> bool:
        return name in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __bool__(self) -> bool:
        return True

    def where(self) -> str:
        """Its path in the view, such as `round.outcomes[0]`."""
        return self._path


class Items(tuple[Any, ...]):  # noqa: SLOT001 - a tuple has no room for slots that are not empty
    """A list of the view: its length is noted when it is looked at, and an item when it is taken."""

    def __new__(cls, items: list[Any], path: str, reads: dict[str, Any]) -> Self:
        made = super().__new__(cls, items)
        made._path, made._reads = path, reads
        return made

    _path: str
    _reads: dict[str, Any]

    def __len__(self) -> int:
        length = super().__len__()
        self._reads[self._path] = length
        return length

    def __iter__(self) -> Iterator[Any]:
        return (self[index] for index in range(len(self)))

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        number = index if index >= 0 else len(self) + index
        return opened(super().__getitem__(number), f"{self._path}[{number}]", self._reads)

    def __contains__(self, value: object) -> bool:
        return any(each == value for each in self)


def opened(value: Any, path: str, reads: dict[str, Any]) -> Any:
    """`value` as a template meets it, noted in `reads` by its path: a list by its length, a thing as being there."""
    if isinstance(value, dict):
        reads.setdefault(path, True)
        return Item(value, path, reads)
    if isinstance(value, list):
        return Items(value, path, reads)
    reads[path] = value
    return value
