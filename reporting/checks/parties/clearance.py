"""P008, P071: a quote that nobody has cleared, in a round that is published, and words cleared on a day that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem


def find(scene: Scene) -> Iterator[Problem]:
    """P008: a published round with a quote that is not cleared."""
    for _, meeting in scene.rounds():
        if meeting.round.state != "published":
            continue
        for index, quote in enumerate(meeting.round.quotes):
            if quote.cleared_on is None:
                # Until then it is internal, and so is what it is called.
                sentence = "the round is published, and this quote is not cleared"
                hint = "add `cleared_by:` and `cleared_on:`, or take the quote away"
                yield scene.tell("P008", sentence, round_file(meeting), ("quotes", index, "text"), hint)


def when(scene: Scene) -> Iterator[Problem]:
    """P071: a quote that was cleared on a day to come, or after it had gone out."""
    for _, meeting in scene.rounds():
        published = meeting.round.published
        for index, quote in enumerate(meeting.round.quotes):
            if quote.cleared_on and scene.on and quote.cleared_on > scene.on:
                sentence = f"the quote is cleared, and that day lies after {scene.on}, the day that counts as today"
                hint = "take the day out until it is cleared, or set `as_of` in data/house.yaml to today"
            elif quote.cleared_on and published and quote.cleared_on > published:
                sentence = "the quote was cleared after the results of the round had gone out"
                hint = "mend one of the two days"
            else:
                continue
            path = ("quotes", index, "cleared_on")
            yield scene.tell("P071", sentence, round_file(meeting), path, hint, is_warning=True)
