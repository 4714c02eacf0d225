"""Items of an agenda that tell by their title of topics which their readers may not know."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.rounds.agenda import RAISE, telling_of_topics
from reporting.checks.scene import sheets_of
from reporting.problems import Problem
from reporting.release.conditions.gate import Leaving


def tells_of_topics(leaving: Leaving) -> Iterator[Problem]:
    """What `check` warns of [P066], in papers that print the agenda: nothing hangs on it but whether they leave."""
    if not any("agenda" in leaving.opened.types[paper.type].parts for paper in leaving.papers):
        return
    series = leaving.register.series[leaving.papers[0].dialogue]
    for sheet in sheets_of(series, leaving.meeting):
        for item in telling_of_topics(sheet):
            if item.level <= leaving.audience < item.topics:
                sentence = "an item of the agenda tells by its title of topics that are kept from its readers"
                yield Problem("L021", sentence, leaving.place("agenda", item.at, "topics"), RAISE)
