"""Corrections: what the record says of them to one audience, and the notice that goes into the next version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from reporting.archive.about import About, Notice
from reporting.audiences.project import Projector
from reporting.audiences.values import Words
from reporting.drafting.templates import Templates
from reporting.records.levels import Level
from reporting.records.register import Meeting


def notices_of(meeting: Meeting, audience: Level, languages: tuple[str, ...]) -> Mapping[str, tuple[Notice, ...]]:
    """By language, the corrections of a round that the audience may read, in order of the record."""
    return {language: tuple(_notices(meeting, audience, language)) for language in languages}


def _notices(meeting: Meeting, audience: Level, language: str) -> list[Notice]:
    projector = Projector(audience, language, meeting.round.start, {})
    told = projector.some(meeting.round, "round", ("corrections",)) or {"corrections": []}
    return [
        Notice(
            each["id"],
            each["day"].isoformat(),
            **{name: _words(each[name]) for name in ("what", "was", "now", "why")},
        )
        for each in told["corrections"]
    ]


def _words(value: Any) -> str:
    """The words; where the record has none in this language, the place says so instead of being empty."""
    if isinstance(value, Words):
        return value.text
    return f"[{', '.join(value.languages)}]" if value is not None else "–"


def notice_text(about: About, language: str, templates: Templates) -> str:
    """The corrigendum of a version, in one language of labels."""
    labels = {**ENGLISH, **_labels(templates, language)}
    head = [labels["title"].upper(), "", about.title, ""]
    first = {"of": about.series, "version": f"v{about.version}", "replaces": about.replaces}
    told = [asdict(notice) for notice in about.notices[language]]
    parts = [first, *({name: each[name] for name in ("what", "was", "now", "why", "day")} for each in told)]
    width = max(map(len, labels.values())) + 2
    texts = ("\n".join(f"{labels[name] + ':':<{width}}{words}" for name, words in part.items()) for part in parts)
    return "\n".join([*head, "\n\n".join(texts), ""])


def _labels(templates: Templates, language: str) -> dict[str, str]:
    told = templates.words.get(language, {}).get("corrigendum")
    return {str(key): str(value) for key, value in told.items()} if isinstance(told, Mapping) else {}


ENGLISH = {
    "title": "Corrigendum",
    "of": "Papers",
    "replaces": "Replaces",
    "version": "Version",
    "what": "What is corrected",
    "was": "Was",
    "now": "Is",
    "why": "Why",
    "day": "Day of the correction",
}
"""Labels for a language whose file of words has none."""
