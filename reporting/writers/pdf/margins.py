"""What stands in the margins of one paper, as a style sheet of a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from reporting.document.direction import is_right_to_left
from reporting.document.document import Properties
from reporting.document.numbering import has_eastern_figures
from reporting.writers.css import MARKING_MM
from reporting.writers.furniture import page_of
from reporting.writers.pdf.prepare import Prepared, has_class

Side = Literal["left", "right"]
JOINED = " · "
MIRROR = "@page{@top-center{letter-spacing:0}@bottom-center{letter-spacing:0}}"
"""Room between letters tears joined ones."""
LEAST, MOST = 64, 78
"""Per cent of the line for a running head that has a tab's heading beside it."""
MIRRORED_COVER = "@page cover{@bottom-left{content:none}}"
LATIN = "\u024f"
NARROWER, WIDER = 0.87, 1.0
"""Per cent of the line that a Latin letter takes in a running head, and one of another alphabet."""
LABEL_MM = 6.0
"""Height of a label with a ground of its own."""
BOOKMARKS = "[data-bookmark]{bookmark-label:attr(data-bookmark)}"
"""A marked paper's bookmarks may not say what its headings do."""


def margin_css(prepared: Prepared, properties: Properties) -> str:
    """Rules for markings, running heads and page numbers, to stand after the house's sheet.

    The first page and the cover have no running head but the notices: a draft's number, a word on invented matter.
    """
    begin, end = sides_of(properties.language)
    running = quoted(JOINED.join(prepared.running_heads))
    rules = [
        f"@top-{begin}{{content:{running}}}",
        f"@top-{end}{{content:string(tab,first-except)}}",
        f"@bottom-{end}{{content:{_number(properties.language, properties.beside)}}}",
    ]
    if prepared.markings:
        marking = quoted(JOINED.join(prepared.markings))
        rules += [f"{box}{{content:{marking};{_ground(box, properties)}}}" for box in ("@top-center", "@bottom-center")]
    mirror = MIRROR if begin == "right" else ""
    share = _share(prepared)
    widths = f"@page{{@top-{begin}{{width:{share}%}}@top-{end}{{width:{100 - share}%}}}}"
    return f"{mirror}@page{{{''.join(rules)}}}{mirror and MIRRORED_COVER}{widths}{BOOKMARKS}" + "".join(
        _first(prepared.notices, begin)
    )


def _share(prepared: Prepared) -> int:
    """How much of the line the running head takes, in per cent: all of it where no tab's heading comes to stand there."""
    if not any(has_class(section, "tab") for section in prepared.root.iter("section")):
        return 100
    head = JOINED.join(prepared.running_heads)
    return min(max(LEAST, round(sum(WIDER if letter > LATIN else NARROWER for letter in head))), MOST)


def sides_of(language: str) -> tuple[Side, Side]:
    """The side on which lines of the language begin, and that on which they end."""
    return ("right", "left") if is_right_to_left(language) else ("left", "right")


def _number(language: str, beside: str) -> str:
    """The number of the page among all, with the signs of the language."""
    before, between = page_of(language, beside)
    style = ",persian" if has_eastern_figures(language) else ""
    return f"{quoted(before)} counter(page{style}) {quoted(between)} counter(pages{style})"


def _ground(box: str, properties: Properties) -> str:
    """The label's ground, where the scheme has one: a box of its own height instead of one as high as the margin."""
    ground = properties.colours[1]
    if not ground:
        return ""
    near, far = ("top", "bottom") if "top" in box else ("bottom", "top")
    return (
        f"background:{ground};height:{LABEL_MM:g}mm;padding:0;vertical-align:middle;"
        f"margin-{near}:{MARKING_MM - LABEL_MM / 4:g}mm;margin-{far}:auto"
    )


def _first(notices: tuple[str, ...], begin: Side) -> Iterator[str]:
    """Rules for the pages that have notices and no other running head."""
    text = quoted(JOINED.join(notices)) if notices else "none"
    for page in (":first", "cover"):
        yield f"@page {page}{{@top-{begin}{{content:{text}}}}}"


def quoted(text: str) -> str:
    """A text as a CSS string; control characters cannot end it."""
    escaped = "".join(f"\\{ord(c):x} " if c in '"\\\n\r\f' else c for c in text)
    return f'"{escaped}"'
