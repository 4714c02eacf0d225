"""Small document types and templates, for tests of drafting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reporting.drafting.draft import Drafted, draft
from reporting.drafting.lint.check import check_type
from reporting.drafting.templates import Templates
from reporting.drafting.types import DocumentType
from reporting.problems import Problem
from reporting.records.levels import Level
from tests.support.desk import view

WORDS = {"en": {"draft": "Draft {number} of {day}", "verbs": {"agree": {"past": "agreed"}, "note": {"past": "noted"}}}}
ALL_PARTS = ("statement", "briefing", "agenda", "previous", "earlier", "commitments", "acronyms")


def kind(audience: Level = Level.PUBLIC, *, parts: tuple[str, ...] = (), draft_of: str | None = None) -> DocumentType:
    """A document type called `note`."""
    return DocumentType(
        name="note",
        title={"en": "Note"},
        audience=audience,
        audience_when_published=audience,
        formats=("pdf",),
        languages=("en",),
        parts=parts,
        draft_of=draft_of,
    )


def templates(source: str, others: Mapping[str, str] | None = None) -> Templates:
    """A template for `note`; what is no article yet is put into one."""
    if "<article" not in source and "{% extends" not in source:
        title = "" if "<h1>" in source else "<h1>A</h1>"
        source = f'<article lang="en">{title}{source}</article>'
    return Templates({"note/en.html.j2": source, **(others or {})}, WORDS, {"emblem.png": b"picture"})


def drafted(
    source: str,
    level: Level = Level.PUBLIC,
    *,
    others: Mapping[str, str] | None = None,
    marking: str = "",
    draft_of: str | None = None,
    **changed: Any,
) -> Drafted:
    """The paper that a template makes of the sample register."""
    made = view(level, **changed)
    return draft(kind(level, parts=ALL_PARTS, draft_of=draft_of), made, templates(source, others), marking=marking)


def written(source: str, level: Level = Level.PUBLIC, **changed: Any) -> str:
    """The words of that paper below its title; it must have no problem."""
    result = drafted(source, level, **changed)
    assert result.problems == ()
    assert result.document is not None
    return "".join(each.text_content() for each in result.document.tree() if each.tag != "h1")


def found(
    source: str,
    level: Level = Level.PUBLIC,
    *,
    parts: tuple[str, ...] = ALL_PARTS,
    others: Mapping[str, str] | None = None,
) -> list[Problem]:
    """What the check of templates says of a template."""
    return check_type(kind(level, parts=parts), "en", templates(source, others))
