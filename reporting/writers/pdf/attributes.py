"""What a structure element says of itself, read from the element of the document behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pydyf

from reporting.writers.pdf.nodes import Node
from reporting.writers.pdf.roles import NUMBERING, SCOPES

Element = Any


def note_node(element: Element) -> Node:
    """A footnote, known by an ID."""
    # ISO 14289-1, 7.9: each note has an ID of its own.
    note = Node("Note", entries={"ID": pydyf.String(element.get("id") or f"note-{element.get('data-call')}")})
    if element.get("lang"):
        note.entries["Lang"] = pydyf.String(element.get("lang"))
    return note


def cell_attributes(element: Element, node: Node) -> Mapping[str, Any]:
    """What a cell says of its place: how far it reaches, and what it heads."""
    spans = {name: int(element.get(name.lower()) or 1) for name in ("ColSpan", "RowSpan")}
    found: dict[str, Any] = {name: value for name, value in spans.items() if value != 1}
    if node.type == "TH":
        row = node.parent
        in_head = row is not None and row.parent is not None and row.parent.type == "THead"
        found["Scope"] = "/" + SCOPES.get(element.get("scope") or "", "Column" if in_head else "Row")
    return found


WRITING_MODES = {"ltr": "/LrTb", "rtl": "/RlTb"}


def turn(node: Node, direction: str) -> None:
    """Says of a node which way its lines run, where that is another way than that of the node around it."""
    if direction == node.way():
        return
    node.direction = direction
    # ISO 32000-1, 14.8.5.4.2: whoever stands inside inherits it.
    layout = pydyf.Dictionary({"O": "/Layout", "WritingMode": WRITING_MODES[direction]})
    own = node.entries.get("A")
    node.entries["A"] = layout if own is None else pydyf.Array([own, layout])


def list_numbering(element: Element) -> str:
    """How a list is numbered, as PDF says it."""
    if element.tag == "ol":
        return NUMBERING.get(element.get("type") or "1", "Decimal")
    return "Disc" if element.tag == "ul" else "None"


def alternative_text(element: Element) -> str:
    """What a picture shows, for those who cannot see it."""
    if element.tag == "img":
        return element.get("alt") or ""
    title = next((child for child in element if child.tag.endswith("}title")), None)
    return text_of(title) if title is not None else element.get("aria-label") or ""


def text_of(element: Element) -> str:
    """The words of an element, on one line."""
    return " ".join("".join(element.itertext()).split())
