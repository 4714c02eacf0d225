"""Which styles there are: a row here is a new look, and `extras.py` says what it has beyond its role."""

from __future__ import annotations

from dataclasses import dataclass, field

from reporting.writers.word.parts.markup import val


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style."""

    id: str
    name: str
    """Word's own name where it has one: then it is shown in the user's language."""
    role: str
    based: str = "Normal"
    next: str = ""
    follows: str = "body"
    """Role of the paragraph that mostly stands above. Word adds the space after it to the space before this one,
    where CSS takes the greater of both."""
    more: dict[str, str] = field(default_factory=dict)
    """Further paragraph properties by name."""
    quick: bool = True
    """Whether Word shows it in its gallery."""


def outline(level: int) -> dict[str, str]:
    return {"outlineLvl": val("outlineLvl", level - 1)}


STYLES = (
    Style("Heading1", "heading 1", "title", next="Normal", follows="masthead", more=outline(1)),
    Style("Heading2", "heading 2", "heading-2", next="Normal", follows="list", more=outline(2)),
    Style("Heading3", "heading 3", "heading-3", next="Normal", follows="list", more=outline(3)),
    Style("Heading4", "heading 4", "heading-4", next="Normal", follows="list", more=outline(4)),
    Style("Heading5", "heading 5", "heading-5", next="Normal", follows="list", more=outline(5)),
    Style("Heading6", "heading 6", "heading-6", next="Normal", follows="list", more=outline(6)),
    Style("CoverTitle", "Cover Title", "cover-title", based="Heading1", follows="masthead", more=outline(1)),
    Style("CoverLine", "Cover Line", "cover-line", follows="masthead"),
    Style("CoverFoot", "Cover Foot", "cover-line", based="CoverLine", follows="masthead"),
    Style("CoverMark", "Cover Mark", "cover-line", based="CoverLine", follows="masthead"),
    Style("Masthead", "Masthead", "masthead", next="MastheadLine", follows="masthead"),
    Style("MastheadLine", "Masthead Line", "masthead", based="Masthead", follows="masthead"),
    Style("Dateline", "Dateline", "dateline", next="Normal", follows="masthead"),
    Style("Subtitle", "Subtitle", "subtitle", next="Normal"),
    Style("Lead", "Lead", "lead", next="Normal"),
    Style("ListBullet", "List Bullet", "list"),
    Style("ListNumber", "List Number", "list"),
    Style("Clause", "Clause", "clause"),
    Style("DefinitionTerm", "Definition Term", "term", next="Definition"),
    Style("Definition", "Definition", "definition"),
    Style("Question", "Question", "term", based="DefinitionTerm", next="LineToTake", follows="masthead"),
    Style("LineToTake", "Line to Take", "definition", based="Definition"),
    Style("Fact", "Fact", "definition"),
    Style("FactMore", "Fact Continued", "definition"),
    Style("Quote", "Quote", "quote", next="QuoteSource"),
    Style("QuoteSource", "Quote Source", "quote", based="Quote", next="Normal", follows="quote"),
    Style("Boxed", "Boxed", "boxed"),
    Style("Notice", "Notice", "boxed", next="Normal"),
    Style("SourceCode", "Source Code", "code"),
    Style("Figure", "Figure", "body", quick=False),
    Style("Caption", "caption", "caption"),
    Style("CellText", "Cell Text", "cell"),
    Style("CellHead", "Cell Head", "cell-head"),
    Style("RowHead", "Row Head", "cell-head", based="CellHead"),
    Style("BilingualText", "Bilingual Text", "body"),
    Style("Signatory", "Signatory", "body", next="SignatureLine"),
    Style("SignatureLine", "Signature Line", "body", quick=False),
    Style("Contacts", "Contacts", "address"),
    Style("Small", "Small Print", "small"),
    Style("FootnoteText", "footnote text", "note"),
    Style("EndnoteText", "endnote text", "note"),
    Style("CommentText", "annotation text", "note", quick=False),
    Style("TOCHeading", "TOC Heading", "heading-2", next="Normal"),
    Style("TOC1", "toc 1", "contents", quick=False),
    Style("TOC2", "toc 2", "contents", quick=False),
    Style("TOC3", "toc 3", "contents", quick=False),
    Style("Header", "header", "running-head", quick=False),
    Style("Footer", "footer", "page-number", quick=False),
    Style("Marking", "Marking", "marking", quick=False),
)

CHARACTERS = {
    "Hyperlink": ("Hyperlink", '<w:color w:val="{ink}"/>'),
    "VerbatimChar": ("Verbatim Char", "{code}"),
    "FootnoteReference": ("footnote reference", '<w:vertAlign w:val="superscript"/>'),
    "EndnoteReference": ("endnote reference", '<w:vertAlign w:val="superscript"/>'),
    "CommentReference": ("annotation reference", '<w:sz w:val="16"/><w:szCs w:val="16"/>'),
    "Bracket": ("Bracket", '<w:b/><w:bCs/><w:color w:val="{alert}"/>'),
    "TabHeading": ("Tab Heading", '<w:sz w:val="34"/><w:szCs w:val="34"/>'),
    "TocNumber": ("Page Reference", '<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="{quiet}"/>'),
    "FactTerm": ("Fact Term", "{term}"),
}
"""Character styles: identifier to name and format."""

SEVERAL = {"body": ("Normal",), "list": ("ListBullet", "ListNumber"), "contents": ("TOC1",)}
"""Roles that stand for another style than the first one made from them."""


def role_styles(role: str) -> tuple[str, ...]:
    """The styles that are meant by a role in a style map; none where there is no such role.

    >>> role_styles("list"), role_styles("heading-2")
    (('ListBullet', 'ListNumber'), ('Heading2',))
    """
    return SEVERAL.get(role) or tuple(style.id for style in STYLES if style.role == role)[:1]
