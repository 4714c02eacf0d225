"""Texts that the record gives as one string, in papers of another language: they do not leave for the public."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.audiences.origin import place_of_path
from reporting.build.planning.languages import readers_by_language
from reporting.build.planning.plan import plan
from reporting.build.planning.selection import Selection
from reporting.build.planning.variants import languages_of
from reporting.build.shelf import Shelf
from reporting.checks.versions.neutral import is_neutral, known_names
from reporting.problems import Problem
from reporting.records.levels import Level
from reporting.release.conditions.gate import Leaving
from reporting.release.conditions.translations import SHOWN, read_by


def one_string(leaving: Leaving, shelf: Shelf) -> Iterator[Problem]:
    """Papers for everybody that print, in another language than the main one, words that the record gives without any."""
    if leaving.audience is not Level.PUBLIC:
        return
    register, types = leaving.register, leaving.opened.types
    series = register.series[leaving.papers[0].dialogue]
    chosen = Selection(frozenset([f"{series.id}/{leaving.meeting.id}"]))
    languages = readers_by_language(plan(register, types, chosen).papers)
    names = known_names(register)
    for paper in leaving.papers if len(languages) > 1 else ():
        main = languages_of(register, series, leaving.meeting, types[paper.type])[0]
        paths = dict.fromkeys(
            each.path
            for each in read_by(leaving, shelf, paper)
            if each.kind != "name"  # put together from names, which lead to no single text
            and each.language != main
            and not each.path.endswith(f".{each.language}")
            and not is_neutral(each.text, (main, each.language), names)
        )
        if paths:
            places = [place_of_path(each, register, series, leaving.meeting) for each in paths]
            first, *more = dict.fromkeys(each or leaving.place() for each in places)
            texts = "a text" if len(paths) == 1 else f"{len(paths)} texts"
            sentence = f"{paper.stem} prints {texts} that the record gives as one string for every language"
            hint = "write it in each language, such as `en: …`, and build again"
            yield Problem("L018", sentence, first, hint, also=tuple(more[:SHOWN]))
