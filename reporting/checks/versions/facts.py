"""The facts of a text that must be the same in every language: what two versions are held against each other by."""

from __future__ import annotations

import functools
import re
from collections import Counter
from decimal import Decimal
from typing import Final, NamedTuple

from reporting.checks.versions.money import SCALED, SHORT, currency_of
from reporting.checks.versions.spelt import in_figures, spelt_in
from reporting.languages.hijri import MONTHS, MONTHS_OF_YEAR

LINK: Final = re.compile(r"(?:https://|mailto:|tel:)[^\s)>\]]+")
NOTE: Final = re.compile(r"\[\^([^\]]+)\]")
ITEM: Final = re.compile(r"^\s{0,3}(?:[-*+]|\d+[.)])\s+")
DIGITS: Final = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٫٬\u00a0\u202f\u2009", "01234567890123456789,    ")
LOCALES: Final = {"en": "en", "fr": "fr", "ru": "ru", "fa": "fa_AF"}
SCALE_WORDS: Final = (
    (1_000, r"thousand|mille|тыс\.|тысяч\w*|هزار"),
    (1_000_000, r"millions?|млн\.?|миллион\w*|میلیون|ملیون"),
    (1_000_000_000, r"billions?|milliards?|млрд\.?|миллиард\w*|میلیارد|ملیارد"),
)
SCALES: Final = tuple((re.compile(rf"[\s-]?(?:{words})(?!\w)", re.IGNORECASE), scale) for scale, words in SCALE_WORDS)
ANY_SCALE: Final = "|".join(words for _, words in SCALE_WORDS)
NUMBER: Final = {
    "en": re.compile(r"\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"),
    "": re.compile(r"\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?"),
}
_HIJRI_MONTH: Final = "|".join(sorted({*MONTHS["fa"], *MONTHS_OF_YEAR["fa"]}, key=len, reverse=True))
HIJRI: Final = re.compile(
    rf"\d{{1,2}}(?:\s(?:{_HIJRI_MONTH}))?(?:\sتا\s\d{{1,2}})?\s(?:{_HIJRI_MONTH})\s1[34]\d\d(?:\s?(?:هجری|ه)\s?(?:شمسی|خورشیدی))?"
)
"""A day, or a span of days, by the other calendar, which says nothing that the Gregorian one beside it does not."""


class Fact(NamedTuple):
    """One fact that a text tells."""

    kind: str
    """paragraph, date, number, amount, link or footnote; in words: count, ordinal, season, weekday, point, perhaps."""
    value: str
    """The same in every language: 2017-06-08, 1500000, EUR 1500000, autumn."""


def facts_of(text: str, language: str) -> Counter[Fact]:
    """How often each fact stands in a text.

    >>> facts_of("Le 8 juin 2017, 1,5 million", "fr") == facts_of("On 8 June 2017, 1.5 million", "en")
    True
    """
    base = language.partition("-")[0]
    found = Counter(Fact("link", each.rstrip(".,;")) for each in LINK.findall(text))
    found.update(Fact("footnote", each) for each in NOTE.findall(text))
    prose = NOTE.sub("", LINK.sub("", text)).translate(DIGITS)
    found[Fact("paragraph", "")] = len(_paragraphs(prose))
    plain = " ".join(ITEM.sub(" ", line, count=1) for line in prose.split("\n"))
    if base == "fa":
        plain = HIJRI.sub(" ", plain)
    plain = in_figures(plain, base, ANY_SCALE)
    found.update(Fact(kind, value) for kind, value in spelt_in(plain, base))
    return found + _dates_and_numbers(plain, base)


def _paragraphs(text: str) -> list[str]:
    """Paragraphs and items of lists."""
    found: list[str] = []
    is_open = False
    for line in text.split("\n"):
        if not line.strip():
            is_open = False
        elif ITEM.match(line) or not is_open:
            found.append(line)
            is_open = True
    return found


def _dates_and_numbers(text: str, language: str) -> Counter[Fact]:
    found: Counter[Fact] = Counter()
    if language in LOCALES:
        pattern, months = _months(language)
        for day, with_day, year, alone, american, with_year in pattern.findall(text):
            month = f"{months[(with_day or alone).lower()]:02}"
            parts = [year or with_year, month, (day or american).zfill(2) if day or american else ""]
            found[Fact("date", "-".join(filter(None, parts)))] += 1
        text = pattern.sub(" ", text)
    number = NUMBER.get(language, NUMBER[""])
    found.update(_figure(each, text, language) for each in number.finditer(text))
    return found


@functools.cache
def _months(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    from babel.dates import get_month_names  # noqa: PLC0415 - a check without translations starts without Babel

    names = {
        name.lower(): number
        for context in ("format", "stand-alone")
        for number, name in get_month_names("wide", context, LOCALES[language]).items()
    }
    if language == "ru":  # Babel has nominative and genitive; a sentence also says “в июне”
        names |= {f"{name.rstrip('ьй')}е": number for name, number in names.items() if name[-1] in "ьйт"}
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    # A month counts where a day or a year stands beside it: “may” and “mars” are words, too.
    day, year = r"(?<!\d)(\d{1,2})(?:er|st|nd|rd|th)?\s+", r"\s+(\d{4})(?!\d)"
    return re.compile(
        rf"{day}({words})(?!\w)(?:{year})?|(?<!\w)({words})(?:\s+(\d{{1,2}}),)?{year}", re.IGNORECASE
    ), names


def _figure(found: re.Match[str], text: str, language: str) -> Fact:
    """A number; with the currency that stands beside it, an amount."""
    digits = found[0].replace(" ", "")
    digits = digits.replace(",", "") if language == "en" else digits.replace(",", ".")
    value, end = Decimal(digits), found.end()
    for pattern, scale in SCALES:
        if match := pattern.match(text, end):
            value, end = value * scale, match.end()
    short = SCALED.match(text, end)
    currency = currency_of(text, found.start(), short.end() if short else end, language)
    if currency and short:
        value *= SHORT[short[1]]
    currency = currency or currency_of(text, found.start(), end, language)
    written = f"{value.normalize():f}"
    return Fact("amount", f"{currency} {written}") if currency else Fact("number", written)
