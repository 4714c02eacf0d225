"""What the check of templates finds, each with its line, and the facts that hold where it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from jinja2 import nodes

from reporting.drafting.lint.facts import NONE, Facts, key_of
from reporting.drafting.lint.types import Seen
from reporting.problems import Place, Problem, Severity
from reporting.records.levels import Level

Scope = dict[str, Seen]


@dataclass
class Findings:
    """What is found in the templates of one document type and language, and what is known at each place."""

    ceiling: Level
    """Who reads the paper: nothing above is allowed."""
    parts: tuple[str, ...]
    sources: Mapping[str, str]
    """Text of each template, for columns."""
    file: str = ""
    """The template that is being gone through."""
    language: str = ""
    """The language of the paper."""
    facts: Facts = NONE
    quiet: bool = False
    """Whether empty values are being asked for, so that nothing is said of them."""
    problems: dict[Problem, None] = field(default_factory=dict)

    def add(self, code: str, sentence: str, node: nodes.Node, hint: str | None = None, *, word: str = "") -> None:
        """Note a finding at a node; `word` is what to look for in its line."""
        severity = Severity.WARNING if code == "T003" else Severity.ERROR
        place = Place(f"templates/{self.file}", node.lineno, self._column(node.lineno, word))
        self.problems[Problem(code, sentence, place, hint, severity)] = None

    def _column(self, line: int, word: str) -> int:
        lines = self.sources.get(self.file, "").split("\n")
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        match = re.search(rf"\b{re.escape(word)}\b", text) if word else None
        return match.start() + 1 if match else 0

    @contextmanager
    def knowing(self, facts: Facts) -> Iterator[None]:
        """With more facts for a while."""
        before, self.facts = self.facts, self.facts | facts
        try:
            yield
        finally:
            self.facts = before

    def wants_value(self, seen: Seen, node: nodes.Node, what: str) -> None:
        """Say so where a value that may be empty is used as if it were there."""
        if seen.optional:
            name = key_of(node) or "this value"
            hint = f"put {{% if {name} %}} around it" if key_of(node) else "put {% if … %} around it"
            self.add("T003", f"`{name}` may be empty, and {what}", node, hint, word=name.rpartition(".")[2])
