"""The view: all that a template gets of one meeting, for one audience and language."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from reporting.audiences.acronyms import GLOSSARY, acronyms_of
from reporting.audiences.looking_back import LookingBack
from reporting.protocol.voices import OWN, Speaker
from reporting.records.levels import Level
from reporting.records.markings import Marking
from reporting.records.model.dialogue import Commitments
from reporting.records.register import Meeting, Register, Series

PARTS = ("statement", "briefing", "agenda", "previous", "earlier", "commitments", "acronyms")
"""What a document type may ask for besides house, dialogue and round."""


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
    markings: tuple[Marking, ...] = ()
    """That of the house for its audience first, then those that anything in it carries."""


def view_of(
    register: Register,
    series: Series,
    meeting: Meeting,
    *,
    audience: Level,
    language: str,
    on: datetime.date,
    parts: Collection[str] = PARTS,
    speaker: Speaker = OWN,
    type_: str = "",
    order: str | None = None,
    country_forms: Mapping[str, str] = MappingProxyType({}),
) -> View:
    """What `audience` may read of a meeting, in `language`, with names as they were on its first day.

    Args:
        on: the day that counts as today; commitments are overdue by it.
        parts: which of `PARTS` to include; a paper's type names them.
        speaker: in whose name the paper speaks, or who keeps this copy of it.
        type_: its document type, by which a round may order its parties otherwise.
        order: the order of parties of the type, for rounds that do not say.
        country_forms: which name of a state stands where, as far as the type says otherwise than the house.
    """
    maker = LookingBack(register, series, audience, language, on, speaker, type_, order, country_forms)
    data, projector = maker.meeting(meeting, parts)
    if "previous" in parts:
        data["previous"] = maker.previous(meeting)
    if "earlier" in parts:
        data["earlier"] = maker.earlier(meeting)
    if "commitments" in parts and audience >= Commitments.base_level:
        data["commitments"] = maker.commitments(meeting, projector)
    if "acronyms" in parts:
        maker.files.add(GLOSSARY)
        data["acronyms"] = acronyms_of(register, maker.projector(meeting.round.start), _near(data))
    return View(audience, language, data, tuple(sorted(maker.files)), maker.illustrative, maker.carried())


def _near(data: dict[str, Any]) -> set[str]:
    """The ids of who issues the paper and of the delegations at the table, as far as the audience may know them."""
    table = [each["party"] for each in (data["round"] or {}).get("parties") or []]
    return {each["id"] for each in (data.get("issuer"), *table) if each}
