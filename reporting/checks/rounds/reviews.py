"""P020: a programme whose facts were due to be looked at before the round that mentions it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from reporting.checks.scene import Scene, is_open, round_file
from reporting.problems import Problem
from reporting.records.levels import Level
from reporting.records.register import Register
from reporting.records.walk import level_at

FILE = "data/registers/programmes.yaml"


class Mention(NamedTuple):
    """The newest round that mentions a programme."""

    number: int
    start: datetime.date
    file: str
    is_shown: bool
    """Whether everybody may know of the round and of what it mentions."""


def find(scene: Scene) -> Iterator[Problem]:
    programmes = scene.register.programmes
    due = {name: each.review_by for name, each in programmes.items() if each.review_by}
    newest = _newest(scene.register) if due else {}
    for name, mention in sorted(newest.items()):
        if name in due and due[name] <= mention.start:
            what = f"“{name}”" if is_open(programmes[name]) else "this programme"
            who = f"round {mention.number}" if mention.is_shown else "a round"
            sentence = f"the facts of {what} were to be looked at again before {who} mentions them"
            hint = "look at period, amount and text, then set a new day"
            also = [scene.register.place(mention.file, "start")]
            yield scene.tell("P020", sentence, FILE, (name, "review_by"), hint, also=also, is_warning=True)


def _newest(register: Register) -> dict[str, Mention]:
    """By programme the newest round that mentions it."""
    newest: dict[str, Mention] = {}
    for series in register.series.values():
        for meeting in series.meetings.values():
            record = meeting.round if meeting.round.programmes else series.dialogue
            is_shown = level_at(record, ("programmes",), above=series.level_of(meeting)) is Level.PUBLIC
            here = Mention(meeting.round.number, meeting.round.start, round_file(meeting), is_shown)
            for name in meeting.round.programmes or series.dialogue.programmes:
                if name not in newest or newest[name].start <= here.start:
                    newest[name] = here
    return newest
