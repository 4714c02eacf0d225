"""Filters of lists: in a sentence, side by side, and what is in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from markupsafe import Markup, escape

from reporting.drafting.printing import printed
from reporting.languages import lists


def listing(values: Iterable[Any], language: str, word: Literal["and", "or"] = "and") -> Markup:
    """Values as a list in a sentence: `A, B and C`."""
    things = [str(escape(printed(each))) for each in values]
    return Markup(lists.write_list(things, language, style=word))  # noqa: S704 - each thing is escaped


def length(values: Any) -> int:
    """How many there are."""
    return len(values) if isinstance(values, (str, tuple, list)) else len(tuple(values))


def first(values: Any) -> Any:
    """The first of a list, or nothing."""
    return next(iter(values), None)


def last(values: Any) -> Any:
    """The last of a list, or nothing."""
    return ([*values] or [None])[-1]


def join(values: Any, between: str = "") -> Markup:
    """Values side by side, each as it is printed, with `between` between them."""
    return escape(between).join(map(printed, values))
