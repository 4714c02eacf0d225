"""P043: the state of a round, its days and the day that counts as today do not go together."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem
from reporting.records.register import Meeting
from reporting.records.walk import Path

SET_TODAY = "set `as_of` in data/house.yaml to today, or mend the day"


def find(scene: Scene) -> Iterator[Problem]:
    for _, meeting in scene.rounds():
        found = [*_state(meeting), *(_against_today(scene.on, meeting) if scene.on else ())]
        for path, sentence, hint in found:
            yield scene.tell("P043", sentence, round_file(meeting), path, hint, is_warning=True)
        for path, sentence, hint in _statement(scene, meeting):
            file = f"{meeting.folder}/statement.yaml"
            yield scene.tell("P043", sentence, file, path, hint, is_warning=True)


Finding = tuple[Path, str, str]
"""Where, what, and what to do about it. No sentence quotes a day of the record, which may keep it from some readers."""


def _state(meeting: Meeting) -> Iterator[Finding]:
    """What the days of a round say against its state, and against each other."""
    round_ = meeting.round
    if round_.published and round_.state != "published":
        sentence = f"its results went out, and its state is still {round_.state}"
        yield ("published",), sentence, "write `state: published`, or take `published:` out"
    if round_.published and round_.published < round_.start:
        yield ("published",), "its results went out before the round began", "mend one of the two days"
    if round_.outcomes and round_.state == "planned":
        yield ("outcomes",), "a round that is still planned has outcomes", "write `state: held` once it has been held"


def _against_today(on: datetime.date, meeting: Meeting) -> Iterator[Finding]:
    """What of a round lies on the wrong side of today."""
    round_ = meeting.round
    last = ("end",) if round_.end else ("start",)
    if round_.state == "planned" and round_.last_day < on:
        hint = "write `state: held` and what came of it; or give it its new day"
        yield last, f"the round is still planned, and its last day lies before {_today(on)}", hint
    if round_.state != "planned" and round_.last_day > on:
        yield ("state",), f"the round is {round_.state}, and its last day lies after {_today(on)}", SET_TODAY
    elif round_.published and round_.published > on:
        yield ("published",), f"its results are out, and that day lies after {_today(on)}", SET_TODAY


def _statement(scene: Scene, meeting: Meeting) -> Iterator[Finding]:
    """What the days of a statement say against those of the round, and against today."""
    statement = meeting.statement
    if statement is None:
        return
    if statement.adopted and statement.adopted < meeting.round.start:
        yield ("adopted",), "the statement was adopted before the round began", "mend one of the two days"
    for key, done in (("adopted", "adopted"), ("published", "published")):
        day = getattr(statement, key)
        if day and scene.on and day > scene.on:
            yield (key,), f"the statement is {done}, and that day lies after {_today(scene.on)}", SET_TODAY


def _today(on: datetime.date) -> str:
    return f"{on}, the day that counts as today"
