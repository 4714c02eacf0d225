"""Our own judge of papers side by side: the Word file, the PDF and the page of one document say the same words.

The running text is compared as one string, and the notes each by itself. Left out is what each format adds by itself:
heads and feet, numbers of lists, pages in the contents; white space, quotation marks and hyphens are not compared.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from reporting.languages.known import in_digits
from tests.judges.structure import UNCOMPARED, heard_notes, heard_text, read_structure

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMMENTS = "word/comments.xml"
CALLS = (f"{W}footnoteReference", f"{W}endnoteReference")


@dataclass(frozen=True)
class Said:
    """What a paper says."""

    text: str
    notes: list[str]


def said_in_word(docx: bytes) -> Said:
    """Of a Word file: paragraphs with changes, without the results of page references."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        body = etree.fromstring(file.read("word/document.xml"))
        parts = [name for name in ("word/footnotes.xml", "word/endnotes.xml") if name in file.namelist()]
        comments = etree.fromstring(file.read(COMMENTS)) if COMMENTS in file.namelist() else ()
        notes = [note for part in parts for note in etree.fromstring(file.read(part)) if not note.get(f"{W}type")]
    _put_comments(body, {comment.get(f"{W}id"): comment for comment in comments})
    return Said(folded("".join(_words(body))), [folded("".join(_words(note))) for note in notes])


def said_on_page(page: bytes) -> Said:
    """Of an HTML page: its article; notes stand behind it."""
    tree: Any = lxml_html.document_fromstring(page)
    for gone in tree.xpath("//svg | //a[@role='doc-backlink']"):
        gone.drop_tree()
    [article] = tree.iter("article")
    notes = tree.xpath("//section[@role='doc-endnotes'][not(ancestor::article)]//ol/li")
    return Said(folded(article.text_content()), [folded(note.text_content()) for note in notes])


def heard_in_pdf(pdf: bytes) -> Said:
    """Of a PDF: what its structure tree lets a reader hear. The words of the first page's head come in front."""
    root = read_structure(pdf).root
    return Said(folded(heard_text(root)), [folded(note) for note in heard_notes(root)])


def differences(docx: bytes, pdf: bytes, page: bytes, *, languages: int = 1) -> list[str]:
    """Where the three differ, each with the words around; empty where they say the same. Two languages have two heads."""
    word, heard, shown = said_in_word(docx), heard_in_pdf(pdf), said_on_page(page)
    found = [_first("Word and page", word.text, shown.text)]
    if len(heard.text) - len(word.text) > MOST_HEAD * languages or not heard.text.endswith(word.text):
        found.append(_first("Word and PDF", word.text[::-1], heard.text[::-1])[::-1])
    if not word.notes == heard.notes == shown.notes:
        found.append(f"notes: {word.notes} {heard.notes} {shown.notes}")
    return [each for each in found if each]


def _put_comments(body: etree._Element, comments: Mapping[str | None, etree._Element]) -> None:
    """Puts the words of each comment where they are called from, as the other papers print them in English."""
    for call in body.iter(f"{W}commentReference"):
        comment = comments[call.get(f"{W}id")]
        call.tag = f"{W}t"
        call.text = f" [Comment – {comment.get(f'{W}author')}: {''.join(_words(comment))}]"


MOST_HEAD = 120
"""Letters of a language that may stand on the first page and not in the text: the marking, the words of a draft or a sample."""


def folded(text: str) -> str:
    return UNCOMPARED.sub("", text).casefold()


def _words(tree: etree._Element) -> Iterator[str]:
    fields: list[str] = []
    for element in tree.iter(f"{W}t", f"{W}delText", f"{W}fldChar", f"{W}instrText", *CALLS):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            fields.append("")
        elif kind == "end":
            fields.pop()
        elif element.tag == f"{W}instrText":
            fields[-1] = (element.text or "").split()[0]
        elif element.tag in CALLS:
            yield _counted(element.get(f"{W}id") or "", element)
        elif "NOTEREF" in fields:
            yield _counted(element.text or "", element)
        elif "PAGEREF" not in fields:
            yield element.text or ""


def _counted(number: str, element: etree._Element) -> str:
    """The number of a note, which Word counts itself and shows with the figures of its reader."""
    paragraph = next(element.iterancestors(f"{W}p"))
    return in_digits(number, "fa") if paragraph.find(f"{W}pPr/{W}bidi") is not None else number


def _first(what: str, one: str, other: str) -> str:
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return "" if one == other else f"{what}: …{one[max(0, at - 40) : at + 40]}… …{other[max(0, at - 40) : at + 40]}…"
