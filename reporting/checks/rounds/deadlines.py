"""P019: an outcome with a deadline, and nobody who sees to it."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem


def find(scene: Scene) -> Iterator[Problem]:
    for _, meeting in scene.rounds():
        for index, outcome in enumerate(meeting.round.outcomes):
            if outcome.deadline and outcome.owner is None:
                sentence = f"the outcome “{outcome.id}” has a deadline and no owner"
                hint = "add `owner:` with the party that sees to it"
                path = ("outcomes", index, "deadline")
                yield scene.tell("P019", sentence, round_file(meeting), path, hint, is_warning=True)
