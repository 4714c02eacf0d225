"""T064: names of the registers that have no text in a language in which papers print them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reporting.build.foreseen.names import FILE, first_of, used_names
from reporting.build.planning.plan import Paper
from reporting.checks.versions.neutral import is_lacking
from reporting.problems import Problem, Severity
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.forms import FORMS
from reporting.records.register import Register
from reporting.records.walk import walk
from reporting.workspace import HOUSE

ELSEWHERE: Final = frozenset({"capitals", "earlier", "source"})
"""What papers print at other times only, or never."""


def unnamed_findings(register: Register, papers: tuple[Paper, ...]) -> Iterator[Problem]:
    """For each register and language how many names are lacking, and the first of them."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in sorted({used for used, _ in used_names(register, papers)}):
        if _lacks(getattr(register, each.register)[each.id], each.language):
            found.setdefault((each.register, each.language), []).append(each.id)
    for (name, language), ids in found.items():
        file = FILE.format(name)
        place = register.place(file, ids[0]) if file in register.trees else register.place(HOUSE)
        lack = "1 name lacks" if len(ids) == 1 else f"{len(ids)} names lack"
        sentence = f"{lack} a text in {language} that papers print ({name}){first_of(ids, getattr(register, name))}"
        yield Problem("T064", sentence, place, _hint(language), severity=Severity.WARNING)


def _hint(language: str) -> str:
    forms = FORMS.get(language.partition("-")[0], ())
    bent = f"; where a sentence bends it: {{text: …, {', '.join(f'{each}: …' for each in forms)}}}" if forms else ""
    return f"write it beside the other languages, or as an entry of your own with the same id{bent}"


def _lacks(entry: Node, language: str) -> bool:
    said = (each for each in walk(entry).texts if each.level is Level.PUBLIC and not ELSEWHERE.intersection(each.path))
    return any(is_lacking(each.text, language) for each in said)
