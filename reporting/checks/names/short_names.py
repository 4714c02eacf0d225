"""P061: two bodies of one dialogue that are called alike in short, so that a paper would mean either by it."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, is_open
from reporting.problems import Problem
from reporting.records.model.registers import Organisation
from reporting.records.register import Register, Series

FILE = "data/registers/organisations.yaml"


def find(scene: Scene) -> Iterator[Problem]:
    bodies = scene.so_far(_no_bodies)
    bodies.update(_bodies(scene))
    if scene.series is not None and scene.is_last:
        yield from _told(scene, scene.series, sorted(bodies), scene.once(_no_pairs))


def _no_bodies() -> set[str]:
    return set()


def _no_pairs(_: Register) -> set[frozenset[str]]:
    """Pairs that were told of already."""
    return set()


def _told(scene: Scene, series: Series, bodies: list[str], told: set[frozenset[str]]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for name in bodies:
        for language, short in _shorts(scene.register.organisations[name]):
            other = first.setdefault((language, short), name)
            pair = frozenset((name, other))
            if other != name and pair not in told:
                told.add(pair)
                yield from _alike(scene, other, name, series)


def _bodies(scene: Scene) -> Iterator[str]:
    """Bodies that records name, themselves or as the one that somebody works for."""
    for sheet in scene.sheets:
        for reference in sheet.references:
            person = scene.register.people.get(reference.id)
            own = [each.organisation for each in person.functions if each.organisation] if person else []
            yield from (each for each in (reference.id, *own) if each in scene.register.organisations)


def _shorts(body: Organisation) -> Iterator[tuple[str, str]]:
    for short in (body.short, *(each.short for each in body.earlier)):
        if short is not None:
            yield from short.by_language.items()


def _alike(scene: Scene, first: str, second: str, series: Series) -> Iterator[Problem]:
    own = scene.register.trees.get(FILE)
    mine = [each for each in (second, first) if isinstance(own, dict) and each in own]
    if not mine:
        return
    are_shown = all(is_open(scene.register.organisations[each]) for each in (first, second))
    who = f"“{first}” and “{second}”" if are_shown else "two bodies"
    sentence = f"{who} have one short name, and both take part in {series.id}"
    hint = "give one of them another `short:`, or none, so that papers write it out"
    also = [scene.register.place(FILE, each, "short") for each in mine[1:]]
    yield scene.tell("P061", sentence, FILE, (mine[0], "short"), hint, also=also, is_warning=True)
