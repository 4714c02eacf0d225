"""P044, P045: texts of records that do not say in each language of their papers what these have to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reporting.build.planning.languages import Readers, papers_by_round, readers_by_language
from reporting.build.planning.plan import Paper
from reporting.checks.versions.neutral import is_neutral, known_names
from reporting.drafting.types import DocumentType
from reporting.problems import Problem, Severity
from reporting.records.model.base import Node
from reporting.records.model.round import Round
from reporting.records.model.texts import EVERY
from reporting.records.register import Meeting, Register
from reporting.records.walk import Said, walk
from reporting.workspace import HOUSE

MANY: Final = 8
"""Findings of one kind in one file; more of them are told as one, with their number."""
SHOWN: Final = 6
"""Places that such a finding names."""
NEVER_PRINTED: Final = frozenset({"sources", "archive", "corrections", "cleared_by"})
"""What no paper has, or what stands in papers of another kind."""
WORDS: Final = {
    "P044": ("one string stands for papers in {}", "{} texts are one string each, and stand for papers in {}"),
    "P045": ("there is no text in {}, in which papers are made of it", "{} texts lack {}, in which papers are made"),
}
HINTS: Final = {
    "P044": "write one text per language, such as `en: …`; as it is, every paper prints these very words",
    "P045": "add the text, or take the language out of `languages:`",
}


@dataclass(frozen=True, slots=True)
class Lack:
    """A text that is not in all the languages that it is wanted in."""

    code: str
    said: Said
    languages: tuple[str, ...]


def tongue_findings(
    register: Register, types: Mapping[str, DocumentType], papers: tuple[Paper, ...]
) -> Iterator[Problem]:
    """Texts that stand for several languages in one string, and texts that lack a language of their papers."""
    names = known_names(register)
    for file, record, wanted in _records(register, types, papers):
        found: dict[tuple[str, tuple[str, ...]], list[Lack]] = {}
        for said in walk(record).texts:
            if lack := _lack(said, _wanted_there(record, said, wanted), names):
                found.setdefault((lack.code, lack.languages), []).append(lack)
        many = {code for code in WORDS if sum(len(each) for key, each in found.items() if key[0] == code) > MANY}
        for (code, _), lacks in found.items():
            for each in [lacks] if code in many else [[lack] for lack in lacks]:
                yield _told(register, file, each)


def _wanted_there(record: Node, said: Said, wanted: Readers) -> Readers:
    """The languages of one text: what a voice says of itself is in its papers alone, but for whom the press may ask."""
    path = said.path
    if not (isinstance(record, Round) and path[0] == "voices" and isinstance(path[1], int)) or "contacts" in path:
        return wanted
    own = record.voices[path[1]].languages
    return {language: level for language, level in wanted.items() if language in own} if own else wanted


def _lack(said: Said, wanted: Readers, names: frozenset[str]) -> Lack | None:
    languages = tuple(each for each, level in wanted.items() if said.level <= level)
    if NEVER_PRINTED.intersection(map(str, said.path)):
        return None
    one = said.text.by_language.get(EVERY)
    if one is None:
        lacking = tuple(each for each in languages if each not in said.text.by_language)
        return Lack("P045", said, lacking) if lacking else None
    return None if len(languages) < 2 or is_neutral(one, languages, names) else Lack("P044", said, languages)


def _told(register: Register, file: str, lacks: list[Lack]) -> Problem:
    first, *more = lacks
    one, several = WORDS[first.code]
    named = ", ".join(first.languages)
    sentence = several.format(len(lacks), named) if more else one.format(named)
    places = [register.place(file, *each.said.path) for each in lacks]
    also = tuple(places[1 : SHOWN + 1])
    return Problem(first.code, sentence, places[0], HINTS[first.code], severity=Severity.WARNING, also=also)


def _records(
    register: Register, types: Mapping[str, DocumentType], papers: tuple[Paper, ...]
) -> Iterator[tuple[str, Node, Readers]]:
    """Each record that papers are made of, with the languages of these."""
    yield HOUSE, register.house, readers_by_language(papers)
    by_round = papers_by_round(papers)
    for series in register.series.values():
        own = [paper for key in series.meetings for paper in by_round.get((series.id, key), ())]
        yield f"{series.folder}/dialogue.yaml", series.dialogue, readers_by_language(own)
        if series.commitment_record is not None:
            yield f"{series.folder}/commitments.yaml", series.commitment_record, _wanted_by(own, types, "commitments")
        for meeting in series.meetings.values():
            yield from _of_meeting(meeting, types, by_round.get((series.id, meeting.id), []))


def _of_meeting(
    meeting: Meeting, types: Mapping[str, DocumentType], own: list[Paper]
) -> Iterator[tuple[str, Node, Readers]]:
    yield f"{meeting.folder}/round.yaml", meeting.round, readers_by_language(own)
    for part in ("statement", "briefing"):
        record = getattr(meeting, part)
        if isinstance(record, Node):
            yield f"{meeting.folder}/{part}.yaml", record, _wanted_by(own, types, part)


def _wanted_by(papers: list[Paper], types: Mapping[str, DocumentType], part: str) -> Readers:
    return readers_by_language([each for each in papers if part in (*types[each.type].parts, *types[each.type].needs)])
