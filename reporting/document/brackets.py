"""What papers print in square brackets: text that is still open, and comments on a draft.

The brackets, and whose text it is, are the writers' own: the document holds the words alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

COMMENT: Final[Mapping[str, str]] = {
    "en": "Comment",
    "fr": "Commentaire",
    "de": "Kommentar",
    "es": "Comentario",
    "ru": "Комментарий",
    "ky": "Комментарий",
    "kk": "Түсініктеме",
    "tg": "Шарҳ",
    "tk": "Teswir",
    "uz": "Izoh",
    "ar": "تعليق",
    "fa": "یادداشت",
    "prs": "یادداشت",
}
"""How a comment calls itself, by language."""


def is_comment(element: etree._Element) -> bool:
    """Whether the element is a comment on the text before it."""
    return "comment" in (element.get("class") or "").split()


def is_bracketed(element: etree._Element) -> bool:
    """Whether papers put the element into brackets: its text is open, or a comment."""
    return not {"bracketed", "comment"}.isdisjoint((element.get("class") or "").split())


def opening_of(bracketed: etree._Element) -> str:
    """What stands before such text on every paper: a bracket, and whose text it is where that is known.

    >>> opening_of(etree.fromstring('<span class="bracketed" data-by="Astrene">1 March</span>'))
    '[Astrene: '
    >>> opening_of(etree.fromstring('<span class="comment" data-by="Astrene" lang="fr">Trop tôt.</span>'))
    ' [Commentaire – Astrene: '
    """
    whose = bracketed.get("data-by")
    if whose and is_comment(bracketed):
        return f" [{comment_word(bracketed)} – {whose}: "
    return f"[{whose}: " if whose else "["


def comment_word(element: etree._Element) -> str:
    """What a comment is called in the language of the text around it."""
    around = (element, *element.iterancestors())
    language = next((tag for tag in (each.get("lang") for each in around) if tag), "en")
    return COMMENT.get(language.split("-")[0].lower(), COMMENT["en"])


def put_in_brackets(element: etree._Element) -> None:
    """Writes the brackets into the element's own text."""
    element.text = opening_of(element) + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + "]"
    else:
        element.text += "]"
