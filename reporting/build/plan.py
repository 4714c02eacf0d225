"""The plan: which papers a workspace makes, and why it does not make the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from reporting.audiences.seen import as_seen, places_seen
from reporting.build.selection import EVERYTHING, Selection
from reporting.drafting.types import DocumentType
from reporting.protocol.voices import OWN, Speaker, copies, speakers
from reporting.records.levels import Level
from reporting.records.model.pairs import led_by, tags_of
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


Told = Callable[[Register, Series, Meeting, Level], bool]


def _has_earlier_rounds(register: Register, series: Series, meeting: Meeting, audience: Level) -> bool:
    return any(each.round.stated_level() <= audience for each in series.before(meeting))


def _has_commitments(register: Register, series: Series, meeting: Meeting, audience: Level) -> bool:
    record = series.commitment_record
    return record is not None and bool(as_seen(record, audience, register).commitments)


def _has_agenda(register: Register, series: Series, meeting: Meeting, audience: Level) -> bool:
    return bool(as_seen(meeting.round, audience, register).agenda)


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


def audience_of(kind: DocumentType, meeting: Meeting) -> Level:
    """For whom a paper is: its type's ceiling, which may change when the statement is published."""
    statement, published = meeting.statement, kind.audience_when_published
    is_published = statement is not None and statement.published is not None
    # One that is kept back changes nothing for readers who may not know of it, whatever its day.
    is_known = statement is not None and statement.stated_level() <= published
    return published if is_published and is_known else kind.audience


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
        if record and max(record.least_level(), record.stated_level()) > audience:
            return f"the {name} is above the audience of this paper"
    for name in ("statement", "briefing"):
        if name in kind.needs and getattr(meeting, name) is None and f"{meeting.folder}/{name}.yaml" in register.broken:
            return f"it waits for {name}.yaml, in error"
    needs = [MISSING[need] for need in kind.needs if need in MISSING]
    return next((reason for reason, is_there in needs if not is_there(register, series, meeting, audience)), "")


def _sort_in(each: Paper | Omitted, selection: Selection, papers: list[Paper], omitted: list[Omitted]) -> None:
    if isinstance(each, Omitted):
        if selection.takes(each.dialogue, each.round, each.type, each.language, voice=each.voice):
            omitted.append(each)
        return
    formats = selection.formats_of(each.formats)
    named = each.dialogue, each.round, each.type, each.language, str(each.audience)
    if formats and selection.takes(*named, voice=each.voice):
        papers.append(each if formats == each.formats else replace(each, formats=formats))
