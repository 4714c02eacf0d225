"""What a view holds of earlier rounds: the one before, the last few in short, and what was promised in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reporting.audiences.making import Maker
from reporting.audiences.project import Projector
from reporting.audiences.seen import as_seen
from reporting.languages.fuzzy import FuzzyDate
from reporting.records.model.dialogue import Commitment
from reporting.records.register import Meeting

CLOSED = ("delivered", "lapsed")
"""States of a commitment from which nothing more is expected."""
EARLIER = 3
"""How many earlier rounds a view tells of; a fixed number, so that the hundredth round costs no more than the fifth."""


@dataclass
class LookingBack(Maker):
    """Makes the parts of a view that come from earlier rounds."""

    def previous(self, meeting: Meeting) -> dict[str, Any] | None:
        """The round before, with names as they were then."""
        before = self.before(meeting)
        if not before:
            return None
        projector = self.projector(before[-1].round.start)
        round_ = self.round(before[-1], projector, "previous")
        if round_ is not None:
            self._seat(before[-1], round_, {"round": round_}, projector)
        self.note(projector)
        return round_

    def earlier(self, meeting: Meeting) -> list[dict[str, Any]]:
        """The last few rounds before, in short, oldest first."""
        found = [self._brief(each) for each in self.before(meeting)[-EARLIER:]]
        return [each for each in found if each is not None]

    def _brief(self, meeting: Meeting) -> dict[str, Any] | None:
        self.files.add(f"{meeting.folder}/round.yaml")
        projector = self.projector(meeting.round.start)
        told = projector.some(meeting.round, "earlier", ("number", "start", "end", "place", "state"))
        if told is None:
            return None
        self.note(projector)
        last_day, is_planned = told.pop("end") or told["start"], told.pop("state") == "planned"
        return {"id": meeting.id, **told, "last_day": last_day, "is_planned": is_planned}

    def commitments(self, meeting: Meeting, projector: Projector) -> list[dict[str, Any]]:
        """What was promised in earlier rounds: all of the round before, and what is still open of older ones."""
        self.files.add(f"{self.series.folder}/commitments.yaml")
        before = {each.id: each for each in self.before(meeting)}
        found = []
        for commitment in self._due(list(before)):
            self._know(commitment, before[commitment.round], projector)
            made = projector.node(commitment, f"commitments[{commitment.id}]")
            if made is not None:
                found.append({**made, "is_overdue": self._is_overdue(made["deadline"], made["status"])})
        if found and (record := self.series.commitment_record):
            projector.note(record, "commitments", record.stated_level())
            projector.markings.update(record.marked_fields().values())
        self.note(projector)
        return found

    def _due(self, rounds: list[str]) -> list[Commitment]:
        """Commitments of earlier rounds that are told of, as the audience knows them.

        What it may not read decides nothing, and has nothing taken for it of the round that it was made in.
        """
        record = self.series.commitment_record
        seen = as_seen(record, self.audience, self.register).commitments if record else []
        return [
            each for each in seen if each.round in rounds and (each.round == rounds[-1] or each.status not in CLOSED)
        ]

    def before(self, meeting: Meeting) -> list[Meeting]:
        """The meetings before that the audience may know of, oldest first: one that it may not stands between no others."""
        return [each for each in self.series.before(meeting) if each.round.stated_level() <= self.audience]

    def _know(self, commitment: Commitment, made_in: Meeting, projector: Projector) -> None:
        """Let references of a commitment lead to the round that it was made in, and to the outcome that it follows from."""
        rounds = projector.local.setdefault("rounds", {})
        if made_in.id not in rounds:
            rounds[made_in.id] = self._brief(made_in)
        then = self.projector(made_in.round.start)
        followed = [each for each in made_in.round.outcomes if each.id == commitment.outcome]
        round_ = made_in.round.model_copy(update={"outcomes": followed})
        told = then.some(round_, "rounds", ("outcomes",)) or {"outcomes": []}
        self.note(then)
        projector.local["outcomes"] = {each["id"]: each for each in told["outcomes"]}

    def _is_overdue(self, deadline: str | None, status: str) -> bool:
        return deadline is not None and status not in CLOSED and FuzzyDate.parse(deadline).last() < self.on
