"""From the vocabulary to what WeasyPrint pages with: furniture leaves the text, notes move to their calls.

The words stay as they are. What comes out is plain HTML that any run of WeasyPrint could take.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from reporting.document.brackets import is_comment, put_in_brackets
from reporting.document.direction import direction_of
from reporting.document.document import Document
from reporting.document.vocabulary import HEADINGS
from reporting.writers.held import hold_names

IMAGE = "image:"
MISSING_IMAGE = f"{IMAGE}missing"
STARTS: Mapping[str | None, str] = {"ltr": "\u2066", "rtl": "\u2067"}
END = "\u2069"
"""Isolates of Unicode (UAX 9, 2.5): what stands between does not disturb what stands around."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be laid out."""

    root: HtmlElement
    """`html > body > article`, furniture taken out."""
    markings: tuple[str, ...]
    running_heads: tuple[str, ...]
    notices: tuple[str, ...]
    """Those of the running heads that stand on the first page and the cover too."""
    missing: tuple[str, ...]
    """Names of images that the text asks for and the document does not hold."""

    def html(self) -> str:
        """The same as text, for a look or for another engine."""
        return "<!doctype html>" + etree.tostring(self.root, encoding="unicode", method="html")


def prepare(document: Document) -> Prepared:
    """The document as WeasyPrint takes it."""
    article = document.tree()
    # A marking that only the properties name is printed all the same.
    markings = tuple(_taken(article, "marking")) or tuple(filter(None, [document.properties.marking]))
    notices = tuple(_text(each) for each in article.iter("p") if has_class(each, "notice"))
    running_heads = tuple(_taken(article, "running-head"))
    _place_notes(article)
    for comment in filter(is_comment, article.iter("span")):
        put_in_brackets(comment)
    for number, heading in enumerate(article.iter(*HEADINGS)):
        if label := document.properties.bookmarks.get(number):
            heading.set("data-bookmark", label)
    missing = tuple(_place_images(article, document))
    for item in article.iter("li", "ol"):
        _number(item)
    hold_names(article)
    return Prepared(_page(article, document), markings, running_heads, notices, missing)


def _page(article: HtmlElement, document: Document) -> HtmlElement:
    language = document.properties.language
    html = etree.Element("html", lang=language)
    if direction_of(language) == "rtl":
        html.set("dir", "rtl")
    etree.SubElement(etree.SubElement(html, "head"), "title").text = document.properties.title
    body = etree.SubElement(html, "body")
    if document.properties.watermark:
        etree.SubElement(body, "div", {"class": "watermark"}).text = document.properties.watermark
    body.append(article)
    return html


def image_url(data: bytes) -> str:
    """The address of an image inside the engine: its hash, so that equal names in two documents never mix."""
    return IMAGE + hashlib.sha256(data).hexdigest()


def has_class(element: HtmlElement, name: str) -> bool:
    """Whether `name` is one of the element's classes."""
    return name in (element.get("class") or "").split()


def _taken(article: HtmlElement, name: str) -> Iterator[str]:
    """Takes the paragraphs of a class out of the article and gives their texts."""
    for paragraph in [p for p in article.iter("p") if has_class(p, name)]:
        yield _text(paragraph)
        paragraph.drop_tree()


def _text(paragraph: HtmlElement) -> str:
    """The words of a line in the margin, which knows no markup: parts that run in different directions are kept apart."""
    parts = list(paragraph)
    ways = {part.get("dir") for part in parts}
    if len(ways) == 1 or not ways <= STARTS.keys():
        return " ".join(paragraph.text_content().split())
    words = (f"{STARTS[part.get('dir')]}{part.text_content()}{END}{part.tail or ''}" for part in parts)
    return " ".join(f"{paragraph.text or ''}{''.join(words)}".split())


def _place_notes(article: HtmlElement) -> None:
    """Puts each note inside its first call, where WeasyPrint wants a footnote; later calls stay links."""
    notes = {note.get("id"): note for note in article.iter("aside") if note.get("role") == "doc-footnote"}
    for call in [a for a in article.iter("a") if a.get("role") == "doc-noteref"]:
        note = notes.pop((call.get("href") or "").removeprefix("#"), None)
        if note is None:
            call.set("class", "note-call")
        else:
            _become_footnote(call, note)


def _become_footnote(call: HtmlElement, note: HtmlElement) -> None:
    note.drop_tree()
    blocks = list(note)
    footnote = etree.Element("span", {"class": "footnote", "data-call": call.text_content()})
    for name in ("id", "lang", "dir", "data-from"):
        if note.get(name):
            footnote.set(name, note.get(name))
    if blocks and blocks[0].tag == "p":
        # The first paragraph dissolves, so that the note's number stands on its line.
        blocks[0].drop_tag()
    footnote.text = (note.text or "").lstrip()
    for child in list(note):
        footnote.append(child)
    for paragraph in footnote.findall("p"):
        paragraph.tag = "span"
        paragraph.set("class", "par")
    footnote.tail, call.tail = call.tail, None
    call.getparent().replace(call, footnote)


def _place_images(article: HtmlElement, document: Document) -> Iterator[str]:
    for image in article.iter("img"):
        name = image.get("src") or ""
        data = document.images.get(name)
        if data is None:
            yield name
        image.set("src", image_url(data) if data is not None else MISSING_IMAGE)
        _style(image, **{key: f"{image.get(key)}px" for key in ("width", "height") if image.get(key)})


def _number(item: HtmlElement) -> None:
    """`value` on an item and `start` on a list, which WeasyPrint reads in style sheets only."""
    if item.tag == "li" and item.get("value"):
        # WeasyPrint sets before it increments; CSS would have it the other way round.
        _style(item, **{"counter-set": f"list-item {int(item.get('value')) - 1}"})
    elif item.tag == "ol" and item.get("start"):
        _style(item, **{"counter-reset": f"list-item {int(item.get('start')) - 1}"})


def _style(element: HtmlElement, **properties: str) -> None:
    if properties:
        element.set("style", ";".join(f"{name}:{value}" for name, value in properties.items()))
