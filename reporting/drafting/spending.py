"""What one drafting may spend: turns of loops, calls of macros, and letters.

A template of ten lines can ask for a thousand million of each. Time and memory are held by the worker besides; these are
counted so that such a template ends in a moment, at the same place on every machine, and with its line.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jinja2.exceptions import SecurityError

STEPS = 200_000
"""Turns of loops, calls of macros, templates taken in. A briefing pack of twelve pages needs two hundred."""
LETTERS = 16_000_000
"""Letters put together, each as often as it is handed on. A briefing pack of twelve pages needs ninety thousand."""


class TooMuch(SecurityError):
    """A template that does not come to an end within what a drafting may spend."""


@dataclass(slots=True)
class Spent:
    """What a drafting has spent by now."""

    steps: int = 0
    letters: int = 0

    def step(self, number: int = 1) -> None:
        """Count turns and calls.

        Raises:
            TooMuch: there were too many.
        """
        self.steps += number
        if self.steps > STEPS:
            raise TooMuch(f"more than {STEPS:,} turns of loops and calls of macros")

    def put(self, letters: int) -> None:
        """Count letters.

        Raises:
            TooMuch: there were too many.
        """
        self.letters += letters
        if self.letters > LETTERS:
            raise TooMuch(f"more than {LETTERS:,} letters")


class Counted:
    """The values of a loop, each of which is a step.

    Args:
        values: what the loop goes through.
        spent: where it is counted.
        letters: how many stand in the loop as they are; printed or not, each turn costs them.
    """

    def __init__(self, values: Any, spent: Spent, letters: int) -> None:
        self.values, self.spent, self.letters = values, spent, letters

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Any]:
        for each in self.values:
            self.spent.step()
            self.spent.put(self.letters)
            yield each


def counted(value: Any, spent: Spent) -> Any:
    """`value`, its letters counted where it is a text, its items where it is a list."""
    if isinstance(value, str):
        spent.put(len(value))
    elif isinstance(value, (list, tuple)):
        spent.step(len(value))
    return value


def counting(filter_: Callable[..., Any], spent: Callable[[], Spent]) -> Callable[..., Any]:
    """A filter whose result is counted."""

    @functools.wraps(filter_)  # with what tells Jinja that it wants the context
    def bound(*args: Any, **kwargs: Any) -> Any:
        return counted(filter_(*args, **kwargs), spent())

    return bound


def joined(pieces: Iterable[str], spent: Spent) -> str:
    """All pieces in one, counted before they are put together."""
    pieces = list(pieces)
    spent.put(sum(map(len, pieces)))
    return "".join(pieces)
