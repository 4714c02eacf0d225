"""Footnotes and endnotes: the call in the text, the note in a part of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from reporting.writers.word.parts.markup import field, on, ppr, val
from reporting.writers.word.writing.html import Fmt, Place, nodes
from reporting.writers.word.writing.marks import path_name
from reporting.writers.word.writing.paper import Paper
from reporting.writers.word.writing.runs import Flow


@dataclass(frozen=True, slots=True)
class Kind:
    """What Word calls notes of one kind."""

    tag: str
    """`footnote` or `endnote`."""
    text: str
    """Style of their paragraphs."""
    reference: str
    """Style of their numbers."""

    @property
    def look(self) -> str:
        return f'<w:rPr><w:rStyle w:val="{self.reference}"/></w:rPr>'

    @property
    def own_number(self) -> str:
        """The number at the note itself."""
        return f"<w:r>{self.look}<w:{self.tag}Ref/></w:r>"

    @property
    def separators(self) -> str:
        """What stands between text and notes. Identifiers -1 and 0 are Word's separators (ECMA-376-1, 17.18.33)."""
        return "".join(
            f'<w:{self.tag} w:type="{name}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
            f'w:lineRule="auto"/></w:pPr><w:r><w:{name}/></w:r></w:p></w:{self.tag}>'
            for number, name in ((-1, "separator"), (0, "continuationSeparator"))
        )


FOOTNOTES = Kind("footnote", "FootnoteText", "FootnoteReference")
ENDNOTES = Kind("endnote", "EndnoteText", "EndnoteReference")


def kind_of_notes(paper: Paper) -> Kind:
    """The kind of the paper's notes: it has one or the other."""
    return ENDNOTES if paper.has_endnotes else FOOTNOTES


def call_note(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    """Puts the number of the note here; the first call writes the note, a later one refers to the first."""
    identifier = element.get("href", "")[1:]
    note = paper.notes.pop(identifier, None)
    if note is not None:
        write_call(identifier, note, fmt, flow, paper)
    elif identifier in paper.numbered_notes:
        number = str(paper.numbered_notes[identifier])
        shown = field(f"NOTEREF {bookmark(identifier)} \\f \\h", number, kind_of_notes(paper).look)
        flow.put(shown)
    else:
        sentence = f"call of note {identifier!r} has no note of its own"
        paper.findings.error("W053", sentence, "give the note an `aside` with this id", element)
        paper.content(element, replace(fmt, raised="superscript"), flow)


def bookmark(identifier: str) -> str:
    """Name of the bookmark round the first call of a note."""
    return "n" + path_name(identifier)[1:]


def write_call(identifier: str, note: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    number = len(paper.written_notes) + 1
    paper.numbered_notes[identifier] = number
    paper.written_notes.append("")  # keeps the number while the note is written
    paper.written_notes[number - 1] = written(note, number, paper)
    starts, ends = paper.marks.wrap([bookmark(identifier)] if paper.calls[identifier] > 1 else [])
    flow.put(starts)
    kind = kind_of_notes(paper)
    flow.insert(f'<w:{kind.tag}Reference w:id="{number}"/>', replace(fmt, style=kind.reference, link=""))
    flow.put(ends)


def collect_notes(tree: HtmlElement) -> dict[str, HtmlElement]:
    """Takes the notes out of the tree, by identifier."""
    notes = {}
    for note in tree.xpath("//aside[@role='doc-footnote'] | //li[@role='doc-endnote']"):
        notes[note.get("id", "")] = note
        note.drop_tree()
    return notes


def written(note: HtmlElement, number: int, paper: Paper) -> str:
    """One note: its number, then its blocks."""
    kind = kind_of_notes(paper)
    outside, paper.relations = paper.relations, paper.note_relations
    waiting, paper.marks.waiting = paper.marks.waiting, []
    place = Place(paper.place.fmt, style=kind.text, cell=True).inside(note)
    for back in note.xpath(".//a[@role='doc-backlink']"):
        back.drop_tree()
    blocks = paper.apart(note, place) or [f"<w:p>{ppr({'pStyle': val('pStyle', kind.text)})}</w:p>"]
    paper.relations, paper.marks.waiting = outside, waiting
    inner = "".join([numbered(blocks[0], kind), *(continued(block, kind) for block in blocks[1:])])
    return f'<w:{kind.tag} w:id="{number}">{inner}</w:{kind.tag}>'


def numbered(paragraph: str, kind: Kind) -> str:
    """The note's first paragraph with the note's number in front."""
    at = paragraph.find("</w:pPr>") + len("</w:pPr>")
    return f"{paragraph[:at]}{kind.own_number}<w:r>{on('tab')}</w:r>{paragraph[at:]}"


def continued(block: str, kind: Kind) -> str:
    """A further paragraph of a note, all of it beside the number."""
    style = val("pStyle", kind.text)
    return block.replace(f"{style}</w:pPr>", f'{style}<w:ind w:firstLine="0"/></w:pPr>', 1)


def unused_notes(paper: Paper) -> None:
    """Reports notes that nothing calls; they are not in the paper."""
    for identifier, note in paper.notes.items():
        if any(not isinstance(node, str) or node.strip() for node in nodes(note)):
            paper.findings.error("W054", f"note {identifier!r} is called by nothing", "call it or take it out", note)
