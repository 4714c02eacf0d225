"""What each paper was made of, kept beside the papers of its audience in `output/<audience>/.state.json`.

A folder of public papers may be handed on as it is. So its state holds nothing but what went into these papers: the
paths they read in their own view, one hash over the values, template names, and hashes of the papers themselves.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reporting.build.output.files import (
    Written,
    plain_bytes,
    remove_file,
    seen_now,
    write_files,
    written_from_json,
    written_to_json,
)
from reporting.build.output.folders import told
from reporting.build.output.packing import packed, unpacked
from reporting.problems import Problem, in_order
from reporting.records.levels import Level
from reporting.workspace import flags

FORMAT = 1
STATE = ".state.json"
JOURNAL = ".state.journal"
_APPENDING = os.O_WRONLY | os.O_APPEND | os.O_CREAT | flags("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")


@dataclass(frozen=True, slots=True)
class Output:
    """One file of a paper."""

    made_of: str
    """Hash of the document, the look and the code that it was written with."""
    file: Written


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as it was made."""

    drafted_with: str
    """Hash of templates, labels, type and drafting code."""
    templates: tuple[str, ...]
    """Names of the templates it was drafted with."""
    reads: str
    """Hash of the values that were read from its views."""
    paths: tuple[str, ...]
    """Where in the views these values stand."""
    files: tuple[str, ...]
    """Record files that the views were made from."""
    document: str
    """Hash of the drafted document."""
    has_contents: bool
    """Whether it has a table of contents, whose page numbers Word takes from the PDF's layout."""
    outputs: Mapping[str, Output]
    """By format."""
    pages: int = 0
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """Warnings of drafting and of each format, shown again as long as the paper stays as it is."""

    def warnings(self) -> tuple[Problem, ...]:
        return in_order(problem for found in self.problems.values() for problem in found)


@dataclass
class State:
    """The papers of one audience, by key."""

    root: Path
    """The output folder."""
    audience: Level
    papers: dict[str, Made] = field(default_factory=dict)
    intended: dict[str, set[str]] = field(default_factory=dict)
    """Hashes of files that were about to be put, by key; a killed build may have put them."""
    is_dirty: bool = False

    @property
    def folder(self) -> Path:
        return self.root / str(self.audience)

    def intend(self, key: str, hashes: Iterable[str]) -> None:
        """Remember which files are about to be put, so that after a killed build they are not taken for somebody's edits."""
        self.intended.setdefault(key, set()).update(hashes)
        self._append([key, sorted(self.intended[key])])

    def note(self, papers: Mapping[str, Made]) -> None:
        """Remember papers, at once and on disk, so that a killed build need not make them again."""
        self.papers.update(papers)
        for key in papers:
            self.intended.pop(key, None)
        self._append(*([key, made_to_json(made)] for key, made in papers.items()))

    def look_again(self, folder: str) -> None:
        """Take the times of a round's files anew: to put a set in its place marks all that it has kept."""
        near = f"{folder.removeprefix(f'{self.audience}/')}/"
        for key, made in [each for each in self.papers.items() if each[0].startswith(near)]:
            outputs = {
                name: replace(output, file=seen_now(self.folder / f"{key}.{name}", output.file))
                for name, output in made.outputs.items()
            }
            self.papers[key] = replace(made, outputs=outputs)

    def _append(self, *values: list[Any]) -> None:
        self.is_dirty = True
        lines = map(_json, values)
        with told(f"{self.root.name}/{self.audience}/{JOURNAL}"):
            self.folder.mkdir(parents=True, exist_ok=True)
            # The line before may have been torn by a kill, and must not take this one along.
            self._write("\n" + "".join(f"{line}\n" for line in lines))

    def _write(self, lines: str) -> None:
        # A link would lead what is written elsewhere, and a pipe without a reader would hold the build up.
        with os.fdopen(os.open(self.folder / JOURNAL, _APPENDING, 0o644), "ab") as journal:
            journal.write(lines.encode())
            journal.flush()
            os.fsync(journal.fileno())

    def forget(self, key: str) -> None:
        del self.papers[key]
        self.intended.pop(key, None)
        self.is_dirty = True

    def save(self) -> None:
        """Write the state, last of all.

        Raises:
            EnvironmentFailed: it cannot be written [E002].
        """
        if not self.is_dirty:
            return
        write_files(self.root, str(self.audience), {STATE: _state_to_json(self.papers)})
        if self.intended:
            # A build that was ended may have put these; the next one must not take them for somebody's edits.
            lines = (json.dumps([key, sorted(hashes)]) for key, hashes in sorted(self.intended.items()))
            write_files(self.root, str(self.audience), {JOURNAL: "".join(f"{line}\n" for line in lines).encode()})
        elif (self.folder / JOURNAL).exists():
            remove_file(self.root, f"{self.audience}/{JOURNAL}")
        self.is_dirty = False


def load_state(root: Path, audience: Level) -> State:
    """The state of one audience. What is no state counts as never made: nothing is lost but time.

    Raises:
        OSError: the disk does not give it. Were that taken for none, every paper would be taken for somebody's edit.
    """
    state = State(root, audience)
    with contextlib.suppress(ValueError, LookupError, TypeError):
        value = json.loads(plain_bytes(state.folder / STATE) or b"")
        if value["format"] == FORMAT:
            alike = [shared(each) for each in value.get("paths", ())]
            state.papers = {key: made_from_json(each, alike) for key, each in value["papers"].items()}
    for line in (plain_bytes(state.folder / JOURNAL) or b"").decode(errors="replace").split("\n"):
        _take_up(state, line)
    return state


def _take_up(state: State, line: str) -> None:
    """One line of a journal. A line that a kill has torn counts as never written."""
    with contextlib.suppress(ValueError, KeyError, TypeError):
        key, each = json.loads(line)
        state.is_dirty = True
        if isinstance(each, list):
            state.intended.setdefault(key, set()).update(each)
        else:
            state.papers[key] = made_from_json(each)
            state.intended.pop(key, None)


def shared(paths: Iterable[str]) -> tuple[str, ...]:
    """The same paths, each of them there once for all papers: most papers of a type read what the others read."""
    return tuple(map(sys.intern, paths))


def _state_to_json(papers: Mapping[str, Made]) -> bytes:
    """The state, put together paper by paper; paths that several papers have read stand in it once."""
    alike: dict[tuple[str, ...], int] = {}
    told = []
    for key, made in sorted(papers.items()):
        number = alike.setdefault(made.paths, len(alike))
        told.append(f"{_json(key)}:{_json({**made_to_json(made), 'paths': number})}")
    return f'{{"format":{FORMAT},"paths":{_json(list(alike))},"papers":{{{",".join(told)}}}}}'.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def made_to_json(made: Made) -> dict[str, Any]:
    """A paper as values for JSON."""
    return {
        "drafted_with": made.drafted_with,
        "templates": made.templates,
        "reads": made.reads,
        "paths": made.paths,
        "files": made.files,
        "document": made.document,
        "has_contents": made.has_contents,
        "outputs": {name: [each.made_of, *written_to_json(each.file)] for name, each in made.outputs.items()},
        "pages": made.pages,
        "problems": {name: packed(found) for name, found in made.problems.items() if found},
    }


def made_from_json(value: dict[str, Any], alike: Sequence[tuple[str, ...]] = ()) -> Made:
    """The paper that `made_to_json` made values of.

    Args:
        value: these.
        alike: paths that several papers have read; the value may name them by their number.

    Raises:
        IndexError, KeyError, TypeError, ValueError: it is none.
    """
    paths = value["paths"]
    return Made(
        value["drafted_with"],
        shared(value["templates"]),
        value["reads"],
        alike[paths] if isinstance(paths, int) else shared(paths),
        shared(value["files"]),
        value["document"],
        value["has_contents"],
        {name: Output(each[0], written_from_json(each[1:])) for name, each in value["outputs"].items()},
        value["pages"],
        {name: unpacked(found) for name, found in value["problems"].items()},
    )
