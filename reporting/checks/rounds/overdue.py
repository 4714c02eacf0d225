"""P062: a commitment that is reported as on track after its deadline."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene
from reporting.languages.fuzzy import FuzzyDate
from reporting.problems import Problem


def find(scene: Scene) -> Iterator[Problem]:
    if scene.on is None:
        return
    for series in scene.dialogues():
        for index, commitment in enumerate(series.commitments):
            deadline = commitment.deadline
            if commitment.status == "on-track" and deadline and FuzzyDate.of(deadline).last() < scene.on:
                sentence = f"the commitment is reported as on track, and its deadline is past on {scene.on}"
                hint = "write `status: late` or `delivered`, or the deadline that was agreed on anew"
                file = f"{series.folder}/commitments.yaml"
                yield scene.tell("P062", sentence, file, ("commitments", index, "status"), hint, is_warning=True)
