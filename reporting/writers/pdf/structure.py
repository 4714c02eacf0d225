"""The structure tree: what a screen reader walks, in the order of the document.

It takes the place of `weasyprint.pdf.tags.add_tags`, which leaves out languages, notes, scopes and list numbering,
cuts elements in two at page breaks, and hangs running heads into the text (WeasyPrint issue 1836).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol
from unicodedata import mirrored

import pydyf
from weasyprint.document import Document
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf.stream import Stream

from reporting.document.bilingual import is_arranging
from reporting.document.direction import holds_right_to_left
from reporting.writers.pdf.artifacts import HEARD_ONCE, Plan
from reporting.writers.pdf.attributes import (
    alternative_text,
    cell_attributes,
    list_numbering,
    note_node,
    text_of,
    turn,
)
from reporting.writers.pdf.nodes import Annotation, Content, Node
from reporting.writers.pdf.roles import LAYOUT_TABLE, PHRASES, TYPES
from reporting.writers.pdf.written import write_tree

Box = Any
Element = Any
Tags = dict[Box, dict[str, Any]]

HYPHEN, SOFT_HYPHEN = "\u2010", "\u00ad"


class AddTags(Protocol):
    """What WeasyPrint calls when the pages are drawn."""

    def __call__(self, pdf: pydyf.PDF, document: Document, pdf_version: Any, page_streams: list[Stream]) -> None: ...


def structure_adder(plan: Plan) -> AddTags:
    """The function that adds the structure tree of a document whose artifacts are planned."""

    def add_structure(pdf: pydyf.PDF, document: Document, pdf_version: Any, page_streams: list[Stream]) -> None:
        gathering = Gathering(document, plan)
        for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
            gathering.take_page(number, page._page_box, stream._tags)
        write_tree(pdf, gathering.root)

    return add_structure


def _holds_right_to_left(box: Box) -> bool:
    element = None if isinstance(box, boxes.MarginBox) else box.element
    return element is not None and holds_right_to_left("".join(element.itertext()))


class Gathering:
    """Walks the boxes of each page in turn; the same element on two pages is the same node."""

    def __init__(self, document: Document, plan: Plan) -> None:
        self.root = Node("Document")
        self._plan = plan
        self._heights = [page.height for page in document.pages]
        self._runs_both_ways = any(map(_holds_right_to_left, document.pages[0]._page_box.children))
        self._nodes: dict[int, Node] = {}
        self._contents: Node | None = None
        self._page = 0
        self._tags: Tags = {}

    def take_page(self, number: int, page_box: Box, tags: Tags) -> None:
        """Adds what stands on a page.

        Raises:
            RuntimeError: something was drawn as content that no element holds; the file would not conform.
        """
        self._page, self._tags = number, tags
        heads = {}
        for child in page_box.children:
            if not isinstance(child, boxes.MarginBox):
                self._take(child, self.root)
            elif not number and child.at_keyword in HEARD_ONCE:
                heads[child.at_keyword] = child
        for place, keyword in enumerate(key for key in HEARD_ONCE if key in heads):
            node = Node("P", self.root)
            self.root.kids.insert(place, node)
            self._take_children(heads[keyword], node)
        if tags:
            raise RuntimeError(f"page {number + 1}: {len(tags)} pieces of content are outside of the structure tree")

    def _take(self, box: Box, parent: Node) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.TextBox):
            self._take_text(box, parent)
        elif id(box) not in self._plan.repeated_heads:
            node = parent if box.element is None else self._node(box, parent)
            if box.link_annotation is not None:
                self._take_link(box, node)
            if isinstance(box, boxes.ReplacedBox):
                self._take_content(box, node)
            else:
                self._take_children(box, node)

    def _take_children(self, box: Box, node: Node) -> None:
        for child in box.children:
            self._take(child, node)

    def _take_text(self, box: Box, parent: Node) -> None:
        node = parent.holder()
        text = box.text
        is_visual = box.style["direction"] == "rtl" or holds_right_to_left(text)
        is_mirrored = self._runs_both_ways and any(map(mirrored, text))
        if box in self._tags and (text.endswith(HYPHEN) or is_visual or is_mirrored):
            # Glyphs of right-to-left lines stand in the order in which they are seen; a bracket drawn there stands in
            # the font's table for the other one, for all lines; a hyphen at the line's end is not in the text.
            # ActualText on the element (not on the content: readers reverse it there) gives the text.
            said = text[:-1] + SOFT_HYPHEN if text.endswith(HYPHEN) else text + getattr(box, "space_after", "")
            node = node.add(Node("Span", entries={"ActualText": pydyf.String(said)}))
        self._take_content(box, node)

    def _take_content(self, box: Box, node: Node) -> None:
        tag = self._tags.pop(box, None)
        if tag is not None:
            node.kids.append(Content(self._page, tag["mcid"]))

    def _take_link(self, box: Box, node: Node) -> None:
        """A link broken over lines, or around a word in italics, has several rectangles and stays one element."""
        link: Node | None = node
        while link is not None and link.type != "Link":
            link = link.parent
        # ISO 14289-1, 7.18.5: a link's annotation says in words where it leads.
        box.link_annotation["Contents"] = pydyf.String(link.words if link is not None else text_of(box.element))
        (link or node).kids.append(Annotation(self._page, box.link_annotation))

    def _node(self, box: Box, parent: Node) -> Node:
        if "::" in box.element_tag:
            return self._pseudo_node(box, parent)
        found = self._nodes.get(id(box.element))
        if found is None:
            found = self._nodes[id(box.element)] = self._made(box, parent)
        return found

    def _pseudo_node(self, box: Box, parent: Node) -> Node:
        kind = box.element_tag.partition("::")[2]
        if kind == "marker" and parent.type == "LBody" and parent.parent is not None:
            return parent.parent.label()
        if kind == "footnote-marker":
            return parent if parent.type == "Lbl" else parent.add(Node("Lbl"))
        if kind == "footnote-call":
            if parent.type == "Reference":
                return parent
            call = parent.add(Node("Reference"))
            note = self._nodes[id(box.element)] = note_node(box.element)
            note.parent = call.block()
            turn(note, box.element.get("dir") or note.way())
            note.parent.notes.append(note)
            return call
        return parent

    def _made(self, box: Box, parent: Node) -> Node:
        element, tag = box.element, box.element.tag.rpartition("}")[2]
        language = element.get("lang") if element.get("lang") != parent.language() else None
        direction = box.style["direction"]
        type_ = self._type(element, tag, parent)
        if tag in ("html", "body"):
            node = parent
        elif type_ == "LI":
            node = parent.item(tag).add(Node("Lbl" if tag == "dt" else "LBody"))
        elif type_ is None and not (language or tag == "abbr" or direction != parent.way()):
            return parent
        else:
            node = parent.add(Node(type_ or ("Span" if tag in PHRASES else "Div")))
            node.entries.update(self._entries(box, node))
        if language:
            node.entries["Lang"] = pydyf.String(language)
        turn(node, direction)
        if element.get("role") == "doc-toc":
            self._contents = node
        if node.type == "Reference":
            node = node.add(Node("Link"))
        if node.type == "Link":
            node.words = element.get("title") or text_of(element) or element.get("href") or ""
        return node

    def _type(self, element: Element, tag: str, parent: Node) -> str | None:
        """The structure type that the element becomes in this place; None for none."""
        if tag in LAYOUT_TABLE and _is_layout(element, parent):
            return LAYOUT_TABLE[tag]
        if tag == "span" and element.get("class") == "par":
            return "P"
        if tag == "a" and parent.type == "TOCI":
            return "Reference"
        if tag == "ol" and (parent.type == "TOCI" or parent is self._contents):
            return "TOC"
        if tag == "li" and parent.type == "TOC":
            return "TOCI"
        return TYPES.get(tag)

    def _entries(self, box: Box, node: Node) -> Iterator[tuple[str, Any]]:
        element, type_ = box.element, node.type
        if type_ == "Figure":
            yield "Alt", pydyf.String(alternative_text(element))
            yield "A", pydyf.Dictionary({"O": "/Layout", "BBox": pydyf.Array(self._rectangle(box))})
        elif type_ in ("TH", "TD"):
            if cell := cell_attributes(element, node):
                yield "A", pydyf.Dictionary({"O": "/Table", **cell})
        elif type_ == "L":
            yield "A", pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{list_numbering(element)}"})
        elif element.get("title") and element.tag == "abbr":
            yield "E", pydyf.String(element.get("title"))

    def _rectangle(self, box: Box) -> tuple[float, ...]:
        """In points from the bottom of the page, where WeasyPrint's own is in CSS pixels from the top."""
        x, y, height = box.content_box_x(), box.content_box_y(), self._heights[self._page]
        return tuple(round(n * 0.75, 3) for n in (x, height - y - box.height, x + box.width, height - y))


def _is_layout(element: Element, parent: Node) -> bool:
    if element.tag == "table":
        return "signatures" in (element.get("class") or "").split() or is_arranging(element)
    return parent.type not in ("Table", "THead", "TBody", "TR")
