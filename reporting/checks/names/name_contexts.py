"""In what context a text has the name of a state: in a list of parties, behind a city, or in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from reporting.checks.names.lists import are_joined

BEHIND: Final = re.compile(r"(?:[,،]|\()\s*(?:(?:the|les?|la)\s+|l[’'])?\Z")
"""What stands between a city and the state that it lies in."""
OFFICE: Final = re.compile(
    r"\b(?:[Mm]inist(?:er|ry|re|ère)|[Ee]nvoy|[Aa]mbassad(?:or|eur)|[Mm]inistre|Министр\w*|министр\w*|посол\w*|وزیر|وزارت)\b[^.;,]*\Z"
)
"""A title of an office, which names its state as the state does."""


PRESENTED: Final = re.compile(r"\b(?:took|takes?|taking) part\b|\bparticip|участи[ея]|اشتراک")
"""A sentence that says who was there names a state as a list of the parties does."""
STOPS: Final = re.compile(r"[.!?؟]\s|\n\s*\n")


class Named(NamedTuple):
    """A name in a text."""

    owner: str
    form: str
    start: int
    end: int


def contexts(
    text: str, pattern: re.Pattern[str], owners: Mapping[str, str], cities: re.Pattern[str]
) -> Iterator[tuple[Named, str]]:
    """Every name that the pattern finds, with its context: `list`, `city`, `office` or `running`."""
    found = [Named(owners[each[0]], each[0], each.start(), each.end()) for each in pattern.finditer(text)]
    for number, each in enumerate(found):
        before = found[number - 1] if number else None
        behind = found[number + 1] if number + 1 < len(found) else None
        is_joined = (before and _is_joined(text, before, each)) or (behind and _is_joined(text, each, behind))
        if is_joined or PRESENTED.search(_sentence(text, each)):
            yield each, "list"
        elif _is_behind_city(text[: each.start], cities):
            yield each, "city"
        else:
            yield each, "office" if OFFICE.search(text[: each.start]) else "running"


def _sentence(text: str, name: Named) -> str:
    begun = max((each.end() for each in STOPS.finditer(text, 0, name.start)), default=0)
    stop = STOPS.search(text, name.end)
    return text[begun : stop.start() if stop else len(text)]


def _is_joined(text: str, first: Named, second: Named) -> bool:
    return are_joined(text[first.end : second.start])


def _is_behind_city(before: str, cities: re.Pattern[str]) -> bool:
    comma = BEHIND.search(before)
    return bool(comma and any(each.end() == comma.start() for each in cities.finditer(before[: comma.start()])))
