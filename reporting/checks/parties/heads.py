"""P067: one person at the head of two delegations in one round."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem
from reporting.records.model.round import Round
from reporting.records.walk import Path


def find(scene: Scene) -> Iterator[Problem]:
    for _, meeting in scene.rounds():
        file = round_file(meeting)
        first: dict[str, Path] = {}
        for person, path in _heads(meeting.round):
            before = first.setdefault(person, path)
            if before[:2] != path[:2]:
                sentence = "whoever leads this delegation leads another one of the round, too"
                hint = "mend one of the two; who meets both sides as host or chair stands under `hosts:` or `chairs:`"
                also = (scene.register.place(file, *before),)
                yield scene.tell("P067", sentence, file, path, hint, also=also, is_warning=True)


def _heads(round_: Round) -> Iterator[tuple[str, Path]]:
    """Who leads a delegation or stands in for its head, and where that is written."""
    for at, delegation in enumerate(round_.parties):
        for key in ("head", "represented_by"):
            person = getattr(delegation, key)
            if person is not None:
                yield person, ("parties", at, key)
