"""Writing down that somebody has looked at translations: the hashes of what the source says now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reporting.build.output.files import write_files
from reporting.build.planning.report import Unknown
from reporting.problems import Failed, Place, Problem
from reporting.records.kinds import KINDS
from reporting.records.levels import Level
from reporting.records.load import load_register
from reporting.records.model.base import Node
from reporting.records.nearest import did_you_mean
from reporting.records.reading.splice import with_hashes
from reporting.records.register import Register
from reporting.records.translating import LACKING, STALE, Standing, digest_of, path_of, standings, translations_of
from reporting.records.walk import walk
from reporting.workspace import Folder


@dataclass(frozen=True, slots=True)
class Changed:
    """A text whose source is not what it was."""

    place: Place
    path: str
    """Such as `sections[1].paragraphs[borders].text`."""
    now: str
    """What the source says now; empty for what not everybody may read."""
    translation: str
    """What stands in the other language; empty for the same reason."""


@dataclass(frozen=True, slots=True)
class Looked:
    """One entry of `translations`, and what had changed under it."""

    file: str
    number: int
    language: str
    of: str
    texts: int
    """How many texts it is for."""
    changed: tuple[Changed, ...]
    hash: str
    is_new: bool
    """Whether another hash is to be written."""


def looked_at(workspace: Folder, name: str, language: str | None) -> list[Looked]:
    """The entries of a dialogue, or of a round, as they are now.

    Args:
        workspace: whose records are read.
        name: DIALOGUE for what stands in dialogue.yaml, DIALOGUE/ROUND for the records of a round.
        language: the one that is asked for; None for all.

    Raises:
        Failed: the records cannot be read.
        Unknown: there is no such dialogue or round.
    """
    loaded = load_register(workspace)
    name = name.strip("/")
    broken = [
        each
        for each in loaded.problems
        if each.is_error and each.place and each.place.file.startswith(f"data/dialogues/{name}/")
    ]
    if broken:
        raise Failed(broken)
    return [
        each
        for file, record, above in _records(loaded.value, name)
        for each in _entries(loaded.value, file, record, above)
        if language in (None, each.language)
    ]


def write_hashes(workspace: Folder, looked: list[Looked]) -> list[str]:
    """Writes the hashes into the records; gives the files that were changed.

    Raises:
        Failed: a file cannot be changed without changing more of it [R027].
        EnvironmentFailed: it cannot be written [E002].
    """
    wanted: dict[str, dict[int, str]] = {}
    for each in looked:
        if each.is_new:
            wanted.setdefault(each.file, {})[each.number] = each.hash
    texts = {file: with_hashes(workspace.read(file).decode(), file, hashes) for file, hashes in wanted.items()}
    for file, text in texts.items():
        folder, _, short = file.rpartition("/")
        write_files(workspace.root, folder, {short: text.encode()}, shown=file)
    return sorted(texts)


def _records(register: Register, name: str) -> Iterator[tuple[str, Node, Level]]:
    """Records with their files, and with who may know of them at all."""
    dialogue, _, round_ = name.partition("/")
    series = register.series.get(dialogue)
    if series is None:
        raise Unknown(_unknown(f"dialogue “{dialogue}”", dialogue, list(register.series)))
    if not round_:
        yield f"{series.folder}/dialogue.yaml", series.dialogue, Level.PUBLIC
        return
    meeting = series.meetings.get(round_)
    if meeting is None:
        raise Unknown(_unknown(f"round “{round_}” in {dialogue}", round_, list(series.meetings)))
    for kind in KINDS:
        record = getattr(meeting, kind, None)
        if isinstance(record, Node):
            yield f"{meeting.folder}/{kind}.yaml", record, series.level_of(meeting)


def _unknown(what: str, name: str, known: list[str]) -> Problem:
    hint = did_you_mean(name, known, "`reporting list` names all that there are")
    return Problem("B011", f"there is no {what}", hint=hint)


def _entries(register: Register, file: str, record: Node, above: Level) -> Iterator[Looked]:
    walked = walk(record, above=above)
    found = list(standings(record, walked))
    levels = {said.path: said.level for said in walked.texts}
    for number, entry in enumerate(translations_of(record)):
        own = [each for each in found if each.number == number and each.standing != LACKING]
        digests = " ".join(dict.fromkeys(digest_of(each.text.by_language[entry.of]) for each in own))
        changed = tuple(
            _changed(register, file, record, each, levels[each.path]) for each in own if each.standing == STALE
        )
        is_new = bool(digests) and digests != entry.hash
        yield Looked(file, number, entry.language, entry.of, len(own), changed, digests, is_new)


def _changed(register: Register, file: str, record: Node, each: Standing, level: Level) -> Changed:
    is_shown = level is Level.PUBLIC
    source, made = each.text.by_language[each.made.of], each.text.by_language[each.made.language]
    place = register.place(file, *each.path, each.made.of)
    return Changed(place, path_of(record, each.path), source if is_shown else "", made if is_shown else "")
