"""Two copies of a text done in alternat: once the order of the parties is undone, nothing may differ.

Undone is exactly what the order makes: lists of the parties' names, of their short names and of the languages become
those of the other copy, word for word; cells of the signature block and rows of parties are sorted. Names that have
changed their places in any other way, such as who thanks whom, are a difference.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from lxml import etree

from reporting.audiences.contexts import CONTEXTS
from reporting.audiences.values import Words
from reporting.audiences.view import View
from reporting.document.document import Document
from reporting.languages.lists import write_list
from reporting.problems import Problem
from reporting.protocol.phrases import joined
from reporting.records.levels import Level

LEAVES: Final = frozenset(("p", "li", "td", "th", "dt", "dd", "caption", "figcaption", *(f"h{n}" for n in range(1, 7))))
SHAPELESS: Final = frozenset(("span", "bdi"))
"""Elements that only say where words come from or in which direction they run."""
NAMES: Final = tuple(dict.fromkeys(("in_sentence", "official", "short", *CONTEXTS.values())))
"""Names of a party that a paper may print."""
SHOWN: Final = 60
"""Letters of each side that a sentence quotes."""


class Block(NamedTuple):
    """The words of a block, and where the record has them or the nearest before them."""

    words: str
    trail: str | None


def alternat_problems(first: Document, of_first: View, second: Document, of_second: View) -> list[Problem]:
    """An error for each place in which the second copy says something else than the first but for the order."""
    undo = _undoing(phrases(of_second), phrases(of_first))
    names = party_names(of_first)
    before, after = blocks(first, {}, names), blocks(second, undo, names)
    return [_told(*each, is_public=of_second.audience is Level.PUBLIC) for each in _differing(before, after)]


def _told(was: str, now: str, trail: str | None, *, is_public: bool) -> Problem:
    hint = "write {parties} where both stand beside each other, so that each copy has its own order"
    sentence = "the copies differ in more than their order"
    quoted = f"{sentence}: “{was}” here and “{now}” there"
    if is_public:
        return Problem("P041", quoted, hint=hint, trail=trail)
    return Problem("P041", sentence, hint=hint, trail=trail, aside=(quoted, hint))


def phrases(view: View) -> list[str]:
    """What the order of the parties makes in a text: their names one after another, in every form they have."""
    round_, statement = view.data["round"], view.data.get("statement") or {}
    parties = [each["party"] for each in round_["members"] if each["party"]]
    found = []
    for name in NAMES:
        words = [each[name] for each in parties]
        if all(isinstance(each, Words) for each in words):
            found += [*_lists(words, view.language), joined([each.text for each in words])]
    languages = [each["name"] for each in statement.get("signed_in") or []]
    found += _lists(languages, view.language) if all(isinstance(each, Words) for each in languages) else []
    return [each for phrase in found for each in (phrase, phrase[:1].upper() + phrase[1:])]


def party_names(view: View) -> frozenset[str]:
    """Every name that a row of a party may begin with."""
    parties = [each["party"] for each in view.data["round"]["parties"] if each["party"]]
    names = (each[name] for each in parties for name in NAMES)
    return frozenset(each.text for each in names if isinstance(each, Words))


def _lists(words: Sequence[Any], language: str) -> list[str]:
    forms = sorted(set.intersection(*(set(each.forms) for each in words)) - {"gender"}) if words else []
    told = [[each.text for each in words], *([each.forms[form] for each in words] for form in forms)]
    return [write_list(each, language) for each in told if each]


def _undoing(here: Sequence[str], there: Sequence[str]) -> Mapping[str, str]:
    """Each phrase of one copy and what it is in the other; an exchange, so that a list in the wrong order is found."""
    pairs = {own: other for own, other in zip(here, there, strict=True) if own != other}
    return pairs | {other: own for own, other in pairs.items()}


def blocks(document: Document, undo: Mapping[str, str], names: frozenset[str]) -> list[Block]:
    """The words of a document block by block, with phrases replaced and rows of parties sorted."""
    pattern = re.compile("|".join(re.escape(each) for each in sorted(undo, key=len, reverse=True)) or r"(?!)")

    def undone(text: str) -> str:
        return pattern.sub(lambda found: undo[found[0]], text)

    found, trail = [Block(undone(document.properties.title), None)], None
    for each in _blocks(document.tree(), undone, names):
        trail = each.trail or trail
        found.append(each._replace(trail=trail))
    return found


def _blocks(element: etree._Element, undone: Any, names: frozenset[str]) -> Iterator[Block]:
    if not any(each.tag in LEAVES for each in element.iterdescendants(etree.Element)):
        if text := _words(element):
            yield Block(undone(f"<{element.tag} {element.get('class', '')}> {text}"), _trail(element))
        return
    groups = [list(_blocks(child, undone, names)) for child in element.iterchildren(etree.Element)]
    own = undone(" ".join((element.text or "").split()))
    yield from [Block(own, element.get("data-from"))] if own else []
    in_order = sorted(groups, key=_words_of) if _is_of_parties(element, names) else groups
    yield from (block for group in in_order for block in group)


def _words_of(group: list[Block]) -> list[str]:
    return [each.words for each in group]


def _trail(element: etree._Element) -> str | None:
    """Where the record has the words of a block, or of what it stands in."""
    own = (each.get("data-from") for each in element.iter(etree.Element))
    above = (each.get("data-from") for each in element.iterancestors())
    return next(filter(None, itertools.chain(own, above)), None)


def _is_of_parties(element: etree._Element, names: frozenset[str]) -> bool:
    """Whether the children of an element stand in the order of the parties."""
    above = element.getparent()
    table = above.getparent() if above is not None and above.tag == "tbody" else above
    if element.tag == "tr" and table is not None and "signatures" in table.get("class", "").split():
        return True
    heads = [_words(each[0] if len(each) else each) for each in element.iterchildren("tr", "li")]
    return len(heads) > 1 and all(any(head.startswith(name) for name in names) for head in heads)


def _words(element: etree._Element) -> str:
    """The words of a block with the marks that give them weight, without what only says where they come from."""
    parts = [element.text or ""]
    for child in element.iterchildren(etree.Element):
        inner = _words(child)
        parts.append(inner if child.tag in SHAPELESS else f"<{child.tag}{_of(child)}>{inner}</{child.tag}>")
        parts.append(child.tail or "")
    return re.sub(r"[ \n]+", " ", "".join(parts)).strip(" ") if element.tag in LEAVES else "".join(parts)


def _of(element: etree._Element) -> str:
    return f" {element.get('href')}" if element.get("href") else ""


def _differing(before: list[Block], after: list[Block]) -> Iterator[tuple[str, str, str | None]]:
    """What each copy says where they differ, and where the record has it."""
    matcher = difflib.SequenceMatcher(a=_words_of(before), b=_words_of(after), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            was, now = (" / ".join(_words_of(each)) for each in (before[a:b], after[c:d]))
            yield _short(was), _short(now), (after[c:d] or before[a:b])[0].trail


def _short(text: str) -> str:
    bare = re.sub(r"<[^>]*>\s?", "", text)
    return f"{bare[:SHOWN]}…" if len(bare) > SHOWN else bare
