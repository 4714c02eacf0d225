"""Tables in two languages: row beside row in one table, or one table below the other.

A table inside of another is a trap for those who listen, and its rows would slip against those of the other language.
So columns of the second language follow those of the first where they are few, alike and run in the same direction.
Hours and numbers that lead a row lead it for both: they stand once, or in the figures of both.
"""

from __future__ import annotations

from itertools import takewhile, zip_longest

from lxml.html import HtmlElement

from reporting.document.direction import direction_of
from reporting.drafting.bilingual.words import joined_line, spoken

WIDEST = 3
"""Columns of a table that has room for as many again."""


def tables_of(one: HtmlElement, two: HtmlElement, languages: tuple[str, str]) -> list[HtmlElement]:
    """The table in both languages, or both tables."""
    if not _are_alike(one, two, languages):
        return [one, *spoken([two], languages[1])]
    for here, there in zip(one.findall("caption"), two.findall("caption"), strict=True):
        one.replace(here, joined_line(here, there, languages))
    for columns in one.findall("colgroup"):
        one.remove(columns)
    shared = _leading_figures(one)
    for here, there in zip(one.iter("tr"), two.iter("tr"), strict=True):
        _join(here, there, shared, languages)
    return [one]


def _join(here: HtmlElement, there: HtmlElement, shared: int, languages: tuple[str, str]) -> None:
    """One row of both: figures that lead it, then the cells of either language."""
    first, second = list(here), list(there)
    for own, other in zip(first[:shared], second[:shared], strict=True):
        here.replace(own, joined_line(own, other, languages) if own.tag == "th" else _figures(own, other, languages))
    for cell in second[shared:]:
        cell.set("lang", languages[1])
        if direction_of(languages[0]) != direction_of(languages[1]):
            cell.set("dir", direction_of(languages[1]))
        here.append(cell)


def _figures(one: HtmlElement, two: HtmlElement, languages: tuple[str, str]) -> HtmlElement:
    """A cell of figures in both languages, one below the other; in one where they are alike."""
    if str(one.text_content()).split() == str(two.text_content()).split():
        return one
    cell = one.makeelement(one.tag, dict(one.attrib))
    for own, language in zip((one, two), languages, strict=True):
        line = one.makeelement("p")
        line.text = own.text
        line.extend(list(own))
        cell.extend(spoken([line], language))
    return cell


def _leading_figures(table: HtmlElement) -> int:
    """How many columns, from the first on, hold figures alone; one column at least stands in both languages."""
    columns = zip(*(list(row)[:-1] for row in table.iter("tr")), strict=False)
    return len(list(takewhile(lambda cells: all("number" in cell.get("class", "") for cell in cells), columns)))


def _are_alike(one: HtmlElement, two: HtmlElement, languages: tuple[str, str]) -> bool:
    """Whether the same rows stand in both, and there is room for them side by side."""
    rows = [list(table.iter("tr")) for table in (one, two)]
    pairs = list(zip_longest(*rows))
    return (
        _is_one_way(one, languages)
        and len(one.findall("caption")) == len(two.findall("caption"))
        and all(here is not None and there is not None for here, there in pairs)
        and all(_row_of(here, languages[0]) == _row_of(there, languages[1]) for here, there in pairs)
        and all(len(row) <= WIDEST and not any(_spans(cell) for cell in row) for row in rows[0])
    )


def _is_one_way(table: HtmlElement, languages: tuple[str, str]) -> bool:
    """Whether the eye goes through a row of both in one direction; a single column of each language has none."""
    if direction_of(languages[0]) == direction_of(languages[1]):
        return True
    return all(len(row) <= 1 + _leading_figures(table) for row in table.iter("tr"))


def _row_of(row: HtmlElement, language: str) -> tuple[list[str], str]:
    """The kinds of a row's cells, and the text of the record that it begins with."""
    paths = [each.get("data-from") or "" for cell in row for each in cell.iter()]
    first = next(filter(None, paths), "").removesuffix(f".{language}")
    return [str(each.tag) for each in (*row.iterancestors("thead"), *row)], first


def _spans(cell: HtmlElement) -> bool:
    return bool(cell.get("colspan") or cell.get("rowspan"))
