"""Whose people are whose in one paper: by their parts in the meeting, then by the offices they hold.

Whose side somebody is on decides about styles such as H.E., which nobody prints for the own side, and about quotes, of
which another side's release prints those of its own people.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from reporting.audiences.derived.people import NAMES
from reporting.protocol.voices import Speaker, host_party, own_party
from reporting.records.model.dialogue import Dialogue
from reporting.records.model.house import House
from reporting.records.model.round import Round

Data = dict[str, Any]
Sides = Mapping[str, str]
"""The party of a person, by the person's id."""
ROLES = ("hosts", "chairs", "opened_by")


def bodies_of(house: House, dialogue: Dialogue, round_: Round) -> dict[str, str]:
    """Bodies that speak for a party: the house and those that issue papers of other voices, each with its party."""
    own, host = own_party(house, dialogue), host_party(round_)
    found = {house.organisation: own, **({dialogue.issuer: own} if dialogue.issuer else {})}
    for voice in round_.voices:
        party = voice.party or (host if voice.kind == "host" else "")
        if voice.issuer and party:
            found[voice.issuer] = party
    return found


def sides_of(people: Collection[Data], round_: Data, statement: Data | None, bodies: Mapping[str, str]) -> Sides:
    """The party of each of some people, as far as the audience may know."""
    by_office = {each["id"]: _by_office(each, bodies) for each in people}
    return {**by_office, **dict(_placed(round_, statement))}


def _placed(round_: Data, statement: Data | None) -> Iterator[tuple[str, str]]:
    roles = [role for name in ROLES for role in round_.get(name) or []]
    for role in [*roles, *((statement or {}).get("signatories") or [])]:
        if role["person"] and role["party"]:
            yield role["person"]["id"], role["party"]["id"]
    for delegation in round_["parties"]:
        heads = [delegation.get("head"), delegation.get("represented_by")]
        for person in [*heads, *(delegation.get("members") or [])]:
            if person and delegation["party"]:
                yield person["id"], delegation["party"]["id"]


def _by_office(person: Data, bodies: Mapping[str, str]) -> str:
    function = person.get("function") or {}
    country, body = function.get("country"), function.get("organisation")
    return str(country["id"]) if country else bodies.get(body["id"], str(body["id"])) if body else ""


def without_styles(people: Collection[Data], language: str) -> None:
    """Takes the style from people, in every name that a paper has for them."""
    for person in people:
        if person["style"]:
            person["style"] = None
            person.update({row.name: row.make(person, language, datetime.date.min) for row in NAMES})


def quotes_for(speaker: Speaker, quotes: list[Data], asked: Mapping[str, list[str]], sides: Sides) -> list[Data]:
    """The quotes that a release prints: those that ask for its voice, else none in a joint one, and own people's alone.

    Args:
        speaker: in whose name it is.
        quotes: all that its readers may know of.
        asked: the voices that the record names, by the id of the quote.
        sides: the party of each person.
    """
    return [each for each in quotes if _is_printed(speaker, each, asked.get(each["id"]) or [], sides)]


def _is_printed(speaker: Speaker, quote: Data, wanted: list[str], sides: Sides) -> bool:
    if wanted:
        return speaker.kind in wanted or speaker.id in wanted
    if speaker.kind in ("host", "counterpart"):
        return sides.get(quote["speaker"]["id"]) == speaker.party
    return speaker.kind != "joint"
