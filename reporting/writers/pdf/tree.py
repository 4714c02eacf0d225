"""From lxml's tree to the tree that WeasyPrint walks, without writing and parsing text in between."""

from __future__ import annotations

from xml.etree import ElementTree

import cssselect2
import weasyprint
from lxml.html import HtmlElement
from tinyhtml5.constants import adjust_svg_attributes
from weasyprint.urls import URLFetcher

SVG = "{http://www.w3.org/2000/svg}"
CAMEL = {name.lower(): name for name in ("clipPath", "linearGradient", "radialGradient", "textPath")}
"""Names inside of drawings that lxml, reading HTML, writes small."""


class Page(weasyprint.HTML):  # type: ignore[misc]  # WeasyPrint has no type hints
    """What `weasyprint.HTML` makes of a text, made of a tree."""

    def __init__(self, root: HtmlElement, fetcher: URLFetcher) -> None:
        self.base_url = None
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(_converted(root, ""), content_language=None)
        self.etree_element = self.wrapper_element.etree_element


def _converted(element: HtmlElement, space: str) -> ElementTree.Element:
    tag = element.tag
    if tag == "svg":
        space = SVG
    attributes = dict(element.attrib)
    if space:
        attributes = {adjust_svg_attributes.get(name, name): value for name, value in attributes.items()}
        tag = CAMEL.get(tag, tag)
    made = ElementTree.Element(space + tag, attributes)
    made.text, made.tail = element.text, element.tail
    for child in element:
        if isinstance(child.tag, str):
            made.append(_converted(child, space))
        elif child.tail:
            _append_text(made, child.tail)
    return made


def _append_text(made: ElementTree.Element, text: str) -> None:
    """A comment vanishes; what stands after it stays."""
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text
