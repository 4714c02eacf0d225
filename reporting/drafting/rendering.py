"""From template and variables to the text of a paper, with what went wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.runtime import Context
from markupsafe import Markup

from reporting.drafting.filters.texts import plain
from reporting.drafting.sheet import Sheet, on_sheet, place_of_error, spent, written_of
from reporting.drafting.spending import Spent, TooMuch
from reporting.drafting.syntax import syntax_problem
from reporting.drafting.templates import Templates
from reporting.languages.spacing import raised, spaced
from reporting.problems import Failed, Place, Problem

ENDLESS = "does a loop go through a list inside of itself, or a text grow by itself?"
T = TypeVar("T")
Pieces = Generator[str, None, None]


def written(
    sheet: Sheet, templates: Templates, name: str, variables: Mapping[str, Any], told: Callable[[], Mapping[str, str]]
) -> tuple[Sheet, Mapping[str, Any], tuple[str, str] | None]:
    """The paper's text, with the variables that it was written from.

    It is written twice where it depends on itself: acronyms that are printed once only, and what it has to say of
    translations among the texts that it prints.
    """
    with on_sheet(sheet):
        rendered = caught(sheet, lambda: render(templates, name, sheet.language, variables))
        paper = {**variables["paper"], **(caught(sheet, told) or {})}
    is_whole = bool(sheet.drafts) or not sheet.asks
    if rendered is None or (is_whole and paper == variables["paper"]):
        return sheet, variables, rendered
    again = replace(
        sheet, problems=[], spelt=set(), met=set(), asks=set(), spent=Spent(), drafts=[written_of(rendered[0])]
    )
    return written(again, templates, name, {**variables, "paper": paper}, told)


def render(templates: Templates, name: str, language: str, variables: Mapping[str, Any]) -> tuple[str, str]:
    """The text of the paper, and of its block `title` where the template has one."""
    template = templates.environment(language).get_template(name)
    context = template.new_context(dict(variables))
    html = "".join(_each(cast("Pieces", template.root_render_func(context)), spent()))
    return raised(spaced(html, language), language), spaced(_block(context, "title"), language)


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


def caught(sheet: Sheet, render: Callable[[], T]) -> T | None:
    """What `render` gives, or None after noting what went wrong in it, with the line of the template."""
    try:
        return render()
    except MemoryError:
        raise
    except Failed as failed:
        sheet.problems.extend(failed.problems)
    except TemplateSyntaxError as error:
        sheet.problems.append(syntax_problem(error, f"templates/{error.name}"))
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
