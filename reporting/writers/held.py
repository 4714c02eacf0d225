"""Names with hyphens, each in a `span` of class `held` that no line breaks: for the writers of PDF and HTML."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement, builder

from reporting.languages.hyphens import cut_at_names

AS_WRITTEN = frozenset({"pre", "code", "svg", "title", "script", "style"})
"""Elements whose text is left alone."""
DASHES = frozenset("-–")


def hold_names(article: HtmlElement) -> None:
    """Puts the names into their spans, in place; the words stay as they are. Addresses may break as they like."""
    for element in list(article.iter(etree.Element)):
        parent = element.getparent()
        if element is not article and parent is not None and _is_free(parent):
            _hold_tail(element, parent)
        if _is_free(element):
            _hold_text(element)


def _is_free(element: HtmlElement) -> bool:
    href = element.get("href") if element.tag == "a" else None
    return element.tag not in AS_WRITTEN and (href is None or href.startswith("#")) and element.get("class") != "held"


def _hold_text(element: HtmlElement) -> None:
    before, spans = _held(element.text)
    if spans:
        element.text = before
        element[:0] = spans


def _hold_tail(element: HtmlElement, parent: HtmlElement) -> None:
    before, spans = _held(element.tail)
    if spans:
        element.tail = before
        at = parent.index(element) + 1
        parent[at:at] = spans


def _held(text: str | None) -> tuple[str, list[HtmlElement]]:
    """The text before the first name, and the names, each with the text behind it."""
    if not text or DASHES.isdisjoint(text):
        return text or "", []
    before, spans = "", []
    for piece, is_held in cut_at_names(text):
        if is_held:
            spans.append(builder.SPAN(piece, {"class": "held"}))
        elif spans:
            spans[-1].tail = piece
        else:
            before = piece
    return before, spans
