"""What a paper was made from, as a file that lies inside of its PDF: the values that it used of its view, by path."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from reporting.audiences.values import Untranslated, Words
from reporting.build.making.reads import value_at
from reporting.document.document import Properties

NAME = "source.json"
ABOUT = (
    "The values of the record that this paper was made from: those that it used, by their path, and nothing else. "
    "A list stands with the number of its items."
)


def source_json(values: Mapping[str, Any], paths: Iterable[str], properties: Properties) -> bytes:
    """The values read while drafting as JSON in one order: the same values give the same bytes.

    Nothing else goes in: not what the view holds besides, not the record, and no hash of either. What was empty, or
    is a thing whose fields stand under paths of their own, is left out.

    Args:
        values: what the paper may read, as `values_of` gives it.
        paths: what it did read.
        properties: those of the paper; they name it.
    """
    read = {path: _plain(value_at(values, path)) for path in paths}
    source = {
        "about": ABOUT,
        "paper": properties.identifier,
        "language": properties.language,
        "values": {path: value for path, value in read.items() if value is not None},
    }
    return (json.dumps(source, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _plain(value: Any) -> Any:
    if value is None or value is ... or isinstance(value, (Mapping, Untranslated)):
        return None
    if isinstance(value, list):
        return {"items": len(value)}
    if isinstance(value, Words):
        return value.text
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value if isinstance(value, (bool, int, float)) else str(value)
