"""Our own judge of PDFs: the structure tree as text, to be compared with the document that it was made from.

No public validator compares a PDF with its source; lost lines, letters mapped wrongly and running heads inside of
sentences pass all of them.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

import pikepdf
from lxml.html import HtmlElement

from reporting.document.brackets import is_bracketed, opening_of
from reporting.document.direction import direction_of
from reporting.document.document import Document

MARKER = re.compile(r"\(?(\d+|[^\W\d_]{1,5})[.)]|[•–▪◦]")
UNCOMPARED = re.compile("[\\s\u00ad\u200e\\[\\]“”‘’«»„\u2010-]+")
"""Spaces, hyphens at line ends, and what style sheets add: quotation marks and brackets."""
Tongue = tuple[str, str]
"""A language, and `ltr` or `rtl`: the way in which its lines run."""


@dataclass
class Element:
    """One structure element with all below it."""

    type: str
    page: int | None
    """Counted from 1."""
    entries: Mapping[str, str] = field(default_factory=dict)
    """Lang, Alt, ActualText, ID, E and the attributes (Scope, ListNumbering …)."""
    kids: list[Element | str] = field(default_factory=list)
    links: int = 0
    """Annotations that belong to it."""

    def walk(self) -> Iterator[Element]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def all(self, type_: str) -> list[Element]:
        return [element for element in self.walk() if element.type == type_]

    @property
    def text(self) -> str:
        """What a reader hears."""
        if "ActualText" in self.entries:
            return self.entries["ActualText"]
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)


@dataclass(frozen=True)
class Structure:
    """The tree of a file and what is outside of it."""

    root: Element
    artifacts: tuple[tuple[str, ...], ...]
    """For each page, texts that are marked as artifacts."""
    unmarked: tuple[str, ...]
    """Texts that are neither content nor artifact; must be empty."""


def read_structure(data: bytes) -> Structure:
    """The structure tree of a PDF, with the text of each element."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content: dict[tuple[Any, int], str] = {}
        artifacts, unmarked = [], []
        for page in pdf.pages:
            texts = _page_texts(page)
            content |= {(page.objgen, mark): text for mark, text in texts if isinstance(mark, int)}
            artifacts.append(tuple(text for mark, text in texts if mark == "artifact"))
            unmarked += [text for mark, text in texts if mark is None]
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        root = _element(pdf.Root.StructTreeRoot.K[0], content, pages)
    return Structure(root, tuple(artifacts), tuple(unmarked))


def outline(root: Element, depth: int = 0) -> str:
    """The tree as indented lines, for people."""
    entries = " ".join(f"{name}={value}" for name, value in root.entries.items())
    words = "".join(kid for kid in root.kids if isinstance(kid, str))[:60]
    line = " ".join(filter(None, ["  " * depth + root.type, entries, repr(words) if words else ""]))
    return "\n".join([line, *(outline(kid, depth + 1) for kid in root.kids if isinstance(kid, Element))])


def heard_text(root: Element) -> str:
    """The running text of the tree for comparison: without list labels, notes and page numbers in the contents."""
    return UNCOMPARED.sub("", "".join(_heard(root)))


def heard_notes(root: Element) -> list[str]:
    """The text of each note, without its number, in order of the tree."""
    return [UNCOMPARED.sub("", "".join(_heard(kid) for kid in _without_label(note))) for note in root.all("Note")]


def said_text(document: Document, *, furniture: str = "") -> str:
    """The running text of the document as `heard_text` gives it; `furniture` is what the first page says aloud."""
    article = document.tree()
    for element in [e for e in article.iter("p", "aside", "svg") if _is_elsewhere(e)]:
        element.drop_tree()
    for element in article.iter("p", "span"):
        if is_bracketed(element):
            element.text = opening_of(element) + (element.text or "")
    return UNCOMPARED.sub("", furniture + article.text_content())


def likeness(heard: str, said: str) -> float:
    """How alike two texts with right-to-left lines are: by their words, whose order readers disagree about."""
    mine, theirs = ([*sorted(text.replace("\u00ad", "").split())] for text in (heard, said))
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio()


def said_notes(document: Document) -> list[str]:
    """The text of each note of the document, in order."""
    notes = [a for a in document.tree().iter("aside") if a.get("role") == "doc-footnote"]
    return [UNCOMPARED.sub("", note.text_content()) for note in notes]


def heard_tongues(root: Element) -> dict[Tongue, Counter[str]]:
    """How often each letter is heard in each language and direction; without labels and page numbers of the contents.

    Letters and not words: the order of right-to-left lines is another matter.
    """
    return _counted(_spoken(root, ("", "ltr")))


def said_tongues(document: Document, *, furniture: str = "") -> dict[Tongue, Counter[str]]:
    """The same of the document, by `lang` and `dir`; `furniture` is what the first page says aloud in its language."""
    article = document.tree()
    language = document.properties.language
    tongue = (language, direction_of(language))
    said = [(tongue, furniture), *((each, text) for each, text in _written(article, tongue))]
    return _counted(said)


def _counted(texts: Iterable[tuple[Tongue, str]]) -> dict[Tongue, Counter[str]]:
    found: dict[Tongue, Counter[str]] = {}
    for tongue, text in texts:
        letters = [each for each in text.casefold() if each.isalpha()]
        found.setdefault(tongue, Counter()).update(letters)
    return {tongue: counted for tongue, counted in found.items() if counted}


def _spoken(element: Element, tongue: Tongue) -> Iterator[tuple[Tongue, str]]:
    modes = {"LrTb": "ltr", "RlTb": "rtl"}
    here = element.entries.get("Lang", tongue[0]), modes.get(element.entries.get("WritingMode", ""), tongue[1])
    if element.type == "Lbl" and MARKER.fullmatch(element.text.strip()):
        return
    if "ActualText" in element.entries:
        yield here, element.entries["ActualText"]
        return
    for kid in element.kids:
        yield from [(here, kid)] if isinstance(kid, str) else _spoken(kid, here)


def _written(element: HtmlElement, tongue: Tongue) -> Iterator[tuple[Tongue, str]]:
    here = element.get("lang") or tongue[0], element.get("dir") or tongue[1]
    is_furniture = bool({"marking", "running-head"} & {*(element.get("class") or "").split()})
    if element.tag != "svg" and not is_furniture:
        opening = opening_of(element) if element.tag in ("p", "span") and is_bracketed(element) else ""
        yield here, opening + (element.text or "")
        for child in element:
            yield from _written(child, here)
            yield here, child.tail or ""


def _is_elsewhere(element: HtmlElement) -> bool:
    classes = (element.get("class") or "").split()
    return (
        element.tag == "svg" or element.get("role") == "doc-footnote" or bool({"marking", "running-head"} & {*classes})
    )


def _heard(element: Element | str) -> str:
    if isinstance(element, str):
        return element
    if element.type == "Note" or (element.type == "Lbl" and MARKER.fullmatch(element.text.strip())):
        return ""
    if "ActualText" in element.entries:
        return element.entries["ActualText"]
    if element.type == "Reference" and any(kid.type == "Link" for kid in element.walk()):
        return re.sub(r"\d+$", "", "".join(map(_heard, element.kids)).rstrip())
    return "".join(map(_heard, element.kids))


def _without_label(note: Element) -> list[Element | str]:
    return [kid for kid in note.kids if not (isinstance(kid, Element) and kid.type == "Lbl")]


def _element(item: Any, content: Mapping[tuple[Any, int], str], pages: Mapping[Any, int]) -> Element:
    page = item.Pg.objgen if "/Pg" in item else None
    made = Element(str(item.S)[1:], pages.get(page), dict(_entries(item)))
    kids = item.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            made.kids.append(content.get((page, kid), ""))
        elif kid.get("/Type") == "/MCR":
            made.kids.append(content.get((kid.Pg.objgen, int(kid.MCID)), ""))
        elif kid.get("/Type") == "/OBJR":
            made.links += 1
        else:
            made.kids.append(_element(kid, content, pages))
    return made


def _entries(item: Any) -> Iterator[tuple[str, str]]:
    for name in ("Lang", "Alt", "ActualText", "ID", "E"):
        if f"/{name}" in item:
            yield name, str(item[f"/{name}"])
    own = item.get("/A", pikepdf.Array())
    for attributes in own if isinstance(own, pikepdf.Array) else [own]:
        for name, value in attributes.items():
            if name != "/O" and not isinstance(value, pikepdf.Array):
                yield name[1:], str(value).removeprefix("/")


def _page_texts(page: pikepdf.Page) -> list[tuple[int | str | None, str]]:
    """Each marked sequence of a page with its text: by number, "artifact", or None for what is not marked."""
    letters = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: list[tuple[int | str | None, str]] = []
    marks: list[int | str | None] = []
    font = ""
    for instruction in pikepdf.parse_content_stream(page):
        kind, operands = str(instruction.operator), instruction.operands
        if kind in ("BDC", "BMC"):
            marks.append(_mark(operands))
            found.append((marks[-1], ""))
        elif kind == "EMC":
            marks.pop()
        elif kind == "Tf":
            font = str(operands[0])
        elif kind in ("TJ", "Tj"):
            mark = next((m for m in reversed(marks) if m is not None), None)
            found.append((mark, _shown(operands[0], letters.get(font, {}))))
    return _joined(found)


def _mark(operands: Any) -> int | str | None:
    if str(operands[0]) == "/Artifact":
        return "artifact"
    properties = operands[1] if len(operands) > 1 else {}
    return int(properties["/MCID"]) if "/MCID" in properties else None


def _shown(operand: Any, letters: Mapping[int, str]) -> str:
    strings = [
        bytes(part)
        for part in (operand if isinstance(operand, pikepdf.Array) else [operand])
        if isinstance(part, pikepdf.String)
    ]
    return "".join(
        letters.get(code[i] << 8 | code[i + 1], "\ufffd") for code in strings for i in range(0, len(code) - 1, 2)
    )


def _letters(font: Any) -> dict[int, str]:
    """What each glyph stands for, by the font's ToUnicode table."""
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]*)>", table)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be", "replace") for code, text in pairs}


def _joined(found: list[tuple[int | str | None, str]]) -> list[tuple[int | str | None, str]]:
    numbers: dict[int, str] = {}
    others: list[tuple[int | str | None, str]] = []
    for mark, text in found:
        if isinstance(mark, int):
            numbers[mark] = numbers.get(mark, "") + text
        elif text.strip():
            others.append((mark, text))
    return [*numbers.items(), *others]
