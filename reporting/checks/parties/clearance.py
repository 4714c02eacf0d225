"""P008: a quote that nobody has cleared, in a round that is published."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem


def find(scene: Scene) -> Iterator[Problem]:
    for _, meeting in scene.rounds():
        if meeting.round.state != "published":
            continue
        for index, quote in enumerate(meeting.round.quotes):
            if quote.cleared_on is None:
                sentence = f"the round is published, and the quote “{quote.id}” is not cleared"
                hint = "add `cleared_by:` and `cleared_on:`, or take the quote away"
                yield scene.tell("P008", sentence, round_file(meeting), ("quotes", index, "text"), hint)
