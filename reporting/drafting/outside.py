"""What a marked paper says of itself outside of its text: nothing that not everybody may read.

Names of files, titles, bookmarks and properties are seen by those who never open the paper: in lists of files, in a
mail's attachment, in a browser's history, on a printer. The rules of the Council of the European Union, for one, want
the subject of a classified document to be unclassified itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from lxml import html as lxml_html
from lxml.html import HtmlElement

from reporting.audiences.common import leaves_of
from reporting.audiences.view import View
from reporting.document.canonical import to_html
from reporting.document.document import Properties
from reporting.document.vocabulary import HEADINGS
from reporting.problems import Place, Problem

WORD = re.compile(r"[^\W_]+")
TOKEN = re.compile(r"[a-z]+(?:-[a-z]+)*\Z")
"""A word of the model's own, such as `to-be-agreed`, or an id: said by no paper."""
SHORTEST = 3
"""Letters; a shorter text says too little to be found again."""


@dataclass(frozen=True)
class Reserved:
    """What a paper holds and not everybody may read."""

    texts: frozenset[str]
    ids: frozenset[str]
    common: frozenset[str]
    """What everybody may read."""

    def holds(self, text: str) -> bool:
        """Whether a text repeats anything of it, with a word at least that is in nothing that everybody may read.

        What begins or ends in the midst of a name that everybody may read is something else: *the Straits* are not
        told by *the Straits Union*.
        """
        whole = _folded(text)
        repeated = [span for each in self._phrases for span in _spans(each, whole)]
        names = [span for each in self._common for span in _spans(each, whole)] if repeated else []
        return any(_is_told(whole, span, names) for span in repeated)

    def is_common(self, text: str) -> bool:
        """Whether everybody may read the text, however it is set."""
        return _inner(text) in self._all_common

    @cached_property
    def _phrases(self) -> tuple[str, ...]:
        return tuple(sorted(each for each in map(_inner, self.texts) if len(each) >= SHORTEST))

    @cached_property
    def _common(self) -> tuple[str, ...]:
        return tuple(sorted(self._all_common - {""}))

    @cached_property
    def _all_common(self) -> frozenset[str]:
        return frozenset(map(_inner, self.common))


def reserved_of(views: Iterable[View], common: Collection[str]) -> Reserved:
    """What stands in the views and is not common to all."""
    known = frozenset(common)
    texts, ids = set[str](), set[str]()
    for view in views:
        for key, text in leaves_of(view.data):
            if text in known:
                continue
            if key == "id":
                ids.add(text)
            elif not TOKEN.match(text):
                texts.add(text)
    return Reserved(frozenset(texts), frozenset(ids), known)


def with_neutral_ids(html: str, reserved: Reserved) -> str:
    """The article, its ids and the links to them without ids that not everybody may read; these end up in addresses."""
    article = lxml_html.fragment_fromstring(html)
    names: dict[str, str] = {}
    for element in article.iter():
        own = element.get("id")
        if own and (reserved.holds(own) or any(f"-{each}-" in f"-{own}-" for each in reserved.ids)):
            names[own] = f"part-{len(names) + 1}"
    if not names:
        return html
    for element in article.iter():
        _rename(element, names)
    return to_html(article)


def _rename(element: HtmlElement, names: Mapping[str, str]) -> None:
    if (own := element.get("id")) in names:
        element.set("id", names[own])
    target = element.get("href", "")
    if target.startswith("#") and target[1:] in names:
        element.set("href", f"#{names[target[1:]]}")


def bookmarks_of(html: str, reserved: Reserved, title: str) -> dict[int, str]:
    """What bookmarks say in place of headings that not everybody may read, by the number of the heading from 0.

    Such a bookmark is called after the one above it, with its number there: `Biographies 2`.
    """
    found: dict[int, str] = {}
    above: list[tuple[int, str]] = []
    counts: dict[str, int] = {}
    for number, heading in enumerate(_headings(html)):
        level, text = HEADINGS.index(str(heading.tag)), " ".join(str(heading.text_content()).split())
        above = [each for each in above if each[0] < level]
        if reserved.holds(text):
            over = above[-1][1] if above else title
            counts[over] = counts.get(over, 0) + 1
            text = found[number] = f"{over} {counts[over]}"
        above.append((level, text))
    return found


def _headings(html: str) -> list[HtmlElement]:
    return list(lxml_html.fragment_fromstring(html).iter(*HEADINGS))


def guarded(properties: Properties, html: str, reserved: Reserved) -> Properties:
    """The properties, of which only those stay that everybody may read, and bookmarks that say no more."""
    day = properties.created
    return replace(
        properties,
        created=day if reserved.is_common(day.isoformat()) else date(day.year, 1, 1),
        author=properties.author if reserved.is_common(properties.author) else "",
        keywords=tuple(filter(reserved.is_common, properties.keywords)),
        rights="",  # a word on who may reuse it has no place on a paper that few may read
        event={name: fact for name, fact in properties.event.items() if reserved.is_common(fact)},
        bookmarks=bookmarks_of(html, reserved, properties.title),
    )


def problem_of_marking(html: str, marking: str, template: str) -> list[Problem]:
    """Says that a template prints another marking than the paper carries; one that prints none gets it from writers."""
    if 'class="marking"' not in html:
        return []
    printed = lxml_html.fragment_fromstring(html).findall("./p[@class='marking']")
    if all(_inner(str(each.text_content())) == _inner(marking) for each in printed):
        return []
    sentence = "the template prints another marking than the one that this paper carries"
    hint = (
        "leave the marking to house/base.html.j2, or print `paper.marking`; house.yaml and the records say which it is"
    )
    return [Problem("T041", sentence, Place(template), hint)]


def problem_of_title(title: str, reserved: Reserved, template: str) -> list[Problem]:
    """Says that a title holds what not everybody may read. It is not quoted."""
    if not reserved.holds(title):
        return []
    sentence = "the title of this paper holds something that not everybody may read"
    hint = "take {% block title %} from what everybody may read, such as `paper.title` and `dialogue.name`"
    return [Problem("T040", sentence, Place(template), hint)]


def _spans(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a folded text, from and to."""
    start = text.find(f" {words} ")
    while start >= 0:
        yield start + 1, start + 1 + len(words)
        start = text.find(f" {words} ", start + 1)


def _is_told(text: str, span: tuple[int, int], names: Iterable[tuple[int, int]]) -> bool:
    """Whether a span cuts through no name, and has words that are in none."""
    start, end = span
    left = list(text[start:end])
    for first, last in names:
        if first < start < last < end or start < first < end < last:
            return False
        left[max(first - start, 0) : max(last - start, 0)] = " " * (min(last, end) - max(first, start))
    return bool("".join(left).strip())


def _folded(text: str) -> str:
    return f" {_inner(text)} "


def _inner(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))
