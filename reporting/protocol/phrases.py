"""Parties in a text of the record: `{parties}` stands for their names in the order of each paper.

    title: {en: "Joint statement of {parties}"}

Written so, a title, a name of a dialogue or a paragraph follows the order by itself: in the copy of each side that side
stands first. `{parties:genitive}` asks for a form of the names, `{short-parties}` joins the short ones with a dash, and
`{languages}` names those in which a statement is done.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from reporting.languages.forms import FormLacking, in_form
from reporting.languages.lists import write_list
from reporting.problems import Failed

PLACEHOLDER: Final = re.compile(r"\{([a-z][a-z-]*)(?::([a-z]+))?\}")
BEGINS: Final = re.compile(r"(?:^|[.!?…]\s+|\n\s*\n)$")
"""What stands before the first word of a sentence or paragraph, which takes a capital."""
NAMES: Final = ("parties", "short-parties", "languages")


class Name(NamedTuple):
    """A name with its forms in one language."""

    text: str
    forms: Mapping[str, str]


Names = Mapping[str, Sequence[Name]]
"""What each placeholder stands for, in the order of the paper."""


def filled(text: str, names: Names, language: str) -> str:
    """A text with its placeholders filled in; one that nothing is known for stays, and the check has said so.

    >>> both = [Name("Varland", {}), Name("the Ostmark Isles", {})]
    >>> filled("Dialogue between {parties}", {"parties": both}, "en")
    'Dialogue between Varland and the Ostmark Isles'
    """

    def fill(found: re.Match[str]) -> str:
        try:
            said = _said(found[1], found[2] or "nominative", names, language)
        except (FormLacking, Failed):
            return found[0]
        return said[:1].upper() + said[1:] if BEGINS.search(text[: found.start()]) else said

    return PLACEHOLDER.sub(fill, text)


def _said(name: str, form: str, names: Names, language: str) -> str:
    if not names.get(name):
        raise FormLacking(form)
    words = [in_form(each.text, each.forms, form) for each in names[name]]
    if name != "short-parties":
        return write_list(words, language)
    return joined(words)


def joined(names: Sequence[str]) -> str:
    """Short names with a dash between them: `Varland–Sennmark`, `Varland – Ostmark Isles`."""
    return (" – " if any(" " in each for each in names) else "–").join(names)
