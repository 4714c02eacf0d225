"""Which function writes which element: a row here is all that a new element needs besides its function."""

from __future__ import annotations

from lxml.html import HtmlElement

from reporting.writers.word.blocks import block
from reporting.writers.word.blocks.definitions import write_definitions
from reporting.writers.word.blocks.lists import write_list
from reporting.writers.word.blocks.tables import write_table
from reporting.writers.word.inlines import inline
from reporting.writers.word.inlines.comments import comment_on
from reporting.writers.word.writing.html import Place
from reporting.writers.word.writing.paper import Paper, Rules

BLOCKS = {
    **{f"h{level}": block.write_heading for level in range(1, 7)},
    **dict.fromkeys(("article", "footer"), block.write_container),
    "address": block.write_address,
    "header": block.write_header,
    "section": block.write_section,
    "p": block.write_paragraph,
    "ol": write_list,
    "ul": write_list,
    "dl": write_definitions,
    "table": write_table,
    "figure": block.write_figure,
    "blockquote": block.write_quote,
    "pre": block.write_code,
    "aside": block.write_aside,
    "nav": block.write_nav,
    "hr": block.write_rule,
    "ins": block.write_change,
    "del": block.write_change,
    "a": block.write_link,
}

INLINES = {
    "a": inline.write_link,
    "br": inline.write_break,
    "em": inline.formatted(italic=True),
    "strong": inline.formatted(bold=True),
    "code": inline.write_code,
    "sub": inline.formatted(raised="subscript"),
    "sup": inline.formatted(raised="superscript"),
    "abbr": inline.formatted(),
    "cite": inline.formatted(italic=True),
    "q": inline.write_quotation,
    "time": inline.formatted(),
    "span": inline.write_span,
    "ins": inline.write_change,
    "del": inline.write_change,
    "mark": inline.formatted(mark=True),
    "bdi": inline.write_isolated,
    "img": inline.write_picture,
    "svg": inline.write_picture,
}

STRICT = Rules(BLOCKS, INLINES, comment_on)


def skip_block(element: HtmlElement, place: Place, paper: Paper) -> None:
    """Elements whose text is not for readers."""


# Old elements of HTML that say what one of the vocabulary says; only the judges' documents hold them.
LENIENT = Rules(
    BLOCKS | dict.fromkeys(("div", "center"), block.write_container) | dict.fromkeys(("script", "style"), skip_block),
    INLINES
    | {
        "b": INLINES["strong"],
        "i": INLINES["em"],
        "u": inline.formatted(underline=True),
        "s": inline.formatted(strike=True),
        "strike": inline.formatted(strike=True),
        "kbd": INLINES["code"],
        "samp": INLINES["code"],
        "tt": INLINES["code"],
    },
    comment_on,
    lenient=True,
)
