"""The table of contents: Word's field, already filled with entries and page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from reporting.writers.word.parts.markup import field, text
from reporting.writers.word.writing.html import Place, inherited
from reporting.writers.word.writing.marks import target_name
from reporting.writers.word.writing.paper import Paper
from reporting.writers.word.writing.runs import Flow


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents."""

    link: HtmlElement
    level: int
    """Depth of the list, from 1."""


def entries_of(element: HtmlElement, level: int = 1) -> Iterator[Entry]:
    """The links in the lists of a `nav`, in reading order."""
    for child in element.iterchildren("ol", "ul", "li", "p"):
        if child.tag == "li":
            yield from (Entry(link, level) for link in child.iterchildren("a"))
            yield from (Entry(link, level) for p in child.iterchildren("p") for link in p.iterchildren("a"))
            yield from entries_of(child, level + 1)
        else:
            yield from entries_of(child, level)


def write_contents(element: HtmlElement, place: Place, paper: Paper) -> None:
    """Writes the heading of the contents and one paragraph for each entry, all in one field."""
    for heading in element.iterchildren("h1", "h2", "h3", "p"):
        inside = place.inside(heading)
        paper.paragraph(paper.flow(heading, inside.fmt), inside, "TOCHeading")
    entries = list(entries_of(element))
    for at, entry in enumerate(entries):
        write_entry(entry, place, paper, begin(element, paper) if at == 0 else "")
    if entries:
        paper.add(END)
    paper.new_page = True
    if entries and not paper.pages and not paper.rules.lenient:
        paper.findings.warn(
            "W056", "contents have no page numbers", "lay the paper out as PDF first and hand its pages on"
        )


NUMBER = '<w:rPr><w:rStyle w:val="TocNumber"/></w:rPr>'
# In a paragraph of its own, as Word writes it: a section must not end inside of the field.
END = '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/></w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def begin(element: HtmlElement, paper: Paper) -> str:
    """The start of the field, which collects the headings that the entries lead to if it is updated."""
    levels = sorted(target_levels(element, paper)) or [1, 3]
    code = f'TOC \\o "{levels[0]}-{levels[-1]}" \\h \\z \\u'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {text(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def target_levels(element: HtmlElement, paper: Paper) -> set[int]:
    """The levels of the headings that the contents lead to."""
    levels = set()
    for link in element.iter("a"):
        target = paper.present.get(link.get("href", "")[1:])
        heading = None if target is None else heading_of(target)
        if heading is not None:
            levels.add(int(heading.tag[1]))
    return levels


def heading_of(target: HtmlElement) -> HtmlElement | None:
    if target.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return target
    return next(target.iter("h1", "h2", "h3", "h4", "h5", "h6"), None)


def write_entry(entry: Entry, place: Place, paper: Paper, first: str) -> None:
    """One line: the words, a leader, the page; all of it leads there."""
    target = entry.link.get("href", "")
    fmt = inherited(place.fmt, entry.link)
    attributes = paper.linked(target)
    flow = Flow()
    flow.put(first + (f"<w:hyperlink {attributes}>" if attributes else ""))
    paper.content(entry.link, fmt, flow)
    flow.pieces = flow.close()
    if attributes:
        page = paper.pages.get(target[1:])
        number = field(f"PAGEREF {target_name(target[1:])} \\h", "" if page is None else str(page), NUMBER)
        flow.put(f"<w:r>{NUMBER}<w:tab/></w:r>{number}</w:hyperlink>")
    paper.paragraph(flow.pieces, replace(place, fmt=fmt), f"TOC{min(entry.level, 3)}")
