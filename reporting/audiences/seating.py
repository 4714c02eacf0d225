"""Parties at the table of one paper: in their order, with who speaks for whom, and their names where a text asks for them.

It works on what the audience may read: a head of delegation that is hidden has no rank, a host that is hidden goes
first nowhere.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reporting.audiences.seen import names_as_seen
from reporting.audiences.values import Words
from reporting.protocol.order import GROUP, Seat, Table, arranged
from reporting.protocol.phrases import NAMES, PLACEHOLDER, Name, filled
from reporting.protocol.voices import Speaker
from reporting.records.levels import Level
from reporting.records.model.orders import OrderScheme
from reporting.records.register import Register

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seating:
    """What decides about the order in one paper."""

    register: Register
    speaker: Speaker
    scheme: OrderScheme
    language: str
    day: datetime.date
    audience: Level
    printed: str = "in_sentence"
    """The name of a state that lists of parties print, as its register calls it."""

    def seat(self, round_: Data, dialogue: Data | None) -> None:
        """Puts delegations, hosts and chairs of a round into their order."""
        table = self.table(round_, dialogue)
        seats = [self._seat(each) for each in round_["parties"]]
        round_["parties"] = [round_["parties"][n] for n in arranged(seats, self.scheme, table, self.language)]
        for name, group in (("members", 0), ("guests", 1)):
            round_[name] = [each for each in round_["parties"] if _group(each) == group]
        round_["observers"] = [each for each in round_["parties"] if _group(each) > 1]
        for name in ("hosts", "chairs", "opened_by"):
            round_[name] = self.led(round_[name])
        round_["other_chairs"] = _other_chairs(round_)
        round_["is_co_chaired"] = len(round_["chairs"]) > 1 or any(
            each["acts_as"] == "co-chair" for each in round_["chairs"]
        )
        round_["led"] = self._presented(round_)

    def _presented(self, round_: Data) -> list[Data]:
        """Delegations whose heads a release presents by themselves.

        All of them where the parties speak together, or none where one is not known: the others read as if they had
        not come. All where nobody chaired, else that of the party that speaks; a head who hosted, chaired or opened was
        presented as that.
        """
        headed = [each for each in round_["members"] if each.get("head")]
        if self.speaker.kind == "joint":
            return headed if len(headed) == len(round_["members"]) else []
        if not round_["chairs"]:
            return headed
        told = {_id(each["person"]) for name in ("hosts", "chairs", "opened_by") for each in round_[name]}
        return [
            each
            for each in headed
            if each.get("represented_by")
            or (_id(each["party"]) == self.speaker.party and _id(each["head"]) not in told)
        ]

    def table(self, round_: Data, dialogue: Data | None) -> Table:
        """Who hosts, who chairs, what was agreed on, as far as the audience may know."""
        agreed = round_["agreed_order"] or (dialogue or {}).get("parties") or []
        hosts = _parties(round_["hosts"]) or tuple(_id(each) for each in [round_["invitation_by"]] if each)
        return Table(
            own=self.speaker.party or None,
            hosts=hosts,
            chairs=_parties(round_["chairs"]),
            agreed=tuple(_id(each) for each in agreed if each),
            copy=self.speaker.leads or None,
        )

    def led(self, roles: list[Data]) -> list[Data]:
        """Roles with those of the party that leads first, the others as the record has them; who speaks is marked."""
        for each in roles:
            if "is_own" in each:
                each["is_own"] = self.speaker.kind != "joint" and _id(each["party"]) == self.speaker.party
        return sorted(roles, key=lambda each: _id(each["party"]) != self.speaker.leads) if self.speaker.leads else roles

    def _seat(self, delegation: Data) -> Seat:
        party = _id(delegation["party"])
        function = (_head(delegation) or {}).get("function") or {}
        return Seat(
            id=party,
            names=self._names(party),
            capacity=delegation["capacity"] or "party",
            is_state=party in self.register.countries,
            rank=function.get("rank"),
            appointed=function.get("since"),
        )

    def _names(self, party: str) -> Mapping[str, str]:
        """Every language's name on the day: a scheme may sort by another language than that of the paper."""
        form = self.printed if self.scheme.name == "printed" else self.scheme.name
        return names_as_seen(self.register, party, self.day, form, self.audience)


def _other_chairs(round_: Data) -> list[Data]:
    """The chairs beside the host, where one person hosted and chaired with others."""
    hosts, chairs = round_["hosts"], round_["chairs"]
    if len(hosts) != 1 or len(chairs) < 2:
        return []
    host = _id(hosts[0]["person"])
    others = [each for each in chairs if _id(each["person"]) != host]
    return others if len(others) < len(chairs) else []


def _group(delegation: Data) -> int:
    """Parties, guests or others; one whose capacity is hidden sits among the parties."""
    return GROUP[delegation["capacity"] or "party"]


def _head(delegation: Data) -> Data | None:
    head: Data | None = delegation.get("represented_by") or delegation.get("head")
    return head


def _id(thing: Data | None) -> str:
    return str(thing["id"]) if thing else ""


def _parties(roles: Sequence[Data]) -> tuple[str, ...]:
    return tuple(_id(each["party"]) for each in roles if each["party"])


def fill(data: Data, round_: Data, statement: Data | None, language: str) -> None:
    """Fills the placeholders in every text under `data` with names in the order of `round_`."""
    names = {
        "parties": [_name(each["party"]["in_parties"]) for each in round_["members"] if each["party"]],
        "short-parties": [_name(each["party"]["short"]) for each in round_["members"] if each["party"]],
        "languages": [_name(each["name"]) for each in (statement or {}).get("signed_in") or []],
    }
    known = {name: found for name in NAMES if (found := [each for each in names[name] if each is not None])}
    for holder, key, words in list(_asking(data, set())):
        holder[key] = _filled(words, known, language)


def _name(words: Any) -> Name | None:
    return Name(words.text, words.forms) if isinstance(words, Words) else None


def _filled(words: Words, names: Mapping[str, Sequence[Name]], language: str) -> Words:
    forms = {form: filled(text, names, language) for form, text in words.forms.items()}
    return replace(words, text=filled(words.text, names, language), forms=forms)


def _asking(data: Data | list[Any], seen: set[int]) -> Iterator[tuple[Data | list[Any], Any, Words]]:
    """Every text that has a placeholder, with what holds it; a thing that is met twice is looked at once."""
    if id(data) in seen:
        return
    seen.add(id(data))
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, dict | list):
            yield from _asking(value, seen)
        elif isinstance(value, Words) and "{" in value.text and PLACEHOLDER.search(value.text):
            yield data, key, value
