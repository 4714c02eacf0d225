"""Records with a few bytes or lines changed at random, and what comes of reading them."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from random import Random  # noqa: TID251 - seeded: the same seed gives the same mutants
from typing import Final

from reporting.build.planning.plan import plan
from reporting.checks.all import check_register
from reporting.drafting.typefiles import types_of
from reporting.drafting.types import DocumentType
from reporting.problems import Failed, Place, Problem
from reporting.records.kinds import KINDS, Kind, kind_of
from reporting.records.levels import Level
from reporting.records.load import load_register
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map
from reporting.records.validated import validated
from reporting.workspace import Memory
from tests.support.cases import SOUND
from tests.support.complete import complete
from tests.support.sight import views
from tests.support.starter import STARTER

_LINE_END: Final = re.compile("\r\n|[\n\r]")
"""As editors count them."""
TOKENS: Final = [
    *(
        b"- ",
        b": ",
        b":",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b"#",
        b" #",
        b"|",
        b">",
        b"|-",
        b"'",
        b'"',
        b"&a ",
        b"*a",
        b"<<: ",
    ),
    *(
        b"!!int ",
        b"!t ",
        b"%YAML 1.2\n",
        b"---\n",
        b"...\n",
        b"? ",
        b"~",
        b"\t",
        b"\r",
        b"\n",
        b"\n\n",
        b"  ",
        b"@",
        b"`",
    ),
    *(b"\0", b"\x7f", b"\x85", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xe2\x80\xa8"),
    *(b"\xf3\xa0\x80\x81", b"\\x00", b'"\\ud800"', b'"\\u202e"', b'"\\', b"9" * 400, b"1e999", b"2030-02-30", b"0x1F"),
    *(b"audience: public", b"audience: {x: y}", b"lowered: x", b"marking: limite", b"null", b"[]", b"{}", b"true"),
]
"""What means something to YAML, to Unicode or to the model."""


@functools.cache
def originals() -> tuple[tuple[str, bytes], ...]:
    """Sound records by path: small ones, and one of each kind in which every key stands."""
    found = {path: text.encode() for path, text in SOUND.items()}
    for name, kind in KINDS.items():
        text = complete(name).text
        if kind.is_register:
            text = "one:\n" + "".join(f"  {line}\n" for line in text.splitlines())
        path = kind.pattern.replace("*", "north", 1).replace("*", "02-beta")
        found.setdefault(path.replace("north", "south"), text.encode())
    return tuple(found.items())


def mutant(random: Random) -> tuple[str, bytes]:
    """The path of a record and its bytes with one to four changes."""
    return _mutant_of(originals(), random)


def _mutant_of(records: tuple[tuple[str, bytes], ...], random: Random) -> tuple[str, bytes]:
    path, data = random.choice(records)
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        data = random.choice(CHANGES)(random, data)
    return path, data


def sound_mutant(random: Random) -> tuple[str, bytes]:
    """A record of the starter with some changes that reader and model find no error in."""
    while True:
        path, data = _mutant_of(starter(), random)
        if not any(each.is_error for each in findings_in(path, data)):
            return path, data


def findings_in(path: str, data: bytes) -> tuple[Problem, ...]:
    """All that reader and model have to say of a file."""
    kind = kind_of(path)
    assert kind
    try:
        read = read_yaml(data, path)
    except Failed as failed:
        return failed.problems
    return (*read.problems, *_of_model(read.value, path, kind))


def _of_model(tree: object, path: str, kind: Kind) -> list[Problem]:
    if not kind.is_register:
        return validated(tree, path, kind.model, kind.name)[1]  # type: ignore[arg-type] # whatever was read
    entries = tree.values() if isinstance(tree, Map) else ()
    return [each for entry in entries for each in validated(entry, path, kind.model, kind.name)[1]]


def findings_beyond(path: str, data: bytes) -> tuple[Problem, ...]:
    """What is said after reader and model: by the register and the rules, when papers are planned and viewed."""
    workspace = Memory({**_around(), path: data})
    try:
        checked = load_register(workspace)
        register = checked.value
        found = (*checked.problems, *check_register(register, register.house.as_of))
        plan(register, _types())
        for level in Level:
            views(register, level)
    except Failed as failed:
        return failed.problems
    return found


@functools.cache
def _around() -> dict[str, bytes]:
    """The workspace that a mutant stands in: the starter's other records, and the program's own templates."""
    return {**Memory({}, shipped=True).contents, **dict(starter())}


@functools.cache
def starter() -> tuple[tuple[str, bytes], ...]:
    """The records of the starter by path."""
    files = sorted((STARTER / "data").rglob("*.yaml"))
    return tuple((path.relative_to(STARTER).as_posix(), path.read_bytes()) for path in files)


@functools.cache
def _types() -> Mapping[str, DocumentType]:
    return types_of(Memory(_around())).value


def misplaced(problems: tuple[Problem, ...], path: str, data: bytes) -> list[Problem]:
    """Problems whose place is not in the file; a text may be wanted right behind the end of a line."""
    lines = _LINE_END.split(data.decode("utf-8", "replace"))
    return [each for each in problems if each.place is None or each.place.file != path or not _is_in(lines, each.place)]


def misplaced_elsewhere(problems: tuple[Problem, ...], path: str, data: bytes) -> list[Problem]:
    """Problems whose place is in no file of the workspace that the mutant stands in; 0 is the whole of a file."""
    files = {**_around(), path: data}
    return [
        each
        for each in problems
        if each.place is None
        or (each.place.line and misplaced((each,), each.place.file, files.get(each.place.file, b"")))
    ]


def _is_in(lines: list[str], place: Place) -> bool:
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


def _insert(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(TOKENS) + data[at:]


def _overwrite(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(TOKENS) + data[at + random.randrange(8) :]


def _flip(random: Random, data: bytes) -> bytes:
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def _cut(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at + random.randrange(1, 40) :]


def _end(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _repeat(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    part = data[at : at + random.randrange(1, 60)]
    return data[:at] + part * random.randrange(1, 4) + data[at:]


def _move_line(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(random.randrange(len(lines)))
    lines.insert(random.randrange(len(lines) + 1), b" " * random.randrange(6) + line.lstrip())
    return b"\n".join(lines)


Change = Callable[[Random, bytes], bytes]
CHANGES: Final[tuple[Change, ...]] = (_insert, _overwrite, _flip, _cut, _end, _repeat, _move_line)
