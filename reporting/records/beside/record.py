"""Each record beside the others: what is wrong with it there, and what it asks of the rest of the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reporting.problems import Problem
from reporting.records.beside.markings import marking_problems
from reporting.records.beside.orders import order_problems
from reporting.records.beside.references import loose_references, reference_problems, register_ids
from reporting.records.model.base import Node
from reporting.records.model.dialogue import Dialogue
from reporting.records.model.house import House
from reporting.records.model.pairs import tags_of
from reporting.records.model.round import Round
from reporting.records.records import Records
from reporting.records.schemes.orders import Orders
from reporting.records.shipped import may_be_lent
from reporting.records.walk import Reference


@dataclass
class Beside:
    """What was found in all records."""

    problems: list[Problem] = field(default_factory=list)
    dangling: set[str] = field(default_factory=set)
    """Files that lead into a register which is not there."""
    lent: dict[str, Reference] = field(default_factory=dict)
    """One reference to each thing that the package may have to lend, by its id."""
    languages: set[str] = field(default_factory=set)
    """The languages of papers that records name."""


def beside_each_other(records: Records, orders: Orders) -> Beside:
    """Looks at one record after the other, each taken out once for all that is asked of it."""
    found = Beside()
    shared = register_ids(records)
    found.problems += loose_references(records, shared)
    for path, record, walked in records.walked():
        led = list(reference_problems(records, path, record, walked, shared))
        found.problems += led
        if any(each.is_error and each.place and each.place.file != path for each in led):
            found.dangling.add(path)
        found.problems += marking_problems(records, path, record, walked)
        found.problems += order_problems(records, path, record, orders)
        found.lent |= {each.id: each for each in walked.references if may_be_lent(each)}
        found.languages.update(_languages(record))
    return found


def _languages(record: Node) -> Iterator[str]:
    if isinstance(record, House | Dialogue | Round):
        yield from record.languages
    if isinstance(record, Round):
        for each in record.paper_languages:
            yield from each.languages
        for voice in record.voices:
            yield from voice.languages
        for pair in record.bilingual:
            yield from tags_of(pair)
