"""P061: two bodies of one dialogue that are called alike in short, so that a paper would mean either by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reporting.checks.scene import Scene
from reporting.problems import Problem
from reporting.records.levels import Level
from reporting.records.model.registers import Organisation
from reporting.records.register import Series

FILE = "data/registers/organisations.yaml"


def find(scene: Scene) -> Iterator[Problem]:
    told: set[frozenset[str]] = set()
    for series in scene.register.series.values():
        first: dict[tuple[str, str], str] = {}
        for name in _bodies(scene, series):
            for language, short in _shorts(scene.register.organisations[name]):
                other = first.setdefault((language, short), name)
                pair = frozenset((name, other))
                if other != name and pair not in told:
                    told.add(pair)
                    yield from _alike(scene, other, name, series)


def _bodies(scene: Scene, series: Series) -> Iterable[str]:
    """Bodies that the records of a dialogue name, themselves or as the one that somebody works for."""
    found: dict[str, None] = {}
    for sheet in scene.sheets_of(series.id):
        for reference in sheet.references:
            found[reference.id] = None
            if person := scene.register.people.get(reference.id):
                found.update((each.organisation, None) for each in person.functions if each.organisation)
    return sorted(name for name in found if name in scene.register.organisations)


def _shorts(body: Organisation) -> Iterator[tuple[str, str]]:
    for short in (body.short, *(each.short for each in body.earlier)):
        if short is not None:
            yield from short.by_language.items()


def _alike(scene: Scene, first: str, second: str, series: Series) -> Iterator[Problem]:
    own = scene.register.trees.get(FILE)
    mine = [each for each in (second, first) if isinstance(own, dict) and each in own]
    if not mine:
        return
    are_shown = all(scene.register.organisations[each].stated_level() is Level.PUBLIC for each in (first, second))
    who = f"“{first}” and “{second}”" if are_shown else "two bodies"
    sentence = f"{who} have one short name, and both take part in {series.id}"
    hint = "give one of them another `short:`, or none, so that papers write it out"
    also = [scene.register.place(FILE, each, "short") for each in mine[1:]]
    yield scene.tell("P061", sentence, FILE, (mine[0], "short"), hint, also=also, is_warning=True)
