"""What a view holds of one meeting: house, dialogue, round and its other records, as on the first day."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from reporting.audiences.agenda import agenda_of
from reporting.audiences.contexts import chosen, forms_said
from reporting.audiences.project import FILES, Projector
from reporting.audiences.seating import Seating, fill
from reporting.audiences.seen import as_seen, places_seen
from reporting.audiences.sides import bodies_of, quotes_for, sides_of, without_styles
from reporting.audiences.telling import complete, told_by
from reporting.protocol.voices import OWN, Speaker, order_of, own_party
from reporting.records.levels import Level
from reporting.records.markings import Marking
from reporting.records.model.base import Node, Record
from reporting.records.model.briefing import Briefing
from reporting.records.model.country_forms import FIELD
from reporting.records.model.round import Round
from reporting.records.model.statement import Statement
from reporting.records.model.voices import Voice
from reporting.records.register import Meeting, Register, Series

RECORDS: dict[str, type[Record]] = {"statement": Statement, "briefing": Briefing}
"""Records of a meeting besides its round."""


@dataclass
class Maker:
    """Makes the parts of one view and keeps what they depend on."""

    register: Register
    series: Series
    audience: Level
    language: str
    on: datetime.date
    speaker: Speaker = OWN
    type_: str = ""
    order: str | None = None
    country_forms: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Every register, whether anything leads there or not: a reference that is hidden must not be told by its file.
        self.files: set[str] = {"data/house.yaml", f"{self.series.folder}/dialogue.yaml", *FILES.values()}
        self.illustrative = False
        self.markings: set[Marking] = set()
        self.house = as_seen(self.register.house, self.audience, self.register)

    def note(self, projector: Projector) -> None:
        """Keep what a projector found that the whole paper has to say."""
        self.illustrative |= projector.illustrative
        self.markings |= projector.markings

    def carried(self) -> tuple[Marking, ...]:
        """What the house has for the audience, then what was found inside."""
        own = self.register.house.markings.of(self.audience)
        inside = sorted(self.markings - {own}, key=lambda each: (each.scheme, each.rank))
        return (own, *inside) if own else tuple(inside)

    def projector(self, day: datetime.date) -> Projector:
        registers: dict[str, Any] = {
            "countries": self.register.countries,
            "organisations": self.register.organisations,
            "people": self.register.people,
            "programmes": self.register.programmes,
        }
        lexicon = self.register.lexicon
        forms = chosen(forms_said(self.house.country_forms), self.country_forms)
        return Projector(self.audience, self.language, day, registers, lexicon, country_forms=forms, files=self.files)

    def meeting(self, meeting: Meeting, parts: Collection[str]) -> tuple[dict[str, Any], Projector]:
        """House, dialogue, round and the meeting's other records, as on its first day."""
        projector = self.projector(meeting.round.start)
        house = projector.node(self.register.house, "house")
        dialogue = projector.node(self.series.dialogue, "dialogue")
        round_ = self.round(meeting, projector)
        data: dict[str, Any] = {"house": house, "dialogue": dialogue, "round": round_}
        data["issuer"] = _of(dialogue, "issuer") or _of(house, "organisation")
        data["contacts"] = _of(_of(round_, "press"), "contacts") or _of(house, "contacts") or []
        data["programmes"] = _of(round_, "programmes") or _of(dialogue, "programmes") or []
        for name, model in RECORDS.items():
            if name in parts and model.base_level <= self.audience:
                data[name] = self._record(name, getattr(meeting, name), meeting, projector)
        data["designations"] = [
            projector.node(each, f"designations[{each.id}]")
            for each in self.register.designations
            if each.covers(meeting.round.start)
        ]
        if round_ is not None:
            own = own_party(self.house, as_seen(self.series.dialogue, self.audience, self.register))
            places = places_seen(meeting.round, "voices", self.audience, self.register)
            data |= told_by(self.speaker, self.seen(meeting), places, data, projector, own=own)
            self._seat(meeting, round_, data, projector)
        if "agenda" in parts:
            data["agenda"] = agenda_of(round_)
        self.note(projector)
        return data, projector

    def _seat(self, meeting: Meeting, round_: dict[str, Any], data: dict[str, Any], projector: Projector) -> None:
        """Everything that follows from the order of parties and from who speaks."""
        scheme = self.register.orders.of(round_["party_order"] or "")
        seating = Seating(
            self.register,
            self.speaker,
            scheme,
            self.language,
            meeting.round.start,
            self.audience,
            FIELD[projector.country_forms["parties"]],
        )
        seating.seat(round_, data.get("dialogue"))
        for item in round_.get("agenda") or []:
            item["speakers"] = seating.led(item["speakers"])
        if statement := data.get("statement"):
            statement["signatories"] = seating.led(statement["signatories"])
            statement["signed_in"] = seating.led(statement["signed_in"])
        if voice := data.get("voice"):
            complete(voice, round_)
        self._take_sides(meeting, round_, data.get("statement"), projector)
        fill(data, round_, data.get("statement"), self.language)

    def _take_sides(
        self, meeting: Meeting, round_: dict[str, Any], statement: dict[str, Any] | None, projector: Projector
    ) -> None:
        """Leaves out what who speaks would not print: styles of the own side, quotes of others, heads told elsewhere."""
        seen, people = self.seen(meeting), projector.people()
        dialogue = as_seen(self.series.dialogue, self.audience, self.register)
        sides = sides_of(people, round_, statement, bodies_of(self.house, dialogue, seen))
        if self.speaker.kind != "joint":
            without_styles([each for each in people if sides[each["id"]] == self.speaker.party], self.language)
        asked = {each.id: each.voices for each in seen.quotes}
        round_["quotes"] = quotes_for(self.speaker, round_["quotes"], asked, sides)

    def round(self, meeting: Meeting, projector: Projector, path: str = "round") -> dict[str, Any] | None:
        """The round, its topics and outcomes known to the references inside of it and in the meeting's other records."""
        self.files.add(f"{meeting.folder}/round.yaml")
        round_, seen = meeting.round, self.seen(meeting)
        voice = self.voice(meeting) if path == "round" else None
        order = order_of(voice, seen, self.type_) or self.order or self.house.party_order
        round_ = round_.model_copy(update={"party_order": order})
        for name, items in (projector.some(round_, path, ("topics", "outcomes")) or {}).items():
            projector.local[name] = {each["id"]: each for each in items}
        return projector.node(round_, path)

    def voice(self, meeting: Meeting) -> Voice | None:
        """What the round says of who speaks, as far as the audience may know."""
        places = places_seen(meeting.round, "voices", self.audience, self.register)
        entry = self.speaker.entry
        return self.seen(meeting).voices[places.index(entry)] if entry in places else None

    def seen(self, meeting: Meeting) -> Round:
        """The round without what is above the audience, for all that is decided by it."""
        return as_seen(meeting.round, self.audience, self.register)

    def _record(self, name: str, record: Node | None, meeting: Meeting, projector: Projector) -> dict[str, Any] | None:
        # Whether it is there or not: a list of files must not tell an audience of a record that it may not read.
        self.files.add(f"{meeting.folder}/{name}.yaml")
        if record is None:
            return None
        made = projector.node(record, name)
        if made is not None and "authentic" in made:
            made["authentic"] = projector.authentic(name)
        return made


def _of(thing: dict[str, Any] | None, name: str) -> Any:
    return None if thing is None else thing.get(name)
