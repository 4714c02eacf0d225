"""Drawings (SVG) from outside: shapes, colours and letters stay; whatever reaches further, or costs without end, is refused.

An SVG is a program for a page: it may name other files, run scripts, hold entities that grow, and repeat itself by
`use` a thousand million times. What stays is a list of elements and attributes, and all references lead inside.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from reporting.document.refusal import PictureRefused
from reporting.document.vocabulary import words

SVG: Final = "{http://www.w3.org/2000/svg}"
HREF: Final = "{http://www.w3.org/1999/xlink}href"
MOST_BYTES: Final = 1 << 20
MOST_ELEMENTS, MOST_DRAWN, DEEPEST = 20_000, 50_000, 32
LARGEST: Final = 100_000.0
"""No number is larger; a page of A4 has 842 points."""
ELEMENTS: Final = words(
    "svg g path rect circle ellipse line polyline polygon text tspan title desc defs use symbol clipPath"
    " linearGradient radialGradient stop"
)
DROPPED: Final = frozenset({"metadata"})
"""Says who drew it and with what; nobody sees it."""
INSIDE = re.compile(r"#[A-Za-z_][\w.-]*\Z")
ADDRESS = re.compile(r"url\(\s*['\"]?\s*([^)]*)", re.IGNORECASE)
TRICKS = re.compile(r"@|\\|expression|javascript:|data:|file:|https?:|//", re.IGNORECASE)
WORDS: Final = frozenset({"id", "class", "href", HREF})
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b")
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def clean_drawing(data: bytes) -> bytes:
    """The drawing without remarks, data of the drawing program and foreign attributes.

    Raises:
        PictureRefused: it is no SVG, or does more than to draw.
    """
    root = _read(data)
    if root.tag != f"{SVG}svg":
        raise PictureRefused("is no PNG, JPEG or SVG", "save it as one of these")
    elements = list(root.iter())
    if len(elements) > MOST_ELEMENTS:
        raise PictureRefused(f"has {len(elements):,} elements", "simplify it in the program that it was drawn with")
    for each in elements:
        _clean(each)
    _check_size(root)
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, encoding="utf-8"))


def _read(data: bytes) -> etree._Element:
    if len(data) > MOST_BYTES:
        raise PictureRefused(f"has {len(data) / (1 << 20):.1f} MB", "simplify it; one MB is enough for a drawing")
    if b"<!" in re.sub(rb"<!--.*?-->|<!\[CDATA\[", b"", data, flags=re.DOTALL) or b"\0" in data:
        raise PictureRefused("has a DOCTYPE or entities, or is not saved as UTF-8", "save it as plain SVG")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise PictureRefused("is no PNG, JPEG or SVG, or is broken", "save it again as one of these") from None


def _clean(element: etree._Element) -> None:
    tag = str(element.tag)
    name = tag.removeprefix(SVG)
    if not tag.startswith(SVG) or name in DROPPED:
        parent = element.getparent()
        if parent is None:
            raise PictureRefused("is no PNG, JPEG or SVG", "save it as one of these")
        parent.remove(element)
        return
    if name not in ELEMENTS:
        raise PictureRefused(f"is a drawing with `{name}`", "draw it with shapes, colours and letters only")
    for attribute, value in list(element.attrib.items()):
        _clean_attribute(element, str(attribute), str(value))


def _clean_attribute(element: etree._Element, name: str, value: str) -> None:
    if name.startswith("{") and name != HREF:
        del element.attrib[name]
        return
    if name in ("href", HREF) and not INSIDE.match(value):
        raise PictureRefused("is a drawing that leads to other files", "keep all of it inside of the file")
    if name.lower().startswith("on"):
        raise PictureRefused("is a drawing that runs a script", "draw it with shapes, colours and letters only")
    outside = [each for each in ADDRESS.findall(value) if not each.startswith("#")]
    if outside or (name != "href" and TRICKS.search(value)):
        raise PictureRefused("is a drawing that leads to other files", "keep all of it inside of the file")
    if name not in WORDS and any(abs(float(each)) > LARGEST for each in NUMBER.findall(COLOUR.sub("", value))):
        raise PictureRefused("is a drawing with numbers beyond all paper", "set its size in millimetres or pixels")


def _check_size(root: etree._Element) -> None:
    """Refuses what is nested too deeply, or draws itself too often by `use`."""
    named = {str(each.get("id")): each for each in root.iter() if each.get("id")}
    known: dict[etree._Element, int] = {}

    def drawn(element: etree._Element, above: tuple[etree._Element, ...]) -> int:
        if element in above or len(above) > DEEPEST:
            raise PictureRefused("is a drawing that holds itself, or is nested too deeply", "draw it flat")
        if element not in known:
            found = [drawn(each, (*above, element)) for each in element]
            target = named.get((element.get("href") or element.get(HREF) or "")[1:])
            if target is not None:
                found.append(drawn(target, (*above, element)))
            known[element] = 1 + sum(found)
        if known[element] > MOST_DRAWN:
            raise PictureRefused("is a drawing that repeats itself too often", "draw it flat")
        return known[element]

    drawn(root, ())
