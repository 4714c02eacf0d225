"""Fonts and colours of the house in Word: the table of fonts with their stand-ins, and the theme of the menus."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from reporting.document.theme import Theme
from reporting.writers.word.parts.embedding import Face, references
from reporting.writers.word.parts.markup import DECLARED, HEAD, NAMESPACES, attribute

NAME = f"{{{NAMESPACES['w']}}}name"
FAMILIES = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern"}


def font_table(theme: Theme, faces: Sequence[Face] = (), more: bytes = b"") -> str:
    """The font table part; `more` are the entries of a letterhead."""
    written = "".join(
        f'<w:font w:name="{attribute(font.family)}"><w:altName w:val="{attribute(font.fallback)}"/>'
        f'<w:family w:val="{FAMILIES.get(font.generic, "auto")}"/><w:pitch w:val="variable"/>{references(faces, font.family)}</w:font>'
        for font in sorted(theme.fonts.values(), key=lambda font: font.family)
    )
    ours = {font.family for font in theme.fonts.values()}
    theirs = [each for each in etree.fromstring(b"<fonts>" + more + b"</fonts>") if each.get(NAME) not in ours]
    written += "".join(etree.tostring(each, encoding="unicode") for each in theirs)
    return f"{HEAD}<w:fonts {DECLARED}>{written}</w:fonts>"


SLOTS = {
    "dk1": "text", "lt1": "", "dk2": "ink", "lt2": "tint", "accent1": "ink", "accent2": "alert", "accent3": "quiet",
    "accent4": "rule", "accent5": "ink", "accent6": "alert", "hlink": "ink", "folHlink": "quiet",
}  # fmt: skip
"""Word's twelve colours, which its menus offer, and those of our theme."""


def theme_part(theme: Theme) -> str:
    """The theme part: the house's fonts and colours in Word's menus."""
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{theme.colours[name][1:] if name else "FFFFFF"}"/></a:{slot}>'
        for slot, name in SLOTS.items()
    )
    pairs = "".join(
        f'<a:{kind}Font><a:latin typeface="{attribute(theme.fonts[name].family)}"/><a:ea typeface=""/>'
        f'<a:cs typeface="{attribute(theme.fonts["arabic"].family)}"/></a:{kind}Font>'
        for kind, name in (("major", "heading"), ("minor", "text"))
    )
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House"><a:themeElements>'
        f'<a:clrScheme name="House">{colours}</a:clrScheme><a:fontScheme name="House">{pairs}</a:fontScheme>{FORMATS}'
        "</a:themeElements></a:theme>"
    )


FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
FORMATS = (
    f'<a:fmtScheme name="House"><a:fillStyleLst>{FILL * 3}</a:fillStyleLst><a:lnStyleLst>'
    + f'<a:ln w="6350">{FILL}</a:ln>' * 3
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
"""Fills, lines and effects of drawings. The schema wants three of each; papers use none."""
