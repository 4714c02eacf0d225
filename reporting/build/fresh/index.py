"""The index: what the last build saw, so that the next one can tell in a moment that nothing has changed.

It lies in `.reporting/` of the workspace, never among the papers, and may be deleted at any time. Reading it needs
no model, no template and no library beyond the standard one.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reporting.build.output.files import (
    Written,
    plain_bytes,
    write_files,
    written,
    written_from_json,
    written_to_json,
)
from reporting.problems import EnvironmentFailed

FORMAT = 1
FOLDER, NAME = ".reporting", "index.json"


@dataclass(frozen=True, slots=True)
class Known:
    """A paper of the last plan."""

    dialogue: str
    round: str
    type: str
    language: str
    audience: str
    formats: tuple[str, ...]
    """All that its type has."""
    is_fresh: bool
    """Whether its document was as it should be when the build ended."""
    outputs: Mapping[str, Written]
    """Each file that was right then, by its format."""
    problems: tuple[dict[str, Any], ...] = ()
    """Its warnings, packed."""
    voice: str = ""

    @property
    def name(self) -> str:
        stem = ".".join(part for part in (self.type, self.voice, self.language) if part)
        return f"{self.audience}/{self.dialogue}/{self.round}/{stem}"


@dataclass(frozen=True, slots=True)
class Index:
    """All that decides whether a build has anything to do."""

    setting: str
    """Versions, code and the day that counts as today, as one text."""
    files: Mapping[str, Written] = field(default_factory=dict)
    papers: tuple[Known, ...] = ()
    problems: tuple[dict[str, Any], ...] = ()
    """Findings in the records that stop no paper, packed."""
    has_errors: bool = False
    has_leftovers: bool = False
    """Whether there are papers that nothing makes any more and that were not removed."""
    templates: tuple[str, tuple[dict[str, Any], ...]] = ("", ())
    """The hash of all templates, and what was found in them then, packed."""


def load_index(root: Path) -> Index:
    """The index of a workspace; an empty one where there is none that can be read."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        value = json.loads(plain_bytes(root / FOLDER / NAME) or b"")
        if value["format"] == FORMAT:
            return Index(
                value["setting"],
                {path: written_from_json(each) for path, each in value["files"].items()},
                tuple(_known(each) for each in value["papers"]),
                tuple(value["problems"]),
                value["has_errors"],
                value["has_leftovers"],
                (value["templates"][0], tuple(value["templates"][1])),
            )
    return Index("")


def index_hash(root: Path) -> str:
    """One hash over the index as it lies there; an empty text where there is none."""
    found = written(root / FOLDER / NAME)
    return found.sha256 if found else ""


def save_index(root: Path, index: Index) -> None:
    """Keeps the index; where that is not possible the next build only takes longer."""
    value = {
        "format": FORMAT,
        "setting": index.setting,
        "files": {path: written_to_json(each) for path, each in sorted(index.files.items())},
        "papers": [_value(each) for each in index.papers],
        "problems": index.problems,
        "has_errors": index.has_errors,
        "has_leftovers": index.has_leftovers,
        "templates": index.templates,
    }
    with contextlib.suppress(EnvironmentFailed):
        # In ASCII, since the name of a file may be no text.
        write_files(root, FOLDER, {NAME: json.dumps(value, separators=(",", ":")).encode()})


def _value(known: Known) -> list[Any]:
    outputs = {name: written_to_json(each) for name, each in known.outputs.items()}
    return [
        known.dialogue,
        known.round,
        known.type,
        known.language,
        known.audience,
        known.formats,
        known.is_fresh,
        outputs,
        known.problems,
        known.voice,
    ]


def _known(value: list[Any]) -> Known:
    dialogue, round_, type_, language, audience, formats, is_fresh, outputs, problems, voice = value
    files = {name: written_from_json(each) for name, each in outputs.items()}
    return Known(dialogue, round_, type_, language, audience, tuple(formats), is_fresh, files, tuple(problems), voice)
