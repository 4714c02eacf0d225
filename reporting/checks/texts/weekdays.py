"""P003: a weekday that does not fall on its date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from reporting.checks.scene import Scene, Sheet, Words
from reporting.problems import Problem

DAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
MONTHS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
NEVER = "never"
DAY = {name: index for names in DAYS.values() for index, name in enumerate(names.split())}
MONTH = {name: index for names in MONTHS.values() for index, name in enumerate(names.split(), start=1)}
_DAY, _MONTH = "|".join(DAY), "|".join(MONTH)
DATED = re.compile(
    rf"\b(?P<weekday>{_DAY}),?\s+(?:the\s+|le\s+)?(?:"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?:of\s+)?(?P<month>{_MONTH})"
    rf"|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)\b(?:,?\s+(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)


def find(scene: Scene) -> Iterator[Problem]:
    for sheet in scene.sheets:
        for words in sheet.having(DATED, DAY):
            for match in DATED.finditer(words.words):
                right = _right(match, sheet)
                if right:
                    yield scene.tell("P003", _sentence(match, words), sheet.file, words.path, _hint(words, right))


def _sentence(match: re.Match[str], words: Words) -> str:
    what = f"“{match[0]}”" if words.is_shown else "a date"
    return f"{what} has the wrong weekday"


def _hint(words: Words, right: str) -> str:
    if right == NEVER:
        return "there is no such day"
    return f"it was a {right}; one of the two is wrong" if words.is_shown else "look the day up in a calendar"


def _right(match: re.Match[str], sheet: Sheet) -> str | None:
    """The weekday on which the date falls, if it is another than the text says."""
    day, month = int(match["day"] or match["day2"]), MONTH[(match["month"] or match["month2"]).lower()]
    found = [_weekday(year, month, day) for year in _years(match, sheet)]
    if not found or DAY[match["weekday"].lower()] in found:
        return None
    return NEVER if found[0] is None else DAYS["en"].split()[found[0]].title()


def _years(match: re.Match[str], sheet: Sheet) -> list[int]:
    """The year as written; without one that of the round, or the next."""
    if match["year"]:
        return [int(match["year"])]
    year = sheet.meeting.round.start.year if sheet.meeting else None
    return [year, year + 1] if year else []


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return datetime.date(year, month, day).weekday()
    except ValueError:
        return None
