"""Definition lists: terms and definitions, questions and lines to take, facts side by side."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from reporting.writers.word.writing.html import Place, classes
from reporting.writers.word.writing.paper import Paper
from reporting.writers.word.writing.runs import Flow


def write_definitions(element: HtmlElement, place: Place, paper: Paper) -> None:
    """Writes `dl` by its class."""
    names = classes(element)
    place = replace(place, item=None, lists=())
    if "facts" in names:
        write_facts(element, place, paper)
    elif "defensives" in names:
        write_pairs(element, place, paper, "Question", "LineToTake")
    else:
        write_pairs(element, place, paper, "DefinitionTerm", "Definition")


def write_pairs(element: HtmlElement, place: Place, paper: Paper, term: str, definition: str) -> None:
    """Writes terms and definitions below each other."""
    for child in element.iterchildren("dt", "dd", "div"):
        paper.marks.expect(child)
        inside = place.inside(child)
        if child.tag == "div":
            write_pairs(child, inside, paper, term, definition)
        elif child.tag == "dt":
            paper.paragraph(paper.flow(child, inside.fmt), inside, term)
        else:
            paper.walk(child, replace(inside, style=definition))


def write_facts(element: HtmlElement, place: Place, paper: Paper) -> None:
    """Writes each term and its values on one line, a tab between them; a further value begins a line."""
    groups: list[tuple[list[HtmlElement], list[HtmlElement]]] = []
    for child in element.iterchildren("dt", "dd"):
        if (child.tag == "dt" and (not groups or groups[-1][1])) or not groups:
            groups.append(([], []))
        groups[-1][child.tag == "dd"].append(child)
    for at, (terms, values) in enumerate(groups):
        write_fact(terms, values, place, paper, last=at == len(groups) - 1)


def write_fact(terms: list[HtmlElement], values: list[HtmlElement], place: Place, paper: Paper, *, last: bool) -> None:
    """Writes one line of facts; what does not fit on it, such as a list, follows under the value."""
    flow = Flow()
    for at, term in enumerate(terms):
        flow.add(", " if at else "", place.fmt)
        paper.marks.expect(term)
        paper.content(term, replace(place.inside(term).fmt, style="FactTerm"), flow)
    flow.tab(place.fmt)
    rest: list[tuple[HtmlElement, Place]] = []
    for at, value in enumerate(values):
        if at:
            flow.break_line(place.fmt)
        paper.marks.expect(value)
        inside = place.inside(value)
        rest += [(block, replace(inside, style="FactMore")) for block in first_line(value, inside, flow, paper)]
    end = {"spacing": FACTS_END} if last and not rest else {}
    paper.paragraph(flow.close(), place, "Fact", **end)
    for block, inside in rest:
        paper.block(block, inside)


FACTS_END = '<w:spacing w:after="280"/>'


def first_line(value: HtmlElement, place: Place, flow: Flow, paper: Paper) -> list[HtmlElement]:
    """Adds the value's first line to the flow and gives the blocks that are left."""
    children = [child for child in value if isinstance(child.tag, str)]
    blocks = [child for child in children if paper.is_block(child)]
    if not blocks:
        paper.content(value, place.fmt, flow)
        return []
    if blocks[0].tag == "p" and not classes(blocks[0]):
        paper.marks.expect(blocks[0])
        paper.content(blocks[0], place.inside(blocks[0]).fmt, flow)
        return blocks[1:]
    return blocks
