"""Characters that no font of the theme has, found in the records before a paper is laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from reporting.checks.scene import Scene
from reporting.problems import EnvironmentFailed, Failed, Problem
from reporting.records.levels import Level
from reporting.records.register import Register
from reporting.records.walk import Said, walk
from reporting.workspace import Workspace

if TYPE_CHECKING:
    from reporting.document.theme import Theme

UNPRINTED = frozenset({"sources", "source", "archive"})
"""Keys whose texts stand in no paper."""
REGISTERS = ("countries", "organisations", "people", "programmes", "places")


@dataclass
class Characters:
    """Looks for them, round by round, and last in the entries that were named on the way."""

    workspace: Workspace
    named: set[str] = field(default_factory=set)
    """Ids that some record leads to."""

    def find(self, scene: Scene) -> Iterator[Problem]:
        """Those of the records of a scene."""
        for sheet in scene.sheets:
            self.named.update(reference.id for reference in sheet.references)
            if missing := self._missing(sheet.whole):
                yield from self._told(scene.register, sheet.file, sheet.walked.texts, missing)

    def in_registers(self, register: Register) -> Iterator[Problem]:
        """Those of the entries that were named; the others are printed nowhere."""
        for name in REGISTERS:
            for key, entry in getattr(register, name).items():
                if key in self.named:
                    texts = walk(entry, (key,)).texts
                    if missing := self._missing(
                        "".join(words for said in texts for words in said.text.by_language.values())
                    ):
                        yield from self._told(register, f"data/registers/{name}.yaml", texts, missing)

    def _missing(self, text: str) -> set[str]:
        if text.isascii() or self._theme is None:
            return set()
        from reporting.writers.fonts import missing_glyphs

        try:
            return set(missing_glyphs(text, self._theme))
        except EnvironmentFailed:  # `reporting doctor` tells of fonts that are missing; records are checked without
            return set()

    @cached_property
    def _theme(self) -> Theme | None:
        """None where there is none that could be read; a build says why."""
        from reporting.build.formats import THEME
        from reporting.build.making.theme import theme_of

        try:
            return theme_of(self.workspace) if self.workspace.has(THEME) else None
        except Failed:
            return None

    def _told(self, register: Register, file: str, texts: Iterable[Said], missing: set[str]) -> Iterator[Problem]:
        for said in texts:
            if UNPRINTED.isdisjoint(map(str, said.path)):
                for language, words in said.text.by_language.items():
                    for letter in sorted(missing.intersection(words)):
                        place = register.place(file, *said.path, language)
                        hint = "write it otherwise, or add a font to theme.yaml"
                        yield Problem("W010", _sentence(letter, said), place, hint)


def _sentence(letter: str, said: Said) -> str:
    if said.level is Level.PUBLIC:
        return f"no font of the theme has the character {letter} (U+{ord(letter):04X})"
    return "no font of the theme has a character of this text"
