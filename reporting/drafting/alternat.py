"""Two copies of a text done in alternat: once the order of the parties is undone, nothing may differ.

Undone is exactly what the order makes: lists of the parties' names, of their short names and of the languages become
those of the other copy, word for word; cells of the signature block and rows of parties are sorted. Names that have
changed their places in any other way, such as who thanks whom, are a difference.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from lxml import etree

from reporting.audiences.contexts import CONTEXTS
from reporting.audiences.values import Words
from reporting.audiences.view import View
from reporting.document.document import Document
from reporting.languages.lists import write_list
from reporting.problems import Problem
from reporting.protocol.phrases import joined

LEAVES: Final = frozenset(("p", "li", "td", "th", "dt", "dd", "caption", "figcaption", *(f"h{n}" for n in range(1, 7))))
SHAPELESS: Final = frozenset(("span", "bdi"))
"""Elements that only say where words come from or in which direction they run."""
NAMES: Final = tuple(dict.fromkeys(("in_sentence", "official", "short", *CONTEXTS.values())))
"""Names of a party that a paper may print."""
SHOWN: Final = 60
"""Letters of each side that a sentence quotes."""


def alternat_problems(first: Document, of_first: View, second: Document, of_second: View) -> list[Problem]:
    """An error for each place in which the second copy says something else than the first but for the order."""
    undo = _undoing(phrases(of_second), phrases(of_first))
    names = party_names(of_first)
    before, after = blocks(first, {}, names), blocks(second, undo, names)
    hint = "write {parties} where both stand beside each other, so that each copy has its own order"
    return [
        Problem("P041", f"the copies differ in more than their order: “{was}” here and “{now}” there", hint=hint)
        for was, now in _differing(before, after)
    ]


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


def blocks(document: Document, undo: Mapping[str, str], names: frozenset[str]) -> list[str]:
    """The words of a document block by block, with phrases replaced and rows of parties sorted."""
    pattern = re.compile("|".join(re.escape(each) for each in sorted(undo, key=len, reverse=True)) or r"(?!)")

    def undone(text: str) -> str:
        return pattern.sub(lambda found: undo[found[0]], text)

    title = undone(document.properties.title)
    return [title, *_told(document.tree(), undone, names)]


def _told(element: etree._Element, undone: Any, names: frozenset[str]) -> Iterator[str]:
    if not any(each.tag in LEAVES for each in element.iterdescendants(etree.Element)):
        if text := _words(element):
            yield undone(f"<{element.tag} {element.get('class', '')}> {text}")
        return
    groups = [list(_told(child, undone, names)) for child in element.iterchildren(etree.Element)]
    own = undone(" ".join((element.text or "").split()))
    yield from [own] if own else []
    yield from (line for group in (sorted(groups) if _is_of_parties(element, names) else groups) for line in group)


def _is_of_parties(element: etree._Element, names: frozenset[str]) -> bool:
    """Whether the children of an element stand in the order of the parties."""
    above = element.getparent()
    table = above.getparent() if above is not None and above.tag == "tbody" else above
    if element.tag == "tr" and table is not None and table.get("class") == "signatures":
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


def _differing(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield _short(" / ".join(before[a:b])), _short(" / ".join(after[c:d]))


def _short(text: str) -> str:
    bare = re.sub(r"<[^>]*>\s?", "", text)
    return f"{bare[:SHOWN]}…" if len(bare) > SHOWN else bare
