"""The plan: which papers a workspace makes, and why it does not make the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reporting.build.planning.omissions import why_not
from reporting.build.planning.selection import EVERYTHING, Selection
from reporting.build.planning.variants import audience_of, languages_of, pairs_of, speakers_of
from reporting.drafting.types import DocumentType
from reporting.records.levels import Level
from reporting.records.model.pairs import tags_of
from reporting.records.register import Meeting, Register, Series


@dataclass(frozen=True, slots=True, order=True)
class Paper:
    """One paper of one meeting, in one language or two side by side, for one audience, in some formats."""

    dialogue: str
    round: str
    type: str
    language: str
    formats: tuple[str, ...]
    audience: Level
    voice: str = ""
    """In whose name it speaks, or whose copy it is; empty for the house's own."""

    @property
    def folder(self) -> str:
        """Its folder under `output/`."""
        return f"{self.audience}/{self.dialogue}/{self.round}"

    @property
    def stem(self) -> str:
        """Name of its files without the format."""
        return ".".join(part for part in (self.type, self.voice, self.language) if part)

    @property
    def key(self) -> str:
        """What tells it from all other papers of its audience."""
        return f"{self.dialogue}/{self.round}/{self.stem}"

    @property
    def identifier(self) -> str:
        """The record's own identifier of it, the same in every language."""
        return f"{self.dialogue}/{self.round}/{self.type}{f'.{self.voice}' if self.voice else ''}"

    @property
    def name(self) -> str:
        """Its files under `output/`, without the format."""
        return f"{self.folder}/{self.stem}"

    def path(self, format_: str) -> str:
        """One of its files under `output/`."""
        return f"{self.name}.{format_}"


@dataclass(frozen=True, slots=True)
class Omitted:
    """A paper that the workspace does not make."""

    dialogue: str
    round: str
    type: str
    language: str
    """Empty where no language of it is made."""
    reason: str
    """A clause that goes on from "not made:"."""
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Papers to make, and those that are not made, each in order of dialogue, round and type."""

    papers: tuple[Paper, ...]
    omitted: tuple[Omitted, ...]


def plan(register: Register, types: Mapping[str, DocumentType], selection: Selection = EVERYTHING) -> Plan:
    """The papers that the register gives rise to, as far as they are selected."""
    papers: list[Paper] = []
    omitted: list[Omitted] = []
    for series, meeting in meetings(register):
        for name, kind in sorted(types.items()):
            if selection.takes(series.id, meeting.id, name):
                for each in _papers(register, series, meeting, name, kind):
                    _sort_in(each, selection, papers, omitted)
    return Plan(tuple(papers), tuple(omitted))


def chosen_from(whole: Plan, selection: Selection) -> Plan:
    """What of a plan is selected, as a plan."""
    papers: list[Paper] = []
    omitted: list[Omitted] = []
    for paper in whole.papers:
        _sort_in(paper, selection, papers, omitted)
    for each in whole.omitted:
        _sort_in(each, selection, papers, omitted)
    return Plan(tuple(papers), tuple(omitted))


def meetings(register: Register) -> Iterator[tuple[Series, Meeting]]:
    """Every meeting with its series, dialogues by name and rounds by number."""
    for _, series in sorted(register.series.items()):
        for meeting in series.meetings.values():
            yield series, meeting


def _papers(
    register: Register, series: Series, meeting: Meeting, name: str, kind: DocumentType
) -> Iterator[Paper | Omitted]:
    reason = why_not(register, series, meeting, kind)
    if reason:
        yield Omitted(series.id, meeting.id, name, "", reason)
        return
    audience = audience_of(kind, meeting)
    for speaker in speakers_of(register, series, meeting, kind):
        pairs = pairs_of(register, meeting, kind, speaker)
        for language in (*languages_of(register, series, meeting, kind, speaker), *pairs):
            lacking = [tag for tag in tags_of(language) if tag not in kind.languages]
            if not lacking:
                yield Paper(series.id, meeting.id, name, language, tuple(kind.formats), audience, speaker.id)
            else:
                reason = f"templates/{name}/ has no {lacking[0]}.html.j2"
                yield Omitted(series.id, meeting.id, name, language, reason, speaker.id)


def languages_of_all(register: Register, types: Mapping[str, DocumentType]) -> dict[str, set[str]]:
    """Every language that the workspace makes papers in, those of the house first, and the types wanted in it."""
    wanted = {language: set(types) for language in register.house.languages}
    for series, meeting in meetings(register):
        for name, kind in sorted(types.items()):
            pairs = [tag for pair in pairs_of(register, meeting, kind) for tag in tags_of(pair)]
            own = languages_of(register, series, meeting, kind)
            voices = [tag for voice in meeting.round.voices for tag in voice.languages if voice.kind in kind.voices]
            for language in (*own, *voices, *pairs):
                wanted.setdefault(language, set()).add(name)
    return wanted


def _sort_in(each: Paper | Omitted, selection: Selection, papers: list[Paper], omitted: list[Omitted]) -> None:
    if isinstance(each, Omitted):
        if selection.takes(each.dialogue, each.round, each.type, each.language, voice=each.voice):
            omitted.append(each)
        return
    formats = selection.formats_of(each.formats)
    named = each.dialogue, each.round, each.type, each.language, str(each.audience)
    if formats and selection.takes(*named, voice=each.voice):
        papers.append(each if formats == each.formats else replace(each, formats=formats))
