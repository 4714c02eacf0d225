"""Words inside of a paragraph as plain text: quotes, links, changes, raised figures."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from reporting.document.brackets import is_bracketed, opening_of
from reporting.document.canonical import SPACES
from reporting.document.numbering import figures_at
from reporting.document.text import description_of
from reporting.document.vocabulary import PICTURES

Marks = tuple[str, str, str, str]

QUOTES: Mapping[str, Marks] = {
    "en": ("“", "”", "‘", "’"),
    "fr": ("«\u202f", "\u202f»", "“", "”"),
    "de": ("„", "“", "‚", "‘"),
    "es": ("«", "»", "“", "”"),
    "ru": ("«", "»", "„", "“"),
    "ar": ("«", "»", "“", "”"),
    "fa": ("«", "»", "“", "”"),
}
"""Outer and inner quotation marks by language; what is not here follows Russian or English."""
CYRILLIC = frozenset({"kk", "ky", "tg", "tk", "uz", "uk", "be", "mn"})

# Superscripts and Subscripts, U+2070 to U+209C, and the older ones of Latin-1.
RAISED = str.maketrans("0123456789+−-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+−-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

AROUND: Mapping[str, tuple[str, str]] = {"ins": ("{+", "+}"), "del": ("[-", "-]")}
"""Text put in and taken out, as `wdiff` shows it."""


def phrase_text(element: etree._Element, calls: Mapping[str, int]) -> str:
    """The text of an element and all in it, line breaks as line feeds.

    Args:
        element: a paragraph or a phrase.
        calls: the number of each note by its id.
    """
    tag, role = element.tag, element.get("role")
    if role == "doc-noteref":
        return f"[{figures_at(element, calls.get(element.get('href', '#')[1:], 0))}]"
    if tag in PICTURES:
        return f"[{description_of(element)}]"
    if tag == "br":
        return "\n"
    return _dressed(element, inner_text(element, calls))


def inner_text(element: etree._Element, calls: Mapping[str, int]) -> str:
    """The text in an element, without what its own tag adds around it."""
    parts = [folded(element.text)]
    for child in element.iterchildren(etree.Element):
        parts += (phrase_text(child, calls), folded(child.tail))
    return "".join(parts)


def folded(text: str | None) -> str:
    """The text with line feeds and runs of spaces as one space; no-break spaces stay."""
    return SPACES.sub(" ", text or "")


def _dressed(element: etree._Element, text: str) -> str:
    tag = str(element.tag)
    if tag in AROUND:
        return text.join(AROUND[tag])
    if tag == "q":
        return _quoted(element, text)
    if tag == "a":
        return _linked(element, text)
    if tag in {"sup", "sub"}:
        return _raised(text, RAISED, "^") if tag == "sup" else _raised(text, LOWERED, "_")
    return f"{opening_of(element)}{text}]" if is_bracketed(element) else text


def _quoted(element: etree._Element, text: str) -> str:
    depth = sum(1 for _ in element.iterancestors("q"))
    marks = quotes_of(language_of(element))
    at = depth % 2 * 2
    return marks[at] + text + marks[at + 1]


def quotes_of(language: str) -> Marks:
    """The quotation marks of a language."""
    primary = language.partition("-")[0].lower()
    return QUOTES.get(primary, QUOTES["ru" if primary in CYRILLIC else "en"])


def language_of(element: etree._Element) -> str:
    """The language tag that holds for an element; empty if nothing says so."""
    found = element.get("lang") or next(
        (above.get("lang") for above in element.iterancestors() if above.get("lang")), ""
    )
    return found or ""


def _linked(element: etree._Element, text: str) -> str:
    target = element.get("href", "")
    shown = "".join(text.split()).replace("\u00a0", "").lower()
    address = target.partition(":")[2].removeprefix("//").rstrip("/").lower()
    if target.startswith(("#", "tel:")) or shown.rstrip("/") in {address, target.lower().rstrip("/")}:
        return text
    return f"{text} <{target.removeprefix('mailto:')}>"


def _raised(text: str, table: Mapping[int, int], sign: str) -> str:
    figures = text.translate(table)
    if all(ord(character) in table for character in text):
        return figures
    return text if not any(character.isdigit() for character in text) else f"{sign}({text})"
