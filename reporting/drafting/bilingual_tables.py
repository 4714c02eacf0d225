"""Tables in two languages: row beside row in one table, or one table below the other.

A table inside of another is a trap for those who listen, and its rows would slip against those of the other language.
So columns of the second language follow those of the first where they are few, alike and run in the same direction.
"""

from __future__ import annotations

from itertools import zip_longest

from lxml.html import HtmlElement

from reporting.document.direction import direction_of
from reporting.drafting.bilingual_words import joined_line, spoken

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
    for here, there in zip(one.iter("tr"), two.iter("tr"), strict=True):
        for cell in list(there):
            cell.set("lang", languages[1])
            here.append(cell)
    return [one]


def _are_alike(one: HtmlElement, two: HtmlElement, languages: tuple[str, str]) -> bool:
    """Whether the same rows stand in both, and there is room for them side by side."""
    rows = [list(table.iter("tr")) for table in (one, two)]
    pairs = list(zip_longest(*rows))
    return (
        direction_of(languages[0]) == direction_of(languages[1])
        and len(one.findall("caption")) == len(two.findall("caption"))
        and all(here is not None and there is not None for here, there in pairs)
        and all(_row_of(here, languages[0]) == _row_of(there, languages[1]) for here, there in pairs)
        and all(len(row) <= WIDEST and not any(_spans(cell) for cell in row) for row in rows[0])
    )


def _row_of(row: HtmlElement, language: str) -> tuple[list[str], str]:
    """The kinds of a row's cells, and the text of the record that it begins with."""
    paths = [each.get("data-from") or "" for cell in row[:1] for each in cell.iter()]
    first = next(filter(None, paths), "").removesuffix(f".{language}")
    return [str(each.tag) for each in (*row.iterancestors("thead"), *row)], first


def _spans(cell: HtmlElement) -> bool:
    return bool(cell.get("colspan") or cell.get("rowspan"))
