"""What a paper carries on top and foot of every page: the highest marking of all that is inside of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reporting.audiences.view import View
from reporting.records.levels import Level
from reporting.records.markings import Marking, highest

BETWEEN = " · "
"""Stands between markings of different schemes."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The marking of one paper."""

    level: Level
    """The audience of the paper; what it carries is never of a lower level."""
    markings: tuple[Marking, ...] = ()
    """One for each scheme, that of the house first; none for a paper that everybody may read."""
    text: str = ""
    """What is printed, in the language of the paper."""

    @property
    def ink(self) -> tuple[str, str]:
        """Colours of the letters and of the ground, where one scheme alone has a say and has them."""
        ink = self.markings[0].ink if len(self.markings) == 1 else None
        return (ink.colour, ink.ground) if ink else ("", "")


def carried(view: View, enclosed: Iterable[View] = ()) -> Carried:
    """What the paper of a view carries, with papers inside of it; an extract has a view, and so a marking, of its own."""
    inside = [marking for each in (view, *enclosed) for marking in each.markings]
    first = view.markings[0].scheme if view.markings else ""
    markings = highest(inside, first)
    return Carried(view.audience, markings, BETWEEN.join(each.text(view.language) for each in markings))
