"""Word's styles, made from the theme's roles: the look of a paper stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reporting.document.direction import is_right_to_left
from reporting.document.theme import Role, Theme
from reporting.writers.word.parts.markup import DECLARED, HEAD, attribute, language_tag, on, ppr, twips, val
from reporting.writers.word.styles.extras import NOTHING, Extra, extras_of
from reporting.writers.word.styles.table_styles import table_styles


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


MM = 72 / 25.4
FACT = 34 * MM
"""Where the values of facts begin, in points."""

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


def styles_xml(theme: Theme, language: str, room: int) -> str:
    """The whole styles part; `room` is the width of the text, where the contents' page numbers stand."""
    theme = untracked(theme) if is_right_to_left(language) else theme
    extras = extras_of(theme, room)
    written = [normal(theme), *(paragraph_style(style, theme, extras) for style in STYLES), section_end()]
    written += [character_style(key, name, form, theme) for key, (name, form) in CHARACTERS.items()]
    return f"{HEAD}<w:styles {DECLARED}>{defaults(theme, language)}{LATENT}{''.join(written)}{table_styles(theme)}</w:styles>"


def untracked(theme: Theme) -> Theme:
    """The theme without room between letters, which would tear joined ones apart."""
    return replace(theme, roles={name: replace(role, tracking=0) for name, role in theme.roles.items()})


# Styles that Word knows and this paper does not use stay out of the user's way.
LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)


def default_language(language: str) -> str:
    """The language of text of which nothing else is said."""
    tag = language_tag(language)
    lang = f'w:bidi="{tag}" w:val="en-GB"' if is_right_to_left(language) else f'w:val="{tag}" w:bidi="fa-IR"'
    return f'<w:lang w:eastAsia="en-GB" {lang}/>'


def defaults(theme: Theme, language: str) -> str:
    """What every paragraph and run has: the body's look, its language, no single lines on a page."""
    run = run_format(theme.roles["body"], theme)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}{default_language(language)}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{on('widowControl')}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def normal(theme: Theme) -> str:
    properties = ppr({"spacing": spacing(theme.roles["body"], 0)})
    return (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{on("qFormat")}'
        f"{properties}</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def paragraph_style(style: Style, theme: Theme, extras: Mapping[str, Extra]) -> str:
    extra = extras.get(style.id, NOTHING)
    role = extra.dressed(theme.roles[style.role])
    properties = {"spacing": spacing(role, theme.roles[style.follows].after)}
    if role.keep_next:
        properties["keepNext"] = on("keepNext")
    if role.align != "start":
        properties["jc"] = val("jc", {"center": "center", "end": "right", "justify": "both"}[role.align])
    properties |= style.more | extra.paragraph
    after = val("next", style.next) if style.next else ""
    return (
        f'<w:style w:type="paragraph"{own(style.name)} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"{val('basedOn', style.based)}{after}{val('uiPriority', 1)}{on('qFormat') if style.quick else ''}"
        f"{ppr(properties)}<w:rPr>{run_format(role, theme)}</w:rPr></w:style>"
    )


BUILT_IN = frozenset(
    [
        "heading",
        "caption",
        "header",
        "footer",
        "toc",
        "TOC",
        "List",
        "Quote",
        "Subtitle",
        "footnote",
        "endnote",
        "annotation",
        "Hyperlink",
    ]
)


def own(name: str) -> str:
    """The mark of a style that is not one of Word's."""
    return "" if name.split(" ", maxsplit=1)[0] in BUILT_IN else ' w:customStyle="1"'


def section_end() -> str:
    """A paragraph without height, for what Word keeps in paragraphs but nobody reads."""
    spaced = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="SectionEnd"><w:name w:val="Section End"/>'
        f'<w:basedOn w:val="Normal"/>{ppr({"spacing": spaced})}<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
    )


def character_style(key: str, name: str, form: str, theme: Theme) -> str:
    colours = {colour: value[1:] for colour, value in theme.colours.items()}
    code, term = theme.roles["code"], theme.roles["term"]
    filled = form.format(**colours, code=fonts(code, theme), term=run_format(term, theme))
    return (
        f'<w:style w:type="character"{own(name)} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="2"/><w:rPr>{filled}</w:rPr></w:style>'
    )


# ---------------------------------------------------------------- from a role


def spacing(role: Role, above: float) -> str:
    before = max(0.0, role.before - above)
    # Large type is set closer than its font asks for, so only an exact distance will do.
    rule = "exact" if role.line < role.size * 1.3 else "atLeast"
    return (
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(role.after)}" '
        f'w:line="{twips(role.line)}" w:lineRule="{rule}"/>'
    )


def fonts(role: Role, theme: Theme) -> str:
    family = attribute(theme.fonts[role.font].family)
    arabic = attribute(theme.fonts["arabic"].family) if "arabic" in theme.fonts else family
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{arabic}"/>'


def run_format(role: Role, theme: Theme) -> str:
    """The role as run properties. Word knows no weights between regular and bold: semibold is bold."""
    bold, italic = (str(int(value)) for value in (role.weight != "regular", role.italic))
    size = round(role.size * 2)
    return (
        f"{fonts(role, theme)}{val('b', bold)}{val('bCs', bold)}{val('i', italic)}{val('iCs', italic)}"
        f"{on('caps') if role.caps else ''}{val('color', theme.colours[role.colour][1:])}"
        f"{val('spacing', twips(role.tracking)) if role.tracking else ''}{val('sz', size)}{val('szCs', size)}"
    )
