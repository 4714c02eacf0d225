"""One paper of two: each paragraph beside the same paragraph in the other language.

Both are drafted as papers of their own, so that either column says just what the paper of its language says. Here their
blocks are paired: a text of the record by its path, everything else by its place and kind. Where they do not match, the
paper is not made: two columns that slip against each other are worse than none.

A note has one number and stands once, in both languages, since negotiators name notes by their numbers. A block of
signatures stands once as well, with both languages above each line: nobody signs twice. It has its lines as soon as one
of the two texts is signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from reporting.document.bilingual import BILINGUAL, stands_beside
from reporting.document.canonical import to_html
from reporting.document.direction import direction_of
from reporting.document.document import Document, Properties
from reporting.document.vocabulary import HEADINGS, PHRASES
from reporting.drafting.bilingual.tables import tables_of
from reporting.drafting.bilingual.units import SIGNED, Pair, Unit, pairs_of, units_of
from reporting.drafting.bilingual.words import furniture_of, joined_drafts, joined_lines, one_after_another, spoken
from reporting.problems import Problem

CONTAINERS = frozenset({"section", "header", "footer"})


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two languages in one article, and what does not match."""

    html: str
    properties: Properties
    problems: tuple[Problem, ...] = ()


def side_by_side(first: Document, second: Document) -> SideBySide:
    """Two papers that say the same, as one of two columns; the first language stands in the first."""
    join = _Join(first, second)
    article = join.article()
    bookmarks = join.bookmarks(article)
    return SideBySide(to_html(article), joined_properties(first, second, bookmarks), tuple(join.problems))


def joined_properties(first: Document, second: Document, bookmarks: Mapping[int, str]) -> Properties:
    """The properties of both; what can be said once only is that of the first."""
    one, two = first.properties, second.properties
    return replace(
        one,
        title=one_after_another(one.title, two.title),
        subject=one_after_another(one.subject, two.subject),
        draft=joined_drafts(one.draft, two.draft),
        rights=one_after_another(one.rights, two.rights),
        keywords=tuple(dict.fromkeys([*one.keywords, *two.keywords])),
        titles={**one.titles, one.language: one.title, two.language: two.title},
        bookmarks=bookmarks,
        beside=two.language,
    )


@dataclass
class _Join:
    """One joining."""

    first: Document
    second: Document
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.one, self.two = self.first.tree(), self.second.tree()
        self.languages = self.first.properties.language, self.second.properties.language
        _rename(self.two, f"-{self.languages[1].lower()}")
        self.labels = {**_labels(self.one, self.first), **_labels(self.two, self.second)}

    def article(self) -> HtmlElement:
        """The article of both."""
        heads = furniture_of(self.one, self.two, self.languages)
        article = _like(self.one)
        article.extend(heads)
        self._fill(article, self.one, self.two)
        return article

    def bookmarks(self, article: HtmlElement) -> dict[int, str]:
        """What bookmarks say, by the number of the heading: each heading in both languages, once.

        A heading that not everybody may read is called in the first language only, by whatever stands in its place.
        """
        found = {}
        for number, heading in enumerate(article.iter(*HEADINGS)):
            other = _opposite(heading)
            if not stands_beside(heading) and other is not None:
                (label, is_kept), (beside, is_told) = self.labels[heading], self.labels[other]
                found[number] = one_after_another(label, beside if is_kept and is_told else "")
        return found

    def _fill(self, holder: HtmlElement, one: HtmlElement, two: HtmlElement) -> None:
        rows: HtmlElement | None = None
        for pair in self._pairs(one, two):
            alone = spoken([pair.element], pair.language) if isinstance(pair, Unit) else self._alone(pair)
            if alone or isinstance(pair, Unit):
                holder.extend(alone)
                rows = None
            else:
                rows = _rows(holder) if rows is None else rows
                rows.append(self._row(pair))

    def _pairs(self, one: HtmlElement, two: HtmlElement) -> Iterator[Pair | Unit]:
        languages = self.languages
        # All at once: a problem is placed by the texts before it, which rows take away.
        for each in list(pairs_of(units_of(one, languages[0]), units_of(two, languages[1]), languages)):
            if isinstance(each, Problem):
                self.problems.append(each)
            else:
                yield each

    def _alone(self, pair: Pair) -> list[HtmlElement]:
        """What does not stand in a row: lines across the page, sections, tables, blocks of signatures."""
        one, two = pair.first.element, pair.second.element
        if one.tag == "hr":
            return [one]
        if one.tag == "header" and "masthead" in one.get("class", ""):
            return [joined_lines(one, two, self.languages)]
        if one.tag in CONTAINERS:
            section = _like(one)
            self._fill(section, one, two)
            return [section]
        if pair.first.kind == "table.signatures":
            return [self._signed(pair)]
        return tables_of(one, two, self.languages) if one.tag == "table" else []

    def _signed(self, pair: Pair) -> HtmlElement:
        cells = [list(each.element.iter("td")) for each in (pair.first, pair.second)]
        for one, two in zip(*cells, strict=False):
            one.extend(spoken(_paragraphs(two), self.languages[1]))
        if len(cells[0]) != len(cells[1]):
            self.problems.append(pair.first.unmatched(self.languages))
        one, two = (each.element for each in (pair.first, pair.second))
        if SIGNED in one.get("class", "").split() and SIGNED not in two.get("class", "").split():
            one.set("class", two.get("class"))
        return one

    def _row(self, pair: Pair) -> HtmlElement:
        _merge_notes(pair, self.languages)
        row = self.one.makeelement("tr")
        for unit, language in zip((pair.first, pair.second), self.languages, strict=True):
            cell = self.one.makeelement("td", {"lang": language})
            if direction_of(language) != direction_of(self.languages[0]):
                cell.set("dir", direction_of(language))
            cell.extend(unit.elements)
            row.append(cell)
        return row


def _rows(holder: HtmlElement) -> HtmlElement:
    """A new table of two languages in the holder; what comes back takes its rows."""
    table = holder.makeelement("table", {"class": BILINGUAL})
    body = holder.makeelement("tbody")
    table.append(body)
    holder.append(table)
    return body


def _like(element: HtmlElement) -> HtmlElement:
    """The element without what stands in it."""
    return element.makeelement(element.tag, dict(element.attrib))


def _labels(article: HtmlElement, document: Document) -> dict[HtmlElement, tuple[str, bool]]:
    """What the bookmark of each heading says in the paper of its own language, and whether these are its own words."""
    given = document.properties.bookmarks
    return {
        heading: (given.get(number) or " ".join(str(heading.text_content()).split()), number not in given)
        for number, heading in enumerate(article.iter(*HEADINGS))
    }


def _opposite(heading: HtmlElement) -> HtmlElement | None:
    """The heading of the other language, in the cell beside it."""
    cell = heading.getparent()
    beside = cell.getnext() if cell is not None else None
    return None if beside is None else next(beside.iterchildren(heading.tag), None)


def _rename(article: HtmlElement, ending: str) -> None:
    """Ids of their own for the second language, and its links to them."""
    for element in article.iter():
        if own := element.get("id"):
            element.set("id", f"{own}{ending}")
        if (target := element.get("href", "")).startswith("#"):
            element.set("href", f"{target}{ending}")


def _merge_notes(pair: Pair, languages: tuple[str, str]) -> None:
    """Each note of a row once, in both languages, and called from both."""
    for one, two in _paired_notes(pair.first, pair.second):
        one.extend(spoken(list(two), languages[1]))
        for element in pair.second.elements:
            for call in element.iter("a"):
                if call.get("href") == f"#{two.get('id')}":
                    call.set("href", f"#{one.get('id')}")
        two.drop_tree()
    pair.second.forget_notes()


def _paired_notes(one: Unit, two: Unit) -> list[tuple[HtmlElement, HtmlElement]]:
    """By what the record calls them, so that their calls may stand in another order; failing that, by their order."""
    named = {path: note for note in two.notes() if (path := two.path_of_note(note))}
    others = [note for note in two.notes() if not two.path_of_note(note)]
    found = []
    for note in one.notes():
        match = named.pop(one.path_of_note(note), None)
        if match is None and others and not one.path_of_note(note):
            match = others.pop(0)
        if match is not None:
            found.append((note, match))
    return found


def _paragraphs(cell: HtmlElement) -> list[HtmlElement]:
    """What stands in a cell, as blocks."""
    if len(cell) and all(each.tag not in PHRASES for each in cell):
        return list(cell)
    if not len(cell) and not (cell.text or "").strip():
        return []
    paragraph = cell.makeelement("p")
    paragraph.text = cell.text
    paragraph.extend(list(cell))
    return [paragraph]
