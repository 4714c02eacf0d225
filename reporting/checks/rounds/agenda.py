"""P053, P054, P055, P066: an agenda that cannot be kept, hours of an unknown clock, and items that tell of what is kept back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from reporting.checks.scene import Scene, Sheet, round_file
from reporting.problems import Problem
from reporting.records.levels import Level
from reporting.records.model.agenda import AgendaItem
from reporting.records.model.round import Round

RAISE: Final = "raise `audience:` of the item, or take the topic out of it"


class Telling(NamedTuple):
    """An item of an agenda that tells of topics by its title."""

    at: int
    """Where it stands among the items, from 0."""
    level: Level
    """Who may read it."""
    topics: Level
    """Who may read the first of its topics to be known."""


def outside(scene: Scene) -> Iterator[Problem]:
    """P053: an item on a day on which the round does not meet."""
    for _, meeting in scene.rounds():
        round_ = meeting.round
        for at, item in enumerate(round_.agenda):
            if item.day and not round_.start <= item.day <= round_.last_day:
                sentence = "an item of the agenda lies outside the days of the round"
                hint = "mend the day, or `start` and `end` of the round"
                yield scene.tell("P053", sentence, round_file(meeting), ("agenda", at, "day"), hint)


def order(scene: Scene) -> Iterator[Problem]:
    """P054: an item before the one that stands before it, or while that still goes on in the same room."""
    for _, meeting in scene.rounds():
        for (_, (day, before)), (at, (own, item)) in pairwise(enumerate(_dated(meeting.round))):
            if own < day:
                path, sentence = ("agenda", at, "day"), "an item of the agenda stands after one of a later day"
            elif own == day and _overlap(before, item):
                path, sentence = ("agenda", at, "start"), "an item of the agenda begins before the one above it is over"
            else:
                continue
            hint = "put the items in order, mend the hours, or give items that go on at once a `room` each"
            yield scene.tell("P054", sentence, round_file(meeting), path, hint, is_warning=True)


def clock(scene: Scene) -> Iterator[Problem]:
    """P055: hours of a meeting that has no place whose clock they could be."""
    for _, meeting in scene.rounds():
        round_ = meeting.round
        at = next((at for at, item in enumerate(round_.agenda) if item.start), None)
        if at is not None and round_.zone is None and round_.mode in ("video", "hybrid"):
            sentence = f"the agenda of a meeting with the mode “{round_.mode}” has hours and no time zone"
            hint = "add `zone:` to the round, such as Europe/Oslo; the agenda says it once for all hours"
            path = ("agenda", at, "start")
            yield scene.tell("P055", sentence, round_file(meeting), path, hint, is_warning=True)


def kept_back(scene: Scene) -> Iterator[Problem]:
    """P066: an item whose readers may know of none of its topics, and read its title."""
    for _, meeting in scene.rounds():
        for sheet in scene.sheets:
            for item in telling_of_topics(sheet):
                sentence = (
                    "all topics of this item are kept from some of its readers, who are told of them by its title"
                )
                # No error: whether a paper is made must not hang on what its readers may not know.
                path = ("agenda", item.at, "topics")
                yield scene.tell("P066", sentence, round_file(meeting), path, RAISE, is_warning=True)


def telling_of_topics(sheet: Sheet) -> Iterator[Telling]:
    """The items of an agenda that more people may read than any of their topics; none where the sheet is no round's."""
    if not isinstance(sheet.record, Round):
        return
    levels = {said.path: said.real for said in sheet.walked.texts}
    topics = {topic.id: levels[("topics", at, "title")] for at, topic in enumerate(sheet.record.topics)}
    for at, item in enumerate(sheet.record.agenda):
        own = levels[("agenda", at, "title")]
        nearest = min((topics.get(each, own) for each in item.topics), default=own)
        if nearest > own:
            yield Telling(at, own, nearest)


def _dated(round_: Round) -> list[tuple[datetime.date, AgendaItem]]:
    """Each item with its day: its own, that of the item before, or the first of the round."""
    found, day = [], round_.start
    for item in round_.agenda:
        day = item.day or day
        found.append((day, item))
    return found


def _overlap(before: AgendaItem, item: AgendaItem) -> bool:
    if before.start is None or item.start is None or (before.room and item.room and before.room != item.room):
        return False
    return item.start < (before.end or before.start)
