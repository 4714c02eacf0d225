"""In whose name a paper speaks: that of the house, of all parties, of the host, or of another party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.records.model.dialogue import Dialogue
from reporting.records.model.house import House
from reporting.records.model.round import Round
from reporting.records.model.voices import Voice

KINDS = ("own", "joint", "host", "counterpart")
AGREED = "as-agreed"
"""The order on which the parties agreed."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in one paper, or who keeps it."""

    id: str = ""
    """What stands in the names of its files: nothing, `host`, `joint`, `counterpart-om` or `copy-va`."""
    kind: str = "own"
    party: str = ""
    """The id of the party that speaks; empty where all speak, or nobody knows which party the house is."""
    copy: str = ""
    """The id of the party that keeps this copy of a text done in alternat."""
    entry: int | None = None
    """Which of the round's `voices` it is: of those that `speakers` was given, or of those of the record."""

    @property
    def leads(self) -> str:
        """The party that stands first whatever the order says; empty where the order alone decides."""
        return self.copy or (self.party if self.kind in ("host", "counterpart") else "")


OWN = Speaker()


def own_party(house: House, dialogue: Dialogue) -> str:
    """The id of the party for which the house speaks in a dialogue."""
    return dialogue.speaks_for or dialogue.issuer or house.speaks_for or house.organisation


def host_party(round_: Round) -> str:
    """The id of the party that hosts a round; empty where the record does not say."""
    return next((role.party for role in round_.hosts if role.party), round_.invitation_by or "")


def speakers(house: House, dialogue: Dialogue, round_: Round, type_: str, voices: Sequence[str]) -> list[Speaker]:
    """Who speaks in the papers of one type of a round, in the order of the record.

    Args:
        house: who issues.
        dialogue: the series of the round.
        round_: the round.
        type_: the document type.
        voices: those in which the type can be written; none leaves it to the house.
    """
    own = Speaker(party=own_party(house, dialogue))
    if not voices or not round_.voices:
        return [own]
    found = [
        _speaker(entry, number, own, round_)
        for number, entry in enumerate(round_.voices)
        if entry.kind in voices and (not entry.papers or type_ in entry.papers)
    ]
    return list({each.id: each for each in found}.values())


def order_of(voice: Voice | None, round_: Round, type_: str) -> str | None:
    """The order of parties that a round asks for: of a voice, of papers of a type, of all its papers.

    Whatever it asks for, a paper of all sides together keeps the order on which they agreed, unless its voice says another.
    """
    if voice and (voice.order or voice.kind == "joint"):
        return voice.order or AGREED
    return next((each.order for each in round_.paper_orders if each.paper == type_), round_.party_order)


def copies(own: Speaker, round_: Round) -> list[Speaker]:
    """One for each party that keeps a copy of a text done in alternat."""
    parties = [each.party for each in round_.parties if each.party and each.capacity == "party"]
    return [Speaker(f"copy-{party.lower()}", "joint", own.party, copy=party) for party in parties]


def _speaker(entry: Voice, number: int, own: Speaker, round_: Round) -> Speaker:
    if entry.kind == "own":
        return Speaker(party=entry.party or own.party, entry=number)
    if entry.kind == "joint":
        return Speaker("joint", "joint", entry=number)
    if entry.kind == "host":
        return Speaker("host", "host", entry.party or host_party(round_), entry=number)
    party = entry.party or ""
    return Speaker(f"counterpart-{party.lower()}".rstrip("-"), "counterpart", party, entry=number)
