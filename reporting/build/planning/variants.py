"""For whom, in whose names and in which languages a meeting has papers of a type."""

from __future__ import annotations

from dataclasses import replace

from reporting.audiences.seen import as_seen, places_seen
from reporting.drafting.types import DocumentType
from reporting.protocol.voices import OWN, Speaker, copies, speakers
from reporting.records.levels import Level
from reporting.records.model.pairs import led_by
from reporting.records.register import Meeting, Register, Series


def audience_of(kind: DocumentType, meeting: Meeting) -> Level:
    """For whom a paper is: its type's ceiling, which may change when the statement is published."""
    statement, published = meeting.statement, kind.audience_when_published
    is_published = statement is not None and statement.published is not None
    # One that is kept back changes nothing for readers who may not know of it, whatever its day.
    is_known = statement is not None and statement.stated_level() <= published
    return published if is_published and is_known else kind.audience


def speakers_of(
    register: Register, series: Series, meeting: Meeting, kind: DocumentType, audience: Level | None = None
) -> list[Speaker]:
    """In whose names a meeting has papers of a type, or for whom it has copies of a text done in alternat.

    Args:
        register: all records.
        series: the series of the meeting.
        meeting: the meeting.
        kind: the type.
        audience: as far as these readers know; left out: the readers of the paper.
    """
    # As its readers know the round: the name of a paper must not tell of a party or a voice that they may not know.
    audience = audience_of(kind, meeting) if audience is None else audience
    house, dialogue = as_seen(register.house, audience, register), as_seen(series.dialogue, audience, register)
    round_ = as_seen(meeting.round, audience, register)
    found = speakers(house, dialogue, round_, kind.name, kind.voices)
    if found and kind.alternat and meeting.statement and as_seen(meeting.statement, audience, register).alternat:
        return copies(found[0], round_)
    places = places_seen(meeting.round, "voices", audience, register)
    # Counted in the record: among those that others know of, the same voice has another number.
    return [each if each.entry is None else replace(each, entry=places[each.entry]) for each in found]


def languages_of(
    register: Register, series: Series, meeting: Meeting, kind: DocumentType, speaker: Speaker = OWN
) -> list[str]:
    """The languages of a meeting's papers of a type: of its voice, its own, those of its dialogue, those of the house."""
    round_ = meeting.round
    # What readers may not know of a round gives them no paper and takes none from them.
    audience = audience_of(kind, meeting)
    if speaker.entry is not None and (of_voice := as_seen(round_.voices[speaker.entry], audience, register).languages):
        return of_voice
    seen = as_seen(round_, audience, register) if round_.paper_languages else round_
    of_type = next((each.languages for each in seen.paper_languages if each.paper == kind.name), [])
    return of_type or round_.languages or series.dialogue.languages or register.house.languages


def pairs_of(register: Register, meeting: Meeting, kind: DocumentType, speaker: Speaker = OWN) -> list[str]:
    """The pairs of languages in which a meeting has papers of a type in two columns, such as `en+ru`.

    A party's own copy has its own language in the first column.
    """
    if not kind.bilingual:
        return []
    audience = audience_of(kind, meeting)
    statement = as_seen(meeting.statement, audience, register) if meeting.statement else None
    signed = statement.signed_in if statement and speaker.copy else []
    own = [each.language for each in signed if each.language and each.party == speaker.copy]
    return [led_by(own, pair) for pair in as_seen(meeting.round, audience, register).bilingual]
