"""The check of the tags that stand in templates letter by letter: elements and classes that the vocabulary does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reporting.document.checker import instead
from reporting.document.vocabulary import ELEMENTS
from reporting.drafting.linemarks import place_at, tags_of
from reporting.problems import Problem

NAME = re.compile(r"<([a-z][a-z0-9]*)")
CLASS = re.compile(r"""[^<>{}]*?\sclass=(["'])([^"'{}<>]*)\1""")
"""A class that is written out, before any field of the template in the same tag."""


def check_tags(texts: Mapping[str, str]) -> Iterator[Problem]:
    """What is wrong with the tags of templates, whether a paper prints them or not.

    Args:
        texts: the source of each template by its name.
    """
    for name, text in texts.items():
        for offset in tags_of(text):
            yield from _wrong(name, text, offset)


def _wrong(name: str, text: str, offset: int) -> Iterator[Problem]:
    tag = NAME.match(text, offset)
    place = place_at(text, offset, f"templates/{name}")
    if tag is None:
        return
    row = ELEMENTS.get(tag[1])
    if row is None:
        yield Problem("D010", f"`{tag[1]}` is not in the vocabulary", place, instead(tag[1]))
        return
    written = CLASS.match(text, tag.end())
    for word in written[2].split() if written else ():
        if word not in row.classes:
            hint = f"it takes {', '.join(sorted(row.classes))}" if row.classes else None
            yield Problem("D014", f"`{tag[1]}` has no class `{word}`", place, hint)
