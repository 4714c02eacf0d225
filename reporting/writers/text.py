"""A document as text for e-mail: UTF-8, 72 columns, notes at the end, nothing that a mail program would mangle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lxml import etree

from reporting.document.brackets import opening_of
from reporting.document.document import Document
from reporting.document.numbering import figures_at, shown_numbers
from reporting.document.vocabulary import PHRASES
from reporting.writers.furniture import Furniture, take_furniture
from reporting.writers.text_phrases import folded, inner_text, phrase_text
from reporting.writers.text_tables import table_lines
from reporting.writers.width import columns, fold, pad, plain_spaces

WIDTH = 72
"""RFC 3676, 4.2: lines of 78 characters at most, so that they survive being quoted a few times."""
INDENT = 4
TERM = 22
"""Columns of the longest term that its fact stands beside."""
UNDERLINES = {"h1": "=", "h2": "=", "h3": "-", "h4": "~"}

Lines = list[str]


def write_text(document: Document) -> bytes:
    """The document as text, ending in a line feed; every word of it is there."""
    article = document.tree()
    furniture = take_furniture(article, document.properties)
    writer = _Writer(article)
    lines = _top(furniture, writer.calls) + writer.flow(article, WIDTH) + writer.notes() + _foot(furniture)
    return ("\n".join(_safe(line) for line in lines).strip("\n") + "\n").encode("utf-8")


def _top(furniture: Furniture, calls: Mapping[str, int]) -> Lines:
    heads = [inner_text(head, calls) for head in furniture.heads] + [furniture.draft] * bool(furniture.draft)
    marking = [_centred(furniture.marking.upper()), ""] if furniture.marking else []
    return marking + ([*fold(" · ".join(heads), WIDTH), ""] if heads else [])


def _foot(furniture: Furniture) -> Lines:
    return ["", _centred(furniture.marking.upper())] if furniture.marking else []


def _centred(text: str) -> str:
    return " " * max(0, (WIDTH - columns(text)) // 2) + text


def _safe(line: str) -> str:
    # RFC 3676, 4.4: such lines are "space-stuffed", or mail programs take them for quotes and new messages.
    stuffed = f" {line}" if line.startswith((">", "From ")) else line
    return stuffed.rstrip(" ")


class _Writer:
    """Walks blocks. Each method gives the lines of one kind of block for a width."""

    def __init__(self, article: etree._Element) -> None:
        self._notes = {note.get("id", ""): note for note in article.iterfind(".//aside[@role='doc-footnote']")}
        targets = [call.get("href", "#")[1:] for call in article.iterfind(".//a[@role='doc-noteref']")]
        self.calls = {name: number for number, name in enumerate(dict.fromkeys(targets), 1)}
        self._kinds: Mapping[str, Callable[[etree._Element, int], Lines]] = {
            **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), self._heading),
            "p": self._paragraph,
            "caption": self._paragraph,
            "figcaption": self._paragraph,
            "section": self._section,
            "ol": self._numbered,
            "ul": self._bulleted,
            "nav": self._contents,
            "dl": self._definitions,
            "table": lambda table, width: table_lines(table, width, self.flow),
            "blockquote": lambda block, width: _indented(self.flow(block, width - INDENT), " " * INDENT),
            "aside": self._aside,
            "pre": self._verbatim,
            "hr": self._rule,
        }

    def flow(self, element: etree._Element, width: int) -> Lines:
        """The lines of all that stands in an element: words in a row become a paragraph, blocks follow each other."""
        blocks: list[Lines] = []
        words = folded(element.text)
        for child in element.iterchildren(etree.Element):
            if child.tag in PHRASES:
                words += phrase_text(child, self.calls) + folded(child.tail)
            else:
                blocks += [_paragraph_lines(words, width), self._block(child, width)]
                words = folded(child.tail)
        blocks.append(_paragraph_lines(words, width))
        return _joined(blocks, tight=_is_tight(element))

    def notes(self) -> Lines:
        """The notes in the order of their calls, below a short rule."""
        lines: Lines = []
        for name, number in self.calls.items():
            if name in self._notes:
                note = self._notes[name]
                sign = f"[{figures_at(note, number)}]".ljust(INDENT) + " " * (number > 9)
                lines += ["", *_hung(self.flow(note, WIDTH - len(sign)), sign)]
        return ["", "-" * 24, *lines[1:]] if lines else []

    def _block(self, element: etree._Element, width: int) -> Lines:
        return self._kinds.get(str(element.tag), self.flow)(element, width)

    def _words(self, element: etree._Element) -> str:
        return inner_text(element, self.calls)

    def _paragraph(self, element: etree._Element, width: int) -> Lines:
        classes = element.get("class", "").split()
        words = self._words(element)
        if "bracketed" in classes:
            words = f"{opening_of(element)}{words.strip()}]"
        if "boxed" in classes:
            return _indented(_paragraph_lines(words, width - 2), "| ")
        return _paragraph_lines(words, width)

    def _heading(self, element: etree._Element, width: int) -> Lines:
        lines = _paragraph_lines(self._words(element), width)
        sign = UNDERLINES.get(str(element.tag))
        rule = [sign * max(map(columns, lines), default=0)] if sign else []
        return (rule if element.tag == "h1" else []) + lines + rule

    def _section(self, element: etree._Element, width: int) -> Lines:
        gap = [""] if {"tab", "back-matter"} & set(element.get("class", "").split()) else []
        return gap + self.flow(element, width)

    def _aside(self, element: etree._Element, width: int) -> Lines:
        if element.get("role") == "doc-footnote":
            return []
        if "boxed" in element.get("class", "").split():
            return _indented(self.flow(element, width - 2), "| ")
        return self.flow(element, width)

    def _numbered(self, element: etree._Element, width: int) -> Lines:
        numbers = shown_numbers(element)
        room = max(INDENT, max(map(len, numbers), default=0) + 1)
        return self._items(element, [number.ljust(room) for number in numbers], width)

    def _bulleted(self, element: etree._Element, width: int) -> Lines:
        return self._items(element, ["- "] * len(element), width)

    def _items(self, element: etree._Element, signs: Iterable[str], width: int) -> Lines:
        items = [
            _hung(self.flow(item, width - len(sign)), sign)
            for item, sign in zip(element.iterchildren("li"), signs, strict=False)
        ]
        return _joined(items, tight=not any(map(_has_paragraphs, element)))

    def _contents(self, element: etree._Element, width: int) -> Lines:
        headings = [self._block(child, width) for child in element if child.tag != "ol"]
        return _joined([*headings, self._entries(element.find("ol"), width)])

    def _entries(self, entries: etree._Element | None, width: int) -> Lines:
        lines: Lines = []
        for item in entries if entries is not None else ():
            for child in item:
                inner = self._entries(child, width - 2) if child.tag == "ol" else None
                lines += _indented(inner, "  ") if inner is not None else fold(self._words(child), width, "", "    ")
        return lines

    def _definitions(self, element: etree._Element, width: int) -> Lines:
        if "facts" in element.get("class", "").split():
            return self._facts(element, width)
        blocks: list[Lines] = []
        for child in element:
            if child.tag == "dt":
                blocks.append(_paragraph_lines(self._words(child), width))
            elif blocks:
                blocks[-1] += _indented(self.flow(child, width - INDENT), " " * INDENT)
        return _joined(blocks)

    def _facts(self, element: etree._Element, width: int) -> Lines:
        terms = [self._words(child) for child in element.iterchildren("dt")]
        room = min(TERM, max(map(columns, terms), default=0)) + 2
        lines, term = Lines(), ""
        for child in element:
            if child.tag == "dt":
                lines += [term] * bool(term)
                term = plain_spaces(self._words(child))
                continue
            if columns(term) > room - 2:
                lines, term = [*lines, term], ""
            lines += _hung(self.flow(child, width - room), pad(term, room), " " * room)
            term = ""
        return lines

    def _verbatim(self, element: etree._Element, width: int) -> Lines:
        text = "".join(map(str, element.itertext())).strip("\n")
        return _indented(text.split("\n"), " " * INDENT)

    def _rule(self, element: etree._Element, width: int) -> Lines:
        return [] if element.get("class") == "page-break" else [_centred("* * *")]


def _paragraph_lines(words: str, width: int) -> Lines:
    if not words.strip():
        return []
    return [line for part in words.strip().split("\n") for line in fold(part, width)]


def _joined(blocks: Iterable[Lines], *, tight: bool = False) -> Lines:
    lines: Lines = []
    for block in blocks:
        if block:
            lines += ([""] if lines and not tight else []) + block
    return lines


def _indented(lines: Lines, indent: str) -> Lines:
    return [(indent + line).rstrip() for line in lines]


def _hung(lines: Lines, sign: str, rest: str | None = None) -> Lines:
    rest = " " * columns(sign) if rest is None else rest
    first = lines[0] if lines else ""
    return [(sign + first).rstrip(), *_indented(lines[1:], rest)]


def _is_tight(element: etree._Element) -> bool:
    is_masthead = "masthead" in element.get("class", "").split()
    is_entry = element.tag == "td" and any(
        "programme" in each.get("class", "") for each in element.iterancestors("table")
    )
    return is_masthead or is_entry or (element.tag == "li" and not _has_paragraphs(element))


def _has_paragraphs(element: etree._Element) -> bool:
    return next(element.iterchildren("p"), None) is not None
