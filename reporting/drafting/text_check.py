"""The check of texts before there is a paper: links, notes, headings and tables that no paper could print."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reporting.drafting import prose
from reporting.problems import Failed, Problem
from reporting.records.levels import Level
from reporting.records.model.statement import Statement
from reporting.records.register import Register
from reporting.records.walk import Said

HINTS = ("[", "#", "|", "<")
"""Letters without one of which nothing of this can be wrong."""
KNOWN = frozenset({"T057"})
"""What R021 tells of every record."""
KINDS: dict[str, Callable[..., str]] = {"line": prose.line, "prose": prose.blocks}


def text_findings(register: Register) -> Iterator[Problem]:
    """What is wrong with the markup of texts, each at its language in the record."""
    for series in register.series.values():
        files = [f"{series.folder}/dialogue.yaml", f"{series.folder}/commitments.yaml"]
        for meeting in series.meetings.values():
            notes = _notes(meeting.statement)
            files += [f"{meeting.folder}/{name}.yaml" for name in ("round", "briefing")]
            yield from _of_file(register, f"{meeting.folder}/statement.yaml", notes)
        for file in files:
            yield from _of_file(register, file, {})


def _notes(statement: Statement | None) -> dict[str, dict[str, str]]:
    """The notes of a statement by language and id."""
    found: dict[str, dict[str, str]] = {}
    for note in statement.notes if statement else ():
        for language, words in note.text.by_language.items():
            found.setdefault(language, {})[note.id] = words
    return found


def _of_file(register: Register, file: str, notes: dict[str, dict[str, str]]) -> Iterator[Problem]:
    walked = register.walks.get(file)
    for said in walked.texts if walked else ():
        if said.text.kind in KINDS:
            for language, words in said.text.by_language.items():
                if any(hint in words for hint in HINTS):
                    yield from _wrong(register, file, said, language, notes.get(language, {}))


def _wrong(register: Register, file: str, said: Said, language: str, notes: dict[str, str]) -> Iterator[Problem]:
    words = said.text.by_language[language]
    try:
        if said.text.kind == "line":
            prose.line(words, language)
        else:
            prose.blocks(words, language, notes=notes)
    except Failed as failed:
        place = register.place(file, *said.path, language)
        for each in failed.problems:
            if each.code not in KNOWN:
                sentence = each.sentence if said.level is Level.PUBLIC else "something in this text cannot be printed"
                yield Problem(each.code, sentence, place, each.hint, each.severity)
