"""What a style has beyond its role: borders, tabs, indents, as the print style sheet says it in CSS."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reporting.document.theme import Role, Theme
from reporting.writers.word.parts.markup import on, twips, val
from reporting.writers.word.styles.looks import Properties, border, borders, indent, shade, tinted

MM = 72 / 25.4
FACT = 34 * MM
"""Where the values of facts begin, in points."""


@dataclass(frozen=True, slots=True)
class Extra:
    """Properties of a style that its role does not know."""

    paragraph: Properties = field(default_factory=dict)
    role: dict[str, object] = field(default_factory=dict)
    """Values of the role that this style has otherwise."""

    def dressed(self, role: Role) -> Role:
        return replace(role, **self.role) if self.role else role  # type: ignore[arg-type]


NOTHING = Extra()


def extras_of(theme: Theme, room: int) -> dict[str, Extra]:
    """The extras by style; `room` is the width of the text."""
    tint, ink, rule, alert, line = (theme.colours[name][1:] for name in ("tint", "ink", "rule", "alert", "text"))
    return {
        **head(ink, rule),
        **facts(rule),
        **contents(room),
        "Quote": Extra({"pBdr": borders(border("left", rule, eighths=16, room=9)), "ind": indent(10 * MM, right=6 * MM)}),
        "QuoteSource": Extra(
            {"pBdr": borders(border("left", rule, eighths=16, room=9))},
            {"font": "heading", "size": 9, "line": 13, "italic": False, "colour": "quiet"},
        ),
        "LineToTake": Extra({"pBdr": borders(border("left", rule, eighths=16, room=11)), "ind": indent(4.5 * MM)}),
        "Question": Extra({"spacing": spaced(5, 3, 15)}, {"colour": "ink", "size": 10.5}),
        "Definition": Extra({"ind": indent(6 * MM)}),
        "Boxed": Extra({"pBdr": tinted(tint), "shd": shade(tint), "ind": indent(11, right=11)}),
        "Notice": Extra(
            {"pBdr": around(alert), "ind": indent(9, right=9), "spacing": spaced(5, 19, 14)},
            {"font": "heading", "weight": "semibold", "colour": "alert"},
        ),
        "SourceCode": Extra({"pBdr": tinted(tint, room=6, sideways=9), "shd": shade(tint), "ind": indent(9, right=9)}),
        "Caption": Extra({}, {"keep_next": False}),  # one below a figure belongs to what is above it
        "Figure": Extra({"spacing": '<w:spacing w:before="80" w:after="80" w:line="240" w:lineRule="auto"/>'}),
        "FootnoteText": Extra({"ind": indent(4.5 * MM, 4.5 * MM)}),
        "EndnoteText": Extra({"ind": indent(4.5 * MM, 4.5 * MM)}),
        "Small": Extra({"spacing": spaced(3, 4, 12)}),
        "RowHead": Extra({}, {"colour": "text"}),
        "BilingualText": Extra({"spacing": spaced(0, 0, 14)}),
        "Signatory": Extra({"spacing": spaced(0, 0, 15)}),
        "SignatureLine": Extra({"spacing": spaced(17 * MM, 2 * MM, 6), "keepNext": on("keepNext"),
                                "pBdr": borders(border("bottom", line, eighths=6))}),
        "TOCHeading": Extra(
            {"pBdr": borders(border("bottom", ink, eighths=8, room=5)), "spacing": spaced(0, 12, 21)}, {"size": 17}
        ),
        "Header": Extra({"tabs": f'<w:tabs><w:tab w:val="right" w:pos="{room}"/></w:tabs>'}),
        "Footer": Extra({"jc": val("jc", "right")}),
    }  # fmt: skip


def head(ink: str, rule: str) -> dict[str, Extra]:
    """Mastheads and covers."""
    under = borders(border("bottom", ink, eighths=8, room=6))
    quiet = {"weight": "regular", "colour": "quiet", "tracking": 0}
    return {
        "Masthead": Extra({"pBdr": under, "keepNext": on("keepNext")}),
        "MastheadLine": Extra({"pBdr": under, "keepNext": on("keepNext")}, quiet),
        "CoverTitle": Extra({"pBdr": borders(border("bottom", ink, eighths=16, room=16)),
                             "spacing": spaced(136, 32, 35, rule="exact")}),
        "CoverMark": Extra({"pBdr": under}, {"weight": "semibold", "colour": "ink"}),
        "CoverFoot": Extra({"pBdr": borders(border("top", rule, room=8))},
                           {"size": 11, "line": 16}),
    }  # fmt: skip


def facts(rule: str) -> dict[str, Extra]:
    """Lines of facts, with a rule above, between and below."""
    lines = borders(*(border(side, rule, room=4) for side in ("top", "bottom", "between")))
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{twips(FACT)}"/></w:tabs>'
    spacing = {"spacing": spaced(0, 0, 15)}
    return {
        "Fact": Extra({"pBdr": lines, "tabs": tab, "ind": indent(FACT, FACT)} | spacing),
        "FactMore": Extra({"ind": indent(FACT)} | spacing),
    }


def contents(room: int) -> dict[str, Extra]:
    """Entries with dots up to the page's number, which stands at the edge of the text."""
    leader = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{room}"/></w:tabs>'
    first = Extra({"tabs": leader, "spacing": spaced(6, 3, 16)}, {"weight": "semibold"})
    second = Extra({"tabs": leader, "ind": indent(7 * MM), "spacing": spaced(0, 1, 16)})
    third = Extra({"tabs": leader, "ind": indent(14 * MM), "spacing": spaced(0, 1, 16)})
    return {"TOC1": first, "TOC2": second, "TOC3": third}


def around(colour: str) -> str:
    return borders(*(border(side, colour, eighths=6, room=room)
                     for side, room in (("top", 5), ("left", 9), ("bottom", 5), ("right", 9))))  # fmt: skip


def spaced(before: float, after: float, line: float, *, rule: str = "atLeast") -> str:
    """Space before and after and the distance of lines, in points."""
    return (
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}" w:line="{twips(line)}" w:lineRule="{rule}"/>'
    )
