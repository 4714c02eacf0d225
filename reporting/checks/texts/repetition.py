"""P009: a paragraph that stands word for word in an earlier round; what in it may be out of date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from reporting.checks.scene import Scene, Sheet, Words
from reporting.problems import Place, Problem
from reporting.records.register import Meeting
from reporting.records.walk import Path

SHORTEST = 60
"""Letters; what is shorter is a phrase that may well come back."""
STANDING = "see whether it still holds; standing text belongs into `purpose:` of the dialogue or into a register"
PARAGRAPHS = re.compile(r"\n\s*\n")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where a paragraph was met first."""

    number: int
    """That of the round."""
    start: datetime.date
    file: str
    path: Path
    is_known: bool
    """Whether everybody may know of the round."""


Met = dict[bytes, Earlier]
"""Where each paragraph of a dialogue was met first, by its hash: the words of all rounds together have no room."""


def find(scene: Scene) -> Iterator[Problem]:
    for _, meeting in scene.rounds():
        met = scene.so_far(_nothing_met)
        for sheet in scene.sheets:
            yield from _repeated(scene, sheet, meeting, met)


def _nothing_met() -> Met:
    return {}


def _repeated(scene: Scene, sheet: Sheet, meeting: Meeting, met: Met) -> Iterator[Problem]:
    round_, known = meeting.round, sheet.series.is_known(meeting)
    for words in sheet.words:
        if len(words.words) < SHORTEST:
            continue
        for paragraph in _paragraphs(words):
            here = Earlier(round_.number, round_.start, sheet.file, words.path, known)
            earlier = met.setdefault(blake2b(paragraph.encode(), digest_size=16).digest(), here)
            if earlier.number < round_.number:
                yield _problem(scene, sheet, words, paragraph, earlier, are_known=known and earlier.is_known)
                break


def _paragraphs(words: Words) -> list[str]:
    parts = PARAGRAPHS.split(words.words) if "\n" in words.words else [words.words]
    folded = (" ".join(part.split()) for part in parts)
    return [part for part in folded if len(part) >= SHORTEST]


def _problem(scene: Scene, sheet: Sheet, words: Words, paragraph: str, earlier: Earlier, *, are_known: bool) -> Problem:
    age = (sheet.meeting.round.start - earlier.start).days if sheet.meeting else 0
    where = f"round {earlier.number}, {age} days before" if are_known else "an earlier round"
    sentence = f"the same paragraph stands in {where}"
    years = sorted(set(YEAR.findall(paragraph))) if words.is_shown else []
    if years:
        sentence += f", and names {', '.join(years)}"
    # What everybody may read can move to where everybody reads it; anything else must not be sent there.
    hint = STANDING if words.is_shown else "see whether it still holds, and reword it"
    also: tuple[Place, ...] = (scene.register.place(earlier.file, *earlier.path),)
    return scene.tell("P009", sentence, sheet.file, words.path, hint, also=also, is_warning=True)
