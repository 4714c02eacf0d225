"""Why a meeting has no paper of a type."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reporting.audiences.seen import as_seen
from reporting.build.planning.variants import audience_of
from reporting.drafting.types import DocumentType
from reporting.records.levels import Level
from reporting.records.register import Meeting, Register, Series

Told = Callable[[Register, Series, Meeting, Level], bool]


def _has_earlier_rounds(register: Register, series: Series, meeting: Meeting, audience: Level) -> bool:
    return any(each.round.stated_level() <= audience for each in series.before(meeting))


def _has_commitments(register: Register, series: Series, meeting: Meeting, audience: Level) -> bool:
    record = series.commitment_record
    return record is not None and bool(as_seen(record, audience, register).commitments)


def _has_agenda(register: Register, series: Series, meeting: Meeting, audience: Level) -> bool:
    # An item without its title is told to nobody (`project.py`).
    return any(item.title for item in as_seen(meeting.round, audience, register).agenda)


def _has_programmes(register: Register, series: Series, meeting: Meeting, audience: Level) -> bool:
    own = as_seen(meeting.round, audience, register).programmes
    return bool(own or as_seen(series.dialogue, audience, register).programmes)


MISSING: Mapping[str, tuple[str, Told]] = {
    "statement": ("it has no statement.yaml", lambda register, series, meeting, _: meeting.statement is not None),
    "briefing": ("it has no briefing.yaml", lambda register, series, meeting, _: meeting.briefing is not None),
    "agenda": ("it has no agenda that its readers may know of", _has_agenda),
    "previous": ("no round came before it that its readers may know of", _has_earlier_rounds),
    "earlier": ("no round came before it that its readers may know of", _has_earlier_rounds),
    "commitments": ("the dialogue has no commitments that its readers may know of", _has_commitments),
    "programmes": ("neither round nor dialogue names a programme that its readers may know of", _has_programmes),
}
"""For each variable that a type may need: why it is missing, and how to tell that it is there.

A paper that was made or left out by what its readers may not know of would tell them.
"""


def why_not(register: Register, series: Series, meeting: Meeting, kind: DocumentType) -> str:
    """Why a meeting has no paper of a type; empty where it has one."""
    state, audience = meeting.round.state, audience_of(kind, meeting)
    if state not in kind.states:
        return f"the round is {state}, and this paper is made when it is {' or '.join(kind.states)}"
    if meeting.round.stated_level() > audience:
        return "the whole round is above the audience of this paper"
    if series.dialogue.stated_level() > audience:
        return "the whole dialogue is above the audience of this paper"
    for name in kind.needs:
        record = getattr(meeting, name) if name in ("statement", "briefing") else None
        if record and record.own_level() > audience:
            return f"the {name} is above the audience of this paper"
    for name in ("statement", "briefing"):
        if name in kind.needs and getattr(meeting, name) is None and f"{meeting.folder}/{name}.yaml" in register.broken:
            return f"it waits for {name}.yaml, in error"
    needs = [MISSING[need] for need in kind.needs if need in MISSING]
    return next((reason for reason, is_there in needs if not is_there(register, series, meeting, audience)), "")
