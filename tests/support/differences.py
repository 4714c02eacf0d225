"""Where two nests of values first differ, so that a failing proof names the leak and not two pages of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final

GONE: Final = "(not there)"


def first_difference(one: Any, other: Any, path: str = "") -> str:
    """The path to the first difference and what stands there; empty where there is none."""
    if one == other:
        return ""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return _first({key: (one.get(key, GONE), other.get(key, GONE)) for key in {**one, **other}}, path)
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)) and len(one) == len(other):
        return _first(dict(enumerate(zip(one, other, strict=True))), path)
    if is_dataclass(one) and type(one) is type(other):
        return _first({each.name: (getattr(one, each.name), getattr(other, each.name)) for each in fields(one)}, path)
    return f"{path}: {_short(one)} is not {_short(other)}"


def _first(pairs: Mapping[Any, tuple[Any, Any]], path: str) -> str:
    key, (one, other) = next((key, pair) for key, pair in pairs.items() if pair[0] != pair[1])
    return first_difference(one, other, f"{path}[{key}]")


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 300 else f"{text[:300]}…"
