"""What a YAML file becomes: texts, maps and sequences that remember where they stood.

Plain words stay text, whatever they look like: `1.10`, `08`, `12:30` and `NO` are as they were typed
until the model gives them a type. Only null and the two truths are typed here.
"""

from __future__ import annotations

from typing import TypeAlias, Union

from reporting.problems import Place

Mark: TypeAlias = tuple[int, int]
"""Line and column, both counted from 1."""

Value: TypeAlias = Union[str, bool, "Map", "Seq", None]
"""Anything that a record can hold before the model types it."""


class Map(dict[str, Value]):
    """A mapping that knows the place of itself, of its keys and of its values."""

    __slots__ = ("file", "keys_at", "mark", "quoted", "values_at")

    def __init__(self, file: str, mark: Mark) -> None:
        super().__init__()
        self.file = file
        self.mark = mark
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}
        self.quoted: set[str] = set()
        """Keys whose text was written in quotes or as a block (`|`, `>`)."""

    def is_plain(self, key: str) -> bool:
        """Whether the value was a bare word, so that `4` can be told from `"4"`."""
        return key not in self.quoted and not isinstance(self[key], (Map, Seq))

    def key_place(self, key: str) -> Place:
        return Place(self.file, *self.keys_at[key])

    def value_place(self, key: str) -> Place:
        return Place(self.file, *self.values_at[key])


class Seq(list[Value]):
    """A sequence that knows the place of itself and of its items."""

    __slots__ = ("file", "items_at", "mark", "quoted")

    def __init__(self, file: str, mark: Mark) -> None:
        super().__init__()
        self.file = file
        self.mark = mark
        self.items_at: list[Mark] = []
        self.quoted: set[int] = set()
        """Indices of the texts that were written in quotes or as a block."""

    def is_plain(self, index: int) -> bool:
        """Whether the item was a bare word, so that `4` can be told from `"4"`."""
        return index not in self.quoted and not isinstance(self[index], (Map, Seq))

    def item_place(self, index: int) -> Place:
        return Place(self.file, *self.items_at[index])
