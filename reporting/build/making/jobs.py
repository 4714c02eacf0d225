"""What a worker is handed and what it hands back: plain values that can be sent to another process or another machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from reporting.audiences.view import View
from reporting.build.making.material import Material
from reporting.build.making.office import Office
from reporting.drafting.types import DocumentType
from reporting.problems import Place, Problem, in_order

DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Job:
    """A paper to make."""

    name: str
    """Its files under `output/`, without the format; also what its problems are placed at."""
    kind: DocumentType
    view: View
    enclosures: Mapping[str, tuple[DocumentType, View]]
    marking: str
    identifier: str
    formats: tuple[str, ...]
    """Those wanted."""
    looks: Mapping[str, str]
    """For every format there is, look and code that it would be written with."""
    intact: Mapping[str, str]
    """For each format that lies on disk as it was made, what it was made of; these may be kept."""
    twins: tuple[View, ...] = ()
    """Of a copy of a text done in alternat, the view of the first copy in each language of the paper; nothing but the
    order may differ."""
    office: Office = field(default_factory=Office)
    """What its Word file wears."""
    copies: int = 0
    """How many numbered copies are wanted besides."""
    common: frozenset[str] | None = None
    """What everybody may read of the meeting; None for a paper that everybody may read."""
    ink: tuple[str, str] = ("", "")
    """Colours of the marking, where its scheme has them."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a job."""

    contents: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of each format that had to be written."""
    made_of: Mapping[str, str] = field(default_factory=dict)
    """For each format wanted, what it is made of now."""
    document: str = ""
    """Hash of the drafted document."""
    has_contents: bool = False
    reads: str = ""
    """Hash of the values that were read."""
    paths: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    pages: int = 0
    """Of the PDF; 0 where it was not laid out."""
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What each format's writer found, and under `draft` what drafting did."""
    seconds: float = 0
    """How long it took."""

    @property
    def is_sound(self) -> bool:
        return not any(problem.is_error for problem in self.found())

    def found(self) -> tuple[Problem, ...]:
        """All problems."""
        return in_order(problem for found in self.problems.values() for problem in found)


def drafting_job(name: str, kind: DocumentType, material: Material, identifier: str) -> Job:
    """The job of drafting a paper from its material, and of writing nothing.

    Args:
        name: as the paper's files are called under `output/`, without the format.
        kind: its document type.
        material: all that goes into the draft.
        identifier: the record's own identifier of the paper.
    """
    return Job(
        name=name,
        kind=kind,
        view=material.view,
        enclosures=material.enclosures,
        marking=material.marking,
        identifier=identifier,
        formats=(),
        looks={},
        intact={},
        common=material.common,
        ink=material.ink,
    )


def lane_of(job: Job) -> str:
    """Whose matter a job holds; a worker serves one of them."""
    return str(job.view.audience)


def placed(problems: Iterable[Problem], name: str) -> tuple[Problem, ...]:
    """Problems of a paper; those without a place, as writers and limits have them, belong to the paper itself."""
    place = Place(f"output/{name}")
    return in_order(problem if problem.place else replace(problem, place=place) for problem in problems)
