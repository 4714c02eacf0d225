"""Who speaks, as a template meets it: the variable `voice`, and whose name and contacts stand on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reporting.audiences.project import Projector
from reporting.protocol.voices import Speaker
from reporting.records.model.round import Round

PARTIES = ("countries", "organisations")


def told_by(
    speaker: Speaker, round_: Round, places: Sequence[int], data: dict[str, Any], projector: Projector
) -> dict[str, Any]:
    """`voice`, and the variables that it changes: `issuer` and `contacts`.

    Args:
        speaker: who speaks.
        round_: the round as the audience knows it.
        places: where in the record the voices stand that the audience may know of.
        data: house, dialogue and round, projected.
        projector: for the audience.
    """
    told: dict[str, Any] = {}
    if speaker.entry in places:
        # Numbered among those that are seen: a gap would tell of what is not.
        number = places.index(speaker.entry)
        told = projector.node(round_.voices[number], f"round.voices[{number}]") or {}
    is_others = speaker.kind in ("host", "counterpart")
    voice = {
        "id": speaker.id,
        "kind": speaker.kind,
        "party": projector.entry(speaker.party, PARTIES) if speaker.party else None,
        "keeper": projector.entry(speaker.copy, PARTIES) if speaker.copy else None,
        "is_house": speaker.kind == "own" and not told.get("issuer") and not (data["dialogue"] or {}).get("issuer"),
        "first_person": told.get("first_person", False),
        "number": told.get("number") or (None if is_others else (data["round"]["press"] or {}).get("number")),
        "city": told.get("city"),
    }
    contacts = told.get("contacts") or ([] if is_others else data["contacts"])
    return {"voice": voice, "issuer": told.get("issuer") or data["issuer"], "contacts": contacts}


def complete(voice: dict[str, Any], round_: dict[str, Any]) -> None:
    """Adds to `voice` what it says of the table: who the others are, and whether who speaks hosts or chairs."""
    own = (voice["party"] or {}).get("id")
    parties = [each["party"] for each in round_["members"] if each["party"]]
    hosts = _ids(round_["hosts"]) or _ids([{"party": round_["invitation_by"]}])
    voice["others"] = [each for each in parties if each["id"] != own]
    voice["guests"] = [each for each in round_["guests"] if each["party"] and each["party"]["id"] != own]
    voice["is_host"] = own in hosts
    voice["is_chair"] = own in _ids(round_["chairs"])


def _ids(roles: list[dict[str, Any]]) -> list[str]:
    return [each["party"]["id"] for each in roles if each["party"]]
