"""Captions that count and references that follow: SEQ and REF fields, filled with what the document says.

A field replaces words only where Word, updating it, would print the same words again. Anything else stays a link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from reporting.document.numbering import shown_numbers
from reporting.writers.word.parts.markup import field, text
from reporting.writers.word.writing.html import Fmt, plain
from reporting.writers.word.writing.marks import path_name, target_name
from reporting.writers.word.writing.runs import Flow, Piece

LABELS = frozenset(
    [
        "Table",
        "Figure",
        "Chart",
        "Map",
        "Box",
        "Tableau",
        "Graphique",
        "Carte",
        "Encadré",
        "Таблица",
        "Рисунок",
        "Рис.",
        "График",
        "Карта",
        "Tabelle",
        "Abbildung",
        "Tabla",
        "Cuadro",
        "Figura",
        "Gráfico",
        "Tabella",
        "جدول",
        "شکل",
        "نمودار",
        "شكل",
    ]
)
"""Words that a caption counts by, in the languages of papers."""
LABEL = re.compile("(\\S+)([ \u00a0])([1-9][0-9]{0,2})(?![0-9]|[.,][0-9])")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
OWNERS = {"table": "caption", "figure": "figcaption"}


Wrapper = Callable[[list[str]], tuple[str, str]]
"""Gives starts and ends of bookmarks by name."""


@dataclass(frozen=True, slots=True)
class Label:
    """How a caption begins: `Table 3`."""

    word: str
    space: str
    number: int

    def __str__(self) -> str:
        return f"{self.word} {self.number}"


def label_of(words: str) -> Label | None:
    """The label that a caption begins with, if it has one.

    >>> str(label_of("Table 3. Passages by flag")), label_of("Passages in 2030")
    ('Table 3', None)
    """
    found = LABEL.match(words)
    return Label(found[1], found[2], int(found[3])) if found and found[1] in LABELS else None


@dataclass(frozen=True, slots=True)
class Reference:
    """What a link becomes: words that stay, and a field with its result."""

    before: str
    code: str
    shown: str


class Crossings:
    """The captions and references of one document."""

    def __init__(self, tree: HtmlElement, present: Mapping[str, HtmlElement]) -> None:
        self._present = present
        self._next: dict[str, int] = {}
        self._referred = {link.get("href", "")[1:] for link in tree.iter("a")} & present.keys()

    # ------------------------------------------------------------ captions

    def counted(self, pieces: list[Piece], caption: HtmlElement, wrap: Wrapper) -> list[Piece]:
        """A caption's pieces with its number as a field, under a bookmark where something refers to it."""
        at = next((at for at, piece in enumerate(pieces) if piece.text or piece.inner), len(pieces))
        first = pieces[at] if at < len(pieces) else Piece("", Fmt())
        label = label_of(first.text)
        if label is None or first.fmt.change or first.fmt.link:
            return pieces
        names = [label_name(identifier) for identifier in self._names(caption) if identifier in self._referred]
        starts, ends = wrap(names)
        reset = "" if self._next.get(label.word, 1) == label.number else f" \\r {label.number}"
        self._next[label.word] = label.number + 1
        number = field(f"SEQ {label.word.rstrip('.')} \\* ARABIC{reset}", str(label.number))
        rest = first.text[len(label.word) + 1 + len(str(label.number)) :]
        lead = replace(first, text=label.word + label.space)
        made = [Piece("", Fmt(), outer=starts), lead, Piece("", Fmt(), outer=number + ends), replace(first, text=rest)]
        return [*pieces[:at], *(piece for piece in made if piece.text or piece.outer), *pieces[at + 1 :]]

    def _names(self, caption: HtmlElement) -> Iterator[str]:
        """Identifiers that mean the caption: its own, that of its table, that of the figure round both."""
        for element in (caption, *caption.iterancestors("table", "figure")):
            if element.get("id"):
                yield str(element.get("id"))

    # ------------------------------------------------------------ references

    def reference(self, link: HtmlElement) -> Reference | None:
        """The field that a link inside the document becomes; None where it stays a link."""
        identifier = link.get("href", "")[1:]
        target, words = self._present.get(identifier), plain(link)
        if target is None or len(link) or not words:
            return None
        if target.tag in OWNERS.values() or target.tag in OWNERS:
            return _to_label(identifier, target, words)
        if target.tag == "li":
            return _to_item(identifier, target, words)
        heading = target if target.tag in HEADINGS else next(iter(target), None)
        if heading is not None and heading.tag in HEADINGS and plain(heading) == words and not has_calls(heading):
            return Reference("", f"REF {target_name(identifier)} \\h", words)
        return None


def _to_label(identifier: str, target: HtmlElement, words: str) -> Reference | None:
    caption = next(target.iter(*OWNERS.values()), None)
    label = None if caption is None else label_of(plain(caption))
    if label is None or words.replace("\u00a0", " ") != str(label):
        return None
    return Reference("", f"REF {label_name(identifier)} \\h", words)


def _to_item(identifier: str, target: HtmlElement, words: str) -> Reference | None:
    """`paragraph 3`, `(a)`, `2(a)`: the words before the number stay as they are."""
    shown = words.replace("\u00a0", " ").rpartition(" ")[2]
    numbers = list(reversed(list(numbers_of(target))))
    if not numbers or not any(above.get("class") == "clauses" for above in target.iterancestors("ol")):
        return None
    switch = {"".join(numbers): "\\w", numbers[-1]: "\\n"}.get(shown)
    if switch is None:
        return None
    return Reference(words[: len(words) - len(shown)], f"REF {target_name(identifier)} {switch} \\h", shown)


def numbers_of(item: HtmlElement) -> Iterator[str]:
    """The numbers of an item and of those round it, innermost first, without full stops as Word refers to them."""
    for each in (item, *item.iterancestors("li")):
        parent = each.getparent()
        if parent is None or parent.tag != "ol":
            return
        yield shown_numbers(parent)[list(parent.iterchildren("li")).index(each)].removesuffix(".")


def has_calls(heading: HtmlElement) -> bool:
    """Whether a note hangs on the heading: a reference would call it once more."""
    return any(link.get("role") == "doc-noteref" for link in heading.iter("a"))


def label_name(identifier: str) -> str:
    """Name of the bookmark round a caption's label."""
    return "c" + path_name(identifier)[1:]


def add_field(reference: Reference, fmt: Fmt, flow: Flow) -> None:
    """Adds words and field to a flow, all in the format of the link."""
    flow.add(reference.before, fmt)
    flow.insert('<w:fldChar w:fldCharType="begin"/>', fmt)
    flow.insert(f'<w:instrText xml:space="preserve"> {text(reference.code)} </w:instrText>', fmt)
    flow.insert('<w:fldChar w:fldCharType="separate"/>', fmt)
    flow.add(reference.shown, fmt)
    flow.insert('<w:fldChar w:fldCharType="end"/>', fmt)
