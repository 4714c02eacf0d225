"""The table of what is derived: for each thing its rows."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from reporting.audiences.contexts import CONTEXTS, OF_BODIES, WHERE
from reporting.audiences.derived.people import PERSON
from reporting.audiences.derived.rows import LABEL, Derived, Make, borne, of_day
from reporting.audiences.shapes import DAY, TEXT, TRUTH, Many, Thing, Worded
from reporting.audiences.values import Words
from reporting.languages.known import in_digits
from reporting.records.model.base import Node
from reporting.records.model.briefing import Briefing
from reporting.records.model.delegations import Role
from reporting.records.model.dialogue import Dialogue
from reporting.records.model.registers import Country, Organisation, Person, Programme
from reporting.records.model.results import Outcome
from reporting.records.model.round import Round
from reporting.records.model.statement import Statement


def _capacities(*capacities: str) -> Make:
    """Delegations by capacity; `seating.py` puts them into the order of the paper."""
    return lambda data, language, day: [each for each in data["parties"] if each["capacity"] in capacities]


def _occasions(data: dict[str, Any], language: str, day: datetime.date) -> Any:
    """Topics by occasion, and within an occasion by the verb that the record gives them."""
    occasions = dict.fromkeys(topic["occasion"] for topic in data["topics"])
    return [each for name in occasions for each in _occasion(name, data["topics"])]


def _occasion(name: str, topics: list[dict[str, Any]]) -> list[dict[str, Any]]:
    own = [each for each in topics if each["occasion"] == name]
    treatments = dict.fromkeys(each["treatment"] for each in own)
    groups = [(treatment, [each for each in own if each["treatment"] == treatment]) for treatment in treatments]
    return [
        {"occasion": name, "treatment": treatment, "topics": group, "goes_on": number > 0}
        for number, (treatment, group) in enumerate(groups)
    ]


def _due(data: dict[str, Any], language: str, day: datetime.date) -> Any:
    """A deadline that the text of an outcome does not tell by itself."""
    text, deadline = data["text"], data["deadline"]
    year = in_digits(deadline[:4], language) if deadline else ""
    return None if not deadline or (isinstance(text, Words) and year in text.text) else deadline


def _cadence(data: dict[str, Any], language: str, day: datetime.date) -> Any:
    """How often a dialogue meets, where its purpose does not tell it."""
    cadence, purpose = data["cadence"], data["purpose"]
    both = isinstance(cadence, Words) and isinstance(purpose, Words)
    return None if both and cadence.text in " ".join(purpose.text.split()) else cadence


def _gathered(name: str) -> Make:
    return lambda data, *_: [each for topic in data["topics"] for each in topic[name]] + data[name]


def _in_contexts(make: Callable[[str], Make]) -> tuple[Derived, ...]:
    """A name for each context of a paper."""
    return tuple(
        Derived(field, make(name), LABEL, False, f"Name as it stands {WHERE[name]}.")
        for name, field in CONTEXTS.items()
    )


COUNTRY = (
    Derived("id", lambda data, language, day: "", TEXT, False, "Its id in the register."),
    Derived("short", of_day("short"), LABEL, False, "Short name on the day of the meeting."),
    Derived("official", of_day("official"), LABEL, False, "Official name on the day of the meeting."),
    Derived("in_sentence", of_day("in_sentence"), LABEL, False, "Official name as it stands in a sentence."),
    *_in_contexts(lambda context: lambda *_: None),  # `project.py` fills them: the house chooses
    Derived("capital", of_day("name", "capitals"), LABEL, True, "Capital, as it was called on that day."),
    Derived("is_state", lambda data, language, day: True, TRUTH, False, "True: it is a state."),
)
ORGANISATION = (
    Derived("id", lambda data, language, day: "", TEXT, False, "Its id in the register."),
    Derived("in_sentence", borne("in_sentence"), LABEL, False, "Name as it stood in a sentence on that day."),
    Derived("seat", borne("seat"), LABEL, True, "City of its seat on that day."),
    Derived("official", borne("name"), LABEL, False, "Full name on the day of the meeting."),
    Derived("short", lambda *of: borne("short")(*of) or borne("name")(*of), LABEL, False, "Short name on that day."),
    Derived("name", lambda data, *_: data["official"], LABEL, False, "Full name on the day of the meeting."),
    *_in_contexts(lambda context: lambda data, *_: data[OF_BODIES.get(context, "in_sentence")]),
    Derived("is_state", lambda data, language, day: False, TRUTH, False, "False: it is no state."),
)
DIALOGUE = (
    Derived("name", of_day("name"), LABEL, False, "Full name on the day of the meeting."),
    Derived("short", of_day("short"), LABEL, True, "Short form for later mention."),
    Derived("acronym", of_day("acronym"), LABEL, True, "Acronym on the day of the meeting."),
    Derived("held", _cadence, Worded("line"), True, "How often it meets, where the purpose does not tell it."),
)
PROGRAMME = (
    Derived("acronym", borne("acronym", kept=True), LABEL, False, "Short form on the day of the meeting."),
    Derived("name", borne("name", kept=True), LABEL, False, "Full name on the day of the meeting."),
    Derived("about", borne("about", kept=True), Worded("line"), False, "What it did, as the rest of a sentence."),
    Derived("period", borne("period"), LABEL, True, "Phase or years, as they were on that day."),
    Derived("amount", borne("amount"), "amount", True, "Its budget, as it was on that day."),
)
OUTCOME = (Derived("due", _due, TEXT, True, "The deadline, where the text does not tell it by itself."),)
ROUND = (
    Derived("members", _capacities("party"), "parties", False, "Delegations of the parties, in order."),
    Derived("guests", _capacities("guest", "special-guest"), "parties", False, "Delegations of guests, in order."),
    Derived("observers", _capacities("observer", "facilitator"), "parties", False, "Observers and facilitators."),
    Derived(
        "occasions", _occasions, Many(Thing("Occasion")), False, "Topics by occasion and verb, as the record has them."
    ),
    Derived(
        "other_chairs",
        lambda *_: [],  # `seating.py` fills it, as the next two
        "chairs",
        False,
        "The chairs beside the host, where the only host is one of several chairs.",
    ),
    Derived("is_co_chaired", lambda *_: False, TRUTH, False, "True with several chairs, or one who is a co-chair."),
    Derived("led", lambda *_: [], "parties", False, "Delegations whose heads a press release presents."),
    Derived("is_planned", lambda data, *_: data["state"] == "planned", TRUTH, False, "True before the meeting."),
    Derived("is_remote", lambda data, *_: data["mode"] in ("video", "written"), TRUTH, False, "True without a place."),
    Derived("last_day", lambda data, *_: data["end"] or data["start"], DAY, False, "Last day."),
    Derived(
        "issued", lambda data, *_: data["published"] or data["end"] or data["start"], DAY, False, "Day on its papers."
    ),
)
BRIEFING = (
    Derived("questions", _gathered("defensives"), "defensives", False, "Questions of all topics, then the others."),
    Derived("facts", _gathered("background"), "background", False, "Facts behind all topics, then those across them."),
)
ROLE = (Derived("is_own", lambda data, *_: False, TRUTH, False, "True where it is a role of the party that speaks."),)
STATEMENT = (
    Derived(
        "authentic",
        lambda data, *_: [],  # `making.py` fills it: it is told by the texts in all languages
        Many(TEXT),
        False,
        "Languages whose texts are equally authentic, that of the source first; empty where one of them is none, or stale.",
    ),
)
TABLE: dict[type[Node], tuple[Derived, ...]] = {
    Person: PERSON,
    Programme: PROGRAMME,
    Outcome: OUTCOME,
    Country: COUNTRY,
    Organisation: ORGANISATION,
    Dialogue: DIALOGUE,
    Role: ROLE,
    Round: ROUND,
    Briefing: BRIEFING,
    Statement: STATEMENT,
}


def derived_of(model: type[Node], data: dict[str, Any], language: str, day: datetime.date) -> None:
    """Add to `data`, the projected fields of a `model`, what follows from them."""
    for row in TABLE.get(model, ()):
        data[row.name] = row.make(data, language, day)
