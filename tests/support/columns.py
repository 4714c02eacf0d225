"""The columns of a bilingual paper, taken apart again."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from reporting.document.bilingual import is_cell
from reporting.document.document import Document
from reporting.document.text import words_of

FURNITURE = ("marking", "running-head")


def words_of_column(document: Document, language: str) -> list[str]:
    """What a bilingual paper says in one of its languages, without its furniture."""
    article = bare(document)
    main = document.properties.language
    for note in article.xpath(".//aside[@role='doc-footnote']"):
        article.append(note)  # it stands in the first column, and says both
    for element in list(article.iter()):
        own = element.get("lang") or (main if is_cell(element) else None)
        if own in document.properties.languages and own != language and element is not article:
            element.drop_tree()
    if language != main:
        _drop_what_has_no_language(article, language)
    return words_of(article, notes_last=True)


def words_of_body(document: Document) -> list[str]:
    """What a paper in one language says, without its furniture."""
    return words_of(bare(document), notes_last=True)


def bare(document: Document) -> HtmlElement:
    """The article without marking and running heads."""
    article = document.tree()
    for paragraph in article.findall("p"):
        if set(FURNITURE).intersection(paragraph.get("class", "").split()):
            paragraph.drop_tree()
    return article


def document_in(language: str, body: str) -> Document:
    """A paper in one language, for joining."""
    from tests.support.samples import small  # noqa: PLC0415 - samples reads files

    paper = small()
    html = f'<article lang="{language}">{body}</article>'
    return Document(html, replace(paper.properties, title=f"Title {language}", language=language))


def _drop_what_has_no_language(article: HtmlElement, language: str) -> None:
    """Notes and signatures stand once; what of them does not name the second language is in the first."""
    shared = article.xpath(
        ".//aside[@role='doc-footnote'] | .//table[contains(@class, 'signatures')]//td | .//table[not(@class)]//tr"
    )
    for holder in shared:
        if any(above.get("lang") == language for above in holder.iterancestors()):
            continue  # a table of the second language alone
        for block in list(holder):
            if block.get("lang") != language:
                block.drop_tree()
