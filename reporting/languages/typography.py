"""From what a keyboard gives to what a printer sets: quotation marks, dashes, spaces that hold together.

A language is a row in `TABLES`: its quotation marks, its dash, and the places where a line must not break.
A language without a row gets the ellipsis only; nothing is guessed for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reporting.languages.hijri import MONTHS, MONTHS_OF_YEAR
from reporting.languages.known import NBSP, THIN, base_of

_SEAM: Final = "\ufdd0"
"""Stands between two pieces of one line; quotation marks look through it."""

_ADDRESS: Final = "\ufdd1"
"""Stands for a web or mail address, which stays as it is."""

_OPENERS: Final = frozenset("([{-–—/“‘«„¿¡")
_WORD: Final = re.compile(rf"[^\s{_SEAM}]+")
_TRIM: Final = "\"'()[]{}<>,.;:!?…“”‘’«»"

_GROUPED: Final = re.compile(r"\+\d[\d ]*|(?<![\w.,-])\d{1,3}(?: \d{3})+(?!\w)")
"""A telephone number, which stays as it is, or a number in groups of three."""

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

LEVELS: Final = {
    "en": (("“", "”"), ("‘", "’")),
    "fr": ((f"«{NBSP}", f"{NBSP}»"), ("“", "”")),
    "ru": (("«", "»"), ("„", "“")),
    "fa": (("«", "»"), ("‹", "›")),
}
"""Quotation marks from the outermost in: those of CLDR; in French the second are those of the style guide (6.6)."""


PAIRS: Final = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"), ("‘", "’"), ("‹", "›"))
"""Marks that somebody may have typed around a quotation."""


def quoted(text: str, language: str, depth: int = 1) -> str:
    """The text in the language's quotation marks; `depth` counts from the outermost, and begins again after the last."""
    levels = LEVELS.get(base_of(language), LEVELS["en"])
    before, behind = levels[(depth - 1) % len(levels)]
    return f"{before}{text}{behind}"


def unquoted(text: str) -> str:
    """The text without quotation marks that stand around the whole of it.

    >>> unquoted('"The sea asks no one."')
    'The sea asks no one.'
    """
    bare = text.strip()
    for before, behind in PAIRS:
        inside = bare[len(before) : -len(behind)]
        if bare.startswith(before) and bare.endswith(behind) and not {before, behind} & set(inside):
            return inside.strip(f" {NBSP}{THIN}")
    return text


def nested(text: str, language: str) -> str:
    """A text that comes to stand in quotation marks, with those it holds itself moved one level in.

    >>> nested("Проект «Запад»", "ru")
    'Проект „Запад“'
    """
    (before, behind), (inner_before, inner_behind) = LEVELS.get(base_of(language), LEVELS["en"])
    text = (
        re.sub(rf"{before.strip()}[ {NBSP}]?", inner_before, text)
        if NBSP in before
        else text.replace(before, inner_before)
    )
    return (
        re.sub(rf"[ {NBSP}]?{behind.strip()}", inner_behind, text)
        if NBSP in behind
        else text.replace(behind, inner_behind)
    )


def typography(text: str, language: str) -> str:
    r"""The text as it is set in print.

    >>> typography("The EU's \"common efforts\" - and more...", "en")
    'The EU’s “common efforts”\xa0– and more…'
    """
    return typeset([text], language)[0]


def typeset(pieces: Sequence[str], language: str) -> list[str]:
    """The same for a line in pieces, such as the words before, in and after an emphasis: marks see across the seams."""
    joined = _SEAM.join(pieces)
    if _ADDRESS in joined or joined.count(_SEAM) != len(pieces) - 1:
        return list(pieces)  # noncharacters, which no record can hold: leave such a text alone
    addresses: list[str] = []
    masked = _WORD.sub(lambda word: _mask(word[0], addresses), joined) if _may_hold_address(joined) else joined
    line = _set(masked, TABLES.get(base_of(language)))
    for address in addresses:
        line = line.replace(_ADDRESS, address, 1)
    return line.split(_SEAM)


def _may_hold_address(line: str) -> bool:
    return "://" in line or "@" in line or "www." in line


def _mask(word: str, addresses: list[str]) -> str:
    core = word.strip(_TRIM)
    if "://" in core or "@" in core or core.startswith("www."):
        addresses.append(core)
        return word.replace(core, _ADDRESS, 1)
    return word


def _set(line: str, table: Table | None) -> str:
    line = re.sub(r"(?<!\.)\.\.\.(?!\.)", "…", line)
    if table is None or line.isalnum():
        return line
    line = re.sub(r"(?<!-)---(?!-)", "—", line)
    line = re.sub(r"(?<!-)--(?!-)", "–", line)
    line = re.sub(r"(?<=\S) [-–] (?=\S)", f"{NBSP}{table.dash} ", line)
    if '"' in line or "'" in line:
        line = _quotes(line, table)
    line = _GROUPED.sub(_grouped, line)
    for pattern, replacement in table.rules:
        line = pattern.sub(replacement, line)
    return line


def _grouped(number: re.Match[str]) -> str:
    return number[0] if number[0].startswith("+") else number[0].replace(" ", THIN)


def _quotes(line: str, table: Table) -> str:
    """Straight quotes turned by what stands before them; an apostrophe is a closing single mark."""
    marks = []
    before, depth = " ", 0
    for index, char in enumerate(line):
        mark = char
        if char in "\"'":
            is_opening = (before.isspace() or before in _OPENERS) and not _is_decade(line, index)
            depth += (1 if is_opening else 0) if char == '"' else 0
            pair = _pair(table, depth) if char == '"' else table.single or ("’", "’")
            depth -= 0 if is_opening or char == "'" else 1
            mark = pair[0] if is_opening else pair[1]
            before = "“" if is_opening else "”"
        elif char != _SEAM:
            before = char
        marks.append(mark)
    return "".join(marks)


def _pair(table: Table, depth: int) -> tuple[str, str]:
    """Double marks at their depth: a name in marks inside of a quotation gets those of the second level."""
    return table.inner if depth == 2 and table.inner else table.double


def _is_decade(line: str, index: int) -> bool:
    """Whether the quote at `index` stands for the century of a decade: `'90s`."""
    return line[index] == "'" and line[index + 1 : index + 4].endswith("0s") and line[index + 1 : index + 3].isdigit()
