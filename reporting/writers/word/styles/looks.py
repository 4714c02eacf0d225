"""Borders, boxes and other looks of paragraphs that stand in no role of the theme. They mirror the print style sheet."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.document.theme import Theme
from reporting.writers.word.parts.markup import twips

Properties = dict[str, str]
"""Properties of a paragraph by name."""


def border(side: str, colour: str, *, eighths: int = 4, room: int = 0) -> str:
    """One side of a border: its width in eighths of a point, the room to the text in points."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{room}" w:color="{colour}"/>'


def borders(*sides: str) -> str:
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>"


def shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def indent(left: float, hanging: float = 0, right: float = 0) -> str:
    """Indents in points."""
    parts = [("left", left), ("right", right), ("hanging", hanging)]
    written = " ".join(f'w:{name}="{twips(value)}"' for name, value in parts if value or name == "left")
    return f"<w:ind {written}/>"


@dataclass(frozen=True, slots=True)
class Looks:
    """Direct properties of paragraphs."""

    box: Properties
    """A tinted box round any paragraph; neighbours share it."""
    boxed: Properties
    """The same, and its distance from the edges of the text."""
    edges_on_the_right: dict[str, str]
    """Border of each style with a line at the beginning of its text, for text that runs from right to left."""
    rule: Properties
    """A line across the page."""
    tab_heading: Properties
    """The heading of a tab: a line below it, no space above."""
    back_heading: Properties
    """That of what follows the last tab on its page: the same, with space above."""
    masthead_end: str
    """Space after the last line of the masthead."""

    @classmethod
    def of(cls, theme: Theme) -> Looks:
        tint, ink, rule = (theme.colours[name][1:] for name in ("tint", "ink", "rule"))
        box = {"pBdr": tinted(tint), "shd": shade(tint)}
        under = borders(border("bottom", ink, eighths=8, room=5))
        line = f'w:line="{twips(21)}" w:lineRule="atLeast"'
        return cls(
            box=box,
            boxed=box | {"ind": indent(11, right=11)},
            edges_on_the_right={
                style: borders(border("right", rule, eighths=16, room=room))
                for style, room in (("Quote", 9), ("QuoteSource", 9), ("LineToTake", 11))
            },
            rule={"pBdr": borders(border("bottom", rule, room=1))},
            tab_heading={"pBdr": under, "spacing": f'<w:spacing w:before="0" w:after="240" {line}/>'},
            back_heading={"pBdr": under, "spacing": f'<w:spacing w:before="600" w:after="240" {line}/>'},
            masthead_end=f'<w:spacing w:after="{twips(18)}"/>',
        )


def tinted(colour: str, *, room: int = 9, sideways: int = 11) -> str:
    """A border of the tint's own colour, so that the tint reaches beyond the text."""
    return borders(
        border("top", colour, room=room),
        border("left", colour, room=sideways),
        border("bottom", colour, room=max(room - 4, 0)),
        border("right", colour, room=sideways),
    )


def at_the_foot(room: int) -> str:
    """A frame at the foot of the page, as wide as the text: neighbours of one style share it."""
    return f'<w:framePr w:w="{room}" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
