"""The view: all that a template gets of one meeting, for one audience and language."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from reporting.audiences.project import Projector
from reporting.languages.dates import FuzzyDate
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.register import Meeting, Register, Series

PARTS = ("statement", "briefing", "previous", "earlier", "commitments")
"""What a document type may ask for besides house, dialogue and round."""
EARLIER = 3
"""How many earlier rounds a view tells of; a fixed number, so that the hundredth round costs no more than the fifth."""


@dataclass(frozen=True, slots=True)
class View:
    """Plain values that one audience may read; it leads back to nothing."""

    audience: Level
    language: str
    data: dict[str, Any]
    """What a template sees, by the name of its variables."""
    files: tuple[str, ...]
    """Files of the workspace that it was made from, sorted."""
    illustrative: bool
    """Whether it holds matter that the record marks as invented for a sample."""


def view_of(
    register: Register,
    series: Series,
    meeting: Meeting,
    *,
    audience: Level,
    language: str,
    on: datetime.date,
    parts: Collection[str] = PARTS,
) -> View:
    """What `audience` may read of a meeting, in `language`, with names as they were on its first day.

    Args:
        on: the day that counts as today; commitments are overdue by it.
        parts: which of `PARTS` to include; a paper's type names them.
    """
    maker = _Maker(register, series, audience, language, on)
    data, projector = maker.meeting(meeting, parts)
    previous = maker.previous(meeting) if "previous" in parts else None
    if "previous" in parts:
        data["previous"] = previous
    if "earlier" in parts:
        data["earlier"] = maker.earlier(meeting)
    if "commitments" in parts and audience >= Level.INTERNAL:
        data["commitments"] = maker.commitments(meeting, projector)
    return View(audience, language, data, tuple(sorted(maker.files)), maker.illustrative)


@dataclass
class _Maker:
    """Makes the parts of one view and keeps what they depend on."""

    register: Register
    series: Series
    audience: Level
    language: str
    on: datetime.date

    def __post_init__(self) -> None:
        self.files: set[str] = {"data/house.yaml", f"{self.series.folder}/dialogue.yaml"}
        self.illustrative = False

    def projector(self, day: datetime.date) -> Projector:
        registers: dict[str, Any] = {
            "countries": self.register.countries,
            "organisations": self.register.organisations,
            "people": self.register.people,
            "programmes": self.register.programmes,
        }
        return Projector(self.audience, self.language, day, registers, files=self.files)

    def meeting(self, meeting: Meeting, parts: Collection[str]) -> tuple[dict[str, Any], Projector]:
        """House, dialogue, round and the meeting's other records, as on its first day."""
        projector = self.projector(meeting.round.start)
        house = projector.node(self.register.house, "house") or {}
        dialogue = projector.node(self.series.dialogue, "dialogue") or {}
        round_ = self.round(meeting, projector)
        data: dict[str, Any] = {"house": house, "dialogue": dialogue, "round": round_}
        data["issuer"] = dialogue.get("issuer") or house.get("organisation")
        data["contacts"] = round_["press"]["contacts"] or house.get("contacts", [])
        data["programmes"] = round_["programmes"] or dialogue.get("programmes", [])
        for name in ("statement", "briefing"):
            if name in parts:
                self._record(data, name, getattr(meeting, name), meeting, projector)
        self.illustrative |= projector.illustrative
        return data, projector

    def round(self, meeting: Meeting, projector: Projector) -> dict[str, Any]:
        """The round, known to references in the other records of the meeting."""
        self.files.add(f"{meeting.folder}/round.yaml")
        round_ = projector.node(meeting.round, "round")
        if round_ is None:
            return {}
        for name in ("topics", "outcomes"):
            projector.local[name] = {each["id"]: each for each in round_[name]}
        return round_

    def _record(
        self, data: dict[str, Any], name: str, record: Node | None, meeting: Meeting, projector: Projector
    ) -> None:
        if record is not None and record.least_level() <= self.audience:
            self.files.add(f"{meeting.folder}/{name}.yaml")
            data[name] = projector.node(record, name)
        elif record is None or type(record).base_level <= self.audience:
            data[name] = None

    def previous(self, meeting: Meeting) -> dict[str, Any] | None:
        """The round before, with names as they were then."""
        before = self.series.before(meeting)
        if not before:
            return None
        projector = self.projector(before[-1].round.start)
        round_ = self.round(before[-1], projector)
        self.illustrative |= projector.illustrative
        return round_

    def earlier(self, meeting: Meeting) -> list[dict[str, Any]]:
        """The last few rounds before, in short, oldest first."""
        return [self._brief(each) for each in self.series.before(meeting)[-EARLIER:]]

    def _brief(self, meeting: Meeting) -> dict[str, Any]:
        self.files.add(f"{meeting.folder}/round.yaml")
        round_, projector = meeting.round, self.projector(meeting.round.start)
        place = projector.node(round_.place, "earlier.place") if round_.place else None
        return {
            "id": meeting.id,
            "number": round_.number,
            "start": round_.start,
            "last_day": round_.last_day,
            "place": place,
            "is_planned": round_.state == "planned",
        }

    def commitments(self, meeting: Meeting, projector: Projector) -> list[dict[str, Any]]:
        """What was promised in earlier rounds: all of the round before, and what is still open of older ones."""
        self.files.add(f"{self.series.folder}/commitments.yaml")
        before = {each.id: each for each in self.series.before(meeting)}
        last = next(reversed(before), None)
        projector.local["rounds"] = {name: self._brief(each) for name, each in list(before.items())[-EARLIER:]}
        found = []
        for index, commitment in enumerate(self.series.commitments):
            if commitment.round in before and (
                commitment.round == last or commitment.status not in ("delivered", "lapsed")
            ):
                made = projector.node(commitment, f"commitments[{commitment.id or index}]")
                if made is not None:
                    made["is_overdue"] = self._is_overdue(commitment.deadline, commitment.status)
                    found.append(made)
        self.illustrative |= projector.illustrative
        return found

    def _is_overdue(self, deadline: str | None, status: str) -> bool:
        if deadline is None or status in ("delivered", "lapsed"):
            return False
        return FuzzyDate.parse(deadline).last() < self.on
