"""The records of a workspace, each read by itself: what the register is put together from."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from reporting.problems import Problem
from reporting.records.model.base import Node
from reporting.records.reading.trees import Trees
from reporting.records.schemes.markings import Schemes
from reporting.records.walk import Walked, walk

N = TypeVar("N", bound=Node)


@dataclass
class Records:
    """Trees and records by file, with what was found so far."""

    trees: Trees = field(default_factory=Trees)
    """The tree of each file that is YAML."""
    whole: dict[str, Node] = field(default_factory=dict)
    """The record of each file that is one, if it has no errors."""
    entries: dict[str, dict[str, Node]] = field(default_factory=dict)
    """The entries of each register without errors, by register and id."""
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Files with errors."""
    schemes: Schemes = field(default_factory=Schemes)
    """The schemes of markings that the workspace knows."""
    walks: dict[str, Walked] = field(default_factory=dict)
    """The walk through each record by file, and through each entry by `register/id`, once one was made."""

    def add(self, path: str, problems: Iterable[Problem]) -> None:
        """Keep findings of a file, which is broken if one of them is an error."""
        for problem in problems:
            self.problems.append(problem)
            if problem.is_error:
                self.broken.add(path)

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

    def walked(self) -> Iterable[tuple[str, Node, Walked]]:
        """Every record without errors and every entry, walked through, with its file."""
        for path, record in self.whole.items():
            yield path, record, self._walk(path, record)
        for name, entries in self.entries.items():
            for key, entry in entries.items():
                yield f"data/registers/{name}.yaml", entry, self._walk(f"{name}/{key}", entry, key)

    def _walk(self, name: str, record: Node, *path: str) -> Walked:
        if name not in self.walks:
            self.walks[name] = walk(record, path)
        return self.walks[name]
