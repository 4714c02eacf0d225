"""P069, P072: a text that went out before it was there, and a round that went out on no day."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem


def too_early(scene: Scene) -> Iterator[Problem]:
    """P069: a statement that was published before it was adopted, or before the round began."""
    for _, meeting in scene.rounds():
        statement = meeting.statement
        if statement is None or statement.published is None:
            continue
        is_unheld = statement.published < meeting.round.start
        if is_unheld or (statement.adopted is not None and statement.published < statement.adopted):
            before = "the round began" if is_unheld else "it was adopted"
            sentence = f"the statement was published before {before}"
            hint = "mend one of the two days; from the day of publication on, everybody may read the statement"
            file = f"{meeting.folder}/statement.yaml"
            # The day of adoption may be kept back, and whether a paper is made must not hang on it.
            yield scene.tell("P069", sentence, file, ("published",), hint, is_warning=not is_unheld)


def without_day(scene: Scene) -> Iterator[Problem]:
    """P072: a published round that does not say when its results went out.

    One that has no results is kept for the history of later ones, and its day may not be known.
    """
    for _, meeting in scene.rounds():
        round_ = meeting.round
        has_results = bool(round_.outcomes or round_.quotes or meeting.statement)
        if has_results and round_.state == "published" and round_.published is None:
            sentence = "the round is published, and the record does not say on which day"
            hint = "add `published:`; without it papers carry the last day of the meeting"
            yield scene.tell("P072", sentence, round_file(meeting), ("state",), hint, is_warning=True)
