"""P010: the number of a round is that of the one before and one more, and the next round lies ahead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reporting.checks.rounds.fuzzy import last_day_of
from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem
from reporting.records.register import Meeting, Series

LOOK: Final = "look at the first day of this round"


def find(scene: Scene) -> Iterator[Problem]:
    for series, meeting in scene.rounds():
        if scene.before is not None:
            yield from _follows(scene, scene.before, meeting, series)
        yield from _next(scene, series, meeting)


def _follows(scene: Scene, before: Meeting, meeting: Meeting, series: Series) -> Iterator[Problem]:
    is_whole = not any(each.startswith(f"{series.folder}/") for each in scene.register.broken)
    are_known = series.is_known(before) and series.is_known(meeting)
    found = []
    if meeting.round.number > before.round.number + 1 and is_whole:
        both = f"number {meeting.round.number} follows number {before.round.number}"
        sentence = both if are_known else "the number of this round does not follow that of the one before"
        hint = "count again, or write a round.yaml for the rounds between; a few lines are enough"
        found.append(("number", sentence, hint))
    if meeting.round.start < before.round.start:
        both = f"round {meeting.round.number} begins before round {before.round.number}"
        sentence = both if are_known else "this round begins before the one whose number it follows"
        found.append(("start", sentence, "look at number and date of both"))
    for key, sentence, hint in found:
        also = [scene.register.place(round_file(before), "number")]
        yield scene.tell("P010", sentence, round_file(meeting), (key,), hint, also=also)


def _next(scene: Scene, series: Series, meeting: Meeting) -> Iterator[Problem]:
    coming = meeting.round.next
    if coming is None or coming.when is None:
        return
    last = last_day_of(coming.when)
    path = ("next", "when")
    if last < meeting.round.start:
        sentence = "the next round lies before this one"
        hint = f"this one begins on {meeting.round.start}" if series.is_known(meeting) else LOOK
        yield scene.tell("P010", sentence, round_file(meeting), path, hint)
    elif scene.on and last < scene.on and scene.is_last and meeting.round.state != "published":
        # Papers are still to go out; in those of a published round the next one may be long past.
        sentence = f"the next round lies before {scene.on}, the day that counts as today"
        yield scene.tell("P010", sentence, round_file(meeting), path, "ask when it will be, or write its round.yaml")
