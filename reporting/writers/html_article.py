"""The article made ready for a page of its own: pictures inside, notes at the end, paths of the record gone."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from lxml import etree
from lxml.html import HtmlElement, builder

from reporting.document.bilingual import is_arranging, stands_beside
from reporting.document.brackets import is_bracketed, put_in_brackets
from reporting.writers.held import hold_names
from reporting.writers.html_words import Words

SIGNATURES: Mapping[bytes, str] = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
}
"""What the bytes of a picture begin with, and its media type; anything else is taken for SVG."""
KINDS: Mapping[str, str] = {"a": "letters", "A": "capitals", "i": "roman", "I": "capital-roman"}
"""The class of a list by its `type`, for the style sheet."""


def dress_article(article: HtmlElement, images: Mapping[str, bytes], words: Words) -> HtmlElement | None:
    """Change the article in place; the answer is the list of its notes, if it has any.

    Raises:
        KeyError: `images` lacks a picture of the article.
    """
    for picture in article.iter("img"):
        picture.set("src", data_uri(images[picture.get("src", "")]))
    for drawing in article.iter("svg"):
        drawing.set("role", "img")
    for box in article.iterfind(".//aside[@class='boxed']"):
        box.set("role", "note")  # a plain `aside` is a landmark, which belongs beside the main part, not into it
    for ol in article.iter("ol"):
        if kind := KINDS.get(ol.get("type", "1")):
            ol.set("class", " ".join(filter(None, (ol.get("class"), kind))))
    for table in filter(is_arranging, article.iter("table")):
        table.set("role", "presentation")
    _bracket(article)
    _name_authors(article)
    notes = _take_notes(article, words)
    _lead_back(article, words)
    _make_scrollable(article, words)
    hold_names(article)
    # Paths of the record are for Word's bookmarks and for messages; a public page has no use for them.
    etree.strip_attributes(article, "data-from", "data-by")
    return notes


def data_uri(picture: bytes) -> str:
    """The picture inside a URI."""
    media = next((media for start, media in SIGNATURES.items() if picture.startswith(start)), "image/svg+xml")
    return f"data:{media};base64,{base64.b64encode(picture).decode('ascii')}"


def _bracket(article: HtmlElement) -> None:
    """Real brackets, not drawn ones: copied text must still show what is open."""
    for element in filter(is_bracketed, article.iter("p", "span")):
        put_in_brackets(element)
        element.attrib.pop("datetime", None)  # HTML knows it of `time`, `ins` and `del` only


def _name_authors(article: HtmlElement) -> None:
    for element in article.xpath(".//*[self::ins or self::del][@data-by]"):
        element.set("title", element.get("data-by", ""))


def _take_notes(article: HtmlElement, words: Words) -> HtmlElement | None:
    notes = {note.get("id"): note for note in article.xpath(".//aside[@role='doc-footnote']")}
    items: dict[str, HtmlElement] = {}
    for call in article.xpath(".//a[@role='doc-noteref']"):
        name = call.get("href", "#")[1:]
        # Both columns of a bilingual paper call a note; the note leads back to the first.
        call.set("id", call.get("id") or (f"call-{name}-beside" if stands_beside(call) else f"call-{name}"))
        if name in notes and name not in items:
            items[name] = _item(notes[name], call.get("id", ""), words)
    for note in notes.values():
        note.drop_tree()
    if not items:
        return None
    section = builder.E.section(builder.OL(*items.values()), role="doc-endnotes")
    section.set("aria-label", words.notes)
    return section


def _lead_back(article: HtmlElement, words: Words) -> None:
    """Ends each endnote with a link to its call. The role is left to the section: on items it is deprecated."""
    for note in article.xpath(".//li[@role='doc-endnote']"):
        del note.attrib["role"]
        _add_back(note, f"call-{note.get('id', '')}", words)


def _item(note: HtmlElement, call: str, words: Words) -> HtmlElement:
    item = builder.LI(*note, id=note.get("id", ""))
    for name in ("lang", "dir"):
        if value := note.get(name):
            item.set(name, value)
    _add_back(item, call, words)
    return item


def _add_back(item: HtmlElement, call: str, words: Words) -> None:
    back = builder.A("↑", href=f"#{call}", role="doc-backlink")
    back.set("aria-label", words.back)
    last = item[-1] if len(item) and item[-1].tag == "p" else item
    _append_text(last, "\u00a0")
    last.append(back)


def _append_text(element: HtmlElement, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + text
    else:
        element.text = (element.text or "").rstrip() + text


def _make_scrollable(article: HtmlElement, words: Words) -> None:
    """Wide tables scroll by themselves on a narrow screen, by finger and by key."""
    for table in list(article.iter("table")):
        if table.get("class") not in (None, "programme") or not len(table):
            continue
        caption = table.find("caption")
        label = " ".join(str(caption.text_content()).split()) if caption is not None else words.table
        box = builder.E.div(role="group", tabindex="0")
        box.set("class", "scroll")
        box.set("aria-label", label)
        box.tail, table.tail = table.tail, None
        table.getparent().replace(table, box)
        box.append(table)
