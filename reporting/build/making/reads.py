"""What a paper read of its views: the paths, and one hash over the values that stand there."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from reporting.audiences.values import Untranslated, Words
from reporting.audiences.view import View

STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_GONE = "-"


def values_of(
    view: View,
    enclosures: Mapping[str, View],
    marking: str,
    common: Collection[str] | None = None,
    *,
    ink: tuple[str, str] = ("", ""),
) -> dict[str, Any]:
    """Everything that a paper may read, under the paths by which drafting tells what it read.

    Args:
        view: what its audience may read.
        enclosures: the views of papers inside of it.
        marking: what it carries.
        common: what everybody may read, to which the title and bookmarks of a marked paper are held.
        ink: the colours of the marking.
    """
    facts = {
        "illustrative": view.illustrative,
        "marking": marking,
        "ink": list(ink),
        "enclosures": sorted(enclosures),
    }
    inner = {name: each.data for name, each in enclosures.items()}
    return {**view.data, "enclosures": inner, "(facts)": facts, "(common)": common}


def hash_of_reads(values: Mapping[str, Any], paths: Iterable[str]) -> str:
    """One hash over what stands at each path; a path that leads nowhere counts as such."""
    facts, common = values.get("(facts)", {}), values.get("(common)")
    found = [[path, *_with_reach(value_at(values, path), common)] for path in sorted(set(paths))]
    text = json.dumps([facts, found], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _with_reach(value: Any, common: Collection[str] | None) -> list[Any]:
    """A value; of a marked paper, also whether everybody may read it, since its bookmarks depend on that."""
    if common is None:
        return [_canonical(value)]
    text = value.text if isinstance(value, Words) else value.isoformat() if isinstance(value, date) else value
    return [_canonical(value), isinstance(text, str) and text in common]


def value_at(values: Any, path: str) -> Any:
    """What stands at a path of `values_of`; `...` where it leads nowhere."""
    for name, index in STEP.findall(path):
        if index and isinstance(values, list) and int(index) < len(values):
            values = values[int(index)]
        elif name and isinstance(values, Mapping) and name in values:
            values = values[name]
        else:
            return ...
    return values


def _canonical(value: Any) -> Any:
    """A value so that equal ones have equal text, and ones of different kinds never do."""
    if value is ...:
        return _GONE
    if isinstance(value, Mapping):
        return ["thing"]
    if isinstance(value, list):
        return ["list", len(value)]
    if isinstance(value, Words):
        made = [value.standing, value.source] if value.standing else []
        return ["words", value.text, value.kind, value.path, value.language, *made, *sorted(value.forms.items())]
    if isinstance(value, Untranslated):
        return ["untranslated", value.path, value.language]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    return [type(value).__name__, value if value is None or isinstance(value, (bool, int, float)) else str(value)]
