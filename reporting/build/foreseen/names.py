"""Names of the registers that papers may print, by language: what a rule about names goes through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from reporting.build.planning.languages import papers_by_round, readers_by_language
from reporting.build.planning.plan import Paper
from reporting.checks.scene import is_open
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.registers import Function, Person
from reporting.records.register import Meeting, Register, Series
from reporting.records.walk import Reference, walk

SHOWN: Final = 5
"""Names that one finding tells."""
FILE: Final = "data/registers/{}.yaml"


class Used(NamedTuple):
    """A name that papers of a language print."""

    register: str
    id: str
    language: str


def first_of(ids: Sequence[str], entries: Mapping[str, Node]) -> str:
    """The first of some names of which everybody may know, and how many more there are; nothing where they may of none."""
    known = [each for each in ids if is_open(entries[each])][:SHOWN]
    more = f" and {len(ids) - len(known)} more" if len(ids) > len(known) else ""
    return f": {', '.join(known)}{more}" if known else ""


def used_names(register: Register, papers: tuple[Paper, ...]) -> Iterator[tuple[Used, Meeting]]:
    """Names of the registers that papers may print, by language, with the meeting that they are for."""
    by_round = papers_by_round(papers)
    for series in register.series.values():
        for meeting in series.meetings.values():
            readers = readers_by_language(by_round.get((series.id, meeting.id), ()))
            used = [_as_known(register, *each) for each in _used(register, series, meeting)] if readers else []
            for language, level in readers.items():
                yield from ((Used(name, key, language), meeting) for name, key, own in used if own <= level)


def _as_known(register: Register, name: str, key: str, level: Level) -> tuple[str, str, Level]:
    """The same with the level of the entry itself: papers print nobody of whom their readers may not know."""
    entry = getattr(register, name)[key]
    return name, key, max(level, entry.own_level())


def _used(register: Register, series: Series, meeting: Meeting) -> Iterator[tuple[str, str, Level]]:
    """The entries that the records of a meeting name, and those that these name."""
    yield from _entries(register, Reference((), register.house.organisation, ("organisations",), Level.PUBLIC))
    for delegation in meeting.round.parties:
        if delegation.lowered and isinstance(delegation.audience, dict) and delegation.head:
            level = delegation.audience.get("head", Level.PARTNERS)
            yield from _entries(register, Reference((), delegation.head, ("people",), level))
    for record in (series.dialogue, meeting.round, meeting.statement, meeting.briefing):
        if record is None:
            continue
        walked = walk(record)
        for reference in walked.references:
            yield from _entries(register, reference)
        for said in walked.texts:
            for words in said.text.by_language.values():
                for key in register.glossary:
                    if key in words and re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", words):
                        yield "glossary", key, said.level


def _entries(register: Register, reference: Reference) -> Iterator[tuple[str, str, Level]]:
    for name in reference.registers:
        entry = getattr(register, name, {}).get(reference.id) if name != "rounds" else None
        if isinstance(entry, Node):
            yield name, reference.id, reference.level
            if isinstance(entry, Person):
                for function in entry.functions:
                    yield from _of_function(register, function, reference.level)


def _of_function(register: Register, function: Function, level: Level) -> Iterator[tuple[str, str, Level]]:
    if function.country in register.countries:
        yield "countries", str(function.country), level
    if function.organisation in register.organisations:
        yield "organisations", str(function.organisation), level
