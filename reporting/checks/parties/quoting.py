"""P056: a quote that asks for a voice which the round does not have, so that no release prints it."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem
from reporting.protocol.voices import KINDS, speakers
from reporting.records.nearest import did_you_mean, listed
from reporting.records.register import Meeting, Series


def find(scene: Scene) -> Iterator[Problem]:
    for series, meeting in scene.rounds():
        known = _voices(scene, series, meeting)
        for index, quote in enumerate(meeting.round.quotes):
            for number, name in enumerate(quote.voices):
                if name not in known:
                    hint = did_you_mean(name, known) or f"its voices are {listed(known)}"
                    path = ("quotes", index, "voices", number)
                    yield scene.tell(
                        "P056", "the round has no such voice", round_file(meeting), path, hint, is_warning=True
                    )


def _voices(scene: Scene, series: Series, meeting: Meeting) -> list[str]:
    """What a quote may call the voices of a round: by their kinds, and by what stands in the names of their papers."""
    found = speakers(scene.register.house, series.dialogue, meeting.round, "", KINDS)
    return list(dict.fromkeys(name for each in found for name in (each.kind, each.id) if name))
