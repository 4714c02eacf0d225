"""The lexicon: forms of names by their spelling, so that they are written once, in a register.

`city: {ru: Бишкек}` in a round bends as the capital of the same spelling does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.forms import Forms, joined
from reporting.records.shipped import NAMES, shipped
from reporting.records.walk import walk

REGISTERS = ("organisations", "places", "countries", "programmes", "glossary")
"""Where names with forms stand; the later ones go first."""


class Known(NamedTuple):
    """The forms of a name, and where they stand."""

    forms: Forms
    file: str | None
    """The register of the workspace; None for one that the package carries."""


class Lexicon:
    """Forms by language and spelling, looked up among all registers when the first name asks for them."""

    def __init__(self, registers: Mapping[str, Mapping[str, Node]] | None = None) -> None:
        self._registers = registers or {}
        self._known: dict[tuple[str, str], Known] | None = None

    def find(self, language: str, name: str) -> Known | None:
        """The forms of a name in a language. English names are never looked up: nothing bends them."""
        if language.startswith("en") or len(name) > 120:
            return None
        if self._known is None:
            self._known = dict(self._all())
        return self._known.get((language, name))

    def _all(self) -> Iterator[tuple[tuple[str, str], Known]]:
        for name in NAMES:
            for node in shipped(name).values():
                yield from _forms(node, None)
        for name in REGISTERS:
            for node in self._registers.get(name, {}).values():
                yield from _forms(node, f"data/registers/{name}.yaml")


def _forms(node: Node, file: str | None) -> Iterator[tuple[tuple[str, str], Known]]:
    # A name that not everybody may read lends its forms to nobody: a public word of its spelling would tell of it.
    for said in walk(node).texts:
        if said.level is not Level.PUBLIC:
            continue
        for language, forms in said.text.forms.items():
            name = said.text.by_language[language]
            yield (language, name), Known(forms, file)
            if article := forms.get("article"):
                bare = {form: value for form, value in forms.items() if form != "article"}
                yield (language, joined(article, name)), Known(bare if article != "none" else forms, file)
