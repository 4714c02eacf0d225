"""How each language sets its lines: its quotation marks, its dash, and the places where a line must not break.

A language is a row in `TABLES`; one without a row gets the ellipsis only, and nothing is guessed for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reporting.languages.hijri import MONTHS, MONTHS_OF_YEAR
from reporting.languages.known import NBSP, THIN

Rule = tuple[re.Pattern[str], str]


@dataclass(frozen=True, slots=True)
class Table:
    """How one language sets its lines."""

    double: tuple[str, str]
    """Opening and closing mark for the straight double quote."""
    single: tuple[str, str] | None
    """The same for the straight single quote; None where it is an apostrophe only."""
    dash: str
    """For a hyphen between spaces."""
    rules: tuple[Rule, ...]
    inner: tuple[str, str] | None = None
    """The marks for a straight double quote inside of another."""


def _hold(before: str, after: str, space: str = NBSP) -> Rule:
    """A space that holds, between one character of `before` and `after`."""
    return re.compile(f"(?<={before}) (?={after})"), space


def _after(words: str, following: str) -> Rule:
    """A no-break space after each of the words, if what follows begins so."""
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, words.split()))}) (?={following})"), rf"\1{NBSP}"


def _after_number(words: str) -> Rule:
    return _hold(r"\d", rf"(?:{'|'.join(map(re.escape, words.split('|')))})(?!\w)")


def _before_year(months: str) -> Rule:
    return re.compile(rf"\b({months}) (?=(?:19|20)\d\d(?!\d))"), rf"\1{NBSP}"


_EVERYWHERE: Final[tuple[Rule, ...]] = (
    _hold(r"\d", r"%"),
    (re.compile(r"(?<![\w§])(§§?) ?(?=\d)"), rf"\1{NBSP}"),
    (re.compile(r"(?<![\w./-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/-])"), r"\1–\2"),
    _after("EUR USD GBP CHF KZT KGS TJS TMT UZS", r"\d"),
    _hold("€", r"\d"),
)

_EN_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FR_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_RU_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_FA_GREGORIAN = "جنوری|فبروری|مارچ|اپریل|می|جون|جولای|اگست|سپتمبر|اکتوبر|نومبر|دسمبر"
_FA_MONTHS = "|".join((_FA_GREGORIAN, *dict.fromkeys((*MONTHS["fa"], *MONTHS_OF_YEAR["fa"]))))

TABLES: Final = {
    "en": Table(
        double=("“", "”"),
        single=("‘", "’"),
        dash="–",
        rules=(
            *_EVERYWHERE,
            _after_number(f"million|billion|trillion|thousand|per cent|km|kg|ha|MW|GW|euro|euros|{_EN_MONTHS}"),
            _before_year(_EN_MONTHS),
            _after("Mr Ms Mrs Dr Mr. Ms. Mrs. Dr. Prof. H.E. St.", r"[^\W\d_]"),
            _after("No No. Nos Nos. Art. Article Articles Annex p. pp. para. paragraph paragraphs", r"\d"),
        ),
    ),
    "fr": Table(
        double=(f"«{NBSP}", f"{NBSP}»"),
        single=None,
        dash="–",
        inner=("“", "”"),
        rules=(
            *_EVERYWHERE,
            _hold(r"\S", "[:»]"),
            _hold("«", r"\S"),
            _hold(r"\S", "[;!?]", THIN),
            _after_number(f"million|millions|milliard|milliards|km|kg|ha|MW|GW|euro|euros|{_FR_MONTHS}"),
            _before_year(_FR_MONTHS),
            _after("M. MM. Mme Mmes Mlle Dr S.E.", r"[^\W\d_]"),
            _after("n° nº no art. article articles annexe p. paragraphe paragraphes", r"\d"),
            _hold(r"\b1er", rf"(?:{_FR_MONTHS})\b"),
        ),
    ),
    "ru": Table(
        double=("«", "»"),
        single=None,
        dash="—",
        inner=("„", "“"),
        rules=(
            *_EVERYWHERE,
            _after_number(f"млн|млрд|тыс.|трлн|км|кг|га|евро|г.|гг.|года|году|год|{_RU_MONTHS}"),
            _before_year(_RU_MONTHS),
            _after("№ ст. п. с. статья статьи пункт пункта", r"\d"),
            _after("г. г-н г-на г-ну г-ном г-не г-жа г-жи г-же г-жу г-жой", r"[А-ЯЁ]"),
            (re.compile(r"(?<=\b[А-ЯЁ]\.) (?=[А-ЯЁ])"), NBSP),
        ),
    ),
    "fa": Table(
        double=("«", "»"),
        single=None,
        dash="–",
        inner=("‹", "›"),
        rules=(
            *_EVERYWHERE,
            _after_number(f"هزار|میلیون|ملیون|میلیارد|فیصد|یورو|دالر|افغانی|کیلومتر|{_FA_MONTHS}"),
            (re.compile(rf"(?<!\w)({_FA_MONTHS}) (?=[۱۲][۰-۹]{{3}}(?!\w))"), rf"\1{NBSP}"),
        ),
    ),
}
