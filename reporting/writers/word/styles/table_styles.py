"""The looks of tables: rules, tint of the head, room in the cells."""

from __future__ import annotations

from reporting.document.theme import Theme
from reporting.writers.word.parts.markup import twips
from reporting.writers.word.styles.looks import border

MM = 72 / 25.4


def table_styles(theme: Theme) -> str:
    rule, ink, tint = (theme.colours[name][1:] for name in ("rule", "ink", "tint"))
    lines = border("top", ink, eighths=8) + border("bottom", ink, eighths=8) + border("insideH", rule)
    shaded = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/><w:vAlign w:val="bottom"/></w:tcPr>'
    under = f"<w:tcPr><w:tcBorders>{border('bottom', ink, eighths=8)}</w:tcBorders></w:tcPr>"
    return (
        style("ReportTable", "Report Table", lines, head(shaded), (4, 6, 4, 6))
        + style("BilingualTable", "Bilingual Table", border("insideV", rule), head(under), (4, 5 * MM, 5, 5 * MM))
        + style("SignatureTable", "Signature Table", "", "", (14, 0, 0, 0))
        + style("ContactTable", "Contact Table", "", "", (0, 0, 0, 4 * MM))
    )


def head(look: str) -> str:
    return f'<w:tblStylePr w:type="firstRow"><w:tblPr/>{look}</w:tblStylePr>'


def style(key: str, name: str, lines: str, parts: str, room: tuple[float, float, float, float]) -> str:
    """One table style; the room in the cells goes top, left, bottom, right, in points."""
    sides = "".join(
        f'<w:{side} w:w="{twips(points)}" w:type="dxa"/>'
        for side, points in zip(("top", "left", "bottom", "right"), room, strict=True)
    )
    edges = f"<w:tblBorders>{lines}</w:tblBorders>" if lines else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="3"/>'
        f"<w:tblPr>{edges}<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>{parts}</w:style>"
    )
