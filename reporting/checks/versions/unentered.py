"""P046: texts in a second language of which the record does not say how they came into it."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, Sheet
from reporting.checks.versions.neutral import known_names
from reporting.problems import Problem
from reporting.records.model.texts import EVERY
from reporting.records.translating import Made, path_of, translations_of
from reporting.records.walk import Path

SHOWN = 3
"""Places of such texts that one finding names."""


def find(scene: Scene) -> Iterator[Problem]:
    names = scene.once(known_names)
    for sheet in scene.sheets:
        if "translations" in type(sheet.record).model_fields and (source := _source(scene, sheet)):
            for language, paths in _unentered(sheet, source, names).items():
                yield _told(scene, sheet, source, language, paths)


def _source(scene: Scene, sheet: Sheet) -> str | None:
    """The language that a record was written in first, as far as can be told; None where it has no languages."""
    languages = dict.fromkeys(tag for said in sheet.walked.texts for tag in said.text.by_language if tag != EVERY)
    main = [*sheet.series.dialogue.languages, *scene.register.house.languages, *languages]
    named = [entry.of for entry in translations_of(sheet.record)]
    return next((each for each in [*named, *main] if each in languages), None)


def _unentered(sheet: Sheet, source: str, names: frozenset[str]) -> dict[str, list[Path]]:
    """By language the texts that no entry covers; a name of the registers is not translated."""
    entries = [Made.read(each) for each in translations_of(sheet.record)]
    sources = {each.of for each in entries} | {source}
    found: dict[str, list[Path]] = {}
    for said in sheet.walked.texts:
        words = said.text.by_language.get(source)
        others = [tag for tag in said.text.by_language if tag not in sources and tag != EVERY]
        if words is None or not others or words in names:
            continue
        path = path_of(sheet.record, said.path)
        covered = {each.language for each in entries if each.covers(path)}
        for language in others:
            if language not in covered:
                found.setdefault(language, []).append(said.path)
    return found


def _told(scene: Scene, sheet: Sheet, source: str, language: str, paths: list[Path]) -> Problem:
    are, they = ("1 text is", "it") if len(paths) == 1 else (f"{len(paths)} texts are", "they")
    sentence = f"{are} in {language} as well, and no entry of `translations:` says how {they} came into it"
    owner = f"{sheet.series.id}/{sheet.meeting.id}" if sheet.meeting else sheet.series.id
    entry = f"{{language: {language}, of: {source}, status: courtesy}}"
    hint = f"add `- {entry}`, or authentic or draft, under `translations:`, then run `reporting translated {owner}`"
    first, *more = paths
    also = [scene.register.place(sheet.file, *path, language) for path in more[:SHOWN]]
    return scene.tell("P046", sentence, sheet.file, (*first, language), hint, also=also, is_warning=True)
