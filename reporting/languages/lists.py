"""Several things in one sentence: `Kazakhstan, the Kyrgyz Republic and Tajikistan`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from reporting.languages.known import known, locale_of


def separators(
    count: int, language: str, *, style: Literal["and", "or"] = "and", has_commas: bool = False
) -> tuple[str, ...]:
    """What stands between the things, one text fewer than there are things.

    Args:
        count: how many things.
        language: language of the sentence.
        style: whether all of them are meant or one of them.
        has_commas: a thing holds a comma itself, so that stronger marks must part them.

    Raises:
        Failed: the language is not known.
    """
    patterns = locale_of(language).list_patterns["standard" if style == "and" else "or"]
    middle, last, two = (_between(patterns[name]) for name in ("middle", "end", "2"))
    comma, semicolon = ",", ";"
    if known(language) == "fa":
        # CLDR puts a comma before «و» as well; papers in Dari do not, and their commas need no mark of direction.
        comma, semicolon, middle, last = "،", "؛", "، ", two
    if count <= 1:
        return ()
    if count == 2:
        return (f"{comma}{last}" if has_commas else two,)
    if has_commas:
        middle, last = f"{semicolon} ", f"{semicolon}{last}"
    return (*[middle] * (count - 2), last)


def write_list(things: Sequence[str], language: str, *, style: Literal["and", "or"] = "and") -> str:
    """The things in one sentence, parted by semicolons where one of them holds a comma.

    >>> write_list(["A", "B", "C"], "en")
    'A, B and C'

    Raises:
        Failed: the language is not known.
    """
    between = separators(len(things), language, style=style, has_commas=any(_COMMA.search(thing) for thing in things))
    return "".join(part for pair in zip(things, (*between, ""), strict=False) for part in pair)


_COMMA: Final = re.compile("[,،] ")


def _between(pattern: str) -> str:
    return pattern.removeprefix("{0}").removesuffix("{1}")
