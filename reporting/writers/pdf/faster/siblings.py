"""The next siblings of an element, for `:has(+ …)`: cssselect2 makes all children of its parent anew for each question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cssselect2 import ElementWrapper

CHILDREN = "_wrapped_children"


def install() -> None:
    """Replaces the walk over next siblings, which makes a long text cost the square of its length."""
    ElementWrapper.iter_next_siblings = next_siblings


def next_siblings(self: Any) -> Iterator[Any]:
    """As `ElementWrapper.iter_next_siblings`; the children of a parent are made once and kept with it."""
    if self.parent is None:
        return iter(())
    children = vars(self.parent).get(CHILDREN)
    if children is None:
        children = list(self.parent.iter_children())
        setattr(self.parent, CHILDREN, children)
    return iter(children[self.index + 1 :])
