"""P016: versions of one text in two languages that do not tell the same facts."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.facts import Fact, facts_of
from reporting.checks.scene import Scene, Sheet
from reporting.problems import Problem
from reporting.records.levels import Level
from reporting.records.model.texts import EVERY
from reporting.records.walk import Said

SAID = {
    "paragraph": "has another number of paragraphs and items than",
    "date": "names other dates than",
    "number": "has other figures than",
    "link": "leads to other addresses than",
    "footnote": "calls other footnotes than",
}
HINT = "compare the two; what is right in one has to be said in the other"


def find(scene: Scene) -> Iterator[Problem]:
    for sheet in scene.sheets:
        for said in sheet.walked.texts:
            if len(said.text.by_language) > 1 and said.text.kind != "label":
                yield from _differing(scene, sheet, said)


def _differing(scene: Scene, sheet: Sheet, said: Said) -> Iterator[Problem]:
    """Each language of a text against the first one that is written."""
    first, *others = (each for each in said.text.by_language if each != EVERY)
    facts = facts_of(said.text.by_language[first], first)
    for language in others:
        own = facts_of(said.text.by_language[language], language)
        for kind, sentence in SAID.items():
            more = [each for each in own - facts if each.kind == kind]
            less = [each for each in facts - own if each.kind == kind]
            if more or less:
                detail = _detail(more, less, first) if said.level is Level.PUBLIC else ""
                also = [scene.register.place(sheet.file, *said.path, first)]
                told = f"the text in {language} {sentence} that in {first}{detail}"
                yield scene.tell("P016", told, sheet.file, (*said.path, language), HINT, also=also)


def _detail(more: list[Fact], less: list[Fact], first: str) -> str:
    """What differs; of paragraphs there is nothing to name."""
    only = [each.value for each in more if each.value]
    lacking = [each.value for each in less if each.value]
    parts = [f"{', '.join(only)} only here"] if only else []
    parts += [f"{', '.join(lacking)} only in {first}"] if lacking else []
    return f": {'; '.join(parts)}" if parts else ""
