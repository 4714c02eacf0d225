"""Corrections: what the record says of them to one audience, and the notice that goes into the next version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from reporting.archive.package.about import About, Notice
from reporting.audiences.project import Projector
from reporting.audiences.values import Untranslated, Words
from reporting.drafting.templates import Templates
from reporting.problems import Failed, Place, Problem
from reporting.records.levels import Level
from reporting.records.register import Meeting

LABELS = ("title", "of", "version", "replaces", "what", "was", "now", "why", "day")
"""What a notice needs of `corrigendum:` in `templates/words/<language>.yaml`."""


def notices_of(
    meeting: Meeting, audience: Level, languages: tuple[str, ...], papers: tuple[str, ...]
) -> Mapping[str, tuple[Notice, ...]]:
    """By language, the corrections of a round that the audience may read, in order of the record.

    Args:
        meeting: the round.
        audience: who may read them.
        languages: those that a notice could be written in.
        papers: languages of the papers; others are left out unless the record has the corrections in them.
    """
    told = {language: _corrections(meeting, audience, language) for language in languages}
    return {
        language: tuple(map(_notice, found))
        for language, found in told.items()
        if language in papers or _is_said_in(language, found)
    }


def _is_said_in(language: str, corrections: list[Mapping[str, Any]]) -> bool:
    """Whether somebody wrote in that language, and nothing is missing in it."""
    texts = [value for each in corrections for value in each.values() if isinstance(value, (Words, Untranslated))]
    own = (isinstance(text, Words) and text.path.endswith(f".{language}") for text in texts)
    return any(own) and not any(isinstance(text, Untranslated) for text in texts)


def _corrections(meeting: Meeting, audience: Level, language: str) -> list[Mapping[str, Any]]:
    projector = Projector(audience, language, meeting.round.start, {})
    told = projector.some(meeting.round, "round", ("corrections",)) or {}
    return list(told.get("corrections", ()))


def _notice(told: Mapping[str, Any]) -> Notice:
    words = {name: _words(told[name]) for name in ("what", "was", "now", "why")}
    return Notice(told["id"], told["day"].isoformat(), **words)


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
