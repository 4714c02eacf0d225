"""The numbers that readers see before the items of a list, for writers that have to print them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from reporting.languages.known import DIGITS, base_of, in_digits

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """The number in small Roman figures.

    >>> roman(1999)
    'mcmxcix'
    """
    written = ""
    for value, figure in ROMAN:
        count, number = divmod(number, value)
        written += figure * count
    return written


LATIN = "abcdefghijklmnopqrstuvwxyz"
LETTERS: dict[str, Sequence[str]] = {
    "ru": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "fa": ("الف", *"بجدهوزحطیکلمنسعفصقرشتثخذضظغ"),
}
"""Letters that lists count by, where these are not the Latin ones. Those of Russian are Word's own (ECMA-376 part 1,
17.18.59): without ё, й, ъ and ь, which number nothing. Dari counts in the order of the abjad, as Word does, which writes
أ for the first."""


def letters(number: int, alphabet: Sequence[str] = LATIN) -> str:
    """The number as letters: a … z, aa, ab …

    >>> letters(1), letters(28), letters(10, LETTERS["ru"])
    ('a', 'ab', 'к')
    """
    written = ""
    while number > 0:
        number, place = divmod(number - 1, len(alphabet))
        written = alphabet[place] + written
    return written


def lettering(kind: str, language: str) -> str:
    """The language whose own letters number a list of this `type`, such as `ru`; empty for Latin ones and figures."""
    base = base_of(language)
    return base if kind in ("a", "A") and base in LETTERS else ""


SHOWN: dict[str, Callable[[int], str]] = {
    "1": lambda number: f"{number}.",
    "a": lambda number: f"({letters(number)})",
    "A": lambda number: f"({letters(number).upper()})",
    "i": lambda number: f"({roman(number)})",
    "I": lambda number: f"({roman(number).upper()})",
}
"""How the items of each `ol type` are numbered. Nothing but figures for 0, which has neither letter nor Roman."""


def shown(kind: str, number: int, language: str = "") -> str:
    """The number as printed before an item of a list of this `type`.

    >>> shown("1", 7), shown("a", 2), shown("i", 4), shown("a", 2, "ru")
    ('7.', '(b)', '(iv)', 'б)')
    """
    if number > 0 and (own := lettering(kind, language)):
        written = letters(number, LETTERS[own])
        return f"{written if kind == 'a' else written.upper()})"
    return SHOWN[kind if number > 0 and kind in SHOWN else "1"](number)


def item_numbers(ol: etree._Element) -> list[int]:
    """The number of each item: `start`, then one more each, and `value` where an item has it."""
    following, numbers = _whole(ol.get("start"), 1), []
    for item in ol.iterchildren("li"):
        number = _whole(item.get("value"), following)
        numbers.append(number)
        following = number + 1
    return numbers


def shown_numbers(ol: etree._Element) -> list[str]:
    """The number of each item as a reader sees it: `1.`, `(a)`, `(iv)`; `а)` in Russian, `۱.` in Dari."""
    kind, language = ol.get("type", "1"), language_at(ol)
    return [in_digits(shown(kind, number, language), language) for number in item_numbers(ol)]


def figures_at(element: etree._Element, number: int) -> str:
    """A number with the signs of the language in which the element stands: `7`, in Dari `۷`."""
    return in_digits(str(number), language_at(element))


def has_eastern_figures(language: str) -> bool:
    """Whether the language writes ۱, ۲, ۳.

    >>> has_eastern_figures("fa-AF"), has_eastern_figures("en")
    (True, False)
    """
    return base_of(language) in DIGITS


def language_at(element: etree._Element) -> str:
    """The language in which an element stands; empty where nothing says it."""
    own = element.get("lang")
    return own or next((above.get("lang", "") for above in element.iterancestors() if above.get("lang")), "")


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else otherwise
