"""A role of the theme as properties of Word: space and lines, fonts, letters."""

from __future__ import annotations

from reporting.document.theme import Role, Theme
from reporting.writers.word.parts.markup import attribute, on, twips, val


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
