"""The check of texts before there is a paper: links, notes, headings and tables that no paper could print."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.checks.scene import Scene, Sheet
from reporting.problems import Failed, Problem
from reporting.records.levels import Level
from reporting.records.model.statement import Statement
from reporting.records.walk import Said

HINTS = ("[", "#", "|", "<")
"""Letters without one of which nothing of this can be wrong."""
KNOWN = frozenset({"T057"})
"""What R021 tells of every record."""


def find(scene: Scene) -> Iterator[Problem]:
    """What is wrong with the markup of texts, each at its language in the record."""
    for sheet in scene.sheets:
        if any(hint in sheet.whole for hint in HINTS):
            notes = _notes(sheet)
            for said in sheet.walked.texts:
                for language, words in said.text.by_language.items():
                    if said.text.kind != "label" and any(hint in words for hint in HINTS):
                        yield from _wrong(scene, sheet, said, language, notes.get(language, {}))


def _notes(sheet: Sheet) -> dict[str, dict[str, str]]:
    """The notes of a statement by language and id."""
    found: dict[str, dict[str, str]] = {}
    for note in sheet.record.notes if isinstance(sheet.record, Statement) else ():
        for language, words in note.text.by_language.items():
            found.setdefault(language, {})[note.id] = words
    return found


def _wrong(scene: Scene, sheet: Sheet, said: Said, language: str, notes: dict[str, str]) -> Iterator[Problem]:
    from reporting.drafting.prose import commonmark  # noqa: PLC0415 - records without markup are checked without its parser

    words = said.text.by_language[language]
    try:
        if said.text.kind == "line":
            commonmark.line(words, language)
        else:
            commonmark.blocks(words, language, notes=notes)
    except Failed as failed:
        place = scene.register.place(sheet.file, *said.path, language)
        for each in failed.problems:
            if each.code not in KNOWN:
                sentence = each.sentence if said.level is Level.PUBLIC else "something in this text cannot be printed"
                yield Problem(each.code, sentence, place, each.hint, each.severity)
