"""Acronyms that a paper may print, and what they stand for, in its language and as on the day of the meeting."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from reporting.audiences.project import Projector
from reporting.audiences.values import Words
from reporting.languages.collation import sort_key
from reporting.records.register import Register

GLOSSARY = "data/registers/glossary.yaml"
ACRONYM = re.compile(r"[^\W_](?:[^\W_]|[&./–-])*\Z")


def acronyms_of(register: Register, projector: Projector, near: Collection[str] = ()) -> list[dict[str, Any]]:
    """Those of programmes, organisations and the glossary in order, without those that readers know.

    Args:
        register: the records.
        projector: one of its own: what the registers hold is not yet what the paper prints, and must not mark it.
        near: ids of who issues the paper and sits at the table; an acronym that two bear is theirs.
    """
    terms = {
        key: projector.some(each, f"glossary[{key}]", ("long", "known")) for key, each in register.glossary.items()
    }
    known = {key for key, term in terms.items() if term and term.get("known")}
    found: dict[str, dict[str, Any]] = {}
    pairs = sorted(_pairs(register, projector, terms), key=lambda pair: pair[0] not in near)
    for name, short, long in pairs:
        if name not in known and isinstance(short, Words) and isinstance(long, Words) and short.text != long.text:
            found.setdefault(short.text, {"short": short, "long": long})
    return [found[each] for each in sorted(found, key=lambda short: sort_key(short, projector.language))]


def _pairs(
    register: Register, projector: Projector, terms: Mapping[str, dict[str, Any] | None]
) -> Iterator[tuple[str, Any, Any]]:
    for name, programme in register.programmes.items():
        if told := projector.some(programme, f"programmes[{name}]", ("acronym", "name")):
            yield name, told.get("acronym"), told.get("name")
    for name, body in register.organisations.items():
        told = projector.node(body, f"organisations[{name}]") or {}
        if isinstance(short := told.get("short"), Words) and is_acronym(short.text):
            yield name, short, told.get("official")
    for name, told in terms.items():
        if told:
            yield name, Words(name, "name", f"glossary[{name}]", projector.language), told.get("long")


def is_acronym(short: str) -> bool:
    """Whether a short name is an acronym, and not words such as “the Ministry”.

    A script without capitals does not show it; there it is one word.

    >>> [is_acronym(each) for each in ("EEAS", "CoE", "МИД", "ناتو", "the EU", "Ministry")]
    [True, True, True, True, False, False]
    """
    capitals = sum(letter.isupper() for letter in short)
    return bool(ACRONYM.match(short)) and (capitals > 1 or short == short.swapcase())
