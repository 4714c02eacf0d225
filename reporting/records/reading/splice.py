"""Writing one value into a record that somebody keeps by hand: every other letter of the file stays as it is.

The value is put in at the marks that the parser gives. The file is read again before anything is written: where it
does not say the same but for that value, it is refused.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from reporting.problems import Failed, Place, Problem
from reporting.records.reading.reader import events, read_yaml
from reporting.records.reading.tree import Map, Seq

BOM = "\ufeff"
LIST, KEY = "translations", "hash"


@dataclass(slots=True)
class Span:
    """A value of the file, from its first letter to behind its last."""

    start: int
    end: int
    is_flow: bool = False
    """Whether it is a map or list between brackets."""
    column: int = 0
    fields: dict[str, Span] = field(default_factory=dict)
    items: list[Span] = field(default_factory=list)


def with_hashes(text: str, file: str, hashes: Mapping[int, str]) -> str:
    """The file with the hash of some entries of its `translations` set, by their number.

    Raises:
        Failed: the file cannot be changed so without changing more of it [R027].
    """
    mark, text = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    entries = _span(iter(events(text))).fields[LIST].items
    new = text
    edits = (_edit(text, entries[number], value) for number, value in hashes.items())
    for start, end, words in sorted(edits, reverse=True):
        new = new[:start] + words + new[end:]
    if not _is_same(text, new, file, hashes):
        hint = "write each entry on lines of its own: `- language: fr`, and the other keys below it"
        raise Failed(Problem("R027", "the hashes cannot be put into this file", Place(file), hint))
    return mark + new


def _edit(text: str, entry: Span, value: str) -> tuple[int, int, str]:
    """Where the hash of an entry goes, and what is to be written there."""
    if known := entry.fields.get(KEY):
        # The mark behind a block stands on the line after it.
        return known.start, len(text[: known.end].rstrip()), f'"{value}"'
    after = entry.fields["status"].end
    if entry.is_flow:
        return after, after, f', {KEY}: "{value}"'
    end = text.find("\n", after)
    end = len(text) if end < 0 else end
    end -= text[:end].endswith("\r")
    line = "\r\n" if text[end : end + 2] == "\r\n" else "\n"
    return end, end, f'{line}{" " * entry.column}{KEY}: "{value}"'


def _is_same(before: str, after: str, file: str, hashes: Mapping[int, str]) -> bool:
    """Whether the file says what it said, but for the hashes, which are as they are to be."""
    try:
        old, new = (read_yaml(each.encode(), file).value for each in (before, after))
    except Failed:
        return False
    if not (isinstance(old, Map) and isinstance(new, Map)):
        return False
    was, now = old.pop(LIST), new.pop(LIST)
    if old != new or not (isinstance(was, Seq) and isinstance(now, Seq)) or len(was) != len(now):
        return False
    pairs = enumerate(zip(was, now, strict=True))
    return all(_is_set(first, second, hashes.get(number)) for number, (first, second) in pairs)


def _is_set(was: object, now: object, value: str | None) -> bool:
    if value is None or not isinstance(was, Map) or not isinstance(now, Map):
        return was == now
    return {**was, KEY: value} == dict(now)


def _span(found: Iterator[Any]) -> Span:
    """The first value that the parser gives, with all that is inside of it."""
    event = next(found)
    while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
        event = next(found)
    start = event.start_mark
    span = Span(start.index, event.end_mark.index, bool(getattr(event, "flow_style", False)), start.column)
    if isinstance(event, yaml.MappingStartEvent):
        _fill(span, found)
    elif isinstance(event, yaml.SequenceStartEvent):
        while (item := _next(found)) is not None:
            span.items.append(item)
    return span


def _fill(span: Span, found: Iterator[Any]) -> None:
    while (key := _key(found)) is not None:
        span.fields[key] = _span(found)


def _key(found: Iterator[Any]) -> str | None:
    event = next(found)
    return None if isinstance(event, yaml.MappingEndEvent) else str(event.value)


def _next(found: Iterator[Any]) -> Span | None:
    event = next(found)
    if isinstance(event, yaml.SequenceEndEvent):
        return None
    return _span(itertools.chain([event], found))
