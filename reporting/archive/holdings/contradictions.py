"""Where a catalogue contradicts itself, although its chain holds: whoever may add a line could try to overrule an older one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from reporting.archive.holdings.catalogue import Catalogue, Entry
from reporting.problems import Place, Problem


@dataclass
class _Known:
    """What the lines so far have said."""

    closed: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)
    kept: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each file of a stamp."""


def contradictions(catalogue: Catalogue, file: str) -> Iterator[Problem]:
    """Each line that cannot stand after those before it.

    Args:
        catalogue: as it stands there.
        file: how it is called in problems.
    """
    known = _Known()
    for entry in catalogue.entries:
        for sentence in _RULES.get(entry.kind, _nothing)(entry, known):
            yield Problem("A025", sentence, Place(file, entry.number))


def _nothing(entry: Entry, known: _Known) -> Iterator[str]:
    return iter(())


def _closed(entry: Entry, known: _Known) -> Iterator[str]:
    if not isinstance(entry.value.get("sha256"), str):
        yield "closes a package and does not say its seal"
    if entry.path in known.closed:
        yield f"closes {entry.path}, which an earlier line closed"
        return
    before = entry.value.get("replaces")
    if before is not None and known.closed.get(str(before), {}).get("series") != entry.value.get("series", ""):
        yield f"replaces {before}, which is no earlier version of it"
    known.closed[entry.path] = entry.value


def _replaced(entry: Entry, known: _Known) -> Iterator[str]:
    by = str(entry.value.get("replaced_by"))
    if known.closed.get(by, {}).get("replaces") != entry.path:
        yield f"says that {by} replaced {entry.path}, and the line of {by} does not"
    elif entry.path in known.replaced:
        yield f"replaces {entry.path}, which was replaced before"
    known.replaced.add(entry.path)


def _signed(entry: Entry, known: _Known) -> Iterator[str]:
    if entry.path not in known.closed:
        yield f"tells of signatures for {entry.path}, which was not closed"
    if not isinstance(entry.value.get("files"), dict):
        yield "tells of signatures and names no files"


def _stamped(entry: Entry, known: _Known) -> Iterator[str]:
    files = entry.value.get("files")
    if not isinstance(files, dict):
        yield "tells of a stamp and names no files"
        return
    for name, sha256 in files.items():
        if known.kept.setdefault(name, str(sha256)) != sha256:
            yield f"has another SHA-256 of {name} than an earlier line"


_RULES: Mapping[str, Callable[[Entry, _Known], Iterator[str]]] = {
    "closed": _closed,
    "replaced": _replaced,
    "signed": _signed,
    "stamped": _stamped,
}
