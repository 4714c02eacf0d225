"""The table of a round as its record has it: seats, hosts, chairs and the agreed order, whoever may read of them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from reporting.protocol.order import Seat, Table
from reporting.protocol.voices import host_party, own_party
from reporting.records.model.country_forms import FIELD
from reporting.records.model.delegations import Delegation
from reporting.records.model.orders import OrderScheme
from reporting.records.model.registers import Country, CountryName, Organisation, OrganisationName, Person
from reporting.records.register import Meeting, Register, Series


def names_of(entry: Country | Organisation | None, day: datetime.date, form: str) -> Mapping[str, str]:
    """The names of a party on a day in the form that `form` names, by language; `*` for one that serves every language.

    Nothing where there is no such party, or where its names are above those for whom `entry` was cut down.
    """
    if entry is None:
        return {}
    named: CountryName | Organisation | OrganisationName | None
    if isinstance(entry, Country):
        valid = [each for each in entry.names if each.covers(day)] or entry.names
        named = valid[-1] if valid else None
        text = getattr(named, form, None)
    else:
        named = entry.borne_on(day)
        text = {"short": named.short, "in_sentence": named.in_sentence}.get(form) or named.name
    return text.by_language if text else {}


def agreed_order(series: Series, meeting: Meeting) -> list[str]:
    """The parties in the order that they agreed on for this round, or else for the dialogue."""
    return meeting.round.agreed_order or series.dialogue.parties


def table_of(register: Register, series: Series, meeting: Meeting) -> Table:
    """Who hosts, who chairs, what was agreed."""
    round_ = meeting.round
    hosts = [role.party for role in round_.hosts if role.party] or [host_party(round_)]
    return Table(
        own=own_party(register.house, series.dialogue),
        hosts=tuple(filter(None, hosts)),
        chairs=tuple(role.party for role in round_.chairs if role.party),
        agreed=tuple(agreed_order(series, meeting)),
    )


def seats_of(register: Register, meeting: Meeting, scheme: OrderScheme) -> list[Seat]:
    """Every delegation of a round, as the record lists them."""
    day = meeting.round.start
    form = FIELD[register.house.country_forms.parties] if scheme.name == "printed" else str(scheme.name)
    return [_seat(register, each, day, form) for each in meeting.round.parties]


def _seat(register: Register, delegation: Delegation, day: datetime.date, form: str) -> Seat:
    head: Person | None = register.people.get(delegation.represented_by or delegation.head or "")
    entry = register.countries.get(delegation.party) or register.organisations.get(delegation.party)
    held = [each for each in head.functions if each.covers(day)] if head else []
    return Seat(
        id=delegation.party,
        names=names_of(entry, day, form),
        capacity=delegation.capacity,
        is_state=delegation.party in register.countries,
        rank=held[-1].rank if held else None,
        appointed=held[-1].since if held else None,
    )
