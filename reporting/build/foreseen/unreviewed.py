"""P047: names that papers print in a language in which nobody has looked at them.

A note, not a warning: such a name may well be right, the desk can do nothing about most of them today, and a line for
each at every check would soon be read by nobody. `reporting check` counts the notes, `--notes` shows them, and a release
for the public tells them where it matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from reporting.build.foreseen.tongues import papers_by_round
from reporting.build.planning.plan import Paper
from reporting.problems import Problem, Severity
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.pairs import tags_of
from reporting.records.model.registers import Country, Function, Named, Person
from reporting.records.register import Meeting, Register, Series
from reporting.records.walk import Reference, walk
from reporting.workspace import HOUSE

SHOWN: Final = 5
"""Names that one note tells."""
FILE: Final = "data/registers/{}.yaml"


class Used(NamedTuple):
    """A name that papers of a language print."""

    register: str
    id: str
    language: str


def unreviewed_findings(register: Register, papers: tuple[Paper, ...]) -> Iterator[Problem]:
    """For each register and language the names that its papers print and nobody has looked at."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in sorted(unreviewed_names(register, papers)):
        found.setdefault((each.register, each.language), []).append(each.id)
    for (name, language), ids in found.items():
        file = FILE.format(name)
        tree = register.trees.get(file)
        own = [each for each in ids if isinstance(tree, Mapping) and each in tree]
        place = register.place(file, own[0]) if own else register.place(HOUSE)
        hint = f"look at them, and write into {file} what is right, with its `source:`"
        yield Problem("P047", told(ids, language, file), place, hint, severity=Severity.NOTE)


def told(ids: list[str], language: str, file: str) -> str:
    """How many names of a register there are, and the first of them."""
    more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
    name = file.rpartition("/")[2].removesuffix(".yaml")
    are = "1 name is" if len(ids) == 1 else f"{len(ids)} names are"
    return f"{are} printed in {language} and not reviewed ({name}): {', '.join(ids[:SHOWN])}{more}"


def unreviewed_names(register: Register, papers: tuple[Paper, ...]) -> set[Used]:
    """Names of the registers that papers print in a language in which they are marked as unreviewed."""
    return {
        used
        for used, meeting in used_names(register, papers)
        if _is_unreviewed(getattr(register, used.register)[used.id], meeting, used.language)
    }


def used_names(register: Register, papers: tuple[Paper, ...]) -> Iterator[tuple[Used, Meeting]]:
    """Names of the registers that papers may print, by language, with the meeting that they are for."""
    by_round = papers_by_round(papers)
    for series in register.series.values():
        for meeting in series.meetings.values():
            levels: dict[str, Level] = {}
            for paper in by_round.get((series.id, meeting.id), ()):
                for tag in tags_of(paper.language):
                    levels[tag] = max(levels.get(tag, Level.PUBLIC), paper.audience)
            used = list(_used(register, series, meeting)) if levels else []
            for language, level in levels.items():
                yield from ((Used(name, key, language), meeting) for name, key, own in used if own <= level)


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


def _is_unreviewed(entry: Node, meeting: Meeting, language: str) -> bool:
    day, place = meeting.round.start, meeting.round.place
    if isinstance(entry, Country):
        cities = set(place.city.by_language.values()) if place else set()
        capitals = [each for each in entry.capitals if cities & set(each.name.by_language.values())]
        names = [each for each in entry.names if each.covers(day)]
        cities_then = [each for each in capitals if each.covers(day)]
        return any(language in each.unreviewed for each in names) or any(
            language in each.unreviewed for each in cities_then
        )
    return isinstance(entry, Named) and language in entry.unreviewed
