"""The closed vocabulary as tables: which element may hold what, and which attributes, classes and roles it takes.

`docs/vocabulary.md` says what the classes mean. What is not in these rows is a problem with a place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: how the tables below are written."""
    return frozenset(text.split())


HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
PICTURES: Final = frozenset({"img", "svg"})
PHRASES: Final = PICTURES | words("br a em strong code sub sup abbr cite q time span ins del mark bdi")
FRAMES: Final = frozenset({"section", "header", "footer", "nav", *HEADINGS})
"""What gives a document its outline. It does not belong into a list or a table."""
PLAIN_BLOCKS: Final = words("p ol ul dl table figure blockquote pre aside address hr")
BLOCKS: Final = FRAMES | PLAIN_BLOCKS
MIXED: Final = PHRASES | PLAIN_BLOCKS
SHAPES: Final = words("g path rect circle ellipse line polyline polygon")

VOID: Final = frozenset({"br", "hr", "img", "col"})
"""Elements without content and without an end tag."""
MAY_BE_EMPTY: Final = VOID | PICTURES | SHAPES | frozenset({"td", "th", "colgroup", "span"})

EVERYWHERE: Final = frozenset({"id", "class", "lang", "dir", "role", "data-from"})
FIRST_ATTRIBUTES: Final = ("id", "class", "role", "lang", "dir", "data-from")
"""The order in which attributes are written; the others follow by name."""

DEPTH: Final = 100
"""How deep elements may be nested. Writers recurse, and layout engines slow down with depth."""
SIZE: Final = 5_000_000
"""Bytes of a document. The longest pack we know has a tenth of it."""
ROWS: Final = 2_000
SPAN: Final = 100


@dataclass(frozen=True, slots=True)
class Element:
    """One row of the vocabulary."""

    children: frozenset[str] = frozenset()
    text: bool = False
    """Whether words may stand in it directly."""
    attributes: frozenset[str] = frozenset()
    """Besides those that may stand everywhere."""
    classes: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    """Attributes that must be there."""


def _row(
    children: frozenset[str] = frozenset(),
    *,
    text: bool = False,
    attributes: str = "",
    classes: str = "",
    roles: str = "",
    needs: str = "",
) -> Element:
    return Element(children, text, words(attributes) | words(needs), words(classes), words(roles), words(needs))


def _shape(attributes: str) -> Element:
    return _row(attributes=f"{attributes} fill stroke stroke-width stroke-linecap stroke-linejoin transform opacity")


_PHRASE: Final = _row(PHRASES, text=True)

ELEMENTS: Final[dict[str, Element]] = {
    "article": _row(BLOCKS, needs="lang"),
    "section": _row(BLOCKS, classes="tab back-matter cover landscape columns", roles="doc-endnotes"),
    "header": _row(BLOCKS - {"header", "footer"}, classes="masthead"),
    "footer": _row(BLOCKS - {"header", "footer"}),
    "nav": _row(frozenset({"h2", "h3", "ol"}), roles="doc-toc", needs="role"),
    "aside": _row(PLAIN_BLOCKS | set(HEADINGS), classes="boxed", roles="doc-footnote"),
    "address": _row(PHRASES | {"p"}, text=True, classes="contacts"),
    **dict.fromkeys(HEADINGS, _PHRASE),
    "p": _row(
        PHRASES,
        text=True,
        attributes="data-by",
        classes="marking running-head notice dateline subtitle lead boxed bracketed small copy-number",
    ),
    "pre": _row(PHRASES - PICTURES - {"br"}, text=True),
    "blockquote": _row(PLAIN_BLOCKS | {"footer"}, attributes="cite"),
    "ol": _row(frozenset({"li"}), attributes="type start", classes="clauses"),
    "ul": _row(frozenset({"li"})),
    "li": _row(MIXED, text=True, attributes="value", roles="doc-endnote"),
    "dl": _row(frozenset({"dt", "dd"}), classes="facts defensives"),
    "dt": _PHRASE,
    "dd": _row(MIXED, text=True),
    "table": _row(words("caption colgroup thead tbody"), classes="bilingual signatures signed programme"),
    "caption": _PHRASE,
    "colgroup": _row(frozenset({"col"})),
    "col": _row(attributes="span"),
    "thead": _row(frozenset({"tr"})),
    "tbody": _row(frozenset({"tr"})),
    "tr": _row(words("th td")),
    "th": _row(PHRASES | {"p"}, text=True, attributes="colspan rowspan scope abbr", classes="number"),
    "td": _row(MIXED, text=True, attributes="colspan rowspan", classes="number"),
    "figure": _row(PICTURES | words("figcaption p table pre blockquote")),
    "figcaption": _PHRASE,
    "hr": _row(classes="page-break"),
    "br": _row(),
    "a": _row(PHRASES - {"a"}, text=True, roles="doc-noteref", needs="href"),
    **dict.fromkeys(("em", "strong", "code", "sub", "sup", "cite", "mark", "bdi"), _PHRASE),
    "span": _row(PHRASES, text=True, attributes="data-by datetime", classes="bracketed comment"),
    "abbr": _row(PHRASES, text=True, attributes="title"),
    "q": _row(PHRASES, text=True, attributes="cite"),
    "time": _row(PHRASES, text=True, attributes="datetime"),
    "ins": _row(PHRASES, text=True, attributes="datetime data-by"),
    "del": _row(PHRASES, text=True, attributes="datetime data-by"),
    "img": _row(attributes="width height", needs="src alt"),
    "svg": _row(SHAPES | {"title"}, attributes="width height", roles="img", needs="viewBox"),
    "title": _row(text=True),
    "g": _row(SHAPES, attributes="fill stroke stroke-width stroke-linecap stroke-linejoin transform opacity"),
    "path": _shape("d"),
    "rect": _shape("x y width height rx ry"),
    "circle": _shape("cx cy r"),
    "ellipse": _shape("cx cy rx ry"),
    "line": _shape("x1 y1 x2 y2"),
    "polyline": _shape("points"),
    "polygon": _shape("points"),
}
TAG: Final = re.compile(
    r"(?:[a-z]{2,3}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)
"""A well-formed language tag: RFC 5646, 2.1, without the grandfathered ones."""

URL: Final = re.compile(r"https://[^\s/]++\S*+|mailto:[^\s@]++@[^\s@]++|tel:\+?[0-9().-]++|#\S++")
"""Where a link may lead. No `http:`, no `data:`, no `javascript:`, no path on somebody's disk."""

_DATE = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
_DRAWN = re.compile(r"(?!.*url\()[\w\s.,#()+%-]*", re.IGNORECASE | re.DOTALL)
_LENGTH = re.compile(r"[1-9][0-9]{0,3}(?:\.[0-9]+)?")
_SPAN_VALUE = re.compile(r"[1-9][0-9]?|100")
_COUNT = re.compile(r"[0-9]{1,5}")

VALUES: Final[dict[str, re.Pattern[str]]] = {
    "lang": TAG,
    "dir": re.compile("ltr|rtl|auto"),
    "id": re.compile(r"[^\s#%\"'<>]{1,200}"),
    "href": URL,
    "cite": re.compile(r"https://[^\s/]++\S*+"),
    "colspan": _SPAN_VALUE,
    "rowspan": re.compile(r"[1-9][0-9]{0,2}|1000"),
    "span": _SPAN_VALUE,
    "scope": re.compile("row|col|rowgroup|colgroup"),
    "type": re.compile("[1aAiI]"),
    "start": _COUNT,
    "value": _COUNT,
    "datetime": re.compile(rf"{_DATE}|[0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?|P[0-9YMWDTHS]+"),
    "title": re.compile(r".*\S.*", re.DOTALL),
    "data-from": re.compile(r"\S.*", re.DOTALL),
    "data-by": re.compile(r"\S.*", re.DOTALL),
    "width": _LENGTH,
    "height": _LENGTH,
    "viewBox": re.compile(r"\s*+-?[0-9.]++(?:[\s,]++-?[0-9.]++){3}\s*"),
}
"""What the value of an attribute looks like, where not every text will do."""

SVG_SPELLING: Final = {"viewbox": "viewBox"}
"""SVG attributes that HTML parsers fold to small letters, in the spelling that XML readers expect."""


def value_pattern(element: str, attribute: str) -> re.Pattern[str] | None:
    """The pattern that the value of this attribute of this element has to match, if there is one."""
    if element in SHAPES:
        return _DRAWN
    return VALUES.get(attribute)


def canonical_attribute(element: str, name: str) -> str:
    """The vocabulary's spelling of an attribute's name."""
    folded = name.lower()
    return SVG_SPELLING.get(folded, folded) if element == "svg" else folded
