"""Papers of a language that nobody has finished: sentences that are still English, labels that wait, a title that lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from reporting.build.planning.plan import Paper
from reporting.document.document import Document
from reporting.drafting.coverage import TO_DO, mark_of
from reporting.drafting.templates import Templates, templates_of
from reporting.problems import Place, Problem
from reporting.records.model.pairs import tags_of
from reporting.records.reading.places import place_of
from reporting.records.reading.tree import Map
from reporting.records.walk import Path
from reporting.release.conditions.gate import Leaving


def unfinished(leaving: Leaving, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """What of the papers' languages has still to be written, each at its place in the templates."""
    templates = templates_of(leaving.opened.workspace).value
    for paper in leaving.papers:
        document = documents.get(paper.name)
        text = str(document.tree().text_content()) if document else ""
        for language in tags_of(paper.language):
            yield from _sentences(leaving, paper, language, templates)
            if TO_DO in text:
                yield from _labels(paper, language, templates)
            if language not in leaving.opened.types[paper.type].title:
                sentence = f"{paper.stem} has a title in another language"
                place = Place(f"templates/{paper.type}/type.yaml")
                yield Problem("L022", sentence, place, f"add `{language}:` under `title:`, and build again")


def _sentences(leaving: Leaving, paper: Paper, language: str, templates: Templates) -> Iterator[Problem]:
    types = [paper.type, *(each.type for each in leaving.opened.types[paper.type].encloses.values())]
    files = sorted({file for each in types for file in templates.files(f"{each}/{language}.html.j2", language)})
    begun = [file for file in files if mark_of(language) in templates.texts.get(file.removeprefix("templates/"), "")]
    if begun:
        sentence = f"{paper.stem} has sentences that are still English"
        hint = f"write them in `{language}`, take away the first line, which says so, and build again"
        first, *more = (Place(file, 1, 1) for file in begun)
        yield Problem("L022", sentence, first, hint, also=tuple(more))


def _labels(paper: Paper, language: str, templates: Templates) -> Iterator[Problem]:
    words = templates.words.get(language, {})
    waiting = list(_waiting(words))
    if waiting:
        place = place_of(cast("Map", words), waiting[0], file=f"templates/words/{language}.yaml")
        sentence = f"{paper.stem} prints labels that nobody has written yet"
        yield Problem("L022", sentence, place, "fill in the labels that begin with “…”, and build again")


def _waiting(words: Mapping[str, Any], above: Path = ()) -> Iterator[Path]:
    for key, label in words.items():
        if isinstance(label, Mapping):
            yield from _waiting(label, (*above, key))
        elif str(label).startswith(TO_DO):
            yield (*above, key)
