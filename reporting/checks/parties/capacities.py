"""P014: a guest entered as a party of the dialogue, or a party as a guest."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, round_file
from reporting.problems import Problem


def find(scene: Scene) -> Iterator[Problem]:
    for series, meeting in scene.rounds():
        for index, delegation in enumerate(meeting.round.parties):
            if not any(
                delegation.party in entries for entries in (scene.register.countries, scene.register.organisations)
            ):
                continue  # R020 tells of an id that leads nowhere
            is_party = delegation.party in series.dialogue.parties
            if is_party == (delegation.capacity == "party"):
                continue
            what = "is a party of the dialogue" if is_party else "is no party of the dialogue"
            sentence = f"{_who(scene, index)} {what} and takes part as {delegation.capacity}"
            hint = "look at `capacity:` here and at `parties:` in dialogue.yaml"
            also = [scene.register.place(f"{series.folder}/dialogue.yaml", "parties")]
            path = ("parties", index, "capacity")
            yield scene.tell("P014", sentence, round_file(meeting), path, hint, also=also, is_warning=True)


def _who(scene: Scene, index: int) -> str:
    path = ("parties", index, "party")
    led = (each for sheet in scene.sheets for each in sheet.references if sheet.name == "round" and each.path == path)
    return next((scene.called(each, "this party") for each in led), "this party")
