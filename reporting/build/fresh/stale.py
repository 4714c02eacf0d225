"""Whether a paper is stale, and why, as a clause for people."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reporting.build.copies import copies_made_of
from reporting.build.formats import FORMATS, drafting_version, version_of
from reporting.build.fresh.inputs import hash_of
from reporting.build.making.identity import made_of
from reporting.build.making.material import Material
from reporting.build.making.office import Offices
from reporting.build.making.reads import hash_of_reads
from reporting.build.output.files import Written, is_same
from reporting.build.output.state import Made
from reporting.build.paths import shortened
from reporting.build.planning.plan import Paper
from reporting.drafting.types import DocumentType


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files of the workspace now, and what happened to them since the last build."""

    root: Path
    """The output folder."""
    files: Mapping[str, Written]
    changed: Mapping[str, str]
    """For each file that is not as it was: changed, added or removed."""
    looks: Mapping[str, str]
    """For each format, look and code that it would be written with."""
    types: Mapping[str, DocumentType]
    offices: Offices = field(default_factory=Offices)

    def drafted_with(self, paper: Paper, templates: tuple[str, ...]) -> str:
        """One hash over all that a paper is drafted with besides its views."""
        kind = self.types[paper.type]
        names = (paper.type, *(each.type for each in kind.encloses.values()))
        files = (*templates, *(f"templates/{name}/type.yaml" for name in names))
        return _hash(drafting_version(), hash_of(self.files, files))

    def expected(self, paper: Paper, made: Made) -> dict[str, str]:
        """For each format, what it is made of while the document stays as it is."""
        pages = self.types[paper.type].pages
        return {
            name: made_of(
                name,
                made.document,
                self.looks,
                pages,
                has_contents=made.has_contents,
                office=self.offices.of(paper.type).key,
                reads=made.reads,
            )
            for name in paper.formats
        }

    def touches(self, paper: Paper, made: Made) -> tuple[str, ...]:
        """Record files whose change may have reached the paper's views."""
        return tuple(
            path
            for path, what in self.changed.items()
            if path in made.files or (what != "changed" and _is_near(path, paper.dialogue))
        )


def looks_of(files: Mapping[str, Written]) -> dict[str, str]:
    """For each format, look and code that it would be written with."""
    return {name: _hash(version_of(name), hash_of(files, row.look)) for name, row in FORMATS.items()}


def intact(inputs: Inputs, paper: Paper, made: Made) -> dict[str, str]:
    """For each format that lies on disk as it was made, what it was made of."""
    return {
        name: output.made_of
        for name, output in made.outputs.items()
        if is_same(inputs.root / paper.path(name), output.file)
    }


def why_copies(inputs: Inputs, paper: Paper, made: Made | None, total: int) -> str:
    """Why the numbered copies of a fresh paper have to be made; empty where they lie there as they should."""
    if not total or made is None:
        return ""
    wanted, there = copies_made_of(inputs.expected(paper, made)["pdf"], total), intact(inputs, paper, made)
    return "" if all(there.get(name) == each for name, each in wanted.items()) else "copies wanted"


def why_stale(
    inputs: Inputs, paper: Paper, made: Made | None, material: Callable[[], Material], *, is_known: bool, force: bool
) -> str:
    """Why the paper has to be made; empty where it is fresh.

    Args:
        inputs: the files now.
        paper: which one.
        made: how it was made the last time, if it ever was.
        material: makes its views; asked only where a change may have reached them.
        is_known: whether the last build left it fresh, so that only changes since then count.
        force: take everything for stale.
    """
    if made is None:
        return "new"
    if force:
        return "forced"
    return (
        _why_draft(inputs, paper, made)
        or _why_output(inputs, paper, made)
        or _why_record(inputs, paper, made, material, is_known=is_known)
    )


def _why_draft(inputs: Inputs, paper: Paper, made: Made) -> str:
    if inputs.drafted_with(paper, made.templates) == made.drafted_with:
        return ""
    changed = [path for path in inputs.changed if path in made.templates or path.endswith("/type.yaml")]
    return f"template changed in {_some(changed, paper)}" if changed else "made with another version"


def _why_output(inputs: Inputs, paper: Paper, made: Made) -> str:
    expected = inputs.expected(paper, made)
    for name in paper.formats:
        output = made.outputs.get(name)
        path = inputs.root / paper.path(name)
        if output is None or not path.exists():
            return f"{paper.stem}.{name} is missing"
        if not is_same(path, output.file):
            return f"{paper.stem}.{name} was edited by hand"
        if output.made_of != expected[name]:
            changed = [file for file in inputs.changed if file in FORMATS[name].look or file.endswith(f".{name}")]
            return f"look changed in {_some(changed, paper)}" if changed else "made with another version"
    return ""


def _why_record(inputs: Inputs, paper: Paper, made: Made, material: Callable[[], Material], *, is_known: bool) -> str:
    touched = inputs.touches(paper, made)
    if is_known and not touched:
        return ""
    now = material()
    if hash_of_reads(now.values(), made.paths) == made.reads:
        return ""
    return f"record changed in {_some(touched, paper)}" if touched else "record changed"


def _is_near(path: str, dialogue: str) -> bool:
    return path.startswith((f"data/dialogues/{dialogue}/", "data/registers/")) or path == "data/house.yaml"


def _some(paths: list[str] | tuple[str, ...], paper: Paper) -> str:
    more = f" and {len(paths) - 2} more" if len(paths) > 2 else ""
    return ", ".join(shortened(each, paper.dialogue, paper.round) for each in paths[:2]) + more


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
