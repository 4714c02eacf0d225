"""The table of rules. A new rule is a file in the room of its subject and a row here."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reporting.checks.names import articles, designations, house_forms, long_forms, short_names, two_forms
from reporting.checks.parties import capacities, clearance, heads, order, parts, quoting, roles
from reporting.checks.rounds import agenda, days, deadlines, filed, numbers, overdue, places, publication, reviews
from reporting.checks.scene import SHIPPED, Printing, Scene, scenes_of
from reporting.checks.texts import (
    acronyms,
    acronyms_kept_out,
    capitals,
    leftovers,
    literals,
    placeholders,
    repetition,
    today,
    verbs,
    weekdays,
)
from reporting.checks.versions import translations, twins, unentered
from reporting.problems import Problem, in_order
from reporting.records.register import Register


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of protocol or house style."""

    code: str
    find: Callable[[Scene], Iterator[Problem]]


RULES: tuple[Rule, ...] = (
    Rule("P002", leftovers.find),
    Rule("P003", weekdays.find),
    Rule("P004", house_forms.find),
    Rule("P005", parts.find),
    Rule("P008", clearance.find),
    Rule("P009", repetition.find),
    Rule("P010", numbers.find),
    Rule("P011", acronyms.find),
    Rule("P011", acronyms_kept_out.find),
    Rule("P012", two_forms.find),
    Rule("P013", order.find),
    Rule("P014", capacities.find),
    Rule("P015", roles.find),
    Rule("P016", twins.find),
    Rule("P017", translations.find),
    Rule("P018", designations.find),
    Rule("P046", unentered.find),
    Rule("P019", deadlines.find),
    Rule("P021", places.find),
    Rule("P022", today.find),
    Rule("P024", placeholders.find),
    Rule("P043", days.find),
    Rule("P053", agenda.outside),
    Rule("P054", agenda.order),
    Rule("P055", agenda.clock),
    Rule("P056", quoting.find),
    Rule("P061", short_names.find),
    Rule("P062", overdue.find),
    Rule("P063", literals.find),
    Rule("P064", verbs.find),
    Rule("P066", agenda.kept_back),
    Rule("P067", heads.find),
    Rule("P068", capitals.find),
    Rule("P069", publication.too_early),
    Rule("P070", deadlines.past_before),
    Rule("P071", clearance.when),
    Rule("P072", publication.without_day),
    Rule("P073", filed.find),
)
"""Those that look at each dialogue and each round."""
OF_REGISTERS: tuple[Rule, ...] = (
    Rule("P018", designations.find_in_registers),
    Rule("P020", reviews.find),
    Rule("P026", long_forms.find),
    Rule("P057", articles.find),
)
"""Those that look at the registers, once."""


def check_register(
    register: Register, on: datetime.date | None, *, printing: Printing = SHIPPED, besides: tuple[Rule, ...] = ()
) -> list[Problem]:
    """What the rules have to say of a register, in order of place.

    Args:
        register: the records; what was broken is not in it.
        on: the day that counts as today; None where nothing is to be measured against today. The clock is never asked.
        printing: which document types print the texts of which record.
        besides: rules of those who know what papers can print, so that each round is looked through once.
    """
    return list(in_order(problem for scene in scenes_of(register, on, printing) for problem in _found(scene, besides)))


def _found(scene: Scene, besides: tuple[Rule, ...]) -> Iterator[Problem]:
    for rule in (*RULES, *besides) if scene.series else OF_REGISTERS:
        yield from rule.find(scene)
