"""Structure elements while they are gathered: written last, an element that a page break cuts in two stays one element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf

from reporting.writers.pdf.roles import GROUPING, INLINE, MAY_BE_EMPTY


@dataclass(slots=True, eq=False)
class Node:
    """One structure element."""

    type: str
    parent: Node | None = None
    kids: list[Node | Content | Annotation] = field(default_factory=list)
    entries: dict[str, Any] = field(default_factory=dict)
    """Other entries of the element's dictionary: Lang, Alt, A …"""
    notes: list[Node] = field(default_factory=list)
    """Footnotes called from here: they follow this element, or close it where it is no paragraph."""
    direction: str = ""
    """Which way its lines run where that is not the way of the node around it: `ltr` or `rtl`."""
    is_made_up: bool = False
    """Whether no element of the document stands behind it, such as the paragraph around loose words."""
    words: str = ""
    """Of a link: where it leads, as a reader hears it."""
    reference: bytes = b""
    """Set when written."""

    def holder(self) -> Node:
        """The node that takes words: itself, or a paragraph at its end where it holds blocks only."""
        if self.type not in GROUPING:
            return self
        last = self.kids[-1] if self.kids else None
        if isinstance(last, Node) and last.is_made_up:
            return last
        return self.add(Node("P", is_made_up=True))

    def add(self, kid: Node) -> Node:
        """Takes a node as its last kid; one that belongs in a line goes into a paragraph."""
        home = self.holder() if kid.type in INLINE else self
        kid.parent = home
        home.kids.append(kid)
        return kid

    def block(self) -> Node:
        """The nearest element around that is not part of a line."""
        node = self
        while node.type in INLINE and node.parent is not None:
            node = node.parent
        return node

    def item(self, tag: str) -> Node:
        """The list item that takes the next part: a `dt` after a `dd` begins a new one, as each `li` does."""
        last = self.kids[-1] if self.kids else None
        if tag != "li" and isinstance(last, Node) and last.type == "LI":
            has_body = any(isinstance(kid, Node) and kid.type == "LBody" for kid in last.kids)
            if tag == "dd" or not has_body:
                return last
        return self.add(Node("LI"))

    def label(self) -> Node:
        """The label of a list item, which stands before all else in it."""
        first = self.kids[0]
        if isinstance(first, Node) and first.type == "Lbl":
            return first
        label = Node("Lbl", self)
        self.kids.insert(0, label)
        return label

    def language(self) -> str | None:
        """The language that is given here or further up."""
        return next((str(each.entries["Lang"].string) for each in self.upwards() if "Lang" in each.entries), None)

    def way(self) -> str:
        """Which way lines run here."""
        return next((each.direction for each in self.upwards() if each.direction), "ltr")

    def upwards(self) -> Iterator[Node]:
        """The node, and those that it stands in."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


@dataclass(frozen=True, slots=True)
class Content:
    """A marked-content sequence on a page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's rectangle on a page."""

    page: int
    dictionary: pydyf.Dictionary


def has_content(node: Node) -> bool:
    """Whether anything stands in the node, at any depth."""
    return node.type in MAY_BE_EMPTY or any(not isinstance(kid, Node) or has_content(kid) for kid in node.kids)
