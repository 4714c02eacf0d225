"""From a document to a Word file: the whole walk."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reporting.collector import resting_collector
from reporting.document.document import Document
from reporting.document.theme import Theme, inked
from reporting.problems import Problem, in_order
from reporting.writers.word.furniture import Furniture
from reporting.writers.word.inlines.notes import collect_notes, kind_of_notes, unused_notes
from reporting.writers.word.letterhead.merging import Merged, merged, renamed
from reporting.writers.word.letterhead.reading import Letterhead
from reporting.writers.word.package import Parts, packed
from reporting.writers.word.parts.embedding import Face
from reporting.writers.word.parts.fonts import font_table, theme_part
from reporting.writers.word.parts.markup import FORBIDDEN
from reporting.writers.word.parts.settings import settings_xml
from reporting.writers.word.rules import STRICT
from reporting.writers.word.styles.geometry import Layout
from reporting.writers.word.styles.part import default_language, styles_xml
from reporting.writers.word.writing.paper import Paper, Rules
from reporting.writers.word.writing.sections import END, fill

FROM = re.compile('data-from="([^"]*)"')
NO_NAMES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Word:
    """A Word file and what could not be shown in it."""

    data: bytes
    problems: tuple[Problem, ...]


def write_word(
    document: Document,
    theme: Theme,
    *,
    pages: Mapping[str, int] | None = None,
    rules: Rules = STRICT,
    faces: Sequence[Face] = (),
    letterhead: Letterhead | None = None,
    style_names: Mapping[str, str] = NO_NAMES,
) -> Word:
    """The document as a Word file, the same bytes each time.

    Args:
        pages: the page on which each `id` stands, from the PDF's layout; fills the contents.
        rules: the vocabulary; the judges hand in a wider one.
        faces: fonts to embed, from `faces_of`; a file then has a megabyte or two more.
        letterhead: whose styles, page, head and foot the paper takes.
        style_names: for roles of the theme, what their style is called, in the letterhead if there is one.
    """
    document, strange = without_forbidden(document)
    paper = Paper(document, inked(theme, document.properties.colours[0]), rules, pages, letterhead)
    paper.findings.problems += () if rules.lenient else strange
    # All that is made stays until the file is packed; searched for garbage over and over, a paper of ten times the
    # length would take twelve times as long.
    with resting_collector():
        return written(paper, faces, style_names)


def written(paper: Paper, faces: Sequence[Face], style_names: Mapping[str, str]) -> Word:
    """The walk, and the package."""
    theme, letterhead = paper.theme, paper.letterhead
    furniture = Furniture(paper)
    paper.notes = collect_notes(paper.tree)
    paper.all_notes = len(paper.notes)
    paper.block(paper.tree, paper.place)
    unused_notes(paper)
    styles, kind = styles_of(paper, style_names), kind_of_notes(paper)
    parts = Parts(
        body=styles.applied(finished(paper, furniture)),
        styles=styles.xml,
        settings=settings_xml(paper.language, notes=kind.tag if paper.written_notes else "", embedded=bool(faces)),
        fonts=font_table(theme, faces, letterhead.fonts if letterhead else b""),
        faces=faces,
        numbering=paper.numbering.xml(),
        notes=styles.applied(kind.separators + "".join(paper.written_notes)) if paper.written_notes else "",
        notes_part=f"{kind.tag}s",
        comments=styles.applied("".join(paper.comments)),
        theme=letterhead.theme.decode() if letterhead and letterhead.theme else theme_part(theme),
        edges=[replace(edge, xml=edge.filled(styles.applied(edge.xml))) for edge in furniture.edges],
        body_relations=paper.body,
        note_relations=paper.note_relations,
        images=paper.images,
    )
    return Word(packed(parts, paper.document.properties), in_order(paper.findings.problems))


def without_forbidden(document: Document) -> tuple[Document, list[Problem]]:
    """The document without characters that no XML file can hold, and a problem for each of them."""
    if not FORBIDDEN.search(document.html):
        return document, []
    problems = []
    for found in FORBIDDEN.finditer(document.html):
        before = FROM.findall(document.html, 0, found.start())
        sentence = f"the text holds the character U+{ord(found[0]):04X}, which no Word file can hold"
        problems.append(
            Problem("W058", sentence, hint="delete it and type the word anew", trail=(before or [None])[-1])
        )
    return replace(document, html=FORBIDDEN.sub("", document.html)), problems


def styles_of(paper: Paper, names: Mapping[str, str]) -> Merged:
    """The paper's styles: the house's, or those of the letterhead with the house's where it lacks one."""
    ours = styles_xml(paper.theme, paper.language, paper.geometry.room(Layout()))
    if paper.letterhead is None:
        return Merged(renamed(ours, names), {})
    return merged(paper.letterhead.styles, ours, names, default_language(paper.language))


def finished(paper: Paper, furniture: Furniture) -> str:
    """The body with the properties of every section; Word wants a paragraph at the end."""
    paper.sections.even_out(paper.blocks)
    if not paper.blocks or not paper.blocks[-1].startswith("<w:p>"):
        paper.blocks.append(END)
    sections = paper.sections.all
    written = [furniture.section(section, first=at == 0) for at, section in enumerate(sections)]
    return fill(paper.blocks, written.__getitem__) + written[-1]
