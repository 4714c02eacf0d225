"""The structure tree in the file: its elements, and the trees by which content, links and IDs find theirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

from reporting.writers.pdf.nodes import Annotation, Content, Node, has_content
from reporting.writers.pdf.roles import PARAGRAPHS


def write_tree(pdf: pydyf.PDF, root: Node) -> None:
    """Writes the structure tree and all that leads into it, and says in the catalog that the file is tagged."""
    tree = pydyf.Dictionary({"Type": "/StructTreeRoot"})
    pdf.add_object(tree)
    written = Written(pdf)
    tree["K"] = pydyf.Array([written.write(root, tree.reference)])
    numbers = pydyf.Array()
    for page, owners in enumerate(written.owners):
        numbers += [page, pydyf.Array([owners[mcid] for mcid in sorted(owners)])]
    for key, (reference, annotation) in enumerate(written.annotations, start=len(written.owners)):
        annotation["StructParent"] = key
        numbers += [key, reference]
    tree["ParentTree"] = pydyf.Dictionary({"Nums": numbers})
    tree["ParentTreeNextKey"] = len(written.owners) + len(written.annotations)
    if written.identified:
        # ISO 32000-1, 14.7.2: every element that has an ID is found through this tree.
        names = [part for key in sorted(written.identified) for part in (key, written.identified[key])]
        tree["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(names)})
    pdf.catalog["StructTreeRoot"] = tree.reference
    preferences = {"DisplayDocTitle": "true"}
    if root.direction == "rtl":
        preferences["Direction"] = "/R2L"
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(preferences)
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


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
