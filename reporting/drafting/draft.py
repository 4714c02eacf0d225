"""Drafting: a document type's template and a view become a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar, cast

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.runtime import Context
from markupsafe import Markup

from reporting.audiences.reading import opened
from reporting.audiences.view import View
from reporting.document.checker import check_document
from reporting.document.document import Document
from reporting.drafting.bilingual.side_by_side import side_by_side
from reporting.drafting.enclosing import enclosed, within
from reporting.drafting.filters.texts import plain
from reporting.drafting.footnotes import with_footnotes
from reporting.drafting.linemarks import LineMarks, nearest
from reporting.drafting.outside import (
    Reserved,
    guarded,
    problem_of_marking,
    problem_of_title,
    reserved_of,
    with_neutral_ids,
)
from reporting.drafting.properties import draft_text, properties_of
from reporting.drafting.sheet import Sheet, on_sheet, place_of_error, spent, written_of
from reporting.drafting.spending import Spent, TooMuch
from reporting.drafting.templates import Templates
from reporting.drafting.translating import translation_of
from reporting.drafting.types import BESIDE, DocumentType
from reporting.languages.spacing import spaced
from reporting.problems import Failed, Place, Problem, in_order
from reporting.records.levels import Level

SOURCE = re.compile(r'\bsrc="([^"]*)"')
NAMING = frozenset({"D040", "D041", "D050"})
"""Problems of the checker whose sentence names an id or a picture, between back quotes."""
QUOTED = re.compile("`([^`]+)`")
NOTHING: Mapping[str, tuple[DocumentType, View]] = {}
OUTSIDE = (str(Level.PUBLIC), str(Level.PARTNERS))
"""Readers who are not of the own service."""
ENDLESS = "does a loop go through a list inside of itself, or a text grow by itself?"
T = TypeVar("T")
Pieces = Generator[str, None, None]


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
        return translation_of([*reads.values(), *inner_reads], language, words, is_ours=is_ours)

    sheet, variables, rendered = _written(sheet, templates, name, variables, told)
    paper = variables["paper"]

    def again(sheet: Sheet, templates: Templates) -> str:
        with on_sheet(sheet):
            text = _guarded(sheet, lambda: _render(templates, name, language, variables))
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
        found = checked.problems and _in_templates(checked.problems, html, sheet, templates, again)
    texts = {f"templates/{file}": text for file, text in templates.texts.items() if f"templates/{file}" in files}
    problems = in_order([*sheet.problems, *(_named_in(each, texts) for each in found)])
    is_sound = not any(each.is_error for each in problems)
    return Drafted(Document(article, properties, images) if is_sound else None, reads, files, problems)


def _written(
    sheet: Sheet, templates: Templates, name: str, variables: Mapping[str, Any], told: Callable[[], Mapping[str, str]]
) -> tuple[Sheet, Mapping[str, Any], tuple[str, str] | None]:
    """The paper's text, with the variables that it was written from.

    It is written twice where it depends on itself: acronyms that are printed once only, and what it has to say of
    translations among the texts that it prints.
    """
    with on_sheet(sheet):
        rendered = _guarded(sheet, lambda: _render(templates, name, sheet.language, variables))
        paper = {**variables["paper"], **(_guarded(sheet, told) or {})}
    is_whole = bool(sheet.drafts) or not sheet.asks
    if rendered is None or (is_whole and paper == variables["paper"]):
        return sheet, variables, rendered
    again = replace(
        sheet, problems=[], spelt=set(), met=set(), asks=set(), spent=Spent(), drafts=[written_of(rendered[0])]
    )
    return _written(again, templates, name, {**variables, "paper": paper}, told)


def _render(templates: Templates, name: str, language: str, variables: Mapping[str, Any]) -> tuple[str, str]:
    """The text of the paper, and of its block `title` where the template has one."""
    template = templates.environment(language).get_template(name)
    context = template.new_context(dict(variables))
    html = "".join(_each(cast("Pieces", template.root_render_func(context)), spent()))
    return spaced(html, language), spaced(_block(context, "title"), language)


def _each(pieces: Pieces, spent: Spent) -> Iterator[str]:
    """The pieces of a paper, given up as soon as there are too many letters of it."""
    for each in pieces:
        try:
            spent.put(len(each))
        except TooMuch as error:
            pieces.throw(error)  # at the line that gave the piece
        yield each


def _block(context: Context, name: str) -> str:
    blocks = context.blocks.get(name)
    return plain(Markup("".join(blocks[0](context)))) if blocks else ""  # noqa: S704 - rendered with escaping


def _guarded(sheet: Sheet, render: Callable[[], T]) -> T | None:
    """What `render` gives, or None after noting what went wrong in it, with the line of the template."""
    try:
        return render()
    except MemoryError:
        raise
    except Failed as failed:
        sheet.problems.extend(failed.problems)
    except TemplateSyntaxError as error:
        sheet.problems.append(Problem("T005", str(error.message), Place(f"templates/{error.name}", error.lineno)))
    except Exception as error:  # noqa: BLE001 - whatever a template does, its author gets a line of it
        code, sentence, hint = _explained(error)
        place = place_of_error(error.__traceback__) or Place(sheet.template)
        sheet.problems.append(Problem(code, sentence, place, hint))
    return None


def _explained(error: Exception) -> tuple[str, str, str | None]:
    """Code, sentence and hint. Messages of Python are left out: they may quote a value of the record."""
    if isinstance(error, TemplateNotFound):
        return "T006", f"there is no template `{error.name}`", None
    if isinstance(error, UndefinedError):
        return "T011", str(error.message), "`reporting check` knows the fields of each paper"
    if isinstance(error, TooMuch):
        return "T076", f"the template does not come to an end: {error.message}", ENDLESS
    if isinstance(error, SecurityError):
        return "T012", f"templates may not do this: {error.message}", None
    if isinstance(error, RecursionError):
        return "T013", "a macro or template calls itself without end", None
    if isinstance(error, TemplateError):
        return "T010", str(error.message), None
    kind = type(error).__name__
    return "T010", f"this cannot be worked out ({kind})", "is a value empty, or of another kind than the filter wants?"


def _in_templates(
    problems: Collection[Problem],
    html: str,
    sheet: Sheet,
    templates: Templates,
    again: Callable[[Sheet, Templates], str],
) -> tuple[Problem, ...]:
    """Problems of the drafted text at the lines of the templates that wrote it, as far as these can be told.

    Args:
        problems: those of the text.
        html: the text.
        sheet: the paper's.
        templates: those of the workspace.
        again: drafts the text once more, from other templates.
    """
    marks = LineMarks(templates.texts)
    marked = Templates(marks.marked, templates.words, templates.images)
    beside = replace(sheet, problems=[], spelt=set(), met=set(), asks=set(), spent=Spent())
    places = marks.places_of(again(beside, marked))

    def told(problem: Problem) -> Problem:
        place = problem.place and nearest(html, problem.place, places)
        return replace(problem, place=place or Place(sheet.template))

    return tuple(map(told, problems))


def _named_in(problem: Problem, texts: Mapping[str, str]) -> Problem:
    """A problem with a name at the line on which that is written, where some template has it letter by letter."""
    place = problem.place
    if problem.code in NAMING and problem.trail is None and (name := QUOTED.search(problem.sentence)):
        ordered = sorted(texts, key=lambda file: (place is None or file != place.file, file))
        places = (_place_in(texts[file], file, name[1]) for file in ordered)
        place = next(filter(None, places), place)
    return replace(problem, place=place)


def _place_in(text: str, file: str, name: str) -> Place | None:
    found = re.search(rf"""["'#]{re.escape(name)}["']""", text)
    if found is None:
        return None
    before = text[: found.start() + 1]
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


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
