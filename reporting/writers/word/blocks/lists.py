"""Lists: items with Word's own numbers. Clauses count on through the whole paper."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from reporting.writers.word.parts.markup import twips
from reporting.writers.word.styles.numbering import LEVELS, Counter, bullets, clauses, counted, facing, left_of
from reporting.writers.word.styles.numbering import kind_of as ordered
from reporting.writers.word.writing.html import Item, Place, classes
from reporting.writers.word.writing.paper import Paper


def write_list(element: HtmlElement, place: Place, paper: Paper) -> None:
    """Writes `ul` or `ol`. Levels beyond Word's nine stay on the ninth."""
    if place.item and not place.item.numbered:  # Word has no line with two numbers
        paper.paragraph([], place)
    kinds = (*place.lists, kind_of(element, place))
    level = min(len(kinds), LEVELS) - 1
    counter = counter_for(element, kinds, level, place, paper)
    left = twips(left_of(level, clauses=kinds[0] == "clauses"))
    style = style_of(kinds)
    children = list(element.iterchildren("li", "ul", "ol"))
    for at, child in enumerate(children):
        if child.tag != "li":  # a list straight in a list, as old editors write it
            paper.block(child, replace(place, lists=kinds))
            continue
        item = Item(counter.item(whole(child.get("value"), counter.next)), level, left)
        keeps = place.keep_next or (stays(at, len(children)) and kinds[-1] != "clauses" and not place.cell)
        inside = replace(place, lists=kinds, item=item, style=style, keep_next=keeps)
        write_item(child, inside.inside(child), paper)
    if not place.lists and not place.cell and kinds != ("clauses",):
        paper.end_list()


def stays(at: int, items: int) -> bool:
    """Whether an item stays with the next: no item stands alone on its side of a page's edge."""
    return at < items - 1 and at in (0, items - 2)


def write_item(element: HtmlElement, place: Place, paper: Paper) -> None:
    """Writes one item; an empty one still shows its number."""
    paper.marks.expect(element)
    paper.walk(element, place)
    if place.item and not place.item.numbered:
        paper.paragraph([], place)


def kind_of(element: HtmlElement, place: Place) -> str:
    if element.tag == "ul":
        return "bullet"
    if "clauses" in classes(element) and not place.lists:
        return "clauses"
    return ordered(element)


def style_of(kinds: tuple[str, ...]) -> str:
    if kinds[-1] == "bullet":
        return "ListBullet"
    return "Clause" if kinds == ("clauses",) else "ListNumber"


def counter_for(element: HtmlElement, kinds: tuple[str, ...], level: int, place: Place, paper: Paper) -> Counter:
    """The counter of a list; clauses go on with Word's list before them, and lists in clauses share it."""
    start = whole(element.get("start"), 1)
    in_clauses = kinds[0] == "clauses"
    if kinds[-1] == "bullet":
        return Counter(paper.numbering, bullets(in_clauses=in_clauses), level, 1)
    if not in_clauses or "bullet" in kinds:
        shape = facing(counted(kinds[-1], in_clauses=in_clauses), rtl=place.fmt.rtl)
        return Counter(paper.numbering, shape, level, start)
    if level == 0:
        return clause_counter(element, start, place, paper)
    return sub_clause_counter(element, kinds, start, place, paper)


def clause_counter(element: HtmlElement, start: int, place: Place, paper: Paper) -> Counter:
    """The counter of the paper's clauses; each column of a bilingual paper has its own."""
    column = place.fmt.lang if place.cell else ""
    first = next(element.iterchildren("li"), None)
    start = start if first is None else whole(first.get("value"), start)
    before = paper.clauses.get(column)
    if before is None or before.next != start:
        shape = facing(clauses(paper.clause_kinds), rtl=place.fmt.rtl)
        before = paper.clauses[column] = Counter(paper.numbering, shape, 0, start, column=column)
    return before


def sub_clause_counter(element: HtmlElement, kinds: tuple[str, ...], start: int, place: Place, paper: Paper) -> Counter:
    """A list in a clause: the next level of the clause's own list if it is the first of its kind there."""
    level, wanted = min(len(kinds), LEVELS) - 1, ("1", *kinds[1:])
    shape = facing(clauses(paper.clause_kinds), rtl=place.fmt.rtl)
    siblings = element.getparent()
    first = siblings is not None and next(siblings.iterchildren("ol")) is element
    shared = first and start == 1 and clauses(wanted)[level].text == shape[level].text
    if shared and place.item and clauses(wanted)[level].format == shape[level].format:
        return Counter(paper.numbering, shape, level, 1, num=place.item.num)
    return Counter(paper.numbering, facing(clauses(wanted), rtl=place.fmt.rtl), level, start)


def whole(value: str | None, otherwise: int) -> int:
    """The attribute as a whole number."""
    try:
        return otherwise if value is None else int(value)
    except ValueError:
        return otherwise
