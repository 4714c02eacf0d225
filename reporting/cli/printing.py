"""How problems are printed: for people, for programs, and for GitHub's review pages."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Final

from reporting.problems import Place, Problem

FORMATS: Final = ("human", "json", "github")
UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Kinds of characters that are no letters: what steers a terminal, turns its direction or ends a line."""
JOINING: Final = "\u00ad\u200c\u200d"
"""Those of them that words are written with."""
Lines = Callable[[str], list[str]]
"""The lines of a file by its path; empty where it cannot be read."""

RED, YELLOW, BLUE, BOLD, PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[1m", "\x1b[0m"
COLOURS: Final = {"error": RED, "warning": YELLOW, "note": BLUE}
GITHUB: Final = {"note": "notice"}
"""What GitHub calls a severity, where that is another word."""
WIDEST: Final = 160
"""Letters of a source line that are shown at most."""


def write_problems(
    problems: Iterable[Problem], stream: IO[str], *, form: str = "human", lines: Lines | None = None
) -> None:
    """Print problems to a stream, one after the other.

    Args:
        problems: what to print, in the order to print it.
        stream: where to; colours and source lines are for a terminal only, since a log keeps what it is given.
        form: one of `FORMATS`.
        lines: gives the lines of a file, so that the line at fault can be shown.
    """
    for problem in problems:
        for line in _FORMS[form](problem, stream, lines):
            stream.write(f"{line}\n")


def summary(problems: Iterable[Problem], files: int | None = None, *, hint: str = "") -> str:
    """The counts as a sentence: `2 errors, 1 warning in 14 files; 3 notes (--notes shows them)`.

    Args:
        problems: what was found, notes among it.
        files: how many files were looked at.
        hint: how to see the notes, where they were not printed.
    """
    kinds = [problem.severity.value for problem in problems]
    counts = [_counted(kinds.count(kind), kind) for kind in ("error", "warning") if kinds.count(kind)]
    found = ", ".join(counts) or "no problems"
    # Who has something to mend is not told of what may wait.
    notes = f"; {_counted(kinds.count('note'), 'note')}{hint}" if "note" in kinds and "error" not in kinds else ""
    return f"{found}{notes}" if files is None else f"{found} in {_counted(files, 'file')}{notes}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _human(problem: Problem, stream: IO[str], lines: Lines | None) -> Iterator[str]:
    is_terminal = stream.isatty()
    paint = _paint if is_terminal and not os.environ.get("NO_COLOR") else _no_paint
    where = paint(f"{_seen(str(problem.place))}: ", BOLD) if problem.place else ""
    severity = paint(f"{problem.severity}:", COLOURS[problem.severity])
    sentence, hint = problem.sentence, problem.hint
    if is_terminal and problem.aside and not os.environ.get("CI"):  # the line itself is shown there, too
        sentence, hint = problem.aside
    yield f"{where}{severity} {_seen(sentence)} [{problem.code}]"
    if is_terminal and lines and problem.place:
        yield from _source(problem.place, lines(problem.place.file), paint)
    if problem.trail and (" > " in problem.trail or "." in problem.trail):
        yield f"  at {_seen(problem.trail)}"
    for place in problem.also:
        yield f"  also {_seen(str(place))}"
    if hint:
        yield f"  {paint('hint:', BLUE)} {_seen(hint)}"


def _seen(text: str) -> str:
    """A text without what a terminal obeys or nobody sees: names of files and keys may hold anything."""
    return "".join("�" if unicodedata.category(each) in UNSEEN and each not in JOINING else each for each in text)


def _source(place: Place, lines: list[str], paint: Callable[[str, str], str]) -> Iterator[str]:
    if not 0 < place.line <= len(lines):
        return
    column = max(place.column, 1)
    start = max(0, column - WIDEST // 2) if column > WIDEST else 0
    shown = lines[place.line - 1].replace("\t", " ")[start : start + WIDEST]
    before = shown[: column - 1 - start]
    number = f"{place.line:>5} | "
    yield f"{number}{''.join(letter if letter.isprintable() else '�' for letter in shown)}"
    yield f"{' ' * (len(number) - 2)}| {' ' * _width(before)}{paint('^', BOLD)}"


def _width(text: str) -> int:
    """Columns that a text takes on a terminal: wide letters two, marks on others none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _paint(text: str, colour: str) -> str:
    return f"{colour}{text}{PLAIN}"


def _no_paint(text: str, _colour: str) -> str:
    return text


def _json(problem: Problem, _stream: IO[str], _lines: Lines | None) -> Iterator[str]:
    yield json.dumps(as_dict(problem), ensure_ascii=False)


def as_dict(problem: Problem) -> dict[str, object]:
    """A problem as plain values with keys that stay: code, severity, sentence, file, line, column, hint, trail, also."""
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "sentence": problem.sentence,
        "file": place.file if place else None,
        "line": place.line or None if place else None,
        "column": place.column or None if place else None,
        "hint": problem.hint,
        "trail": problem.trail,
        "also": [str(each) for each in problem.also],
    }


def _github(problem: Problem, _stream: IO[str], _lines: Lines | None) -> Iterator[str]:
    place = problem.place
    where = {"file": place.file, "line": place.line, "col": place.column} if place else {}
    properties = {**where, "title": problem.code}
    written = ",".join(f"{key}={_escaped(_seen(str(value)), ':,')}" for key, value in properties.items() if value)
    told = _seen(problem.sentence) + (f"\nhint: {_seen(problem.hint)}" if problem.hint else "")
    yield f"::{GITHUB.get(problem.severity, problem.severity)} {written}::{_escaped(told)}"


def _escaped(text: str, also: str = "") -> str:
    """Text as GitHub's workflow commands want it: per cent signs, line ends and the given letters as %XX."""
    for letter in f"%\r\n{also}":
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text


_FORMS: Final[dict[str, Callable[[Problem, IO[str], Lines | None], Iterator[str]]]] = {
    "human": _human,
    "json": _json,
    "github": _github,
}
