"""The order of parties: seats at a table, arranged by a scheme.

Guests come after parties and observers after guests in every scheme; what comes before what among equals is data
(`templates/orders/`).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from reporting.languages.collation import sort_key
from reporting.records.model.orders import OrderScheme

GROUP: Final = {"party": 0, "special-guest": 1, "guest": 1, "observer": 2, "facilitator": 3}
"""From the table to the wall. Special guests are guests, and keep the record's order among these."""
LAST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Seat:
    """What of one delegation decides its place."""

    id: str
    """The party's id in its register."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The names that the scheme sorts, by language, as they were on the day."""
    capacity: str = "party"
    is_state: bool = True
    rank: int | None = None
    """Rank of the head's office, 1 the highest; None where no head is known to the readers."""
    appointed: datetime.date | None = None
    """When the head took office."""


@dataclass(frozen=True, slots=True)
class Table:
    """What of a meeting decides who goes first."""

    own: str | None = None
    """The party for which the house speaks."""
    hosts: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    """The parties in the order that they agreed on."""
    copy: str | None = None
    """Who stands first whatever the scheme says: the side that speaks, or that keeps this copy."""

    def first(self, scheme: OrderScheme) -> list[str]:
        """Who goes before all others, in order."""
        places: dict[str, tuple[str | None, ...]] = {
            "own": (self.own,),
            "host": self.hosts,
            "chair": self.chairs[:1],
            "counterpart": self.chairs[1:] or self.hosts,
        }
        found = [self.copy, *(each for role in scheme.first for each in places[role])]
        return list(dict.fromkeys(each for each in found if each))


def arranged(seats: Sequence[Seat], scheme: OrderScheme, table: Table, language: str) -> list[int]:
    """The places of `seats` in their new order, as numbers of the old one.

    Args:
        seats: the delegations as the record lists them.
        scheme: what decides.
        table: who hosts, who chairs, what was agreed.
        language: language of the paper; a scheme with letters of its own does not follow it.
    """
    first = table.first(scheme)

    def key(number: int) -> tuple[Any, ...]:
        seat = seats[number]
        weights = [WEIGHTS[name](seat, scheme, table, language) for name in scheme.by]
        return GROUP[seat.capacity], _place(seat.id, first), *weights, number

    return sorted(range(len(seats)), key=key)


def _place(name: str, among: Sequence[str]) -> int:
    return among.index(name) if name in among else LAST


def _letters(seat: Seat, scheme: OrderScheme, table: Table, language: str) -> Any:
    letters = language if scheme.letters == "paper" else scheme.letters
    name = seat.names.get(letters) or seat.names.get("*") or seat.names.get("en") or seat.id
    return sort_key(name, letters)


WEIGHTS: Final[Mapping[str, Callable[[Seat, OrderScheme, Table, str], Any]]] = {
    "record": lambda seat, scheme, table, language: 0,
    "agreed": lambda seat, scheme, table, language: _place(seat.id, table.agreed),
    "listed": lambda seat, scheme, table, language: _place(seat.id, scheme.listed),
    "states": lambda seat, scheme, table, language: not seat.is_state,
    "rank": lambda seat, scheme, table, language: seat.rank or LAST,
    "appointed": lambda seat, scheme, table, language: seat.appointed or datetime.date.max,
    "name": _letters,
}
"""What can decide between two seats: the smaller goes first, and equals stay as the record lists them."""
