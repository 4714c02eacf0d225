"""The filters of templates as one table, bound to one language.

To add one, write a function in the file of its subject and give it a row here. A filter that changes a text of the record
gives a text of the record back, so that its path and its markup stay; only those that say so give plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2.environment import Environment

from reporting.drafting import bending
from reporting.drafting.filters import dates, lists, names, numbers, presented, texts
from reporting.languages.dates import weekday
from reporting.languages.hijri_dates import write_hijri
from reporting.languages.numbers import write_number, write_ordinal, write_percent
from reporting.records.model.forms import CASES

Filter = Callable[..., Any]
KEPT = ("map", "select", "reject", "selectattr", "rejectattr", "list")
"""Jinja's own filters that only choose among values."""


def filters_for(language: str, own: Environment) -> dict[str, Filter]:
    """Every filter by its name, writing in `language`.

    Args:
        own: an environment of Jinja, for the few filters of its own that stay.
    """
    bound: dict[str, Filter] = {name: _in(language, each) for name, each in _LANGUAGE.items()}
    return {**{name: own.filters[name] for name in KEPT}, **_PLAIN, **bound}


def _in(language: str, make: Filter) -> Filter:
    def bound(value: Any, *args: Any, **kwargs: Any) -> Any:
        return make(value, language, *args, **kwargs)

    return bound


def _case(form: str) -> Filter:
    return lambda value, language: bending.in_form(value, language, form)


_PLAIN: Mapping[str, Filter] = {
    "plain": texts.plain,
    "sentence": texts.sentence,
    "lower_first": texts.lower_first,
    "upper_first": texts.upper_first,
    "unstopped": texts.unstopped,
    "slug": texts.slug,
    "length": lists.length,
    "first": lists.first,
    "last": lists.last,
    "join": lists.join,
}
_LANGUAGE: Mapping[str, Filter] = {
    "date": dates.date,
    "when": dates.when,
    "by": dates.by,
    "dates": dates.dates,
    "dated": dates.dated,
    "iso": dates.iso,
    "weekday": weekday,
    "month_year": dates.month_year,
    "time": dates.time,
    "times": dates.times,
    "zone": dates.zone,
    "moment": dates.moment,
    "ordinal": write_ordinal,
    "ordinal_figure": lambda value, language, **kind: write_ordinal(value, language, in_words=False, **kind),
    "number": write_number,
    "percent": write_percent,
    "money": numbers.money,
    "hijri": write_hijri,
    "plural": numbers.plural,
    "count": numbers.count,
    "listing": lists.listing,
    "blocks": texts.blocks,
    "inline": texts.inline,
    "form": names.form,
    **{case: _case(case) for case in CASES},
    "after": names.after,
    "the": names.the,
    "ezafe": names.ezafe,
    "agree": names.agree,
    "spelt": presented.spelt,
    "met": presented.met,
    "untold": presented.untold,
    "used": presented.used,
    "isolate": names.isolate,
    "label": names.label,
    "quoted": texts.quoted,
}


def filter_names() -> frozenset[str]:
    """Names of all filters, for the check of templates."""
    return frozenset((*KEPT, *_PLAIN, *_LANGUAGE))
