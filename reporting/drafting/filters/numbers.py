"""Filters of numbers: what goes with a count, and amounts of money."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from reporting.drafting.filters.lists import length
from reporting.languages import numbers


def _forms(forms: tuple[str, ...], named: Mapping[str, str]) -> dict[str, str]:
    return {**dict(zip(("one", "other"), forms, strict=False)), **named}


def plural(count: Any, language: str, *forms: str, **named: str) -> str:
    """The form that goes with a number or with the length of a list.

    In English `plural("party", "parties")`; other languages name their forms: `plural(one=…, few=…, many=…)`.
    """
    return numbers.noun_for(_how_many(count), _forms(forms, named), language)


def count(count: Any, language: str, *forms: str, **named: str) -> str:
    """A number, or the length of a list, with its noun: `three meetings`, `12 meetings`."""
    return numbers.write_count(_how_many(count), _forms(forms, named), language)


def _how_many(count: Any) -> int:
    return count if isinstance(count, int) else length(count)


def money(amount: Any, language: str, currency: str, style: Literal["release", "document"] = "release") -> str:
    """An amount with its currency: `€123 million`; `style="document"` for `EUR 21 750 000`."""
    return numbers.write_money(amount, currency, language, style=style)
