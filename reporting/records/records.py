"""The records of a workspace, each read by itself: what the register is put together from."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from reporting.problems import Problem
from reporting.records.levels import Level
from reporting.records.markings import Schemes
from reporting.records.model.base import Node
from reporting.records.model.round import Round
from reporting.records.reading.tree import Map
from reporting.records.reading.trees import Trees
from reporting.records.walk import Walked, walk
from reporting.records.whole import Whole

N = TypeVar("N", bound=Node)


@dataclass(frozen=True, slots=True)
class Loose:
    """What was read for a record, or for an entry of a register, that has errors."""

    path: str
    model: type[Node]
    tree: Map
    way: tuple[str, ...] = ()
    """The key of the entry."""


@dataclass
class Records:
    """Trees and records by file, with what was found so far."""

    trees: Trees = field(default_factory=Trees)
    """The tree of each file that is YAML."""
    whole: Whole = field(init=False)
    """The record of each file that is one, if it has no errors."""
    numbers: dict[str, int] = field(default_factory=dict)
    """The number of each round, by the file of its record."""
    entries: dict[str, dict[str, Node]] = field(default_factory=dict)
    """The entries of each register without errors, by register and id."""
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    """The keys of each register, of entries with errors as well."""
    problems: list[Problem] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    """What has errors, for those who look at its references all the same."""
    broken: set[str] = field(default_factory=set)
    """Files with errors."""
    kept_back: set[str] = field(default_factory=set)
    """Folders of dialogues and rounds that are kept back as a whole, or of which nobody can say whether they are."""
    public_ids: dict[str, list[str]] = field(default_factory=dict)
    """Ids that everybody may read, by where they stand; found once for all references that lead nowhere."""
    schemes: Schemes = field(default_factory=Schemes)
    """The schemes of markings that the workspace knows."""

    def __post_init__(self) -> None:
        self.whole = Whole(self.trees)

    def keep(self, path: str, record: Node, weight: int) -> None:
        """Takes over the record of a file of so many bytes."""
        self.whole.keep(path, record, weight)
        if isinstance(record, Round):
            self.numbers[path] = record.number

    def add(self, path: str, problems: Iterable[Problem]) -> None:
        """Keep findings of a file, which is broken if one of them is an error."""
        for problem in problems:
            self.problems.append(problem)
            if problem.is_error:
                self.broken.add(path)

    def above(self, path: str) -> Level:
        """Who may know of a file at all, by the dialogue and the round that it stands in; in doubt nothing is quoted."""
        folders = itertools.accumulate(path.split("/")[:-1], "{}/{}".format)
        return Level.PUBLIC if self.kept_back.isdisjoint(folders) else Level.RESTRICTED

    def level_above(self, path: str) -> Level:
        """Who may read a file at most, as the dialogue and the round that it stands in say, as far as these can be read."""
        folders = tuple(itertools.accumulate(path.split("/")[:-1], "{}/{}".format))
        holders = (self.whole.get(f"{folder}/{name}.yaml") for folder in folders for name in ("dialogue", "round"))
        return max((holder.own_level() for holder in holders if holder), default=Level.PUBLIC)

    def kept(self, path: str, left_out: frozenset[str]) -> Node | None:
        """The record of a file, unless it is left out."""
        return None if path in left_out else self.whole.get(path)

    def of(self, path: str, model: type[N]) -> N | None:
        """The record of a file, if it could be read as a `model`."""
        record = self.whole.get(path)
        return record if isinstance(record, model) else None

    def dialogues(self) -> list[str]:
        """Folders of dialogues, sorted."""
        return sorted(path.removesuffix("/dialogue.yaml") for path in self.trees if path.endswith("/dialogue.yaml"))

    def rounds(self, folder: str) -> list[str]:
        """Folders of rounds in the folder of a dialogue, sorted."""
        return self._rounds.get(folder, [])

    @functools.cached_property
    def _rounds(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in sorted(self.trees):
            if path.endswith("/round.yaml"):
                folder = path.removesuffix("/round.yaml")
                found.setdefault(folder.rpartition("/")[0], []).append(folder)
        return found

    def walked(self) -> Iterator[tuple[str, Node, Walked]]:
        """Every record without errors and every entry, walked through, with its file; one after the other."""
        for path, record in self.whole.items():
            yield path, record, walk(record, above=self.above(path))
        for name, entries in self.entries.items():
            for key, entry in entries.items():
                yield f"data/registers/{name}.yaml", entry, walk(entry, (key,))
