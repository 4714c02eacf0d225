"""The paper that the walk writes: its blocks so far, and what they share."""

from __future__ import annotations

from collections import Counter as Counted
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from reporting.document.brackets import is_comment
from reporting.document.direction import is_right_to_left
from reporting.document.document import Document
from reporting.document.theme import Theme
from reporting.writers.word.letterhead.reading import Letterhead
from reporting.writers.word.parts.markup import on, ppr
from reporting.writers.word.parts.relations import Relations
from reporting.writers.word.styles.geometry import Geometry, Layout
from reporting.writers.word.styles.looks import Looks
from reporting.writers.word.styles.numbering import Counter, Numbering, clause_kinds, number_look
from reporting.writers.word.writing.crossing import Crossings
from reporting.writers.word.writing.findings import Findings
from reporting.writers.word.writing.html import Fmt, Place, nodes
from reporting.writers.word.writing.marks import Marks, target_name
from reporting.writers.word.writing.paragraphs import properties_of
from reporting.writers.word.writing.runs import Flow, Piece, RunWriter, is_blank, only_change
from reporting.writers.word.writing.sections import Sections

BlockRule = Callable[[HtmlElement, Place, "Paper"], None]
InlineRule = Callable[[HtmlElement, Fmt, Flow, "Paper"], None]


@dataclass(frozen=True, slots=True)
class Rules:
    """Which function writes which element."""

    blocks: Mapping[str, BlockRule]
    inlines: Mapping[str, InlineRule]
    comment: InlineRule
    """Writes what comments are about, and the comments."""
    lenient: bool = False
    """Elements outside of the vocabulary are no problem; their text is kept either way."""


class Paper:
    """One document on its way into Word."""

    def __init__(
        self,
        document: Document,
        theme: Theme,
        rules: Rules,
        pages: Mapping[str, int] | None,
        letterhead: Letterhead | None = None,
    ) -> None:
        self.document, self.theme, self.rules = document, theme, rules
        self.pages: Mapping[str, int] = pages or {}
        self.tree = document.tree()
        self.language = document.properties.language
        self.place = Place(fmt=Fmt(rtl=is_right_to_left(self.language))).inside(self.tree)
        """Where the walk begins."""
        targets = {link.get("href", "")[1:] for link in self.tree.iter("a") if link.get("href", "")[:1] == "#"}
        self.present = {str(element.get("id")): element for element in self.tree.iter() if element.get("id")}
        """The elements that a link can lead to."""
        self.marks = Marks(targets)
        self.crossings = Crossings(self.tree, self.present)
        self.runs = RunWriter(self.language)
        self.numbering = Numbering(number_look(theme))
        self.clause_kinds = clause_kinds(self.tree)
        self.clauses: dict[str, Counter] = {}
        """What the paper's numbered paragraphs count; each column of a bilingual paper counts for itself."""
        self.sections = Sections()
        self.blocks: list[str] = []
        self.body = self.relations = Relations()
        """Relations of the part that is being written, of the body at first."""
        self.notes: dict[str, HtmlElement] = {}
        self.has_endnotes = self.tree.find(".//section[@role='doc-endnotes']") is not None
        """Whether its notes stand behind the text, and not at the foot of its pages."""
        self.numbered_notes: dict[str, int] = {}
        self.calls = Counted(a.get("href", "")[1:] for a in self.tree.iter("a") if a.get("role") == "doc-noteref")
        """How often each note is called."""
        self.written_notes: list[str] = []
        self.note_relations = Relations()
        self.all_notes = 0
        """How many notes the document has; comments are numbered behind them."""
        self.comments: list[str] = []
        """Those written so far, for the part of their own."""
        self.letterhead = letterhead
        self.images = dict(document.images) | (letterhead.pictures() if letterhead else {})
        self.drawings = 0
        self.geometry = letterhead.page if letterhead else Geometry.of(theme.page)
        self.room = self.geometry.room(Layout())
        """Room for tables and pictures here, in twentieths of a point."""
        self.looks = Looks.of(theme)
        self.apart_from: int | None = None
        """Number of the blocks after which space is wanted."""
        self.listed: int | None = None
        """Number of the blocks after which text of its own goes on behind a list."""
        self.new_page = False
        """Whether the next paragraph starts a page."""
        self.findings = Findings(is_lenient=rules.lenient)

    # ------------------------------------------------------------ the walk

    def walk(self, parent: HtmlElement, place: Place) -> None:
        """Writes what stands in an element: blocks by their rules, loose text as paragraphs."""
        flow: Flow | None = None
        for node in nodes(parent):
            if isinstance(node, str) or not self.is_block(node):
                flow = flow or Flow()
                self.inline(node, place.fmt, flow)
                continue
            self._flush(flow, place)
            flow = None
            self.block(node, place)
        self._flush(flow, place)

    def block(self, element: HtmlElement, place: Place) -> None:
        """Writes a block by its rule."""
        rule = self.rules.blocks.get(element.tag)
        self.marks.expect(element)
        if rule is None:
            self.findings.stranger(element)
            self.walk(element, place.inside(element))
        else:
            rule(element, place.inside(element), self)

    def inline(self, node: str | HtmlElement, fmt: Fmt, flow: Flow) -> None:
        """Adds text or an inline element to the flow."""
        if isinstance(node, str):
            flow.add(node, fmt)
            return
        rule = self.rules.inlines.get(node.tag)
        if rule is not None:
            rule(node, fmt, flow, self)
            return
        if node.tag not in self.rules.blocks:
            self.findings.stranger(node)
        self.content(node, fmt, flow)

    def content(self, element: HtmlElement, fmt: Fmt, flow: Flow) -> None:
        """Adds what stands in an element to the flow; comments end what they are about."""
        if len(element) and is_comment(element[-1]):
            self.rules.comment(element, fmt, flow, self)
            return
        for node in nodes(element):
            self.inline(node, fmt, flow)

    def flow(self, element: HtmlElement, fmt: Fmt) -> list[Piece]:
        """The inline content of an element, finished."""
        flow = Flow()
        self.content(element, fmt, flow)
        return flow.close()

    def is_block(self, element: HtmlElement) -> bool:
        """Whether the element stands for itself; a change or a link does where it holds blocks."""
        if element.tag in self.rules.inlines:
            return len(element) > 0 and element.tag in HOLDERS and any(map(self.is_block, element))
        if element.tag in self.rules.blocks:
            return True
        return any(self.is_block(child) for child in element if isinstance(child.tag, str))

    def _flush(self, flow: Flow | None, place: Place) -> None:
        if flow is not None:
            pieces = flow.close()
            if not is_blank(pieces):
                self.paragraph(pieces, place)

    # ------------------------------------------------------------ paragraphs

    def paragraph(self, pieces: list[Piece], place: Place, style: str = "", **more: str) -> None:
        """Writes a paragraph with the style given, else the place's; `more` are properties by name."""
        starts, ends = self.marks.take()
        properties = self.properties(place, style, more)
        change = only_change(pieces)
        if change is not None:  # the paragraph came or went as a whole, so its mark did too
            properties["rPr"] = f"<w:rPr>{self.runs.change(change)}</w:rPr>"
        content = self.runs.write(pieces, self.linked)
        self.add(f"<w:p>{ppr(properties)}{starts}{content}{ends}</w:p>")

    def caption(self, element: HtmlElement, place: Place, **more: str) -> None:
        """Writes a caption, its number as a field where it begins with one."""
        self.marks.expect(element)
        inside = place.inside(element)
        pieces = self.crossings.counted(self.flow(element, inside.fmt), element, self.marks.wrap)
        self.paragraph(pieces, inside, "Caption", **more)

    def properties(self, place: Place, style: str, more: Mapping[str, str]) -> dict[str, str]:
        """The paragraph's properties, by name."""
        found = properties_of(place, style or place.style, self.looks)
        if self.new_page and not place.cell:
            if not self.sections.begins:
                found["pageBreakBefore"] = on("pageBreakBefore")
            self.new_page = False
        if self.apart_from is not None and self.apart_from == len(self.blocks):
            found["spacing"] = AFTER_TABLE
        elif self.listed == len(self.blocks) and NO_TEXT.isdisjoint((*found, *more)):
            found["spacing"] = AFTER_LIST
        found.update(more)
        return found

    def add(self, block: str) -> None:
        """Adds a finished block, in the section that is wanted now."""
        if self.blocks and block.startswith("<w:tbl>") and self.blocks[-1].startswith("<w:tbl>"):
            self.blocks.append(TABLE_GAP)  # or Word would make one table of the two
        self.sections.before_block(self.blocks)
        self.blocks.append(block)
        if block.startswith("<w:tbl>"):
            self.keep_apart()

    def keep_apart(self) -> None:
        """Asks for space above the next paragraph: neither tables nor boxes have any of their own below them."""
        self.apart_from = len(self.blocks)

    def end_list(self) -> None:
        """Asks for space above text that goes on behind a list: its items stand closer than paragraphs."""
        self.listed = len(self.blocks)

    # ------------------------------------------------------------ links, and what stands apart

    def linked(self, target: str) -> str:
        """The attributes of `w:hyperlink` for a target."""
        if not target.startswith("#"):
            return f'r:id="{self.relations.link(target)}" w:history="1"'
        if target[1:] in self.present or self.rules.lenient:
            return f'w:anchor="{target_name(target[1:])}" w:history="1"'
        self.findings.warn(
            "W052", f"link leads to {target!r}, which is not in the document", "give the target that `id`"
        )
        return ""

    def apart(self, element: HtmlElement, place: Place) -> list[str]:
        """The blocks of an element, written beside the body."""
        blocks, self.blocks = self.blocks, []
        apart_from, listed, self.apart_from, self.listed = self.apart_from, self.listed, None, None
        sections, self.sections = self.sections, Sections()
        self.walk(element, place)
        found, self.blocks, self.sections = self.blocks, blocks, sections
        self.apart_from, self.listed = apart_from, listed
        return found


NO_TEXT = frozenset({"pStyle", "numPr", "pBdr"})
"""Properties of headings and the like, of items and of rules, by which they are no text that goes on behind a list."""
AFTER_LIST = '<w:spacing w:before="90"/>'
"""What the space after an item lacks to that below a list in print.css."""
AFTER_TABLE = '<w:spacing w:before="280"/>'
TABLE_GAP = f'<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{AFTER_TABLE}</w:pPr></w:p>'
HOLDERS = frozenset({"a", "ins", "del", "span", "bdi"})
