"""Inline elements, one function each: formats, links, breaks, calls of notes, changes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from lxml.html import HtmlElement

from reporting.document.brackets import opening_of
from reporting.document.direction import runs_left
from reporting.writers.text_phrases import quotes_of
from reporting.writers.word.inlines.notes import call_note
from reporting.writers.word.inlines.pictures import draw
from reporting.writers.word.writing.crossing import add_field
from reporting.writers.word.writing.html import Change, Fmt, classes, inherited
from reporting.writers.word.writing.paper import InlineRule, Paper
from reporting.writers.word.writing.runs import Flow


def formatted(**changes: object) -> InlineRule:
    """The rule of an element that only changes the format."""

    def write(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
        marked(element, replace(inherited(fmt, element), **changes), flow, paper)  # type: ignore[arg-type]

    return write


def marked(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    """Adds the element's content, between its bookmarks where it has any."""
    names = paper.marks.names(element) if element.get("id") or element.get("data-from") else []
    starts, ends = paper.marks.wrap(names) if names else ("", "")
    if starts:
        flow.put(starts)
    paper.content(element, fmt, flow)
    if ends:
        flow.put(ends)


def write_link(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    if element.get("role") == "doc-noteref":
        call_note(element, fmt, flow, paper)
        return
    target = element.get("href", "")
    fmt = inherited(fmt, element)
    if not target:
        marked(element, fmt, flow, paper)
        return
    if not target.startswith("#"):
        marked(element, replace(fmt, link=target, style="Hyperlink"), flow, paper)
        return
    reference = None if fmt.change or paper.rules.lenient else paper.crossings.reference(element)
    if reference is None:
        marked(element, replace(fmt, link=target), flow, paper)
    else:
        add_field(reference, replace(fmt, link=target), flow)


def write_code(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    marked(element, replace(inherited(fmt, element), style="VerbatimChar"), flow, paper)


def write_break(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    flow.break_line(fmt)


def write_picture(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    drawing = draw(element, paper)
    if drawing:
        flow.insert(drawing, fmt)


def write_quotation(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    """`q`: the signs of the language round the text."""
    fmt = inherited(fmt, element)
    inner = sum(1 for _ in element.iterancestors("q")) % 2
    opening, closing = quotes_of(fmt.lang or paper.language)[2 * inner : 2 * inner + 2]
    flow.add(opening, fmt)
    marked(element, fmt, flow, paper)
    flow.add(closing, fmt)


def write_span(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    fmt = inherited(fmt, element)
    if "bracketed" not in classes(element):
        marked(element, fmt, flow, paper)  # a comment never comes here: `Paper.content` takes it with its range
        return
    starts, ends = paper.marks.wrap(paper.marks.names(element))
    flow.put(starts)
    write_bracketed(element, fmt, flow, paper)
    flow.put(ends)


def write_bracketed(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    """Text still open, in brackets, after the name of whoever asks for it."""
    bracket = replace(fmt, style="Bracket")
    flow.add(opening_of(element), bracket)
    paper.content(element, fmt, flow)
    flow.add("]", bracket)


LEFT_TO_RIGHT = "\u200e"
"""A letter of no width that runs from left to right (Unicode Standard Annex 9, 2.6)."""


def write_isolated(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    """`bdi`: a name of another script, whose direction is its own."""
    own = inherited(fmt, element)
    if element.get("dir") is None and element.get("lang") is None:
        own = replace(own, rtl=runs_left(element.text_content()) or (own.rtl and not has_letters(element)))
    # Figures alone follow the line for all but Word, which heeds the run: a telephone number would begin at its end.
    mark = LEFT_TO_RIGHT if fmt.rtl and not own.rtl and not has_letters(element) else ""
    flow.add(mark, own)
    marked(element, own, flow, paper)
    flow.add(mark, own)


def has_letters(element: HtmlElement) -> bool:
    return any(letter.isalpha() for letter in element.text_content())


def write_change(element: HtmlElement, fmt: Fmt, flow: Flow, paper: Paper) -> None:
    marked(element, replace(inherited(fmt, element), change=change_of(element, paper)), flow, paper)


def change_of(element: HtmlElement, paper: Paper) -> Change:
    """The tracked change that `ins` or `del` stands for; its date is the paper's where it has none."""
    about = paper.document.properties
    when = element.get("datetime") or about.created.isoformat()
    return Change(element.tag, element.get("data-by") or about.author or "Unknown", moment(when, about.created))


def moment(value: str, otherwise: date) -> str:
    """The date as Word writes it."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        day = otherwise
    hour = re.match(r"T(\d\d:\d\d)(:\d\d)?", value[10:])
    time = hour[1] + (hour[2] or ":00") if hour else "00:00:00"
    return f"{day.isoformat()}T{time}Z"
