"""Orders that records name: each is there, and what it goes by is on record."""

from __future__ import annotations

from collections.abc import Iterator

from reporting.problems import Problem
from reporting.records.model.base import Node
from reporting.records.model.house import House
from reporting.records.model.round import Round
from reporting.records.nearest import did_you_mean, listed
from reporting.records.reading.places import place_of
from reporting.records.records import Records
from reporting.records.schemes.orders import Orders
from reporting.records.walk import Path


def order_problems(records: Records, file: str, record: Node, orders: Orders) -> Iterator[Problem]:
    """Every name of an order in a record that leads nowhere, and every voice that does not say whose it is."""
    for path, name in _named(record):
        if name not in orders.names():
            hint = did_you_mean(name, orders.names(), f"there is {listed(orders.names())}")
            place = place_of(records.trees.get(file), path, file=file)
            yield Problem("R060", f"there is no order of parties “{name}”", place, hint=hint)
    yield from _voiceless(records, file, record)


def _named(record: Node) -> Iterator[tuple[Path, str]]:
    if isinstance(record, House | Round) and record.party_order:
        yield ("party_order",), record.party_order
    if isinstance(record, Round):
        for index, each in enumerate(record.paper_orders):
            yield ("paper_orders", index, "order"), each.order
        for index, voice in enumerate(record.voices):
            if voice.order:
                yield ("voices", index, "order"), voice.order


def _voiceless(records: Records, file: str, record: Node) -> Iterator[Problem]:
    for index, voice in enumerate(record.voices if isinstance(record, Round) else ()):
        place = place_of(records.trees.get(file), ("voices", index, "kind"), file=file)
        if voice.kind == "counterpart" and voice.party is None:
            hint = "add `party:` with the id of the country or organisation"
            yield Problem("R061", "a counterpart's voice does not say whose it is", place, hint=hint)
        elif voice.kind in ("host", "counterpart") and voice.issuer is None:
            hint = "add `issuer:` with the id of the service in organisations.yaml"
            yield Problem("R061", f"the voice of the {voice.kind} names no service that issues it", place, hint=hint)
