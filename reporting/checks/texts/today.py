"""P022: a text that says today and goes out on another day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from reporting.checks.scene import Scene, Sheet
from reporting.problems import Problem
from reporting.records.levels import Level
from reporting.records.model.statement import Statement
from reporting.records.register import Meeting
from reporting.records.walk import level_at

# “Today” for nowadays stands after “of”, as in “the world of today”, or before a possessive, as in “today's world”.
RELATIVE = re.compile(
    r"(?<!of )\b(?:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|aujourd[’']hui|hier|сегодня|вчера)\b(?![’']s)",
    re.IGNORECASE,
)

HINTS = ("today", "yesterday", "tomorrow", "tonight", "this ", "aujourd", "hier", "сегодня", "вчера")


def find(scene: Scene) -> Iterator[Problem]:
    for sheet in scene.sheets:
        published = _published(sheet)
        if sheet.meeting is None or published is None or published <= sheet.meeting.round.last_day:
            continue
        for words in sheet.having(RELATIVE, HINTS):
            match = RELATIVE.search(words.words)
            if match and words.level <= Level.PARTNERS and not words.is_quote:
                what = f"“{match[0]}”" if words.is_shown else "a text"
                says = "stands in a text that goes" if words.is_shown else "says today or the like and goes"
                sentence = f"{what} {says} out {_after(sheet, published, sheet.meeting)} the meeting"
                yield scene.tell("P022", sentence, sheet.file, words.path, "write the date", is_warning=True)


def _after(sheet: Sheet, published: datetime.date, meeting: Meeting) -> str:
    """How long after the meeting the text goes out, as far as everybody may know of it."""
    if level_at(sheet.record, ("published",), above=sheet.series.level_of(meeting)) is not Level.PUBLIC:
        return "after"
    days = (published - meeting.round.last_day).days
    return f"{days} day{'' if days == 1 else 's'} after"


def _published(sheet: Sheet) -> datetime.date | None:
    if isinstance(sheet.record, Statement):
        return sheet.record.published
    return sheet.meeting.round.published if sheet.meeting and sheet.name == "round" else None
