"""Blocks, one function each: paragraphs, headings, quotes, boxes, code, figures, sections."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement, builder

from reporting.document.bilingual import begins
from reporting.writers.word.blocks.contents import write_contents
from reporting.writers.word.blocks.tables import write_table
from reporting.writers.word.inlines.inline import change_of, write_bracketed
from reporting.writers.word.parts.markup import on
from reporting.writers.word.styles.geometry import Layout
from reporting.writers.word.styles.looks import at_the_foot
from reporting.writers.word.writing.html import Place, classes, plain
from reporting.writers.word.writing.paper import Paper
from reporting.writers.word.writing.runs import Flow, Piece, is_blank

PARAGRAPHS = {
    "dateline": "Dateline", "lead": "Lead", "small": "Small", "boxed": "Notice", "subtitle": "Subtitle",
}  # fmt: skip
"""Class of a paragraph to its style."""


def write_paragraph(element: HtmlElement, place: Place, paper: Paper) -> None:
    names = classes(element)
    style = next((PARAGRAPHS[name] for name in sorted(names) if name in PARAGRAPHS), "")
    pieces = bracketed(element, place, paper) if "bracketed" in names else paper.flow(element, place.fmt)
    if place.style == "CoverLine" and element.getprevious() is None:
        style = "CoverMark"
    after = element.getnext()
    # A line that leads to a list stays with it. In a cell Word would keep the whole row with the next one.
    if after is not None and after.tag in LED and not (place.keep_next or place.cell):
        place = replace(place, keep_next=True)
    if not is_blank(pieces):
        # LibreOffice heeds a frame of the paragraph, not one of its style.
        framed = {"framePr": at_the_foot(paper.room)} if place.style == "CoverFoot" else {}
        paper.paragraph(pieces, place, style, **framed)


LED = frozenset({"ul", "ol", "dl", "table", "pre"})


def bracketed(element: HtmlElement, place: Place, paper: Paper) -> list[Piece]:
    """A whole paragraph that is still open."""
    flow = Flow()
    write_bracketed(element, place.fmt, flow, paper)
    return flow.close()


def write_heading(element: HtmlElement, place: Place, paper: Paper) -> None:
    style = f"Heading{element.tag[1]}"
    if place.style == "CoverLine" and element.tag == "h1":
        style = "CoverTitle"
    elif element.tag == "h2" and is_tab(element.getparent()):
        large = replace(place.fmt, style="TabHeading")
        look = paper.looks.back_heading if follows_on(element.getparent()) else paper.looks.tab_heading
        paper.paragraph(paper.flow(element, large), place, style, **look)
        return
    pieces = paper.flow(element, place.fmt)
    if not is_blank(pieces):
        paper.paragraph(pieces, place, style)


def is_tab(element: HtmlElement | None) -> bool:
    """Whether a section begins like a tab: a tab itself, or what stands behind the last one."""
    return element is not None and element.tag == "section" and bool({"tab", "back-matter"} & classes(element))


def follows_on(section: HtmlElement | None) -> bool:
    return section is not None and "back-matter" in classes(section)


def tab_title(section: HtmlElement) -> str:
    """The heading of a tab; of a bilingual paper, in the first language, which Word's field finds first."""
    heading = begins(section)
    return plain(heading) if heading is not None and heading.tag == "h2" else ""


def write_container(element: HtmlElement, place: Place, paper: Paper) -> None:
    """Elements that only hold others; the source of a quote has a style of its own."""
    style = "QuoteSource" if element.tag == "footer" and place.quotes else place.style
    if element.tag == "footer" and place.style == "CoverLine":
        style = "CoverFoot"
    paper.walk(element, replace(place, style=style))


def write_address(element: HtmlElement, place: Place, paper: Paper) -> None:
    """An address; several contacts stand side by side."""
    inside = replace(place, style="Contacts")
    is_free = not (place.cell or place.boxed or place.item or place.quotes)
    if "contacts" in classes(element) and len(element.findall("p")) > 1 and is_free:
        write_table(side_by_side(element), inside, paper)
        paper.apart_from = None  # contacts end with space of their own
    else:
        paper.walk(element, inside)


def side_by_side(contacts: HtmlElement) -> HtmlElement:
    """The contacts as a table without lines, half of them in each cell, read in their order.

    Columns of text would need no table, but LibreOffice loses lines of them at the end of a page.
    """
    every = contacts.findall("p")
    half = (len(every) + 1) // 2
    row = builder.TR(builder.TD(*every[:half]), builder.TD(*every[half:]))
    table = builder.TABLE(row, {"class": "contacts"})
    contacts.append(table)
    return table


def write_header(element: HtmlElement, place: Place, paper: Paper) -> None:
    """The masthead: the issuing body, what else stands there in quieter type, a line below the last."""
    if "masthead" not in classes(element):
        paper.walk(element, place)
        return
    lines = [child for child in element if isinstance(child.tag, str)]
    for at, line in enumerate(lines):
        last = {} if line.getnext() is not None else {"spacing": paper.looks.masthead_end}
        paper.marks.expect(line)
        inside = place.inside(line)
        paper.paragraph(paper.flow(line, inside.fmt), inside, "MastheadLine" if at else "Masthead", **last)


def write_section(element: HtmlElement, place: Place, paper: Paper) -> None:
    """A section of the text; some begin a section of pages."""
    layout = layout_of(element, place, paper)
    if layout is None:
        write_container(element, place, paper)
        return
    outside = paper.sections.wanted
    paper.sections.wanted = layout
    inside = replace(place, style="CoverLine") if layout.cover else place
    paper.room = paper.geometry.room(layout)
    paper.walk(element, inside)
    paper.sections.wanted = after_section(layout, outside, paper.sections.wanted)
    paper.room = paper.geometry.room(paper.sections.wanted)


def after_section(layout: Layout, outside: Layout, last: Layout) -> Layout:
    """The pages that go on behind a section: a cover stands alone, what follows a tab goes on below it."""
    if layout is outside:  # the heading of the tab was turned along with its first section
        return replace(outside, landscape=False)
    if layout.cover:
        return replace(outside)
    return last if layout.tab else outside


def layout_of(element: HtmlElement, place: Place, paper: Paper) -> Layout | None:
    """The pages that the section asks for, or nothing where it stays on those of the text around."""
    names = classes(element)
    around = paper.sections.wanted
    if "cover" in names:
        return Layout(cover=True)
    if "tab" in names:
        heading = next(element.iterchildren("h2"), None)
        return Layout(
            tab=tab_title(element), rtl=place.fmt.rtl, landscape=heading is not None and begins_turned(heading)
        )
    if "landscape" in names:
        return around if around.landscape else replace(around, landscape=True)
    if "columns" in names:
        return replace(around, columns=2)
    return None


def begins_turned(heading: HtmlElement) -> bool:
    """Whether a turned section follows the tab's heading at once: then the heading stands on its first page."""
    after = heading.getnext()
    return after is not None and after.tag == "section" and "landscape" in classes(after)


def write_quote(element: HtmlElement, place: Place, paper: Paper) -> None:
    """A quotation; a second one inside of it stands further in."""
    paper.walk(element, replace(place, quotes=place.quotes + 1, style="Quote"))


def write_aside(element: HtmlElement, place: Place, paper: Paper) -> None:
    """Boxed text; an aside without that class is plain text. What stands in the box keeps its own style."""
    if "boxed" in classes(element):
        paper.walk(element, replace(place, boxed=True, style="Boxed"))
        paper.keep_apart()
    else:
        paper.walk(element, place)


def write_code(element: HtmlElement, place: Place, paper: Paper) -> None:
    """`pre`: one paragraph, its lines kept."""
    flow = Flow()
    paper.content(element, replace(place.fmt, keep=True), flow)
    pieces = trimmed(flow.pieces)
    if not is_blank(pieces):
        paper.paragraph(pieces, place, "SourceCode")


def trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the line break that HTML ignores after `<pre>` and the last one of the code."""
    if pieces and pieces[-1].text.endswith("\n"):
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.removesuffix("\n"))
    return [piece for piece in pieces if piece.text or piece.inner or piece.outer]


def write_rule(element: HtmlElement, place: Place, paper: Paper) -> None:
    """`hr`: a line, or a new page."""
    if "page-break" in classes(element):
        paper.new_page = True
    else:
        # A line runs no way; and readers of Word files know it by a paragraph that has a border and nothing else.
        paper.paragraph([], replace(place, style="", fmt=replace(place.fmt, rtl=False)), **paper.looks.rule)


def write_figure(element: HtmlElement, place: Place, paper: Paper) -> None:
    """A picture or table with its caption, kept on one page."""
    for child in element:
        if child.tag == "figcaption":
            paper.caption(child, place, **caption_properties(child))
        elif isinstance(child.tag, str) and paper.is_block(child):
            paper.block(child, replace(place, keep_next=True))
        elif isinstance(child.tag, str):
            flow = Flow()
            paper.inline(child, place.fmt, flow)
            paper.paragraph(flow.close(), replace(place, keep_next=child.getnext() is not None), "Figure")


def caption_properties(caption: HtmlElement) -> dict[str, str]:
    """A caption above stays with what it names; one below is kept by that."""
    return {"keepNext": on("keepNext")} if caption.getnext() is not None else {}


def write_change(element: HtmlElement, place: Place, paper: Paper) -> None:
    """`ins` or `del` round whole blocks."""
    paper.walk(element, place.formatted(change=change_of(element, paper)))


def write_link(element: HtmlElement, place: Place, paper: Paper) -> None:
    """`a` round whole blocks: each paragraph is a link."""
    paper.walk(element, place.formatted(link=element.get("href", ""), style="Hyperlink"))


def write_nav(element: HtmlElement, place: Place, paper: Paper) -> None:
    if element.get("role") == "doc-toc":
        write_contents(element, place, paper)
    else:
        paper.walk(element, place)
