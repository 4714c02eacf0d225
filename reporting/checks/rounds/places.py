"""P021: a meeting by video or in writing with a place, or one in person without."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem


def find(scene: Scene) -> Iterator[Problem]:
    for _, meeting in scene.rounds():
        is_remote = meeting.round.mode in ("video", "written")
        if is_remote and meeting.round.place is not None:
            sentence = f"a meeting with the mode “{meeting.round.mode}” has a place"
            hint = "take `place:` away, or set `mode: in-person` or `mode: hybrid`"
            yield scene.tell("P021", sentence, round_file(meeting), ("place",), hint)
        if not is_remote and meeting.round.place is None:
            sentence = f"a meeting with the mode “{meeting.round.mode}” has no place"
            hint = "add `place:` with the city, or set `mode: video` or `mode: written`"
            yield scene.tell("P021", sentence, round_file(meeting), ("mode",), hint)
