"""Reading a view: values as a template meets them, with a note of each one that was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


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


def opened(value: Any, path: str, reads: dict[str, Any]) -> Any:
    """`value` as a template meets it, noted in `reads` by its path: a list by its length, a thing as being there."""
    if isinstance(value, dict):
        reads.setdefault(path, True)
        return Item(value, path, reads)
    if isinstance(value, list):
        reads[path] = len(value)
        return tuple(opened(each, f"{path}[{index}]", reads) for index, each in enumerate(value))
    reads[path] = value
    return value
