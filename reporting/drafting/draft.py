"""Drafting: a document type's template and a view become a document."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from reporting.audiences.reading import opened
from reporting.audiences.view import View
from reporting.document.checker import check_document
from reporting.document.document import Document
from reporting.drafting.bilingual.side_by_side import side_by_side
from reporting.drafting.enclosing import enclosed, within
from reporting.drafting.footnotes import with_footnotes
from reporting.drafting.outside import (
    Reserved,
    guarded,
    problem_of_marking,
    problem_of_title,
    reserved_of,
    with_neutral_ids,
)
from reporting.drafting.properties import draft_text, properties_of
from reporting.drafting.rendering import caught, render, written
from reporting.drafting.sheet import Sheet, on_sheet
from reporting.drafting.templates import Templates
from reporting.drafting.tracing import in_templates, named_in
from reporting.drafting.translating import translation_of
from reporting.drafting.types import BESIDE, DocumentType
from reporting.problems import Failed, Problem, in_order
from reporting.records.levels import Level

SOURCE = re.compile(r'\bsrc="([^"]*)"')
NOTHING: Mapping[str, tuple[DocumentType, View]] = {}
OUTSIDE = (str(Level.PUBLIC), str(Level.PARTNERS))
"""Readers who are not of the own service."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A drafted paper, what it was made of, and what was found on the way."""

    document: Document | None
    """None where an error stands among the problems."""
    reads: Mapping[str, Any] = field(default_factory=dict)
    """Values of the view that the template read, by path; lists by their length."""
    files: tuple[str, ...] = ()
    """Files of `templates/` that it was made with, sorted."""
    problems: tuple[Problem, ...] = ()


def draft(
    kind: DocumentType,
    view: View,
    templates: Templates,
    *,
    marking: str = "",
    identifier: str = "",
    enclosures: Mapping[str, tuple[DocumentType, View]] = NOTHING,
    common: Collection[str] | None = None,
    ink: tuple[str, str] = ("", ""),
) -> Drafted:
    """The paper of a type that a view makes, in the view's language. What is wrong comes back as problems.

    Args:
        kind: its document type.
        view: what its audience may read.
        templates: those of the workspace; they are compiled at the first paper.
        marking: what stands on top and foot of every page, or nothing.
        identifier: the record's own identifier of the paper.
        enclosures: for each name in the type's `encloses` that there is a paper for, its type and view; under
            `beside` the view of the language that stands in a second column.
        common: all that everybody may read of the meeting. Of a paper that not everybody may read, title, bookmarks
            and properties are held to it; None for one that everybody may read, or that has no file of its own.
        ink: colours of the marking, where its scheme has them.
    """
    if BESIDE in enclosures:
        given = {name: each for name, each in enclosures.items() if name != BESIDE}
        alike = partial(draft, templates=templates, marking=marking, identifier=identifier, common=common, ink=ink)
        return _side_by_side(alike(kind, view, enclosures=given), alike(*enclosures[BESIDE]))
    inner = {name: draft(*each, templates) for name, each in enclosures.items()}
    reads: dict[str, Any] = {}
    data = {name: opened(value, name, reads) for name, value in view.data.items()}
    try:
        paper = _paper(kind, view, data, templates, marking=marking, identifier=identifier)
    except Failed as failed:
        return Drafted(None, reads, problems=failed.problems)
    within = {name: enclosed(inner[name].document, name) if name in inner else None for name in kind.encloses}
    inside = [view, *(each for _, each in enclosures.values())]
    # What the type is called stands in every list of papers, even where a text of the record says the same.
    reserved = None if common is None else reserved_of(inside, {*common, kind.called(view.language)})
    inner_reads = [value for each in inner.values() for value in each.reads.values()]
    drafted = _draft(
        kind, templates, {**data, "paper": paper, "enclosures": within}, reads, inner_reads, reserved=reserved
    )
    return _joined(_coloured(drafted, ink), inner)


def _coloured(drafted: Drafted, ink: tuple[str, str]) -> Drafted:
    if drafted.document is None or not any(ink):
        return drafted
    document = drafted.document
    return replace(drafted, document=replace(document, properties=replace(document.properties, ink=ink)))


def lacking(kind: DocumentType, view: View) -> tuple[str, ...]:
    """What the type needs and the view does not have; such a paper is not made."""
    return tuple(name for name in kind.needs if not view.data.get(name))


def _paper(
    kind: DocumentType, view: View, data: Mapping[str, Any], templates: Templates, *, marking: str, identifier: str
) -> Mapping[str, Any]:
    return {
        "type": kind.name,
        "title": kind.called(view.language),
        "language": view.language,
        "audience": str(view.audience),
        "marking": marking,
        "draft": draft_text(kind, data, view.language, templates.words.get(view.language, {})),
        "translation": "",
        "courtesy": "",
        "illustrative": view.illustrative,
        "identifier": identifier,
        "name": ".".join(filter(None, (kind.name, data["voice"]["id"], view.language))),
    }


def _draft(
    kind: DocumentType,
    templates: Templates,
    variables: Mapping[str, Any],
    reads: dict[str, Any],
    inner_reads: list[Any],
    *,
    reserved: Reserved | None,
) -> Drafted:
    language = variables["paper"]["language"]
    name = kind.template(language)
    is_public = variables["paper"]["audience"] == str(Level.PUBLIC)
    sheet = Sheet(language, f"templates/{name}", is_public=is_public)
    files = templates.files(name, language)

    def told() -> Mapping[str, str]:
        is_ours = variables["paper"]["audience"] not in OUTSIDE
        words = templates.words.get(language, {})
        read = [*reads.values(), *inner_reads]
        return translation_of(read, language, words, is_ours=is_ours, is_signed=is_signed)

    def is_signed() -> bool:
        return bool((variables.get("statement") or {}).get("signed_in"))

    sheet, variables, rendered = written(sheet, templates, name, variables, told)
    paper = variables["paper"]

    def again(sheet: Sheet, templates: Templates) -> str:
        with on_sheet(sheet):
            text = caught(sheet, lambda: render(templates, name, language, variables))
        return with_footnotes(text[0], variables.get("designations", ()), sheet) if text else ""

    with on_sheet(sheet):
        if rendered is None or any(each.is_error for each in sheet.problems):  # what is lacking looks misplaced, too
            return Drafted(None, reads, files, in_order(sheet.problems))
        html, title = rendered
        html = with_footnotes(html, variables.get("designations", ()), sheet)
        images = {each: templates.images[each] for each in SOURCE.findall(html) if each in templates.images}
        files += tuple(f"templates/house/{each}" for each in images)
        checked = check_document(html, images, sheet.template, final=not paper["draft"])
        article = checked.html
        sheet.problems.extend(problem_of_marking(article, paper["marking"], sheet.template))
        properties = properties_of(kind, variables, article, title, paper)
        if reserved is not None and article:  # what was refused has no text to look at
            sheet.problems.extend(problem_of_title(properties.title, reserved, sheet.template))
            article = with_neutral_ids(article, reserved)
            properties = guarded(properties, article, reserved)
        found = checked.problems and in_templates(checked.problems, html, sheet, templates, again)
    texts = {f"templates/{file}": text for file, text in templates.texts.items() if f"templates/{file}" in files}
    problems = in_order([*sheet.problems, *(named_in(each, texts) for each in found)])
    is_sound = not any(each.is_error for each in problems)
    return Drafted(Document(article, properties, images) if is_sound else None, reads, files, problems)


def _joined(outer: Drafted, inner: Mapping[str, Drafted]) -> Drafted:
    """The outer paper with what the enclosed ones read and found."""
    reads = dict(outer.reads)
    problems, files = list(outer.problems), set(outer.files)
    for name, each in inner.items():
        reads |= {within(name, path): value for path, value in each.reads.items()}
        problems += [replace(found, trail=found.trail and within(name, found.trail)) for found in each.problems]
        files.update(each.files)
    is_sound = not any(each.is_error for each in problems)
    return Drafted(outer.document if is_sound else None, reads, tuple(sorted(files)), in_order(problems))


def _side_by_side(first: Drafted, second: Drafted) -> Drafted:
    """One paper of two, with what both read and found."""
    both = _joined(first, {BESIDE: second})
    if both.document is None or first.document is None or second.document is None:
        return replace(both, document=None)
    joined = side_by_side(first.document, second.document)
    images = {**first.document.images, **second.document.images}
    checked = check_document(joined.html, images, f"templates/{both.files[0]}" if both.files else "")
    problems = in_order([*both.problems, *joined.problems, *([] if joined.problems else checked.problems)])
    is_sound = not any(each.is_error for each in problems)
    document = Document(checked.html, joined.properties, images) if is_sound else None
    return replace(both, document=document, problems=problems)
