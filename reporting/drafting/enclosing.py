"""Putting one document into another: without its furniture, headings lower, ids of its own."""

from __future__ import annotations

from lxml import etree
from markupsafe import Markup

from reporting.document.canonical import to_html
from reporting.document.document import Document
from reporting.document.vocabulary import HEADINGS

FURNITURE = (
    ".//p[@class='marking']",
    ".//p[@class='running-head']",
    ".//p[@class='running-head notice']",
    ".//header[@class='masthead']",
    ".//nav[@role='doc-toc']",
    ".//section[@class='cover']",
)
DEEPER = 2
"""Levels by which headings sink: the enclosing paper keeps h1 for itself and h2 for the tab."""


def enclosed(document: Document | None, name: str) -> Markup | None:
    """The blocks of a document as they stand inside of another, or None where there is none."""
    if document is None:
        return None
    article = document.tree()
    for path in FURNITURE:
        for element in article.findall(path):
            _drop(element)
    for element in article.iter(etree.Element):
        _sink(element)
        _rename(element, name)
    return Markup("\n").join(Markup(to_html(each)) for each in article)  # noqa: S704 - a checked document


def _drop(element: etree._Element) -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)


def _sink(element: etree._Element) -> None:
    if element.tag in HEADINGS:
        element.tag = HEADINGS[min(HEADINGS.index(str(element.tag)) + DEEPER, len(HEADINGS) - 1)]


def _rename(element: etree._Element, name: str) -> None:
    if own := element.get("id"):
        element.set("id", f"{name}-{own}")
    if (target := element.get("href", "")).startswith("#"):
        element.set("href", f"#{name}-{target[1:]}")
    if path := element.get("data-from"):
        element.set("data-from", within(name, path))


def within(name: str, path: str) -> str:
    """A path of an enclosed paper's view as the enclosing paper knows it.

    >>> within("release", "round.title.en")
    'enclosures.release.round.title.en'
    """
    return f"enclosures.{name}.{path}"
