"""What everybody may read of a meeting: the measure for all that a marked paper says of itself outside of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from reporting.audiences.values import Words
from reporting.audiences.view import View
from reporting.records.levels import Level


def common_to_all(views: Iterable[View]) -> frozenset[str]:
    """Every text and day of those of the views that everybody may read."""
    return frozenset(text for view in views if view.audience is Level.PUBLIC for _, text in leaves_of(view.data))


def leaves_of(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text and day in a view, with the name of its field; days as 2017-06-08."""
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield from leaves_of(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from leaves_of(value, key)
    elif isinstance(data, Words):
        yield key, data.text
    elif isinstance(data, str):
        yield key, data
    elif isinstance(data, date):
        yield key, data.isoformat()
