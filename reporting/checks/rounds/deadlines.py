"""P019, P070: a deadline that nobody sees to, and one that was past before anything was agreed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.languages.fuzzy import FuzzyDate
from reporting.problems import Problem
from reporting.records.register import Register


def find(scene: Scene) -> Iterator[Problem]:
    """P019: an outcome with a deadline, and nobody who sees to it."""
    for _, meeting in scene.rounds():
        for index, outcome in enumerate(meeting.round.outcomes):
            if outcome.deadline and outcome.owner is None:
                what = f"the outcome “{outcome.id}”" if scene.is_shown("outcomes", index) else "this outcome"
                sentence = f"{what} has a deadline and no owner"
                hint = "add `owner:` with the party that sees to it"
                path = ("outcomes", index, "deadline")
                yield scene.tell("P019", sentence, round_file(meeting), path, hint, is_warning=True)


def past_before(scene: Scene) -> Iterator[Problem]:
    """P070: a deadline that was over before the round began in which it was set."""
    for series, meeting in scene.rounds():
        start, agreed = meeting.round.start, meeting.round.outcomes
        own = [(index, _last(each.deadline)) for index, each in enumerate(agreed) if each.deadline]
        promised = scene.once(_promised).get((series.id, meeting.id), [])
        for file, key, deadlines in (
            (round_file(meeting), "outcomes", own),
            (f"{series.folder}/commitments.yaml", "commitments", promised),
        ):
            for index, last in deadlines:
                if last < start:
                    sentence = "the deadline was over before the round began in which it was set"
                    hint = "mend the deadline, or the round in which it was set"
                    yield scene.tell("P070", sentence, file, (key, index, "deadline"), hint, is_warning=True)


def _promised(register: Register) -> dict[tuple[str, str], list[tuple[int, datetime.date]]]:
    """By dialogue and round: which commitments were made in it, each with the last day of its deadline."""
    found: dict[tuple[str, str], list[tuple[int, datetime.date]]] = {}
    for series in register.series.values():
        for index, each in enumerate(series.commitments):
            if each.deadline:
                found.setdefault((series.id, each.round), []).append((index, _last(each.deadline)))
    return found


def _last(deadline: str) -> datetime.date:
    return FuzzyDate.of(deadline).last()
