"""What follows for people: how they are called, and the office that they held on the day."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reporting.audiences.derived.rows import LABEL, Derived, Make, borne
from reporting.audiences.shapes import TEXT
from reporting.audiences.values import Untranslated, Words
from reporting.languages.forms import CASED
from reporting.languages.known import base_of
from reporting.languages.names import full_name, listed_name, short_name
from reporting.records.model.forms import CASES
from reporting.records.model.registers import is_within


def _function(data: dict[str, Any], language: str, day: datetime.date) -> Any:
    held = [each for each in data["functions"] if is_within(day, each["since"], each["until"])]
    return _as_held(held[-1], data["gender"]) if held else None


def _as_held(function: dict[str, Any], gender: str | None) -> dict[str, Any]:
    """A function with the title that its holder's gender asks for, where the register has one."""
    title = function["title"]
    if gender == "f" and isinstance(title, Words) and "feminine" in title.forms:
        return {**function, "title": replace(title, text=title.forms["feminine"])}
    return function


def _person_name(make: Callable[..., str]) -> Make:
    def name(data: dict[str, Any], language: str, day: datetime.date) -> Any:
        lacking = [part for part in (data["given"], data["family"]) if isinstance(part, Untranslated)]
        if lacking:
            return lacking[0]
        return _bent(make, data, language) if base_of(language) in CASED else make(data, language)

    return name


def _bent(make: Callable[..., str], data: dict[str, Any], language: str) -> Words | str:
    """A name in a language of cases: each case that all of its parts have. Some parts may be kept back from the audience."""
    parts = {name: data[name] for name in ("given", "family", "honorific") if isinstance(data[name], Words)}
    if not parts:
        return make(data, language)
    cases = set.intersection(*(set(part.forms) for part in parts.values())) & set(CASES)
    bent = {
        case: make({**data, **{name: replace(part, text=part.forms[case]) for name, part in parts.items()}}, language)
        for case in sorted(cases)
    }
    forms = {**bent, **({"gender": data["gender"]} if data["gender"] else {})}
    whole = next(iter(parts.values()))
    lacking = next((part for part in parts.values() if not set(CASES) <= set(part.forms)), whole)
    return Words(make(data, language), "name", lacking.path, language, forms)


NAMES = (
    Derived("name", _person_name(full_name), TEXT, False, "Style, honorific, given and family name: H.E. Ms Ana Sol."),
    Derived("short_name", _person_name(short_name), TEXT, False, "For later mention: Ms Sol."),
    Derived("listed_name", _person_name(listed_name), TEXT, False, "For lists: H.E. Ms Ana SOL."),
)
"""What a person is called; made anew where a paper leaves out the style of its own side."""
PERSON = (
    Derived("id", lambda data, language, day: "", TEXT, False, "Its id in the register."),
    Derived("given", borne("given", kept=True), LABEL, False, "Given name or names on the day of the meeting."),
    Derived("family", borne("family", kept=True), LABEL, False, "Family name on the day of the meeting."),
    Derived("honorific", borne("honorific", kept=True), LABEL, True, "Mr, Ms, Dr: what stood before the name."),
    Derived("style", borne("style"), LABEL, True, "Style such as H.E.; empty for the side that speaks."),
    *NAMES,
    Derived("function", _function, "functions", True, "The office held on the day of the meeting."),
)
