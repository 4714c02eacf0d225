"""P018: a name without the mark that calls its obligatory footnote."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from reporting.checks.scene import Scene, Sheet, Words
from reporting.problems import Problem
from reporting.records.model.designations import Designation
from reporting.records.register import Register
from reporting.records.walk import walk

REGISTERS = ("countries", "organisations", "people", "programmes", "places")


def find(scene: Scene) -> Iterator[Problem]:
    for designation, pattern in scene.once(_patterns):
        for sheet in scene.sheets:
            if _applies(designation, sheet):
                for words in sheet.having(pattern):
                    if not words.is_quote:
                        yield _problem(scene, sheet.file, words, designation)


def find_in_registers(scene: Scene) -> Iterator[Problem]:
    """Names of registers, which papers print as they stand there."""
    for designation, pattern in scene.once(_patterns):
        yield from _registered(scene, designation, pattern)


def _patterns(register: Register) -> list[tuple[Designation, re.Pattern[str]]]:
    return [(each, _unmarked(each)) for each in register.designations]


def _registered(scene: Scene, designation: Designation, pattern: re.Pattern[str]) -> Iterator[Problem]:
    for register in REGISTERS:
        file = f"data/registers/{register}.yaml"
        for key, entry in getattr(scene.register, register).items() if file in scene.register.trees else ():
            for said in walk(entry, (key,)).texts:
                for language, text in said.text.by_language.items():
                    if pattern.search(text) and said.path[-1] != "source":
                        words = Words(text, language, said.path, said.level, said.text.kind)
                        yield _problem(scene, file, words, designation)


def _unmarked(designation: Designation) -> re.Pattern[str]:
    """The name in any language and form, where its mark does not follow."""
    names = {
        *designation.name.by_language.values(),
        *(form for forms in designation.name.forms.values() for form in forms.values() if len(form) > 2),
    }
    listed = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{listed})(?![\w-]|{re.escape(designation.mark)})")


def _applies(designation: Designation, sheet: Sheet) -> bool:
    """Whether the issuer owed the footnote on the day of the meeting; what belongs to no meeting is of today."""
    day: datetime.date | None = sheet.meeting.round.start if sheet.meeting else None
    return designation.until is None if day is None else designation.covers(day)


def _problem(scene: Scene, file: str, words: Words, designation: Designation) -> Problem:
    name = designation.name.get(words.language) or next(iter(designation.name.by_language.values()))
    what = f"“{name}”" if words.is_shown else "a name in this text"
    sentence = f"{what} stands without the mark of its obligatory footnote"
    return scene.tell("P018", sentence, file, words.path, f"write {name}{designation.mark}; papers print the footnote")
