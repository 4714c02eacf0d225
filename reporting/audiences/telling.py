"""Who speaks, as a template meets it: the variable `voice`, and whose name and contacts stand on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reporting.audiences.project import Projector
from reporting.protocol.voices import Speaker, host_party
from reporting.records.model.round import Round

Data = dict[str, Any]
PARTIES = ("countries", "organisations")


def told_by(
    speaker: Speaker, round_: Round, places: Sequence[int], data: Data, projector: Projector, *, own: str
) -> Data:
    """`voice`, and the variables that it changes: `issuer` and `contacts`.

    Args:
        speaker: who speaks.
        round_: the round as the audience knows it.
        places: where in the record the voices stand that the audience may know of.
        data: house, dialogue and round, projected.
        projector: for the audience.
        own: the party for which the house speaks.
    """
    # Numbered among those that are seen: a gap would tell of what is not.
    told = _entry(places.index(speaker.entry) if speaker.entry in places else None, round_, projector)
    is_others = speaker.kind in ("host", "counterpart")
    # What the house prepared for the press is for its own papers and for those of all sides.
    press: Data = {} if is_others else data["round"]["press"] or {}
    party = projector.entry(speaker.party, PARTIES) if speaker.party else None
    voice = {
        "id": speaker.id,
        "kind": speaker.kind,
        "party": party,
        "keeper": projector.entry(speaker.copy, PARTIES) if speaker.copy else None,
        "is_house": speaker.kind == "own" and not told.get("issuer") and not (data["dialogue"] or {}).get("issuer"),
        "first_person": told.get("first_person", False),
        "number": told.get("number") or press.get("number"),
        "headline": told.get("headline") or press.get("headline"),
        "notes": told.get("notes") or press.get("notes") or [],
        "embargo": press.get("embargo"),
        "day": press.get("day"),
        "city": told.get("city") or (_city(speaker, told, party, data) if is_others else press.get("city")),
    }
    contacts = told.get("contacts") or ([] if is_others else data["contacts"])
    voice["desks"] = [{"party": None, "contacts": contacts}] if contacts else []
    if speaker.kind == "joint" and not told.get("contacts") and not speaker.copy:
        voice["desks"] = _desks(own, round_, data, projector)
        contacts = [each for desk in voice["desks"] for each in desk["contacts"]]
    return {"voice": voice, "issuer": told.get("issuer") or data["issuer"], "contacts": contacts}


def _entry(number: int | None, round_: Round, projector: Projector) -> Data:
    """What a round says of one of its voices."""
    return {} if number is None else projector.node(round_.voices[number], f"round.voices[{number}]") or {}


def _city(speaker: Speaker, told: Data, party: Data | None, data: Data) -> Any:
    """Where another side issues its paper: the host where they met, a counterpart from its capital or its issuer's seat."""
    place = data["round"]["place"]
    if speaker.kind == "host" and place:
        return place["city"]
    return (party or {}).get("capital") or (told.get("issuer") or {}).get("seat") or (party or {}).get("seat")


def _desks(own: str, round_: Round, data: Data, projector: Projector) -> list[Data]:
    """Whom the press may ask on each side: the house's own, and those that the voices of others name."""
    contacts = {own: data["contacts"]}
    for number, voice in enumerate(round_.voices):
        party = voice.party or {"host": host_party(round_), "own": own}.get(voice.kind, "")
        if voice.contacts and (voice.kind == "own" or party not in contacts):
            contacts[party] = _entry(number, round_, projector).get("contacts") or []
    return [
        {"party": projector.entry(party, PARTIES) if party else None, "contacts": named}
        for party, named in contacts.items()
        if named
    ]


def complete(voice: Data, round_: Data) -> None:
    """Adds to `voice` what it says of the table: who the others are, and whether who speaks hosts or chairs."""
    own = (voice["party"] or {}).get("id")
    parties = [each["party"] for each in round_["members"] if each["party"]]
    hosts = _ids(round_["hosts"]) or _ids([{"party": round_["invitation_by"]}])
    voice["others"] = [each for each in parties if each["id"] != own]
    guests = [each for each in round_["guests"] if each["party"] and each["party"]["id"] != own]
    voice["guests"] = [{"party": each["party"], "capacity": each["capacity"]} for each in guests]
    voice["is_host"] = own in hosts
    voice["is_chair"] = own in _ids(round_["chairs"])
    order = [each["id"] for each in parties]
    voice["desks"].sort(key=lambda desk: _place(desk["party"], order))


def _place(party: Data | None, order: list[str]) -> int:
    return order.index(party["id"]) if party and party["id"] in order else len(order)


def _ids(roles: list[Data]) -> list[str]:
    return [each["party"]["id"] for each in roles if each["party"]]
