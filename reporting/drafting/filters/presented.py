"""Filters of what a paper presents once: acronyms, and people with their offices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from reporting.drafting import sheet
from reporting.drafting.filters.texts import plain
from reporting.drafting.printing import printed


def spelt(value: Any, language: str, long: Any, later: Any = None) -> Any:
    """An acronym: where it is first met, what it stands for with the acronym in brackets, and later the acronym alone.

    An acronym that the paper has once only is not printed: what it stands for is enough. `later` is written in place of
    the acronym alone, where the sentence bends it.
    """
    paper, short = sheet.current(), plain(value)
    if short == plain(long):
        return value
    paper.asks.add("spelt")
    if short in paper.spelt:
        return value if later is None else later
    paper.spelt.add(short)
    if any(each.mentions(short) < 2 for each in paper.drafts):
        return printed(long)
    return Markup("{} ({})").format(printed(long), printed(value))


def met(person: Mapping[str, Any], language: str, full: Any, later: Any = None) -> Any:
    """Somebody with name and office where the paper first presents them, and after that what `later` says."""
    paper, name = sheet.current(), str(person["id"])
    if name in paper.met and later is not None:
        return later
    paper.met.add(name)
    return full


def untold(people: Iterable[Any], language: str) -> list[Any]:
    """Of people, or of parts that people have, those whose office the paper has still to tell."""
    met = sheet.current().met
    return [each for each in people if (who := _who(each)) and who["function"] and str(who["id"]) not in met]


def _who(part: Any) -> Any:
    return part["person"] if "person" in part else part  # noqa: SIM401 - an item of a view has no `get`


def used(acronyms: Iterable[Any], language: str) -> list[Any]:
    """Of acronyms, those that the paper prints."""
    paper = sheet.current()
    paper.asks.add("used")
    return [each for each in acronyms if any(draft.has(plain(each["short"])) for draft in paper.drafts)]
