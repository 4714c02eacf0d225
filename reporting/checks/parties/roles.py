"""P015: a meeting that was held, and not a word on who hosted or chaired it; an empty list says that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem
from reporting.records.model.round import Round


def find(scene: Scene) -> Iterator[Problem]:
    for _, meeting in scene.rounds():
        for key in _empty(meeting.round):
            verb = "hosted" if key == "hosts" else "chaired"
            sentence = f"the round was held, and the record does not say who {verb} it"
            hint = f"add `{key}:` with the person, by the id in people.yaml, or write `{key}: []` if nobody knows"
            yield scene.tell("P015", sentence, round_file(meeting), ("state",), hint, is_warning=True)


def _empty(round_: Round) -> list[str]:
    if round_.state == "planned" or round_.mode == "written":
        return []
    wanted = ["chairs"] if round_.mode == "video" else ["hosts", "chairs"]
    return [key for key in wanted if not getattr(round_, key) and key not in round_.model_fields_set]
