"""Word's styles, made from the theme's roles: the look of a paper stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reporting.document.direction import is_right_to_left
from reporting.document.theme import Theme
from reporting.writers.word.parts.markup import DECLARED, HEAD, language_tag, on, ppr, val
from reporting.writers.word.styles.extras import NOTHING, Extra, extras_of
from reporting.writers.word.styles.named import CHARACTERS, STYLES, Style
from reporting.writers.word.styles.roles import fonts, run_format, spacing
from reporting.writers.word.styles.table_styles import table_styles


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
