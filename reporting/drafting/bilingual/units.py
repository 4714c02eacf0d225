"""What stands in one row of a bilingual paper: a paragraph, a heading, an item of a list, with the notes that it calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from lxml.html import HtmlElement

from reporting.document.numbering import item_numbers
from reporting.document.vocabulary import HEADINGS, PHRASES
from reporting.problems import Problem

TOLD_BY_PATH = frozenset({"p", "ol", "ul", "li", "blockquote", *HEADINGS})
"""Blocks that are one text of the record; what holds several, such as a table, may have them in another order."""
SIGNED = "signed"
"""The class of signatures without lines: a translation has them beside a text that somebody signs."""
CALLED = {
    "ol": "numbered paragraph",
    "ul": "item",
    "table": "table",
    "section": "section",
    **dict.fromkeys(HEADINGS, "heading"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One side of a row."""

    kind: str
    """Its element and class, such as `p.dateline`."""
    elements: list[HtmlElement]
    """The block, then notes that stand behind it."""
    path: str
    """The text of the record that it is, without the language; empty where it is none, or more than one."""
    language: str

    @property
    def element(self) -> HtmlElement:
        return self.elements[0]

    def notes(self) -> list[HtmlElement]:
        """The notes in it, in their order."""
        return [each for element in self.elements for each in element.iter("aside") if is_note(each)]

    def forget_notes(self) -> None:
        """Leave out those behind the block that now stand with the other language."""
        self.elements[1:] = [each for each in self.elements[1:] if len(each)]

    def path_of_note(self, note: HtmlElement) -> str:
        """The note's text in the record, without the language."""
        return (note.get("data-from") or "").removesuffix(f".{self.language}")

    def is_like(self, other: Unit) -> bool:
        """Whether the other can be the same in another language."""
        return self.kind == other.kind and (self.path == other.path or not self.path or not other.path)

    def unmatched(self, languages: tuple[str, str]) -> Problem:
        """That the other language has nothing in its place, or something else."""
        what = CALLED.get(str(self.element.tag), "paragraph")
        other = next(each for each in languages if each != self.language)
        sentence = f"the two columns do not match: a {what} in `{self.language}` has none beside it in `{other}`"
        hint = "give both texts the same paragraphs, lists and headings, in the same order"
        return Problem("P042", sentence, hint=hint, trail=_trail(self))


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides of a row."""

    first: Unit
    second: Unit


def units_of(parent: HtmlElement, language: str) -> list[Unit]:
    """What stands in an element, in order: lists by their items, notes with the block that calls them."""
    found: list[Unit] = []
    for child in list(parent):
        if is_note(child) and found:
            found[-1].elements.append(child)
        elif child.tag in ("ol", "ul"):
            found += [_unit(each, language) for each in _by_items(child)]
        else:
            found.append(_unit(child, language))
    return found


def pairs_of(one: Sequence[Unit], two: Sequence[Unit], languages: tuple[str, str]) -> Iterator[Pair | Unit | Problem]:
    """Each unit with that of the other language, or what has no match.

    A footer may stand alone: it tells of one language, such as that it is a courtesy translation.
    """
    if len(one) == len(two) and all(a.is_like(b) for a, b in zip(one, two, strict=True)):
        yield from (Pair(a, b) for a, b in zip(one, two, strict=True))
        return
    matcher = SequenceMatcher(a=[_key(each) for each in one], b=[_key(each) for each in two], autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        for here, there in zip_longest(one[a:b], two[c:d]):
            if here is not None and there is not None and here.is_like(there):
                yield Pair(here, there)
            else:
                alone = (each for each in (here, there) if each is not None)
                yield from (each if each.element.tag == "footer" else each.unmatched(languages) for each in alone)


def is_note(element: HtmlElement) -> bool:
    return bool(element.tag == "aside" and element.get("role") == "doc-footnote")


def _key(unit: Unit) -> tuple[str, str]:
    return unit.kind, unit.path


def _unit(element: HtmlElement, language: str) -> Unit:
    classes = "".join(f".{name}" for name in element.get("class", "").split() if name != SIGNED)
    return Unit(f"{element.tag}{classes}", [element], _path(element).removesuffix(f".{language}"), language)


def _by_items(list_: HtmlElement) -> Iterator[HtmlElement]:
    """A list for each item, which keeps its number."""
    numbers = item_numbers(list_) if list_.tag == "ol" else []
    for at, item in enumerate(list_.findall("li")):
        alone = list_.makeelement(list_.tag, {name: each for name, each in list_.attrib.items() if name != "start"})
        if at:
            alone.attrib.pop("id", None)
        if numbers:
            item.set("value", str(numbers[at]))
        alone.append(item)
        yield alone


def _path(element: HtmlElement) -> str:
    """The path of the one text that the element is."""
    if own := element.get("data-from"):
        return str(own)
    first = element[0] if len(element) else None
    if first is None or (element.text or "").strip() or element.tag not in TOLD_BY_PATH:
        return ""
    is_whole = first.tag not in PHRASES or (len(element) == 1 and not (first.tail or "").strip())
    return (first.get("data-from") or _path(first)) if is_whole else ""


def _trail(unit: Unit) -> str | None:
    """Where the record has the text, or the nearest one before it."""
    for element in (unit.element, *unit.element.itersiblings(preceding=True)):
        found = next((each.get("data-from") for each in element.iter() if each.get("data-from")), None)
        if found:
            return str(found)
    return None
