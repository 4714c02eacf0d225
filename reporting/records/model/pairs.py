"""Pairs of languages that stand side by side in one paper: `[en, ru]` in a record, `en+ru` in the names of papers."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any

from pydantic_core import PydanticCustomError

from reporting.records.model.tags import is_language
from reporting.records.model.values import Read

PLUS = "+"
WANTED = "wants two languages, or a list of such pairs"


def tags_of(languages: str) -> tuple[str, ...]:
    """The language of a paper, or both of a bilingual one, that of the first column first.

    >>> tags_of("en"), tags_of("en+fa-AF")
    (('en',), ('en', 'fa-AF'))
    """
    return tuple(languages.split(PLUS))


def led_by(own: Collection[str], pair: str) -> str:
    """The pair with a language of `own` in the first column, if it has one.

    >>> led_by(["ru"], "en+ru"), led_by(["fr"], "en+ru")
    ('ru+en', 'en+ru')
    """
    return PLUS.join(sorted(tags_of(pair), key=lambda tag: tag not in own))


def read_pairs(value: Any) -> list[str]:
    """The pairs, each as its papers are called.

    >>> read_pairs(["en", "ru"]), read_pairs([["en", "ru"], ["en", "fa-AF"]])
    (['en+ru'], ['en+ru', 'en+fa-AF'])

    Raises:
        PydanticCustomError: it is neither a pair nor a list of pairs.
    """
    if not isinstance(value, list):
        raise PydanticCustomError("pairs", WANTED)
    is_one = len(value) == 2 and all(isinstance(each, str) and PLUS not in each for each in value)
    return list(dict.fromkeys(map(_pair, [value] if is_one else value)))


def _pair(value: Any) -> str:
    tags = value.split(PLUS) if isinstance(value, str) else value
    is_pair = isinstance(tags, list) and len(tags) == 2 and all(isinstance(each, str) for each in tags)
    if not is_pair or tags[0] == tags[1] or not all(map(is_language, tags)):
        raise PydanticCustomError("pairs", WANTED)
    return PLUS.join(tags)


_TAG = {"type": "string"}
_PAIRS = {"type": "array", "items": {"anyOf": [_TAG, {"type": "array", "items": _TAG, "minItems": 2, "maxItems": 2}]}}
Pairs = Annotated[list[str], Read(read_pairs, _PAIRS)]
