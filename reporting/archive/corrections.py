"""Corrections: what the record says of them to one audience, and the notice that goes into the next version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from reporting.archive.about import About, Notice
from reporting.audiences.project import Projector
from reporting.audiences.values import Words
from reporting.drafting.templates import Templates
from reporting.problems import Failed, Place, Problem
from reporting.records.levels import Level
from reporting.records.register import Meeting

LABELS = ("title", "of", "version", "replaces", "what", "was", "now", "why", "day")
"""What a notice needs of `corrigendum:` in `templates/words/<language>.yaml`."""


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


def languages_of(templates: Templates, papers: tuple[str, ...]) -> tuple[str, ...]:
    """The languages that a notice is written in: those whose file of words has its labels.

    Args:
        templates: where the labels stand.
        papers: languages of the papers that are corrected, whose readers have to be told in them.

    Raises:
        Failed: labels are missing in a language of the papers [A008].
    """
    missing = {tag: ", ".join(name for name in LABELS if name not in _labels(templates, tag)) for tag in papers}
    problems = [
        Problem(
            "A008",
            f"has no words for the notice of a correction: {names}",
            Place(f"templates/words/{tag}.yaml"),
            "write them under `corrigendum:`, as templates/words/en.yaml has them",
        )
        for tag, names in missing.items()
        if names
    ]
    if problems:
        raise Failed(problems)
    return tuple(tag for tag in templates.words if set(LABELS) <= _labels(templates, tag).keys())


def notice_text(about: About, language: str, templates: Templates) -> str:
    """The corrigendum of a version, in a language that `languages_of` gave."""
    labels = _labels(templates, language)
    head = [labels["title"].upper(), "", about.title, ""]
    first = {"of": about.series, "version": f"v{about.version}", "replaces": about.replaces}
    told = [asdict(notice) for notice in about.notices[language]]
    parts = [first, *({name: each[name] for name in ("what", "was", "now", "why", "day")} for each in told)]
    width = max(len(labels[name]) for name in LABELS) + 2
    texts = ("\n".join(f"{labels[name] + ':':<{width}}{words}" for name, words in part.items()) for part in parts)
    return "\n".join([*head, "\n\n".join(texts), ""])


def _labels(templates: Templates, language: str) -> dict[str, str]:
    told = templates.words.get(language, {}).get("corrigendum")
    return {str(key): str(value) for key, value in told.items()} if isinstance(told, Mapping) else {}
