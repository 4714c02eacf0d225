"""P073: a file that was closed before its round was over."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem


def find(scene: Scene) -> Iterator[Problem]:
    for _, meeting in scene.rounds():
        filing = meeting.round.archive
        if filing and filing.closed_on and filing.closed_on < meeting.round.last_day:
            sentence = "the file was closed before the round was over"
            hint = "mend `closed_on:`, or `start` and `end` of the round"
            yield scene.tell("P073", sentence, round_file(meeting), ("archive", "closed_on"), hint, is_warning=True)
