"""Orders of parties, case by case in `orders.txt`; names are those of the registers that the package carries."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from reporting.languages.collation import sort_key
from reporting.protocol.order import Seat, Table, arranged
from reporting.records.schemes.orders import orders_of
from reporting.records.shipped import shipped
from reporting.workspace import Memory

LINES = [line for line in (Path(__file__).parent / "orders.txt").read_text("utf-8").splitlines() if line[:1].isalpha()]
SEAT = re.compile(r"([A-Z]+)(?::([a-z-]+))?(?:@(\d))?(?:\^(\S+))?")
OF_TABLE = {"host": "hosts", "chair": "chairs", "agreed": "agreed"}
ORDERS = orders_of(Memory({}, shipped=True)).value


def seat_of(word: str) -> Seat:
    party, capacity, rank, since = SEAT.fullmatch(word).groups()  # type: ignore[union-attr]
    country, body = shipped("countries").get(party), shipped("organisations").get(party)
    entry: Any = country.names[-1] if country else body  # type: ignore[attr-defined]
    return Seat(
        party,
        entry.short.by_language if entry else {},
        capacity or "party",
        is_state=body is None,
        rank=int(rank) if rank else None,
        appointed=datetime.date.fromisoformat(since) if since else None,
    )


def table_of(words: list[str]) -> Table:
    said = dict(word.split("=") for word in words)
    many = {OF_TABLE[name]: tuple(value.split(",")) for name, value in said.items() if name in OF_TABLE}
    return Table(own=said.get("own"), copy=said.get("copy"), **many)


@pytest.mark.parametrize("line", LINES)
def test_parties_stand_in_the_order_of_the_scheme(line: str) -> None:
    scheme, language, given, answer = (part.strip() for part in line.split("|"))
    words = given.split()
    seats = [seat_of(word) for word in words if "=" not in word]
    table = table_of([word for word in words if "=" in word])
    assert scheme in ORDERS.names()
    found = [seats[number].id for number in arranged(seats, ORDERS.of(scheme), table, language)]
    assert found == answer.split()


def test_there_are_more_than_forty_cases_and_every_scheme_is_among_them() -> None:
    assert len(LINES) > 40
    assert {line.split("|")[0].strip() for line in LINES} == set(ORDERS.names())


def test_the_order_in_which_the_record_lists_the_parties_does_not_matter_where_a_scheme_decides() -> None:
    for line in LINES:
        scheme, language, given, answer = (part.strip() for part in line.split("|"))
        if "record" in ORDERS.of(scheme).by or "special-guest" in given:
            continue
        words = given.split()
        seats = [seat_of(word) for word in reversed(words) if "=" not in word]
        table = table_of([word for word in words if "=" in word])
        found = [seats[number].id for number in arranged(seats, ORDERS.of(scheme), table, language)]
        assert found == answer.split(), line


NATIVE = (
    "Belgique Bulgaria Česko Danmark Deutschland Eesti Éire Elláda España France Hrvatska Italia Kýpros Latvija Lietuva "
    "Luxembourg Magyarország Malta Nederland Österreich Polska Portugal România Slovenija Slovensko Suomi Sverige"
)


def test_the_protocol_order_of_the_union_is_the_alphabet_of_the_names_in_their_own_languages() -> None:
    names = NATIVE.split()
    assert sorted(names, key=lambda name: sort_key(name, "en")) == names
    assert len(ORDERS.of("eu-protocol").listed) == len(names) + 1  # and the Union itself
