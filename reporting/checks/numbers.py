"""P010: the number of a round is that of the one before and one more, and the next round lies ahead."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from reporting.checks.fuzzy import last_day_of
from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem
from reporting.records.register import Meeting, Series


def find(scene: Scene) -> Iterator[Problem]:
    for series in scene.register.series.values():
        for before, meeting in itertools.pairwise(series.meetings.values()):
            yield from _follows(scene, before, meeting, series)
        for meeting in series.meetings.values():
            yield from _next(scene, series, meeting)


def _follows(scene: Scene, before: Meeting, meeting: Meeting, series: Series) -> Iterator[Problem]:
    file = round_file(meeting)
    also = [scene.register.place(round_file(before), "number")]
    is_whole = not any(each.startswith(f"{series.folder}/") for each in scene.register.broken)
    if meeting.round.number > before.round.number + 1 and is_whole:
        sentence = f"number {meeting.round.number} follows number {before.round.number}"
        hint = "count again, or write a round.yaml for the rounds between; a few lines are enough"
        yield scene.tell("P010", sentence, file, ("number",), hint, also=also)
    if meeting.round.start < before.round.start:
        sentence = f"round {meeting.round.number} begins before round {before.round.number}"
        yield scene.tell("P010", sentence, file, ("start",), "look at number and date of both", also=also)


def _next(scene: Scene, series: Series, meeting: Meeting) -> Iterator[Problem]:
    if meeting.round.next is None:
        return
    last = last_day_of(meeting.round.next.when)
    path = ("next", "when")
    if last < meeting.round.start:
        sentence = "the next round lies before this one"
        yield scene.tell("P010", sentence, round_file(meeting), path, f"this one begins on {meeting.round.start}")
    elif scene.on and last < scene.on and _is_awaited(series, meeting):
        sentence = f"the next round lies before {scene.on}, the day that counts as today"
        yield scene.tell("P010", sentence, round_file(meeting), path, "ask when it will be, or write its round.yaml")


def _is_awaited(series: Series, meeting: Meeting) -> bool:
    """Whether papers of the round are still to go out: in those of a published round the next one may be long past."""
    is_latest = meeting is list(series.meetings.values())[-1]
    return is_latest and meeting.round.state != "published"
