"""How wide a table's columns are: as their words and sentences need, within the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from lxml.html import HtmlElement

WORD = re.compile("[^ \t\r\n\f]+")
"""What is not broken: a no-break space holds a date together."""
SPACES = re.compile("[ \t\r\n\f]+")
LETTER = 105
"""Average width of a letter in a table, in twentieths of a point, with some room to spare."""
CYRILLIC = 125
"""That of a Cyrillic letter: few of them are as narrow as i and l."""
NARROW = 60
"""That of a space and of stops: those of a date that is held together are not as wide as its letters."""
BOLD = 1.15
"""By how much bold letters are wider; those of the heads of rows and columns are."""
MARGINS = 200
"""Space left and right in a cell."""


class HasColumn(Protocol):
    """What is asked of a cell here."""

    @property
    def element(self) -> HtmlElement: ...
    @property
    def column(self) -> int: ...
    @property
    def span(self) -> int: ...


def widths(
    table: HtmlElement, rows: Sequence[Sequence[HasColumn]], columns: int, room: int, *, even: bool = False
) -> list[int]:
    """The width of each column; together they fill the room."""
    asked = asked_widths(table, columns)
    if asked:
        return shared(asked, room)
    if even:
        return shared([1.0] * columns, room)
    least, most = [LETTER * 2 + MARGINS] * columns, [1] * columns
    single = [cell for cells in rows for cell in cells if cell.span == 1]
    for cell in single:
        for line in lines_in(cell.element):
            sizes = [breadth(word, bold=cell.element.tag == "th") for word in WORD.findall(line)]
            least[cell.column] = max(least[cell.column], min(max(sizes, default=0) + MARGINS, room // 2))
            most[cell.column] = max(most[cell.column], sum(sizes) + LETTER * len(sizes) + MARGINS)
    for column in figures_in(single):
        most[column] = least[column] = min(max(least[column], longest_line(single, column) + MARGINS), room // 2)
    return between(least, most, room)


def lines_in(cell: HtmlElement) -> list[str]:
    """The words of a cell by its lines and paragraphs.

    >>> from lxml.html import fragment_fromstring
    >>> lines_in(fragment_fromstring("<td><p><b>Kyrgyz</b>stan<br>To: EU</p><p>All</p></td>"))
    ['Kyrgyzstan', 'To: EU', 'All']
    """
    return [line.strip(" ") for line in "".join(_said(cell)).split("\n") if line.strip(" ")]


def _said(element: HtmlElement) -> Iterator[str]:
    yield SPACES.sub(" ", element.text or "")
    for child in element.iterchildren():
        edge = "\n" if child.tag in LINES else ""
        yield edge
        yield from _said(child)
        yield edge + SPACES.sub(" ", child.tail or "")


LINES = frozenset({"br", "p", "li", "ul", "ol"})


def figures_in(cells: Sequence[HasColumn]) -> set[int]:
    """Columns that hold figures alone, such as the hours of a programme: they take what they need and no more."""
    others = {cell.column for cell in cells if "number" not in (cell.element.get("class") or "").split()}
    return {cell.column for cell in cells} - others


def longest_line(cells: Sequence[HasColumn], column: int) -> int:
    lines = (
        (cell.element.tag == "th", line) for cell in cells if cell.column == column for line in lines_in(cell.element)
    )
    return max((breadth(line, bold=bold) for bold, line in lines), default=0)


def breadth(word: str, *, bold: bool = False) -> int:
    """How wide a word may become, also in another font than the house's where that is missing.

    >>> breadth("Kazakhstan"), breadth("Казахстан", bold=True)
    (1050, 1294)
    """
    size = sum(
        CYRILLIC if "\u0400" <= letter <= "\u04ff" else NARROW if letter in "\u00a0\u202f.,:;" else LETTER
        for letter in word
    )
    return round(size * BOLD) if bold else size


def asked_widths(table: HtmlElement, columns: int) -> list[float]:
    """The shares that `col width="30%"` asks for, or nothing where not every column has one."""
    found = [
        float(col.get("width", "").removesuffix("%"))
        for col in table.iter("col")
        if col.get("width", "").removesuffix("%").replace(".", "", 1).isdigit()
    ]
    return found if len(found) == columns and sum(found) > 0 else []


def between(least: list[int], most: list[int], room: int) -> list[int]:
    """Widths from the least that the longest words need, the rest by what the sentences ask for."""
    if sum(least) >= room:
        return shared([float(width) for width in least], room)
    # Long cells wrap well: beyond a few lines, more text asks for less and less width.
    wishes = [max(0.0, min(wish, room) - low) ** 0.75 for low, wish in zip(least, most, strict=True)]
    spare, total = room - sum(least), sum(wishes)
    if not total:
        return shared([float(width) for width in least], room)
    return shared([low + spare * wish / total for low, wish in zip(least, wishes, strict=True)], room)


def shared(parts: list[float], room: int) -> list[int]:
    """Whole numbers in the proportion of the parts that add up to the room."""
    total, out, done, before = sum(parts), [], 0.0, 0
    for part in parts:
        done += part
        edge = round(room * done / total)
        out.append(edge - before)
        before = edge
    return out
