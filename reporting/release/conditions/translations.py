"""Translations that nobody has held against their source as it is now: they do not leave for the public as they are."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.audiences.origin import place_of_path
from reporting.audiences.values import Words
from reporting.build.foreseen.unreviewed import unreviewed_names
from reporting.build.making.reads import value_at, values_of
from reporting.build.planning.plan import Paper
from reporting.build.shelf import Shelf
from reporting.drafting.translating import DRAFT
from reporting.problems import Problem, Severity
from reporting.records.levels import Level
from reporting.release.conditions.gate import Leaving

SHOWN = 6
"""Places that one refusal names."""


def draft_translations(leaving: Leaving, shelf: Shelf) -> Iterator[Problem]:
    """Papers for everybody that print a draft translation, or one whose source has changed since."""
    if leaving.audience is not Level.PUBLIC:
        return
    series = leaving.register.series[leaving.papers[0].dialogue]
    for paper in leaving.papers:
        paths = dict.fromkeys(each.path for each in read_by(leaving, shelf, paper) if each.standing in DRAFT)
        places = [place_of_path(each, leaving.register, series, leaving.meeting) for each in paths]
        if paths:
            first, *more = dict.fromkeys(each or leaving.place() for each in places)
            texts = "a text" if len(paths) == 1 else f"{len(paths)} texts"
            sentence = f"{paper.stem} prints {texts} whose translation nobody has looked at as the source is now"
            hint = "look at it, and run `reporting translated`; an entry with `status: draft` keeps its language in the house"
            yield Problem("L017", sentence, first, hint, also=tuple(more[:SHOWN]))


def unreviewed(leaving: Leaving) -> Iterator[Problem]:
    """Names that papers for everybody print in a language in which nobody has looked at them: told, and let go."""
    if leaving.audience is not Level.PUBLIC:
        return
    found: dict[str, list[str]] = {}
    for each in sorted(unreviewed_names(leaving.register, leaving.papers)):
        found.setdefault(each.language, []).append(each.id)
    for language, ids in found.items():
        more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
        names = "1 name" if len(ids) == 1 else f"{len(ids)} names"
        were = "was" if len(ids) == 1 else "were"
        sentence = f"{names} in {language} {were} never reviewed: {', '.join(ids[:SHOWN])}{more}"
        hint = "`reporting check --notes` says in which registers they stand"
        yield Problem("L019", sentence, leaving.place(), hint, severity=Severity.WARNING)


def read_by(leaving: Leaving, shelf: Shelf, paper: Paper) -> Iterator[Words]:
    """The texts that a paper was made of."""
    made = shelf.made(paper)
    material = leaving.opened.desk.material(paper)
    values = values_of(material.view, {name: view for name, (_, view) in material.enclosures.items()}, "")
    for path in made.paths if made else ():
        value = value_at(values, path)
        if isinstance(value, Words):
            yield value
