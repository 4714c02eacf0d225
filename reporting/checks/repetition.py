"""P009: a paragraph that stands word for word in an earlier round; what in it may be out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reporting.checks.scene import Scene, Sheet, Words
from reporting.problems import Place, Problem
from reporting.records.register import Meeting

SHORTEST = 60
"""Letters; what is shorter is a phrase that may well come back."""
PARAGRAPHS = re.compile(r"\n\s*\n")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where a paragraph was met first."""

    meeting: Meeting
    sheet: Sheet
    words: Words


def find(scene: Scene) -> Iterator[Problem]:
    for series in scene.register.series.values():
        sheets = [sheet for sheet in scene.sheets_of(series.id) if sheet.meeting is not None]
        met: dict[str, Earlier] = {}
        for sheet in sheets:
            yield from _repeated(scene, sheet, met)


def _repeated(scene: Scene, sheet: Sheet, met: dict[str, Earlier]) -> Iterator[Problem]:
    meeting = sheet.meeting
    if meeting is None:
        return
    for words in sheet.words:
        if len(words.words) < SHORTEST:
            continue
        for paragraph in _paragraphs(words):
            earlier = met.setdefault(paragraph, Earlier(meeting, sheet, words))
            if earlier.meeting.round.number < meeting.round.number:
                yield _problem(scene, sheet, words, paragraph, earlier)
                break


def _paragraphs(words: Words) -> list[str]:
    parts = PARAGRAPHS.split(words.words) if "\n" in words.words else [words.words]
    folded = (" ".join(part.split()) for part in parts)
    return [part for part in folded if len(part) >= SHORTEST]


def _problem(scene: Scene, sheet: Sheet, words: Words, paragraph: str, earlier: Earlier) -> Problem:
    then = earlier.meeting.round
    age = (sheet.meeting.round.start - then.start).days if sheet.meeting else 0
    sentence = f"the same paragraph stands in round {then.number}, {age} days before"
    years = sorted(set(YEAR.findall(paragraph))) if words.is_shown else []
    if years:
        sentence += f", and names {', '.join(years)}"
    hint = "see whether it still holds; standing text belongs into `purpose:` of the dialogue or into a register"
    also: tuple[Place, ...] = (scene.register.place(earlier.sheet.file, *earlier.words.path),)
    return scene.tell("P009", sentence, sheet.file, words.path, hint, also=also, is_warning=True)
