"""How many columns a text takes on a terminal or in an e-mail, and lines that fit."""

from __future__ import annotations

import re
import unicodedata

_BREAK = re.compile(r"[ \t\n]+")


def columns(text: str) -> int:
    """Columns of a text: two for wide characters of East Asia, none for marks and invisible signs.

    >>> columns("Tarnow"), columns("会議"), columns("e\u0301"), columns("\u2067دری\u2069")
    (6, 4, 1, 3)
    """
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def fold(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text in lines of at most `width` columns, broken at spaces only; a longer word has a line of its own.

    No-break spaces hold, and become plain spaces once the lines are made: mail programs differ about them.

    >>> fold("to keep the straits open", 14, "(a) ", "    ")
    ['(a) to keep', '    the', '    straits', '    open']
    """
    rest = first if rest is None else rest
    lines: list[str] = []
    line, prefix = "", first
    for word in filter(None, _BREAK.split(text)):
        longer = f"{line} {word}" if line else word
        if line and columns(prefix) + columns(longer) > width:
            lines.append(prefix + line)
            line, prefix = word, rest
        else:
            line = longer
    lines.append(prefix + line)
    return [plain_spaces(found) for found in lines]


def plain_spaces(text: str) -> str:
    """The text with no-break and narrow no-break spaces as plain ones, without spaces at its end."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").rstrip(" ")


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled up with spaces to `width` columns, on the left if it is to stand flush right."""
    gap = " " * max(0, width - columns(text))
    return gap + text if right else text + gap
