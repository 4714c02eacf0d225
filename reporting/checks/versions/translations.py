"""P017, P027: translations whose source has changed since, and entries on translations that are for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, Sheet
from reporting.problems import Problem
from reporting.records.model.translations import Translation
from reporting.records.translating import STALE, Made, path_of, standings, translations_of

SHOWN = 6
"""Places of changed texts that one finding names."""


def find(scene: Scene) -> Iterator[Problem]:
    for sheet in scene.sheets:
        entries = translations_of(sheet.record)
        if entries:
            yield from _stale(scene, sheet, entries)
            yield from _for_nothing(scene, sheet, entries)


def _stale(scene: Scene, sheet: Sheet, entries: list[Translation]) -> Iterator[Problem]:
    changed: dict[int, list[tuple[str | int, ...]]] = {}
    for each in standings(sheet.record, sheet.walked):
        if each.standing == STALE:
            changed.setdefault(each.number, []).append(each.path)
    for number, paths in sorted(changed.items()):
        entry = entries[number]
        also = [scene.register.place(sheet.file, *path, entry.of) for path in paths[:SHOWN]]
        run = f"`reporting translated {_owner(sheet)} --language {entry.language}`"
        hint = f"hold the text in {entry.language} against it, mend what is to be mended, then run {run}"
        sentence = _sentence(entry, len(paths))
        yield scene.tell("P017", sentence, sheet.file, ("translations", number), hint, also=also, is_warning=True)


def _sentence(entry: Translation, number: int) -> str:
    texts = f"{number} text{'' if number == 1 else 's'}"
    if entry.hash is None:
        return f"nobody has yet held {texts} in {entry.language} against what stands in {entry.of}"
    has, its = ("has", "its") if number == 1 else ("have", "their")
    return f"{texts} in {entry.of} {has} changed since somebody looked at {its} translation into {entry.language}"


def _owner(sheet: Sheet) -> str:
    return f"{sheet.series.id}/{sheet.meeting.id}" if sheet.meeting else sheet.series.id


def _for_nothing(scene: Scene, sheet: Sheet, entries: list[Translation]) -> Iterator[Problem]:
    paths = [path_of(sheet.record, said.path) for said in sheet.walked.texts]
    for number, entry in enumerate(entries):
        if entry.language == entry.of:
            told = f"an entry on translations is from {entry.of} into {entry.language}"
            hint = "name under `of:` the language that it was made from"
            yield scene.tell("P027", told, sheet.file, ("translations", number, "of"), hint)
        elif not any(Made.read(entry).covers(path) for path in paths):
            hint = "name the id of a paragraph, topic or the like, or the key of a text, or leave `item:` out"
            sentence = "nothing in this record is called as `item:` says here"
            yield scene.tell("P027", sentence, sheet.file, ("translations", number, "item"), hint)
