"""Notes of a text are called, and those that are called are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reporting.problems import Problem
from reporting.records.beside.teller import Teller
from reporting.records.levels import Level
from reporting.records.model.base import Node
from reporting.records.model.statement import Statement
from reporting.records.nearest import did_you_mean
from reporting.records.plan import noun_of
from reporting.records.walk import Said, Walked

CALL: Final = re.compile(r"\[\^([^\]\s]{1,64})\](:?)")


def note_problems(record: Node, walked: Walked, teller: Teller) -> Iterator[Problem]:
    """Every note that is called and not there, or there and never called."""
    ids = [note.id for note in record.notes] if isinstance(record, Statement) else []
    called: set[str] = set()
    for said in walked.texts:
        for name in _calls(said):
            called.add(name)
            if name not in ids:
                yield _missing_note(name, ids, said, record, teller)
    for index, name in enumerate(ids):
        if name not in called:
            is_shown = walked.level_at(("notes", index)) is Level.PUBLIC
            sentence = f"the note “{name}” is never called" if is_shown else "this note is never called"
            call = f"[^{name}]" if is_shown else "[^…] with its id"
            hint = f"write {call} where it belongs, or take the note away"
            yield teller.tell("R022", sentence, ("notes", index, "id"), hint, is_warning=True)


def _calls(said: Said) -> Iterator[str]:
    if said.text.kind == "prose":
        for words in said.text.by_language.values():
            if "[^" in words:
                yield from (match[1] for match in CALL.finditer(words))


def _missing_note(name: str, ids: list[str], said: Said, record: Node, teller: Teller) -> Problem:
    is_shown = said.level is Level.PUBLIC
    sentence = f"the note [^{name}] is not among the notes" if is_shown else "a note is called that is not there"
    otherwise = "add it under `notes:` with its id and text"
    if not isinstance(record, Statement):
        otherwise = f"a {noun_of(type(record))} has no notes; say it in the text"
    return teller.tell("R021", sentence, said.path, did_you_mean(name, ids, otherwise) if is_shown else otherwise)
