"""What Word papers wear: the letterhead of their type or of the house, names of styles, fonts to carry along.

A letterhead is read here once, before any paper is made, so that what is wrong with it is told at the line that names
it. Workers are given its bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from reporting.document.theme import Theme
from reporting.drafting.types import DocumentType
from reporting.problems import EnvironmentFailed, Failed, Place, Problem, in_order
from reporting.records.nearest import did_you_mean, listed
from reporting.records.register import Register
from reporting.workspace import HOUSE, Workspace

FOLDER = "templates/house"


@dataclass(frozen=True, slots=True)
class Office:
    """What the Word papers of one type wear."""

    letterhead: bytes = b""
    """A Word file; empty where the theme alone decides."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the style of a role is called."""
    embeds_fonts: bool = False

    @property
    def key(self) -> str:
        """A hash of all of it; empty where there is nothing to tell."""
        if self == Office():
            return ""
        told = repr((hashlib.sha256(self.letterhead).hexdigest(), sorted(self.names.items()), self.embeds_fonts))
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Offices:
    """What Word papers wear, by type."""

    by_type: Mapping[str, Office] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """What is wrong with letterheads and names of styles, each at the line that names it."""

    def of(self, type_: str) -> Office:
        return self.by_type.get(type_, Office())


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A letterhead and where it is named."""

    path: str
    place: Place


def offices_of(workspace: Workspace, register: Register, types: Mapping[str, DocumentType], theme: Theme) -> Offices:
    """What the Word papers of each type wear, and what is wrong with it."""
    problems: list[Problem] = []
    found = {}
    for name, kind in types.items():
        names = {**theme.word_styles, **kind.word_styles}
        office = Office(b"", names, register.house.embed_fonts)
        wanted = _wanted(workspace, register, kind)
        problems += _unknown_roles(kind, theme)
        if wanted:
            office = _with_letterhead(workspace, office, wanted, problems)
        found[name] = office
    return Offices(found, in_order(problems))


def _wanted(workspace: Workspace, register: Register, kind: DocumentType) -> _Wanted | None:
    """The letterhead of the type, else that of the house."""
    if kind.word_template:
        file = f"templates/{kind.name}/type.yaml"
        own = f"templates/{kind.name}/{kind.word_template}"
        path = own if _is_inside(own) and workspace.has(own) else f"{FOLDER}/{kind.word_template}"
        return _Wanted(path, _place(workspace, file))
    if register.house.word_template:
        return _Wanted(f"{FOLDER}/{register.house.word_template}", register.place(HOUSE, "word_template"))
    return None


def _place(workspace: Workspace, file: str) -> Place:
    """Where a type names its letterhead."""
    for number, line in enumerate(workspace.read(file).decode("utf-8", "replace").split("\n"), 1):
        if line.startswith("word_template:"):
            return Place(file, number, len("word_template: ") + 1)
    return Place(file)


def _with_letterhead(workspace: Workspace, office: Office, wanted: _Wanted, problems: list[Problem]) -> Office:
    from reporting.writers.word.letterhead.merging import unknown_styles
    from reporting.writers.word.letterhead.reading import read_letterhead

    if not _is_inside(wanted.path) or not workspace.has(wanted.path):
        hint = "put the file there; the name is that of a .docx file beside the templates"
        problems.append(Problem("W060", f"there is no letterhead {wanted.path}", wanted.place, hint))
        return office
    try:
        data = workspace.read(wanted.path)
        letterhead = read_letterhead(data)
    except EnvironmentFailed:
        raise
    except Failed as failed:
        problems += [replace(each, place=wanted.place) for each in failed.problems]
        return office
    problems += [replace(each, place=wanted.place) for each in letterhead.problems]
    for name, known in unknown_styles(letterhead.styles, office.names).items():
        hint = did_you_mean(name, known) or f"it has {listed(known[:12])}"
        problems.append(Problem("W065", f"the letterhead has no style “{name}”", wanted.place, hint))
    return replace(office, letterhead=data)


def _unknown_roles(kind: DocumentType, theme: Theme) -> Iterator[Problem]:
    for role in kind.word_styles:
        if role not in theme.roles:
            hint = did_you_mean(role, theme.roles) or "the roles are those of theme.yaml"
            yield Problem("W066", f"there is no role “{role}”", Place(f"templates/{kind.name}/type.yaml"), hint)


def _is_inside(path: str) -> bool:
    """Whether the path stays in the folder of the templates and names a Word file."""
    return ".." not in PurePosixPath(path).parts and "\\" not in path and "//" not in path and path.endswith(".docx")
