"""What papers without pages print once on top and foot: the marking and the running heads."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from reporting.document.document import Properties


@dataclass(frozen=True, slots=True)
class Furniture:
    """Marking and running heads, taken out of the article."""

    marking: str
    heads: tuple[HtmlElement, ...]
    draft: str
    """The word of a draft, where no running head has it."""


def take_furniture(article: HtmlElement, properties: Properties) -> Furniture:
    """The article's marking and running heads, which are removed from it.

    A marking that only the properties name is printed all the same: a marked paper never goes out unmarked.
    """
    marking, heads = properties.marking, []
    for paragraph in list(article.iterchildren("p")):
        classes = paragraph.get("class", "").split()
        if "marking" in classes:
            marking = " ".join(str(paragraph.text_content()).split())
        elif "running-head" in classes:
            heads.append(paragraph)
        else:
            continue
        paragraph.drop_tree()
    said = any(properties.draft in str(head.text_content()) for head in heads)
    return Furniture(marking, tuple(heads), "" if said else properties.draft)
