"""How people are named and parties ordered in a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from reporting.languages.collation import sort_key

T = TypeVar("T")
NBSP = "\u00a0"


def full_name(person: Mapping[str, Any], language: str) -> str:
    """Style, honorific, given and family name as at first mention: `H.E. Ms Ana Sol`; the honorific stays with the name."""
    return _with_style(person, _with_honorific(person, _both(person, _words(person["family"]))))


def listed_name(person: Mapping[str, Any], language: str) -> str:
    """As in lists of participants, the family name in capitals: `H.E. Ms Ana SOL`."""
    return _with_style(person, _with_honorific(person, _both(person, _words(person["family"]).upper())))


def short_name(person: Mapping[str, Any], language: str) -> str:
    """As at later mention: `Ms Sol`."""
    return _with_honorific(person, _words(person["family"]))


def alphabetical(things: list[T], language: str, key: Callable[[T], str]) -> list[T]:
    """The things in the order in which the language sorts their names; see `collation.py`."""
    return sorted(things, key=lambda each: sort_key(key(each), language))


def _both(person: Mapping[str, Any], family: str) -> str:
    """Given and family name; the family name alone where the reader may not know the other."""
    names = [_words(person["given"]), family]
    return " ".join(filter(None, reversed(names) if person["family_first"] else names))


def _with_style(person: Mapping[str, Any], name: str) -> str:
    style = _words(person.get("style"))
    return f"{style}{NBSP}{name}" if style else name


def _with_honorific(person: Mapping[str, Any], name: str) -> str:
    honorific = _words(person["honorific"])
    return f"{honorific}{NBSP}{name}" if honorific else name


def _words(value: Any) -> str:
    return str(getattr(value, "text", "")) if value else ""
