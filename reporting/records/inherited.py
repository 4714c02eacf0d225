"""What an entry of the workspace takes over from the one of the same id that comes with the program.

An entry in data/registers/ takes the other's place, but its marks stay where the words do: a name that nobody has looked
at is not better for having been copied. So do the spellings that the house does not use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from reporting.records.model.base import Node
from reporting.records.model.registers import Country, Named, Organisation
from reporting.records.model.texts import Text

N = TypeVar("N", bound=Named)
ARTICLE: Final = len("the ")
"""Letters of the longest article."""


def inherited(own: Node, shipped: Node) -> Node:
    """An entry with the marks and variants of the one that it stands in for."""
    if isinstance(own, Country) and isinstance(shipped, Country):
        return own.model_copy(
            update={
                "names": [_marked(each, shipped.names) for each in own.names],
                "capitals": [_marked(each, shipped.capitals) for each in own.capitals],
                "variants": _joined(own.variants, shipped.variants),
            }
        )
    if isinstance(own, Organisation) and isinstance(shipped, Organisation):
        marked = _marked(own, [shipped])
        return marked.model_copy(update={"variants": _joined(own.variants, shipped.variants)})
    return own


def _marked(own: N, others: Sequence[Named]) -> N:
    """With the marks of languages in which one text is the same, and the source of one in which all are.

    An entry that has a source or marks of its own keeps these.
    """
    if own.source or own.unreviewed:
        return own
    texts = _texts(own)
    languages = dict.fromkeys(tag for text in texts.values() for tag in text.by_language)
    said = {tag: [[_is_said(text, other, tag) for text in texts.values()] for other in others] for tag in languages}
    unreviewed = [
        tag
        for tag in languages
        if any(any(each) and tag in other.unreviewed for each, other in zip(said[tag], others, strict=True))
    ]
    sources = [
        other.source
        for tag in languages
        for each, other in zip(said[tag], others, strict=True)
        if all(each) and tag not in other.unreviewed and other.source
    ]
    return own.model_copy(update={"unreviewed": unreviewed, "source": next(iter(sources), None)})


def _texts(node: Named) -> dict[str, Text]:
    values = ((name, value) for name, value in node.__dict__.items() if name != "source")
    return {name: value for name, value in values if isinstance(value, Text)}


def _is_said(text: Text, other: Named, language: str) -> bool:
    """Whether another entry has the same words in a language, with an article before them or without."""
    words = text.by_language.get(language)
    known = [each.by_language[language] for each in _texts(other).values() if language in each.by_language]
    return words is not None and any(words.endswith(each) and len(words) - len(each) <= ARTICLE for each in known)


def _joined(own: Sequence[str], others: Sequence[str]) -> list[str]:
    return list(dict.fromkeys([*own, *others]))
