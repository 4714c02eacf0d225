"""Which structure type of PDF 1.7 (ISO 32000-1, 14.8.4) each element of the vocabulary becomes."""

from __future__ import annotations

from collections.abc import Mapping

TYPES: Mapping[str, str] = {
    "article": "Art",
    "section": "Sect",
    "nav": "Sect",
    "aside": "Sect",
    "address": "Div",
    "figure": "Div",
    "blockquote": "BlockQuote",
    "p": "P",
    "pre": "P",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "dt": "LI",
    "dd": "LI",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "img": "Figure",
    "svg": "Figure",
    "figcaption": "Caption",
    "a": "Link",
    "q": "Quote",
    "code": "Code",
}
"""Elements that are not here (`header`, `strong`, `time` …) leave no trace, unless they say a language."""

LAYOUT_TABLE: Mapping[str, str | None] = {"table": "Div", "tbody": None, "tr": None, "td": "Div"}
"""A table that only arranges, such as a block of signatures or two languages, has no rows for a screen reader."""

GROUPING = frozenset({"Document", "Art", "Sect", "Div", "BlockQuote", "TOCI"})
"""Types that hold blocks only: words directly in them get a paragraph."""

INLINE = frozenset({"Span", "Link", "Reference", "Quote", "Code"})
PARAGRAPHS = frozenset({"P", "H1", "H2", "H3", "H4", "H5", "H6"})
MAY_BE_EMPTY = frozenset({"TD", "TH"})
"""An empty cell keeps its column; any other empty element is left out."""

PHRASES = frozenset({"em", "strong", "sub", "sup", "abbr", "cite", "time", "span", "ins", "del", "mark", "bdi"})
"""Elements inside a line: with a language of their own they become a Span, others a Div."""

SCOPES: Mapping[str, str] = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}

NUMBERING: Mapping[str, str] = {
    "1": "Decimal",
    "a": "LowerAlpha",
    "A": "UpperAlpha",
    "i": "LowerRoman",
    "I": "UpperRoman",
}
"""The `type` of an `ol` as ListNumbering (ISO 32000-1, table 347)."""
