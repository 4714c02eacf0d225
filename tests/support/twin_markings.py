"""Markings of every scheme by level, for twins to carry: read from the files that define them, and one of our own."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from random import Random  # noqa: TID251 - seeded: the same seed draws the same markings
from typing import Final

import yaml

from reporting.records.levels import Level

FOLDER: Final = "templates/markings"
OWN: Final = {
    f"{FOLDER}/harbour.yaml": """\
title: {en: "The harbour office"}
markings:
  - {id: open, text: {en: "Open", fr: "Ouvert"}, level: public}
  - {id: quay, text: "QUAY", level: partners}
  - {id: dock, text: {en: "Dock only", ru: "Только док"}, level: internal, ordinary: true}
  - {id: vault, text: "VAULT", level: restricted}
"""
}
"""A scheme of the workspace itself, beside those that the program carries."""
SCHEMES: Final = ("eu", "harbour", "plain", "tlp", "uk", "un")


@functools.cache
def by_level() -> Mapping[Level, tuple[tuple[str, str], ...]]:
    """Scheme and id of every marking, by the widest audience that what carries it may have."""
    found: dict[Level, tuple[tuple[str, str], ...]] = dict.fromkeys(Level, ())
    for scheme in SCHEMES:
        path = f"{FOLDER}/{scheme}.yaml"
        text = OWN.get(path) or Path(__file__).parents[2].joinpath(path).read_text("utf-8")
        # Not with the reader of records, which is under test.
        for each in yaml.safe_load(text)["markings"]:  # noqa: TID251
            found[Level[each["level"].upper()]] += ((scheme, each["id"]),)
    return found


def marking_of(level: Level, random: Random, house: str) -> str:
    """A marking of that level as a record writes it: one of the house's own scheme by its id alone, or in full."""
    scheme, name = random.choice(by_level()[level])
    return name if scheme == house and random.random() < 0.7 else f"{scheme}/{name}"
