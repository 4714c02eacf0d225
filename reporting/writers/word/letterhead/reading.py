"""A ministry's own letterhead: styles, page, head and foot are taken from a Word file, and nothing else of it.

Its text, comments, authors, properties, data parts and settings stay where they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from reporting.problems import Failed, Problem, Severity
from reporting.writers.word.letterhead.borrowed import Borrowed, W, borrowed, clean, drop
from reporting.writers.word.letterhead.foreign import BODY, SAVE_AGAIN, Parts, parts_of, relations, tree_of
from reporting.writers.word.parts.markup import NAMESPACES, mm
from reporting.writers.word.styles.geometry import SIDES, Geometry

R = f"{{{NAMESPACES['r']}}}"
LEAST, MOST = mm(100), mm(600)
"""Sides of a sheet that a paper can stand on."""
NONE = Borrowed()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What papers take from a letterhead."""

    styles: bytes
    """Its style part, cleaned."""
    fonts: bytes
    """The entries of its font table; empty where it has none."""
    theme: bytes
    """Its theme part: styles may refer to its fonts and colours. Empty where it has none."""
    page: Geometry
    head: Borrowed
    """Head of every page but the first, or of all."""
    foot: Borrowed
    first_head: Borrowed
    first_foot: Borrowed
    problems: tuple[Problem, ...] = ()
    """What of it could not be taken over."""

    def pictures(self) -> dict[str, bytes]:
        """Its pictures by the names under which a paper keeps them."""
        sides = (self.head, self.foot, self.first_head, self.first_foot)
        return {key: data for side in sides for key, (_, data) in side.pictures.items()}


@lru_cache(maxsize=8)
def read_letterhead(data: bytes) -> Letterhead:
    """The letterhead in the bytes of a Word file.

    Raises:
        Failed: it is no Word file [W061], it is not safe to read [W062], or it has no page and no styles [W063].
    """
    parts = parts_of(data)
    body = relations(parts, BODY)
    section = next(tree_of(parts, BODY).iter(f"{W}sectPr"), None)
    styles = _part(parts, body, "styles")
    if section is None or styles is None:
        raise Failed(Problem("W063", "the letterhead has no page settings or no styles", hint=SAVE_AGAIN))
    has_first = _is_on(section.find(f"{W}titlePg"))
    head, foot = (_edge(parts, body, section, kind, "default") for kind in ("header", "footer"))
    first = [_edge(parts, body, section, kind, "first") for kind in ("header", "footer")] if has_first else [head, foot]
    return Letterhead(
        styles=etree.tostring(_cleaned(styles)),
        fonts=b"".join(etree.tostring(each) for each in _fonts(_part(parts, body, "fontTable"))),
        theme=_theme(parts, body),
        page=_page(section),
        head=head,
        foot=foot,
        first_head=first[0],
        first_foot=first[1],
        problems=tuple(_left_out(parts, body)),
    )


def _part(parts: Parts, ways: dict[str, tuple[str, str, bool]], kind: str) -> etree._Element | None:
    name = next((target for found, target, outside in ways.values() if found == kind and not outside), "")
    return tree_of(parts, name) if name in parts else None


def _edge(
    parts: Parts, body: dict[str, tuple[str, str, bool]], section: etree._Element, kind: str, when: str
) -> Borrowed:
    """The head or foot that the section refers to."""
    for reference in section.iter(f"{W}{kind}Reference"):
        _, name, outside = body.get(reference.get(f"{R}id", ""), ("", "", True))
        if reference.get(f"{W}type", "default") == when and not outside and name in parts:
            found = borrowed(parts, name, f"rIdB{kind[0]}{when[0]}")
            return NONE if found.is_empty else found
    return NONE


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def _page(section: etree._Element) -> Geometry:
    """The page upright; a letterhead that lies on its side is turned."""
    size, edges = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width, height = sorted(_measure(size, side, otherwise) for side, otherwise in (("w", 11906), ("h", 16838)))
    if not LEAST <= width <= height <= MOST:
        raise Failed(
            Problem("W063", "the letterhead's page is no size of paper", hint="choose A4 in Word's Page Setup")
        )
    margins = {side: _measure(edges, side, 1417) for side in SIDES}
    if margins["left"] + margins["right"] > width - LEAST // 2 or margins["top"] + margins["bottom"] > height - LEAST:
        raise Failed(
            Problem("W063", "the letterhead's margins leave no room for text", hint="make them smaller in Word")
        )
    return Geometry(width, height, margins, _measure(edges, "header", 709), _measure(edges, "footer", 709))


def _measure(element: etree._Element | None, name: str, otherwise: int) -> int:
    value = "" if element is None else element.get(f"{W}{name}", "")
    return abs(int(value)) if value.removeprefix("-").isdecimal() and len(value) < 7 else otherwise


def _cleaned(styles: etree._Element) -> etree._Element:
    """The styles without languages and numbers, which are the paper's own, and without latent traces."""
    clean(styles)
    for each in list(styles.iter(f"{W}lang", f"{W}numPr")):
        drop(each)
    return styles


def _fonts(table: etree._Element | None) -> list[etree._Element]:
    """The entries of the font table, without embedded files."""
    if table is None:
        return []
    clean(table)
    for each in [each for each in table.iter(etree.Element) if each.tag.startswith(f"{W}embed")]:
        drop(each)
    return list(table.iterchildren(f"{W}font"))


def _theme(parts: Parts, body: dict[str, tuple[str, str, bool]]) -> bytes:
    """The theme, unless it leads to pictures of its own."""
    name = next((target for kind, target, _ in body.values() if kind == "theme"), "")
    if name not in parts or relations(parts, name):
        return b""
    return etree.tostring(tree_of(parts, name), encoding="UTF-8", standalone=True)


def _left_out(parts: Parts, body: dict[str, tuple[str, str, bool]]) -> list[Problem]:
    """A warning where the letterhead has something that papers cannot take over."""
    settings = _part(parts, body, "settings")
    if settings is None or not _is_on(settings.find(f"{W}evenAndOddHeaders")):
        return []
    sentence = "the letterhead has heads of their own for even pages; papers take those of odd pages"
    hint = "switch “Different Odd & Even” off in Word's Header & Footer tab"
    return [Problem("W064", sentence, hint=hint, severity=Severity.WARNING)]
