"""The spaces that hold a mark to its word: set once over a whole paper, so that templates and labels type plain ones.

Texts of the record are set by `typography.py`, which knows more; what it has set stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

from reporting.languages.known import NBSP, THIN, base_of

Rule = tuple[re.Pattern[str], str]

_EVERYWHERE: Final[tuple[Rule, ...]] = ((re.compile(" (?=· )"), NBSP),)
"""A dot between two names stays with the first: it never begins a line."""

_RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "fr": (
        (re.compile(" (?=[:»])"), NBSP),
        (re.compile("« "), f"«{NBSP}"),
        (re.compile(" (?=[;!?])"), THIN),
        (re.compile(r"\b(nº|n°|M\.|MM\.|Mme|Mmes) (?=[\d\w])"), rf"\1{NBSP}"),
        (re.compile(r"(?<=\d) (?=%)"), NBSP),
    ),
    "ru": (
        (re.compile(" (?=— )"), NBSP),
        (re.compile(r"(№|\bг\.|\bг-н(?:[ау]|ом|е)?|\bг-ж(?:[аиеу]|ой)) (?=[\d\w])"), rf"\1{NBSP}"),
        (re.compile(r"(?<=\d) (?=%)"), NBSP),
        (re.compile(r"(?<![\w.])([вксоуВКСОУ]) (?=[\w«„])"), rf"\1{NBSP}"),
    ),
}
"""IISG 10.1 and 4.2.2 for French: a no-break space before : and inside of guillemets, a narrow one before ; ! and ?.
In Russian the dash never begins a line, and a preposition of one letter never ends one (Milchin and Cheltsova, 6.2)."""

_ORDINALS: Final[dict[str, Rule]] = {
    "fr": (
        re.compile(r"(?<![\w.,/-])(?:([1I])(ers?|res?)|(\d+)(es?)|([VX]|[IVXLC]{2,})(e))(?![\w-])"),
        r"\1\3\5<sup>\2\4\6</sup>",
    ),
}
"""What makes a figure an ordinal is raised: 1er, 1re, 4e, XXIe (Interinstitutional Style Guide, French)."""

_TAG: Final = re.compile(r"(<[^>]*>)")
_KEPT: Final = re.compile(r"</?(?:code|pre)\b")
_WORDS_ONLY: Final = re.compile(r"</?(?:code|pre|sup|title)\b")
"""Where an element may not stand: an `svg` has a title of words alone."""


def spaced(html: str, language: str) -> str:
    r"""The same markup with the spaces that the language wants around its marks.

    >>> spaced("<p>Ordre du jour : adopté ?</p>", "fr")
    '<p>Ordre du jour\xa0: adopté\u202f?</p>'
    """
    return _outside_of_tags(html, _EVERYWHERE + _RULES.get(base_of(language), ()), _KEPT)


def raised(html: str, language: str) -> str:
    """The same markup with the endings of ordinals in figures raised, where the language wants it.

    >>> raised("<p>la 4e session, le 1er juin</p>", "fr")
    '<p>la 4<sup>e</sup> session, le 1<sup>er</sup> juin</p>'
    """
    rule = _ORDINALS.get(base_of(language))
    return _outside_of_tags(html, (rule,), _WORDS_ONLY) if rule else html


def _outside_of_tags(html: str, rules: tuple[Rule, ...], kept: re.Pattern[str]) -> str:
    depth, found = 0, []
    for part in _TAG.split(html):
        if kept.match(part):
            depth += -1 if part.startswith("</") else 1
        found.append(part if depth or part.startswith("<") else _set(part, rules))
    return "".join(found)


def _set(words: str, rules: tuple[Rule, ...]) -> str:
    for pattern, replacement in rules:
        words = pattern.sub(replacement, words)
    return words
