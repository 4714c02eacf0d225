"""P020: a programme whose facts were due to be looked at before the round that mentions it."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem
from reporting.records.register import Meeting

FILE = "data/registers/programmes.yaml"


def find(scene: Scene) -> Iterator[Problem]:
    newest: dict[str, Meeting] = {}
    for series, meeting in scene.rounds():
        for name in meeting.round.programmes or series.dialogue.programmes:
            if name not in newest or newest[name].round.start <= meeting.round.start:
                newest[name] = meeting
    for name, meeting in sorted(newest.items()):
        programme = scene.register.programmes.get(name)
        if programme and programme.review_by and programme.review_by <= meeting.round.start:
            sentence = (
                f"the facts of “{name}” were to be looked at again before round {meeting.round.number} mentions them"
            )
            hint = "look at period, amount and text, then set a new day"
            also = [scene.register.place(round_file(meeting), "start")]
            yield scene.tell("P020", sentence, FILE, (name, "review_by"), hint, also=also, is_warning=True)
