"""The scanner: finished files in, what they must not hold out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reporting.release.opening.pieces import Closed
from reporting.release.scanner.folding import folded
from reporting.release.scanner.needles import Needle, Needles
from reporting.release.scanner.sweep import Hit, Sweep


@dataclass(frozen=True, slots=True)
class Leak:
    """Something found in a file that must not be there."""

    file: str
    needle: Needle
    channels: tuple[str, ...]
    """Every channel on a way to it, the outermost first."""
    where: str
    """The first place in the file at which it was met."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """Files after the search."""

    leaks: tuple[Leak, ...]
    closed: tuple[tuple[str, Closed], ...]
    """By file, what could not be opened."""


def scan(files: Mapping[str, bytes], needles: Needles) -> Scanned:
    """Searches every byte of some files, by name, through all channels."""
    leaks: list[Leak] = []
    closed: list[tuple[str, Closed]] = []
    for name, data in files.items():
        swept = Sweep(needles.search).file(name, data)
        closed += [(name, Closed(_sayable(each.where, needles), each.reason)) for each in swept.closed]
        leaks += _leaks(name, swept.hits, needles)
    return Scanned(tuple(leaks), tuple(closed))


def _sayable(where: str, needles: Needles) -> str:
    """A place in a file, unless it says itself what nobody should read: the name of a member, say."""
    return "" if needles.search(folded(where), where) else where


def _leaks(file: str, hits: Iterable[Hit], needles: Needles) -> list[Leak]:
    by_number: dict[int, list[Hit]] = {}
    for hit in hits:
        by_number.setdefault(hit.number, []).append(hit)
    found = []
    for number, met in sorted(by_number.items()):
        channels = tuple(dict.fromkeys(channel for hit in met for channel in hit.channels))
        where = next((where for hit in met if (where := _sayable(hit.where, needles))), "")
        found.append(Leak(file, needles.all[number], channels, where))
    return found
