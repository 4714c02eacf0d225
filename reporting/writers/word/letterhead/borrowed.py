"""Blocks of somebody else's Word file, cleaned: what may go into a paper, and nothing of who wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reporting.writers.word.letterhead.foreign import WEB, Parts, relations, tree_of
from reporting.writers.word.parts.markup import DECLARED, DECORATIVE, NAMESPACES

W, R, WP = (f"{{{NAMESPACES[prefix]}}}" for prefix in ("w", "r", "wp"))
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
KNOWN = frozenset(
    [
        *NAMESPACES.values(),
        MC[1:-1],
        "urn:schemas-microsoft-com:office:word",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
        "http://schemas.microsoft.com/office/drawing/2010/main",
        "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "http://www.w3.org/XML/1998/namespace",
        "",
    ]
)
"""Namespaces of what is drawn and written; all others carry data beside the page."""
GONE = frozenset(
    f"{W}{name}"
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "proofErr", "del",
        "moveFrom", "permStart", "permEnd", "object", "control", "sdtPr", "sdtEndPr", "sectPr", "rPrChange", "pPrChange",
        "tblPrChange", "trPrChange", "tcPrChange", "annotationRef", "footnoteReference", "endnoteReference", "rsid",
        "lastRenderedPageBreak", "dataBinding", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "numPr", "subDoc", "smartTagPr", "customXmlPr",
    )
)  # fmt: skip
"""Marks of editing, and what leads into parts that do not come along."""
OPENED = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml"))
"""Wrappers of which only the content stays."""
PICTURES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf", "svg": "image/svg+xml",
}  # fmt: skip
FIRST_DRAWING = 9001
"""Identifiers of drawings that are borrowed; those of the paper count from 1."""


@dataclass(frozen=True, slots=True)
class Borrowed:
    """Paragraphs and tables of a header or footer, ready to stand in one of ours."""

    xml: str = ""
    links: dict[str, str] = field(default_factory=dict)
    """Address by the identifier that the XML has for it."""
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """Ending and bytes of each picture by the identifier that the XML has for it."""

    @property
    def counts_pages(self) -> bool:
        """Whether it prints the page's number itself."""
        return " PAGE" in self.xml

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to see."""
        return not any(
            tag in self.xml for tag in ("<w:t>", "<w:t ", "<w:drawing", "<w:pict", "<w:fldSimple", "<w:instrText")
        )


def borrowed(parts: Parts, name: str, mark: str) -> Borrowed:
    """The blocks of a part, cleaned.

    Args:
        parts: the file.
        name: the part.
        mark: what the identifiers of its relations are led by, so that those of two parts never meet.
    """
    root = tree_of(parts, name)
    clean(root)
    desk = _Leader(parts, relations(parts, name), mark)
    for element in list(root.iter(etree.Element)):
        for key in [str(key) for key in element.attrib if str(key).startswith(R)]:
            desk.lead(element, key)
    for number, drawing in enumerate(root.iter(f"{WP}docPr"), FIRST_DRAWING):
        drawing.set("id", str(number))
        if not drawing.get("descr") and not len(drawing):  # a logo that nobody described is no news on every page
            drawing.append(etree.fromstring(f"<x {DECLARED}>{DECORATIVE}</x>")[0])
    xml = "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in _blocks(root))
    return Borrowed(xml, desk.links, desk.pictures)


def clean(root: etree._Element) -> None:
    """Takes marks of editing, identifiers of editors and data bindings out of a tree."""
    for choice in list(root.iter(f"{MC}Choice")):
        if any(choice.nsmap.get(prefix) not in KNOWN for prefix in choice.get("Requires", "").split()):
            drop(choice)
    for element in list(root.iter(etree.Element)):
        if element.tag in GONE or etree.QName(element).namespace not in KNOWN:
            drop(element)
            continue
        for key in [str(key) for key in element.attrib if _is_trace(str(key))]:
            del element.attrib[key]
    for element in reversed(list(root.iter(*OPENED))):
        _open(element)
    for either in [each for each in root.iter(f"{MC}AlternateContent") if each.find(f"{MC}Choice") is None]:
        for fallback in either.findall(f"{MC}Fallback"):
            _open(fallback)
        _open(either)


def _is_trace(key: str) -> bool:
    name = etree.QName(key)
    return name.localname.startswith("rsid") or (name.namespace or "") not in KNOWN or key == f"{MC}Ignorable"


class _Leader:
    """Leads the references of a part to pictures and addresses under identifiers of our own."""

    def __init__(self, parts: Parts, ways: dict[str, tuple[str, str, bool]], mark: str) -> None:
        self._parts, self._ways, self._mark = parts, ways, mark
        self._keys: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.pictures: dict[str, tuple[str, bytes]] = {}

    def lead(self, element: etree._Element, key: str) -> None:
        """Gives a reference its new identifier; what leads to anything else goes, words of a link stay."""
        kind, target, outside = self._ways.get(element.get(key, ""), ("", "", False))
        own = self._keys.setdefault(target, f"{self._mark}{len(self._keys) + 1}")
        ending = target.rpartition(".")[2].lower()
        if kind == "hyperlink" and outside and WEB.match(target):
            self.links[own] = target
        elif kind == "image" and target in self._parts and ending in PICTURES:
            self.pictures[own] = (ending, self._parts[target])
        elif element.tag == f"{W}hyperlink":
            _open(element)
            return
        else:
            drop(next(element.iterancestors(f"{W}drawing", f"{W}pict"), element))
            return
        element.set(key, own)


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, the last one a paragraph."""
    blocks = [child for child in root if child.tag in (f"{W}p", f"{W}tbl")]
    yield from blocks
    if blocks and blocks[-1].tag != f"{W}p":
        yield etree.Element(f"{W}p", nsmap={"w": NAMESPACES["w"]})


def drop(element: etree._Element) -> None:
    """Takes an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _open(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(element)
