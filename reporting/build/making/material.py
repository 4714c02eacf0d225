"""What one paper is made from: its view, the views of papers inside of it, its marking; or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from reporting.audiences.common import common_to_all
from reporting.audiences.markings import carried
from reporting.audiences.view import View, view_of
from reporting.build.making.reads import values_of
from reporting.build.planning.omissions import why_not
from reporting.build.planning.plan import Paper
from reporting.build.planning.variants import audience_of, speakers_of
from reporting.drafting.types import BESIDE, DocumentType, Enclosure
from reporting.protocol.voices import OWN, Speaker
from reporting.records.levels import Level
from reporting.records.model.pairs import tags_of
from reporting.records.register import Meeting, Register, Series

RECORDS = ("statement", "briefing")
"""Parts of a view that are files of the round."""
LOOKING_BACK = ("previous", "earlier", "commitments")
"""Parts of a view that depend on the rounds before."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that goes into a draft."""

    view: View
    enclosures: Mapping[str, tuple[DocumentType, View]]
    marking: str
    common: frozenset[str] | None = None
    """What everybody may read of the meeting; None for a paper that everybody may read."""
    ink: tuple[str, str] = ("", "")
    """Colours of the marking, where its scheme has them."""

    def values(self) -> dict[str, object]:
        """What the paper may read, by path."""
        enclosed = {name: view for name, (_, view) in self.enclosures.items()}
        return values_of(self.view, enclosed, self.marking, self.common, ink=self.ink)

    @property
    def files(self) -> tuple[str, ...]:
        """Files of the workspace that the views were made from."""
        views = (self.view, *(view for _, view in self.enclosures.values()))
        return tuple(sorted({file for view in views for file in view.files}))


@dataclass(frozen=True, slots=True)
class Desk:
    """The register, the types and the day: all that material is taken from."""

    register: Register
    types: Mapping[str, DocumentType]
    on: date | None

    def material(self, paper: Paper) -> Material:
        """What a paper of the plan is made from."""
        series, meeting = self.found(paper)
        kind = self.types[paper.type]
        speaker = self.speaker(paper)
        language, *others = tags_of(paper.language)
        view = self._view(series, meeting, kind, language, speaker=speaker)
        enclosures = dict(self._enclosures(series, meeting, kind, language))
        inner = [each for _, each in enclosures.values()]
        beside = {BESIDE: (kind, self._view(series, meeting, kind, others[0], speaker=speaker))} if others else {}
        common = None
        if view.audience > Level.PUBLIC:
            known = self._known_to_all(speaker, series, meeting, kind)
            public = [
                self._view(series, meeting, kind, each, Level.PUBLIC, speaker=known) for each in (language, *others)
            ]
            common = common_to_all([*public, *inner])
        marking = carried(view, inner)
        said = [marking.text, *(carried(each).text for _, each in beside.values())]
        return Material(view, enclosures | beside, " / ".join(dict.fromkeys(filter(None, said))), common, marking.ink)

    def speaker(self, paper: Paper) -> Speaker:
        """In whose name a paper speaks, or whose copy it is."""
        found = speakers_of(self.register, *self.found(paper), self.types[paper.type])
        return next((each for each in found if each.id == paper.voice), found[0])

    def _known_to_all(self, speaker: Speaker, series: Series, meeting: Meeting, kind: DocumentType) -> Speaker:
        """The same speaker as far as everybody knows of it; the house where they know of none."""
        found = speakers_of(self.register, series, meeting, kind, Level.PUBLIC)
        return next((each for each in found if (each.entry, each.copy) == (speaker.entry, speaker.copy)), OWN)

    def twins(self, paper: Paper) -> tuple[View, ...]:
        """Of a copy of a text done in alternat, the views of the first copy, one for each language of the paper.

        There are none for that one, and for other papers.
        """
        series, meeting = self.found(paper)
        kind = self.types[paper.type]
        first = speakers_of(self.register, series, meeting, kind)[0]
        if not first.copy or first.id == paper.voice:
            return ()
        return tuple(self._view(series, meeting, kind, each, speaker=first) for each in tags_of(paper.language))

    def enclosed(self, paper: Paper, name: str) -> Meeting | None:
        """The meeting whose paper a paper encloses under a name."""
        if name == BESIDE:
            return self.found(paper)[1]
        enclosure = self.types[paper.type].encloses.get(name)
        return _whose(enclosure, *self.found(paper)) if enclosure else None

    def found(self, paper: Paper) -> tuple[Series, Meeting]:
        """The series and the meeting that a paper belongs to."""
        series = self.register.series[paper.dialogue]
        return series, series.meetings[paper.round]

    def hindrances(self, paper: Paper, broken: frozenset[str], files: tuple[str, ...]) -> tuple[str, ...]:
        """Files with errors that the paper cannot do without, sorted.

        Args:
            broken: files with errors.
            files: those that its views were made from.
        """
        series, meeting = self.found(paper)
        kind = self.types[paper.type]
        needed = {*files, *_own_files(kind, meeting)}
        for each in kind.encloses.values():
            inner, whose = self.types.get(each.type), _whose(each, series, meeting)
            needed.update(_own_files(inner, whose) if inner and whose else ())
        if kind.encloses or any(part in LOOKING_BACK for part in (*kind.parts, *kind.needs)):
            needed.add(f"{series.folder}/commitments.yaml")
            needed.update(file for file in broken if self._may_be_before(file, series, meeting))
        return tuple(sorted(needed & broken))

    def _may_be_before(self, file: str, series: Series, meeting: Meeting) -> bool:
        """Whether a file with errors is a round before this one; one without a number might be any."""
        if not (file.startswith(f"{series.folder}/") and file.endswith("/round.yaml")):
            return False
        tree = self.register.trees.get(file)
        number = str(tree.get("number")) if isinstance(tree, Mapping) else ""
        # One of more digits than any round has is in error, and Python refuses to read thousands of them.
        return not number.isdecimal() or len(number) > len("9999") or int(number) < meeting.round.number

    def _view(
        self,
        series: Series,
        meeting: Meeting,
        kind: DocumentType,
        language: str,
        audience: Level | None = None,
        *,
        speaker: Speaker | None = None,
    ) -> View:
        return view_of(
            self.register,
            series,
            meeting,
            audience=audience_of(kind, meeting) if audience is None else audience,
            language=language,
            # Without a day nothing is overdue.
            on=self.on or date.min,
            parts=kind.parts,
            speaker=speaker or next(iter(speakers_of(self.register, series, meeting, kind)), OWN),
            type_=kind.name,
            order=kind.party_order,
            country_forms=kind.country_forms,
        )

    def _enclosures(
        self, series: Series, meeting: Meeting, kind: DocumentType, language: str
    ) -> Iterator[tuple[str, tuple[DocumentType, View]]]:
        for name, enclosure in kind.encloses.items():
            inner, whose = self.types.get(enclosure.type), _whose(enclosure, series, meeting)
            if inner and whose and language in inner.languages and not why_not(self.register, series, whose, inner):
                yield name, (inner, self._view(series, whose, inner, language))


def _whose(enclosure: Enclosure, series: Series, meeting: Meeting) -> Meeting | None:
    if enclosure.round == "this":
        return meeting
    before = series.before(meeting)
    return before[-1] if before else None


def _own_files(kind: DocumentType, meeting: Meeting) -> set[str]:
    """Records of the meeting that a type asks for."""
    return {f"{meeting.folder}/{part}.yaml" for part in RECORDS if part in (*kind.parts, *kind.needs)}
