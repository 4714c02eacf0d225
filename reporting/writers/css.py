"""The theme as CSS: variables, one rule a role, and the sheet of paper. Print and screen share the first two.

The style sheets under `templates/` say where things stand; what they look like is said once, in `theme.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from reporting.document.theme import WEIGHTS, Font, Role, Theme

Unit = Literal["pt", "rem"]

SELECTORS: Mapping[str, str] = {
    "body": "body",
    "lead": "p.lead",
    "masthead": ".masthead",
    "dateline": "p.dateline",
    "title": "h1",
    "subtitle": ".subtitle",
    "heading-2": "h2",
    "heading-3": "h3",
    "heading-4": "h4",
    "heading-5": "h5",
    "heading-6": "h6",
    "list": "li",
    "clause": "ol.clauses > li",
    "term": "dt",
    "definition": "dd",
    "quote": "blockquote",
    "boxed": ".boxed",
    "code": "pre, code",
    "caption": "caption, figcaption",
    "cell": "td",
    "cell-head": "th",
    "note": ".footnote, aside[role=doc-footnote]",
    "contents": "nav[role=doc-toc] li",
    "address": "address",
    "small": "p.small",
    "running-head": "p.running-head",
    "page-number": ".page-number",
    "marking": "p.marking",
    "cover-title": ".cover h1",
    "cover-line": ".cover p",
}
"""Which elements wear a role. A new role of the theme needs a row here and a style in Word."""

INLINE = frozenset({"code"})
"""Roles that words inside a paragraph wear too: no room above and below."""

HEAD_BOXES = ("@top-left", "@top-right")
FOOT_BOXES = ("@bottom-left", "@bottom-right")
MARKING_BOXES = ("@top-center", "@bottom-center")
MARKING_MM = 8.0
"""From the paper's edge to the marking: above the running head, below the page number."""


def role_css(theme: Theme, *, unit: Unit = "pt") -> str:
    """The variables of the theme and a rule for each role.

    With `unit="rem"` sizes follow the reader's own: the body's size becomes 1 rem.
    """
    rules = [_variables(theme), _paragraphs(theme, unit)]
    rules += [f"{SELECTORS[name]}{{{_look(theme, name, unit)}}}" for name in theme.roles if name in SELECTORS]
    return "\n".join(rules) + "\n"


def page_css(theme: Theme) -> str:
    """The sheet, its margins, and the type of what stands in them; for print only."""
    width, height = theme.page.paper_mm
    margins = " ".join(f"{theme.page.margins_mm[side]:g}mm" for side in ("top", "right", "bottom", "left"))
    boxes = [
        *(_margin_box(theme, box, "running-head", "top", theme.page.head_mm) for box in HEAD_BOXES),
        *(_margin_box(theme, box, "page-number", "bottom", theme.page.foot_mm) for box in FOOT_BOXES),
        *(_margin_box(theme, box, "marking", box[1:].split("-")[0], MARKING_MM) for box in MARKING_BOXES),
    ]
    landscape = f"@page landscape{{size:{height:g}mm {width:g}mm}}"
    return f"@page{{size:{width:g}mm {height:g}mm;margin:{margins};{''.join(boxes)}}}\n{landscape}\n"


def font_stack(font: Font, theme: Theme) -> str:
    """The family, the family for Arabic script, and what a reader's own machine may have."""
    arabic = theme.fonts.get("arabic", font)
    names = dict.fromkeys((font.family, arabic.family, font.fallback))
    return ",".join([*(f'"{name}"' for name in names), font.generic])


def _variables(theme: Theme) -> str:
    colours = [f"--{name}:{value}" for name, value in theme.colours.items()]
    fonts = [f"--font-{name}:{font_stack(font, theme)}" for name, font in theme.fonts.items()]
    return f":root{{{';'.join(colours + fonts)}}}"


def _paragraphs(theme: Theme, unit: Unit) -> str:
    """Room between paragraphs; their type is inherited, so that a paragraph in a cell looks like the cell."""
    return f"p{{margin:{_room(theme, theme.roles['body'], unit)}}}"


def _look(theme: Theme, name: str, unit: Unit) -> str:
    role = theme.roles[name]
    look = _type(theme, role, unit)
    if name not in INLINE and name != "body":
        look["margin"] = _room(theme, role, unit)
    if role.align != "start":
        look["text-align"] = role.align
    if role.keep_next:
        look["break-after"] = "avoid"
    return ";".join(f"{key}:{value}" for key, value in look.items())


def _type(theme: Theme, role: Role, unit: Unit) -> dict[str, str]:
    look = {
        "font-family": font_stack(theme.fonts[role.font], theme),
        "font-size": _length(theme, role.size, unit),
        "line-height": f"{role.line:g}pt" if unit == "pt" else f"{role.line / role.size:.4g}",
        "font-weight": str(WEIGHTS[role.weight]),
        "font-style": "italic" if role.italic else "normal",
        "color": theme.colours[role.colour],
    }
    if role.tracking:
        look["letter-spacing"] = _length(theme, role.tracking, unit)
    if role.caps:
        look["text-transform"] = "uppercase"
    return look


def _room(theme: Theme, role: Role, unit: Unit) -> str:
    return f"{_length(theme, role.before, unit)} 0 {_length(theme, role.after, unit)}"


def _length(theme: Theme, points: float, unit: Unit) -> str:
    if not points:
        return "0"
    return f"{points:g}pt" if unit == "pt" else f"{points / theme.roles['body'].size:.4g}rem"


def _margin_box(theme: Theme, box: str, role: str, edge: str, from_edge_mm: float) -> str:
    look = _type(theme, theme.roles[role], "pt")
    look |= {"vertical-align": edge, f"padding-{edge}": f"{from_edge_mm:g}mm"}
    return f"{box}{{{';'.join(f'{key}:{value}' for key, value in look.items())}}}"
