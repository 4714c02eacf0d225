"""P063: what looks like a field of a template or like a tag, and goes out as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporting.checks.scene import Scene, Sheet
from reporting.problems import Problem
from reporting.protocol.phrases import NAMES, PLACEHOLDER

FIELD = re.compile(r"\{\{.{0,80}?\}\}|\{%.{0,80}?%\}|\{[A-Za-z_][^{}\n]{0,80}\}")
TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,20}(?:\s[^<>\n]{0,120})?/?>")
"""Not `<https://…>` or `<desk@example.org>`, which are links."""
NOTE = re.compile(r"\[\^[^\]\s]{1,64}\]")
HINTS = ("{", "<")
LITERAL = re.compile(f"{FIELD.pattern}|{TAG.pattern}")


def find(scene: Scene) -> Iterator[Problem]:
    for sheet in scene.sheets:
        yield from _notes_of_labels(scene, sheet)
        for words in sheet.having(LITERAL, HINTS):
            # The first of each kind: who mends it sees the others.
            found = {each[0] == "<": each for each in reversed(LITERAL.findall(words.words)) if not _is_known(each)}
            for is_tag, literal in sorted(found.items()):
                shown = f"“{literal}”" if words.is_shown else "a tag" if is_tag else "something in braces"
                hint = TAGS if is_tag else FIELDS
                sentence = f"{shown} will be printed as it stands"
                yield scene.tell("P063", sentence, sheet.file, words.path, hint, is_warning=True)


def _is_known(literal: str) -> bool:
    """Whether it is a placeholder, right or wrong: P024 tells of those."""
    return bool(PLACEHOLDER.fullmatch(literal))


def _notes_of_labels(scene: Scene, sheet: Sheet) -> Iterator[Problem]:
    """Calls of notes in names and titles, which have no markup at all."""
    for words in sheet.having(NOTE, ("[^",)):
        match = NOTE.search(words.words)
        if words.kind == "label" and match:
            shown = f"“{match[0]}”" if words.is_shown else "the call of a note"
            hint = "call it in the running text of a paragraph"
            sentence = f"{shown} will be printed as it stands"
            yield scene.tell("P063", sentence, sheet.file, words.path, hint, is_warning=True)


TAGS = "a text has no tags: write *so* for emphasis and **so** for strong words"
FIELDS = f"a text has no fields but {', '.join(f'{{{name}}}' for name in NAMES)}; write the words themselves"
