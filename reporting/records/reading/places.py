"""From a path into a record back to the line and column where it was written."""

from __future__ import annotations

from collections.abc import Sequence

from reporting.problems import Place
from reporting.records.reading.tree import Map, Seq, Value

KEY_MARKER = "[key]"
"""How pydantic ends a path that means a key and not its value."""


def place_of(tree: Value, path: Sequence[str | int], *, file: str = "", at_key: bool = False) -> Place:
    """The place of the value at `path`, or of the nearest thing above it that was written.

    Parts that the tree does not have are passed over: they are the names that pydantic puts into a path for
    the members of a union. If the last part is one of them and a map was reached, a key is missing there,
    and the place is that of the key which holds the map.

    Args:
        tree: what `read_yaml` gave.
        path: keys and indices from the root, such as the `loc` of a pydantic error.
        file: the file to name if the tree is not a map or a sequence and so does not know its file.
        at_key: give the place of the last key itself, as is right for a key that ought not to be there.
    """
    if not isinstance(tree, (Map, Seq)):
        return Place(file, 1, 1)
    value, place, key_place, is_last_found = _walk(tree, path)
    is_missing = bool(path) and not is_last_found and isinstance(value, Map)
    wants_key = at_key or is_missing or (bool(path) and path[-1] == KEY_MARKER)
    return key_place if wants_key else place


def _walk(tree: Map | Seq, path: Sequence[str | int]) -> tuple[Value, Place, Place, bool]:
    value: Value = tree
    place = key_place = Place(tree.file, *tree.mark)
    is_found = True
    for part in path:
        is_found = True
        if isinstance(value, Map) and isinstance(part, str) and part in value.keys_at:
            key_place, place, value = value.key_place(part), value.value_place(part), value.get(part)
        elif isinstance(value, Seq) and isinstance(part, int) and 0 <= part < len(value):
            key_place = place = value.item_place(part)
            value = value[part]
        else:
            is_found = False
    return value, place, key_place, is_found
