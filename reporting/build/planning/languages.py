"""In which languages papers are, and for whom: the walk over papers by language, for all who ask what they print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reporting.build.planning.plan import Paper
from reporting.records.levels import Level
from reporting.records.model.pairs import tags_of

Readers = Mapping[str, Level]
"""Languages of papers, each with the highest audience that one of them has."""


def readers_by_language(papers: Iterable[Paper]) -> Readers:
    """The languages of some papers; one in two languages has both."""
    found: dict[str, Level] = {}
    for paper in papers:
        for tag in tags_of(paper.language):
            found[tag] = max(found.get(tag, Level.PUBLIC), paper.audience)
    return found


def papers_by_round(papers: Iterable[Paper]) -> dict[tuple[str, str], list[Paper]]:
    """The papers of each round, by dialogue and round."""
    found: dict[tuple[str, str], list[Paper]] = {}
    for paper in papers:
        found.setdefault((paper.dialogue, paper.round), []).append(paper)
    return found
