"""What stands on the edges of pages: page numbers; and for papers without pages, marking and running heads once."""

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
    """The word of a draft, or of a draft translation, where no running head has it."""


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
    said = [str(head.text_content()) for head in heads]
    unsaid = [each for each in properties.draft.split(" · ") if not any(each in head for head in said)]
    return Furniture(marking, tuple(heads), " · ".join(unsaid))


PAGE_OF = {
    "en": ("Page ", " of "), "fr": ("Page ", " sur "), "ru": ("Страница ", " из "), "de": ("Seite ", " von "),
    "es": ("Página ", " de "), "it": ("Pagina ", " di "), "pt": ("Página ", " de "), "uk": ("Сторінка ", " з "),
    "kk": ("", " / "), "ky": ("", " / "), "tg": ("Саҳифаи ", " аз "), "uz": ("", " / "), "tk": ("", " / "),
    "fa": ("صفحهٔ ", " از "), "ps": ("مخ ", " له "), "ar": ("صفحة ", " من "), "tr": ("Sayfa ", " / "),
}  # fmt: skip
"""What stands before the page's number and before the number of pages."""


def page_of(language: str, beside: str = "") -> tuple[str, str]:
    """The words round the two numbers; a stroke alone where the language is not known, or another stands beside it.

    >>> page_of("en"), page_of("en", "ru")
    (('Page ', ' of '), ('', ' / '))
    """
    return ("", " / ") if beside else PAGE_OF.get(language.split("-", maxsplit=1)[0], ("", " / "))
