"""Several things in one sentence: `Kazakhstan, the Kyrgyz Republic and Tajikistan`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reporting.languages.known import locale_of


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
    middle, last = (_between(patterns[name]) for name in ("middle", "end"))
    if count <= 1:
        return ()
    if count == 2:
        return (f",{last}" if has_commas else _between(patterns["2"]),)
    if has_commas:
        middle, last = "; ", f";{last}"
    return (*[middle] * (count - 2), last)


def write_list(things: Sequence[str], language: str, *, style: Literal["and", "or"] = "and") -> str:
    """The things in one sentence, parted by semicolons where one of them holds a comma.

    >>> write_list(["A", "B", "C"], "en")
    'A, B and C'

    Raises:
        Failed: the language is not known.
    """
    between = separators(len(things), language, style=style, has_commas=any(", " in thing for thing in things))
    return "".join(part for pair in zip(things, (*between, ""), strict=False) for part in pair)


def _between(pattern: str) -> str:
    return pattern.removeprefix("{0}").removesuffix("{1}")
