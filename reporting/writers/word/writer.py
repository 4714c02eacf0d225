"""From a document to a Word file: the whole walk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reporting.document.document import Document
from reporting.document.theme import Theme
from reporting.problems import Problem, in_order
from reporting.writers.word.embedding import Face
from reporting.writers.word.fonts import font_table, theme_part
from reporting.writers.word.furniture import Furniture
from reporting.writers.word.notes import SEPARATORS, collect_notes, unused_notes
from reporting.writers.word.package import Parts, packed
from reporting.writers.word.paper import GAP, Paper, Rules
from reporting.writers.word.rules import STRICT
from reporting.writers.word.sections import Layout, fill
from reporting.writers.word.settings import settings_xml
from reporting.writers.word.styles import styles_xml


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
) -> Word:
    """The document as a Word file, the same bytes each time.

    Args:
        pages: the page on which each `id` stands, from the PDF's layout; fills the contents.
        rules: the vocabulary; the judges hand in a wider one.
        faces: fonts to embed, from `faces_of`; a file then has a megabyte or two more.
    """
    paper = Paper(document, theme, rules, pages)
    furniture = Furniture(paper)
    paper.notes = collect_notes(paper.tree)
    paper.block(paper.tree, paper.place)
    unused_notes(paper)
    parts = Parts(
        body=finished(paper, furniture),
        styles=styles_xml(theme, paper.language, paper.geometry.room(Layout())),
        settings=settings_xml(paper.language, footnotes=bool(paper.written_notes), embedded=bool(faces)),
        fonts=font_table(theme, faces),
        faces=faces,
        numbering=paper.numbering.xml(),
        footnotes=SEPARATORS + "".join(paper.written_notes) if paper.written_notes else "",
        theme=theme_part(theme),
        edges=furniture.edges,
        body_relations=paper.body,
        note_relations=paper.note_relations,
        images=paper.images,
    )
    return Word(packed(parts, document.properties), in_order(paper.problems))


def finished(paper: Paper, furniture: Furniture) -> str:
    """The body with the properties of every section; Word wants a paragraph at the end."""
    if not paper.blocks or not paper.blocks[-1].startswith("<w:p>"):
        paper.blocks.append(GAP)
    sections = paper.sections.all
    written = [furniture.section(section, first=at == 0) for at, section in enumerate(sections)]
    return fill(paper.blocks, written.__getitem__) + written[-1]
