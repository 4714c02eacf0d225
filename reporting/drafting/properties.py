"""What a paper says of itself outside of its text, from the view alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from reporting.audiences.values import Words
from reporting.document.document import Properties
from reporting.drafting.filters.texts import plain
from reporting.drafting.types import DocumentType
from reporting.languages.dates import write_date
from reporting.problems import Failed, Place, Problem

BETWEEN = " · "
"""Stands between the word of a draft and that of a translation."""
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


def properties_of(
    kind: DocumentType, data: Mapping[str, Any], html: str, title: str, paper: Mapping[str, Any]
) -> Properties:
    """The properties of a drafted paper.

    Args:
        kind: its document type.
        data: the variables of its view, as templates meet them, so that what is read of them is noted.
        html: the article.
        title: what its block `title` says, if it has one.
        paper: what templates know as `paper`.
    """
    return Properties(
        title=title or _heading(html, kind, paper),
        language=paper["language"],
        author=_words(data["issuer"], "official"),
        created=data["round"][kind.dated_by],
        subject=paper["title"],
        identifier=paper["identifier"],
        keywords=_keywords(data),
        rights=_words(data["house"], "rights"),
        marking=paper["marking"],
        draft=BETWEEN.join(filter(None, (paper["draft"], paper["translation"]))),
        titles={tag: name for tag, name in sorted(kind.title.items()) if tag != paper["language"]},
        event=event_of(data),
    )


def draft_text(kind: DocumentType, data: Mapping[str, Any], language: str, words: Mapping[str, Any]) -> str:
    """Which draft the paper is, such as `Draft 3 of 2 June 2017`; nothing where it is final, or its number or day is kept back.

    Raises:
        Failed: the labels of the language do not say how a draft is named.
    """
    draft = (data.get(kind.draft_of or "") or {}).get("draft")
    if draft is None or draft["number"] is None or draft["day"] is None:
        return ""
    pattern = words.get("draft")
    if not isinstance(pattern, str):
        place = Place(f"templates/words/{language}.yaml")
        raise Failed(Problem("T037", "there is no label `draft`", place, "add `draft: Draft {number} of {day}`"))
    return pattern.replace("{number}", str(draft["number"])).replace("{day}", write_date(draft["day"], language))


def event_of(data: Mapping[str, Any]) -> Mapping[str, str]:
    """schema.org facts of the meeting, those that are known."""
    round_, place = data["round"], data["round"]["place"] or {}
    facts = {
        "name": _words(round_, "title") or _words(data["dialogue"], "name"),
        "startDate": round_["start"].isoformat(),
        "endDate": round_["last_day"].isoformat(),
        "location": _words(place, "city"),
        "organizer": _words(data["issuer"], "official"),
    }
    return {name: fact for name, fact in facts.items() if fact}


def _heading(html: str, kind: DocumentType, paper: Mapping[str, Any]) -> str:
    """The words of the first heading.

    A marked paper's heading may hold what its properties must not: there the type gives the name.
    """
    heading = None if paper["marking"] else HEADING.search(html)
    return plain(Markup(heading[1])) if heading else str(paper["title"])  # noqa: S704 - of a checked document


def _keywords(data: Mapping[str, Any]) -> tuple[str, ...]:
    dialogue, place = data["dialogue"], data["round"]["place"] or {}
    words = (_words(dialogue, "acronym"), _words(dialogue, "short"), _words(place, "city"))
    return tuple(dict.fromkeys(each for each in words if each))


def _words(thing: Mapping[str, Any] | None, name: str) -> str:
    value = (thing or {}).get(name)
    return plain(value) if isinstance(value, Words) else ""
