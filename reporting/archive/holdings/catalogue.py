"""The catalogue: one line of JSON for each thing that happened in the archive, each with the SHA-256 of the line before.

Whoever knows the hash of the last line, the head, can tell any later change of any line or package: the head covers
the lines, and each line the seal of its package. A stamp over the head covers all of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reporting.archive.package.about import About
from reporting.build.output.files import plain_bytes
from reporting.problems import Failed, Place, Problem
from reporting.workspace import is_there

NAME = "catalogue.jsonl"
FIRST = "0" * 64
"""Stands for the line before the first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line."""

    number: int
    raw: bytes
    """The line with its end, as the next line's `prev` and every stamp cover it."""
    value: dict[str, Any]
    """Empty where the line is no JSON object."""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.raw).hexdigest()

    @property
    def kind(self) -> str:
        """`closed`, `replaced`, `signed` or `stamped`."""
        return str(self.value.get("kind", ""))

    @property
    def path(self) -> str:
        """Of the package that the line is about."""
        return str(self.value.get("package", ""))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All lines, oldest first."""

    entries: tuple[Entry, ...] = ()

    @property
    def head(self) -> str:
        """SHA-256 of the last line."""
        return self.entries[-1].sha256 if self.entries else FIRST

    @property
    def raw(self) -> bytes:
        return b"".join(entry.raw for entry in self.entries)

    def packages(self) -> dict[str, Entry]:
        """The line in which each package was closed, by its path."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.kind == "closed":
                # A package is closed once: a later line cannot give it another seal.
                found.setdefault(entry.path, entry)
        return found

    def versions(self, series: str, layout: str) -> list[Entry]:
        """The versions of a package, oldest first."""
        return [
            entry
            for entry in self.packages().values()
            if entry.value.get("series") == series and entry.value.get("layout") == layout
        ]

    def replaced_by(self, path: str) -> str:
        """The package that took the place of another; empty where none did."""
        found = (entry for entry in self.entries if entry.kind == "replaced" and entry.path == path)
        return next((str(entry.value.get("replaced_by", "")) for entry in found), "")

    def signed(self, path: str) -> list[Entry]:
        """The lines that tell of signatures for a package."""
        return [entry for entry in self.entries if entry.kind == "signed" and entry.path == path]

    def plus(self, values: Iterable[dict[str, Any]]) -> Catalogue:
        """The catalogue with more lines."""
        entries = list(self.entries)
        for value in values:
            before = entries[-1].sha256 if entries else FIRST
            line = {"n": len(entries) + 1, "prev": before, **value}
            raw = (json.dumps(line, ensure_ascii=False, separators=(", ", ": ")) + "\n").encode()
            entries.append(Entry(len(entries) + 1, raw, line))
        return Catalogue(tuple(entries))


def closed_line(about: About, path: str, seal: str, files: int, size: int) -> dict[str, Any]:
    """The line of a package that was closed. What the record does not say is left out."""
    line = {
        "kind": "closed",
        "package": path,
        "sha256": seal,
        "layout": about.layout,
        "series": about.series,
        "version": about.version,
        "title": about.title,
        "issuer": about.issuer,
        "audience": about.audience,
        "event": about.start,
        "issued": about.issued,
        "closed": about.closed,
        "papers": len(about.papers),
        "languages": list(about.languages),
        "files": files,
        "bytes": size,
        "file_plan": about.file_plan,
        "series_number": about.series_number,
        "identifiers": list(about.identifiers),
        "retention": about.retention,
        "open_on": about.open_on,
        "replaces": about.replaces,
        "corrections": list(about.corrections),
    }
    return {key: value for key, value in line.items() if value not in ("", [])}


def load_catalogue(root: Path) -> Catalogue:
    """The catalogue of an archive, as it stands there; an empty one where there is none.

    Raises:
        Failed: something else lies in its place: a link, a pipe, a device or a folder [A021].
        OSError: it cannot be read.
    """
    data = plain_bytes(root / NAME)
    if data is None and is_there(root / NAME):
        hint = "look at what it is, and put the file itself there; nothing in an archive is reached through a link"
        raise Failed(Problem("A021", "is no plain file", Place(f"{root.name}/{NAME}"), hint))
    data = data or b""
    return Catalogue(tuple(_entry(number, raw) for number, raw in enumerate(data.splitlines(keepends=True), 1)))


def _entry(number: int, raw: bytes) -> Entry:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        value = None
    return Entry(number, raw, value if isinstance(value, dict) else {})


def breaks(catalogue: Catalogue, file: str, head: str | None = None) -> Iterator[Problem]:
    """Where the chain does not hold.

    Args:
        catalogue: as it stands there.
        file: how it is called in problems.
        head: the hash of a line that somebody kept elsewhere; it must still be in the chain.
    """
    before = FIRST
    for entry in catalogue.entries:
        place = Place(file, entry.number)
        if not entry.value or not entry.raw.endswith(b"\n"):
            yield Problem("A021", "is no line of a catalogue: it is cut off, or no JSON", place)
        elif entry.value.get("prev") != before or entry.value.get("n") != entry.number:
            yield Problem("A021", f"does not follow the line before it: SHA-256 {before[:16]}… is expected", place)
        before = entry.sha256
    if head is not None and head not in {FIRST, *(entry.sha256 for entry in catalogue.entries)}:
        sentence = f"no line has the SHA-256 {head[:16]}… that was kept elsewhere: lines were changed or are missing"
        yield Problem("A022", sentence, Place(file))
