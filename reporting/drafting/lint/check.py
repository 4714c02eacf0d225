"""The check of templates before there is any data: every name, field, filter and level, with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reporting.drafting.lint.calls import TooManyCalls
from reporting.drafting.lint.others import Trees
from reporting.drafting.lint.statements import Statements
from reporting.drafting.lint.tags import check_tags
from reporting.drafting.lint.types import scope_of
from reporting.drafting.templates import TOO_DEEP, Templates, templates_of
from reporting.drafting.typefiles import types_of
from reporting.drafting.types import DocumentType
from reporting.problems import Place, Problem, Severity, in_order
from reporting.workspace import Workspace


def check_templates(workspace: Workspace) -> list[Problem]:
    """All that is wrong with the document types, templates and words of a workspace, in order of place."""
    types, templates = types_of(workspace), templates_of(workspace)
    found = [*types.problems, *templates.problems, *check_types(types.value, templates.value)]
    return list(in_order([*found, *check_tags(templates.value.texts)]))


def check_types(types: Mapping[str, DocumentType], templates: Templates) -> Iterator[Problem]:
    """What is wrong with the templates of some document types, in each language that they have."""
    trees: Trees = {}
    for kind in types.values():
        for language in kind.languages:
            yield from check_type(kind, language, templates, trees)


def check_type(kind: DocumentType, language: str, templates: Templates, trees: Trees | None = None) -> list[Problem]:
    """What is wrong with the template of a document type in one language, and with those that it uses.

    Args:
        kind: the type; its audience is the ceiling, its parts are the variables that there are.
        language: language of the template.
        templates: those of the workspace.
        trees: what other checks of the same templates have read already; this one adds to it.
    """
    check = Statements(
        ceiling=kind.ceiling,
        parts=kind.parts,
        sources=templates.texts,
        parse=templates.parsed,
        language=language,
        trees={} if trees is None else trees,
    )
    if language not in templates.words:
        place = Place(f"templates/words/{language}.yaml")
        sentence = f"there are no words for the language `{language}` of {kind.name}"
        check.problems[Problem("T036", sentence, place, severity=Severity.WARNING)] = None
    try:
        check.paper(kind.template(language), scope_of(kind, templates.words.get(language, {})))
    except TooManyCalls:
        sentence = "its macros and templates call one another so often that it comes to no end"
        check.problems[Problem("T013", sentence, Place(f"templates/{kind.template(language)}"))] = None
    except RecursionError:
        check.problems[Problem("T005", TOO_DEEP, Place(f"templates/{kind.template(language)}"))] = None
    return list(check.problems)
