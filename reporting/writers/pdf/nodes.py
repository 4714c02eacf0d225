"""Structure elements while they are gathered, and how they are written.

Gathered first and written last, an element that a page break cuts in two stays one element.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf

from reporting.writers.pdf.roles import GROUPING, INLINE, MAY_BE_EMPTY, PARAGRAPHS


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


class Written:
    """Writes a tree of nodes into a PDF, and keeps who owns which content."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._pages = pdf.page_references
        self.owners: list[dict[int, bytes]] = [{} for _ in self._pages]
        """For each page, the reference of the element that owns each sequence."""
        self.annotations: list[tuple[bytes, pydyf.Dictionary]] = []
        self.identified: dict[bytes, bytes] = {}
        """Reference of each element that has an ID, by that ID as written."""

    def write(self, node: Node, parent: bytes) -> bytes:
        """Writes a node and all below it; gives its reference."""
        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.type}", "P": parent, **node.entries})
        self._pdf.add_object(element)
        node.reference = element.reference
        page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), None)
        if page is not None:
            element["Pg"] = self._pages[page]
        kids = list(self._kids(node, page))
        if kids:
            element["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)
        if "ID" in node.entries:
            self.identified[node.entries["ID"].data] = node.reference
        return node.reference

    def _kids(self, node: Node, page: int | None) -> Iterator[Any]:
        for kid in node.kids:
            if isinstance(kid, Content):
                yield self._content(node, kid, page)
            elif isinstance(kid, Annotation):
                yield self._annotation(node, kid)
            elif has_content(kid):
                yield self.write(kid, node.reference)
                if kid.type in PARAGRAPHS:
                    yield from (self.write(note, node.reference) for note in kid.notes)
        if node.type not in PARAGRAPHS:
            yield from (self.write(note, node.reference) for note in node.notes)

    def _content(self, node: Node, content: Content, page: int | None) -> Any:
        self.owners[content.page][content.mcid] = node.reference
        if content.page == page:
            return content.mcid
        # ISO 32000-1, 14.7.4.2: content of another page than the element's own is named with its page.
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[content.page], "MCID": content.mcid})

    def _annotation(self, node: Node, kid: Annotation) -> pydyf.Dictionary:
        self.annotations.append((node.reference, kid.dictionary))
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.dictionary.reference, "Pg": self._pages[kid.page]})


def has_content(node: Node) -> bool:
    """Whether anything stands in the node, at any depth."""
    return node.type in MAY_BE_EMPTY or any(not isinstance(kid, Node) or has_content(kid) for kid in node.kids)
