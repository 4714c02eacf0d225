"""What a paper says of its own language: that it is a draft translation, or one made as a courtesy.

It is told by the texts that the paper has read, so that a text which changed makes those papers drafts that print it,
and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from reporting.audiences.values import Words
from reporting.problems import Failed, Place, Problem

DRAFT: Final = frozenset({"draft", "stale"})
"""Standings of a text that nobody has held against its source as it is now."""


def translation_of(
    values: Iterable[Any],
    language: str,
    words: Mapping[str, Any],
    *,
    is_ours: bool = False,
    is_signed: Callable[[], bool] = lambda: False,
) -> Mapping[str, str]:
    """`translation` and `courtesy` of a paper, each empty where there is nothing to say.

    Args:
        values: what the paper has read.
        language: its language.
        words: the labels of the language.
        is_ours: the paper is for the own service, which needs not be told whose text holds.
        is_signed: whether the text was done in the languages that it says itself, which may be others than that of its
            source; asked only where a text is a courtesy translation.

    Raises:
        Failed: the labels do not say how such a paper is called [T037].
    """
    texts = [each for each in values if isinstance(each, Words) and each.standing]
    sources = sorted({each.source for each in texts if each.standing == "courtesy" and not is_ours})
    name = "courtesy_of_signed" if sources and "courtesy_of_signed" in words and is_signed() else "courtesy_translation"
    return {
        "translation": _label(words, language, "draft_translation") if is_draft(texts) else "",
        "courtesy": " ".join(dict.fromkeys(_courtesy(name, each, words, language) for each in sources)),
    }


def is_draft(values: Iterable[Any]) -> bool:
    """Whether one of the texts is a draft translation, or one whose source has changed."""
    return any(isinstance(each, Words) and each.standing in DRAFT for each in values)


def _courtesy(name: str, source: str, words: Mapping[str, Any], language: str) -> str:
    pattern = _label(words, language, name)
    if "{language}" not in pattern:
        return pattern
    return pattern.replace("{language}", named(source, words.get("languages") or {}, language))


def named(tag: str, names: Mapping[str, Any], language: str) -> str:
    """What a language is called in sentences of another.

    Raises:
        Failed: the labels have no name for it [T037].
    """
    return _label(names, language, tag, "languages.")


def _label(words: Mapping[str, Any], language: str, key: str, above: str = "") -> str:
    found = words.get(key)
    if not isinstance(found, str):
        hint = "templates/words/en.yaml shows what it says"
        raise Failed(
            Problem("T037", f"there is no label `{above}{key}`", Place(f"templates/words/{language}.yaml"), hint)
        )
    return found
