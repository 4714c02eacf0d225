"""From what a keyboard gives to what a printer sets: quotation marks, dashes, spaces that hold together.

What a language asks for is its row in `typography_tables.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reporting.languages.known import NBSP, THIN, base_of
from reporting.languages.typography_tables import TABLES, Table

_SEAM: Final = "\ufdd0"
"""Stands between two pieces of one line; quotation marks look through it."""

_ADDRESS: Final = "\ufdd1"
"""Stands for a web or mail address, which stays as it is."""

_OPENERS: Final = frozenset("([{-–—/“‘«„¿¡")
_WORD: Final = re.compile(rf"[^\s{_SEAM}]+")
_TRIM: Final = "\"'()[]{}<>,.;:!?…“”‘’«»"

_GROUPED: Final = re.compile(r"\+\d[\d ]*|(?<![\w.,-])\d{1,3}(?: \d{3})+(?!\w)")
"""A telephone number, which stays as it is, or a number in groups of three."""


def typography(text: str, language: str) -> str:
    r"""The text as it is set in print.

    >>> typography("The EU's \"common efforts\" - and more...", "en")
    'The EU’s “common efforts”\xa0– and more…'
    """
    return typeset([text], language)[0]


def typeset(pieces: Sequence[str], language: str) -> list[str]:
    """The same for a line in pieces, such as the words before, in and after an emphasis: marks see across the seams."""
    joined = _SEAM.join(pieces)
    if _ADDRESS in joined or joined.count(_SEAM) != len(pieces) - 1:
        return list(pieces)  # noncharacters, which no record can hold: leave such a text alone
    addresses: list[str] = []
    masked = _WORD.sub(lambda word: _mask(word[0], addresses), joined) if _may_hold_address(joined) else joined
    line = _set(masked, TABLES.get(base_of(language)))
    for address in addresses:
        line = line.replace(_ADDRESS, address, 1)
    return line.split(_SEAM)


def _may_hold_address(line: str) -> bool:
    return "://" in line or "@" in line or "www." in line


def _mask(word: str, addresses: list[str]) -> str:
    core = word.strip(_TRIM)
    if "://" in core or "@" in core or core.startswith("www."):
        addresses.append(core)
        return word.replace(core, _ADDRESS, 1)
    return word


def _set(line: str, table: Table | None) -> str:
    line = re.sub(r"(?<!\.)\.\.\.(?!\.)", "…", line)
    if table is None or line.isalnum():
        return line
    line = re.sub(r"(?<!-)---(?!-)", "—", line)
    line = re.sub(r"(?<!-)--(?!-)", "–", line)
    line = re.sub(r"(?<=\S) [-–] (?=\S)", f"{NBSP}{table.dash} ", line)
    if '"' in line or "'" in line:
        line = _quotes(line, table)
    line = _GROUPED.sub(_grouped, line)
    for pattern, replacement in table.rules:
        line = pattern.sub(replacement, line)
    return line


def _grouped(number: re.Match[str]) -> str:
    return number[0] if number[0].startswith("+") else number[0].replace(" ", THIN)


def _quotes(line: str, table: Table) -> str:
    """Straight quotes turned by what stands before them; an apostrophe is a closing single mark."""
    marks = []
    before, depth = " ", 0
    for index, char in enumerate(line):
        mark = char
        if char in "\"'":
            is_opening = (before.isspace() or before in _OPENERS) and not _is_decade(line, index)
            depth += (1 if is_opening else 0) if char == '"' else 0
            pair = _pair(table, depth) if char == '"' else table.single or ("’", "’")
            depth -= 0 if is_opening or char == "'" else 1
            mark = pair[0] if is_opening else pair[1]
            before = "“" if is_opening else "”"
        elif char != _SEAM:
            before = char
        marks.append(mark)
    return "".join(marks)


def _pair(table: Table, depth: int) -> tuple[str, str]:
    """Double marks at their depth: a name in marks inside of a quotation gets those of the second level."""
    return table.inner if depth == 2 and table.inner else table.double


def _is_decade(line: str, index: int) -> bool:
    """Whether the quote at `index` stands for the century of a decade: `'90s`."""
    return line[index] == "'" and line[index + 1 : index + 4].endswith("0s") and line[index + 1 : index + 3].isdigit()
