"""Numbers in words and figures, ordinals, counts that agree with their noun, and money."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal

from reporting.languages.forms import CASED
from reporting.languages.known import NBSP, THIN, in_digits, known, locale_of
from reporting.languages.plain import is_plain, plain_number, plain_percent

Gender = Literal["m", "f", "n"]


def _row(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_ORDINALS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "en": {
        "m": _row("first second third fourth fifth sixth seventh eighth ninth tenth"),
    },
    "fr": {
        "m": _row("premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"),
        "f": _row("première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"),
    },
    "ru": {
        "m": _row("первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый"),
        "f": _row("первая вторая третья четвёртая пятая шестая седьмая восьмая девятая десятая"),
        "n": _row("первое второе третье четвёртое пятое шестое седьмое восьмое девятое десятое"),
    },
    "fa": {
        "m": _row("اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم"),
    },
}
"""The first ten, which running text writes out; a gender that is missing is written as the masculine."""

_WORDS: Final = {
    "en": _row("no one two three four five six seven eight nine"),
}
"""Below ten, where a language's numbers do not bend with the noun; the others write figures."""

_MILLIONS: Final = {
    "en": (("million", "million"), ("billion", "billion")),
    "fr": (("million", "millions"), ("milliard", "milliards")),
    "ru": (("млн", "млн"), ("млрд", "млрд")),
    "fa": (("میلیون", "میلیون"), ("میلیارد", "میلیارد")),
}

_DECIMAL_SIGN: Final = {"en": ".", "fr": ",", "ru": ",", "fa": "٫"}
_GROUP_SIGN: Final = {"en": THIN, "fr": THIN, "ru": THIN, "fa": "٬"}
_PERCENT: Final = {"en": "{}%", "fr": f"{{}}{NBSP}%", "ru": f"{{}}{NBSP}%", "fa": "{}٪"}
"""English closes up; French and Russian hold a space (Interinstitutional Style Guide, 10.3; CLDR)."""

_CASE_ENDINGS: Final = {
    "m": {"genitive": "го", "dative": "му", "accusative": "й", "instrumental": "м", "prepositional": "м"},
    "n": {"genitive": "го", "dative": "му", "accusative": "е", "instrumental": "м", "prepositional": "м"},
    "f": {"genitive": "й", "dative": "й", "accusative": "ю", "instrumental": "й", "prepositional": "й"},
}
"""What a Russian ordinal in figures ends with: в 4-м раунде, 4-го раунда, на 4-й встрече."""

_STEM_ENDINGS: Final = {
    "m": {"genitive": "ого", "dative": "ому", "accusative": "", "instrumental": "ым", "prepositional": "ом"},
    "n": {"genitive": "ого", "dative": "ому", "accusative": "", "instrumental": "ым", "prepositional": "ом"},
    "f": {"genitive": "ой", "dative": "ой", "accusative": "ую", "instrumental": "ой", "prepositional": "ой"},
}
_THIRD: Final = {
    "m": {"genitive": "ьего", "dative": "ьему", "accusative": "", "instrumental": "ьим", "prepositional": "ьем"},
    "n": {"genitive": "ьего", "dative": "ьему", "accusative": "", "instrumental": "ьим", "prepositional": "ьем"},
    "f": {"genitive": "ьей", "dative": "ьей", "accusative": "ью", "instrumental": "ьей", "prepositional": "ьей"},
}
"""Endings of Russian ordinals in words; `третий` bends in its own way. An accusative that is empty is the nominative."""


def write_ordinal(
    number: int, language: str, *, in_words: bool = True, gender: Gender = "m", case: str | None = None
) -> str:
    """`fourth`, from the eleventh on `11th`; in figures throughout if asked, as titles want them.

    Args:
        number: which one.
        language: language of the paper.
        in_words: whether the first ten are written out.
        gender: that of the noun which it stands before.
        case: its case, in languages that have them: `genitive` for `четвёртого`.

    Raises:
        Failed: the language is not known.
        KeyError: there is no such case.
    """
    row = known(language)
    if is_plain(language):
        return in_digits(str(number), language)
    table = _ORDINALS[row]
    if in_words and 1 <= number <= 10:
        word = table.get(gender, table["m"])[number - 1]
        return _bent_ordinal(word, number, gender, case) if row in CASED and case else word
    if row in CASED and case:
        return f"{number}-{_CASE_ENDINGS[gender][case]}"
    return _FIGURES[row](number, gender)


def _bent_ordinal(word: str, number: int, gender: Gender, case: str) -> str:
    """`четвёртого`, `второй`, `третьем`: the stem of the word with the ending of the case."""
    ending = (_THIRD if number == 3 else _STEM_ENDINGS)[gender][case]
    stem = "трет" if number == 3 else word[:-2]
    return f"{stem}{ending}" if ending else word


def _english_figures(number: int, gender: Gender) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if number % 100 in {11, 12, 13} else endings.get(number % 10, "th")
    return f"{number}{ending}"


def _french_figures(number: int, gender: Gender) -> str:
    return f"{number}e" if number != 1 else "1re" if gender == "f" else "1er"


def _dari_figures(number: int, gender: Gender) -> str:
    return in_digits(f"{number}م", "fa")


def _russian_figures(number: int, gender: Gender) -> str:
    return f"{number}-{ {'m': 'й', 'f': 'я', 'n': 'е'}[gender] }"


_FIGURES: Final = {"en": _english_figures, "fr": _french_figures, "ru": _russian_figures, "fa": _dari_figures}


def write_number(number: int | Decimal, language: str) -> str:
    """A number in figures, in groups of three: `21 750 000` with narrow no-break spaces."""
    row = known(language)
    if is_plain(language):
        return plain_number(number, language)
    whole, point, rest = f"{number:,f}".partition(".") if isinstance(number, Decimal) else (f"{number:,}", "", "")
    written = whole.replace(",", _GROUP_SIGN[row]) + (_DECIMAL_SIGN[row] + rest if point else "")
    return in_digits(written, language)


def write_percent(number: int | Decimal, language: str) -> str:
    """A share in per cent: `12%`, in French and Russian `12 %` with a no-break space."""
    row = known(language)
    return (
        plain_percent(number, language) if is_plain(language) else _PERCENT[row].format(write_number(number, language))
    )


def noun_for(number: int | Decimal, forms: Mapping[str, str], language: str) -> str:
    """The form of a noun that a number asks for.

    >>> noun_for(3, {"one": "guest", "other": "guests"}, "en")
    'guests'

    Args:
        number: how many.
        forms: the noun by plural category: `one` and `other`, in Russian `few` and `many` as well.
        language: language of the noun.

    Raises:
        Failed: the language is not known.
    """
    category = locale_of(language).plural_form(number)
    return forms[category] if category in forms else forms["other"] if "other" in forms else forms["many"]


def write_count(number: int, forms: Mapping[str, str], language: str, *, in_words: bool = True) -> str:
    """A number with its noun: `three meetings`, `12 meetings`; the figure never parts from the noun."""
    words = _WORDS.get(known(language), ())
    noun = noun_for(number, forms, language)
    if in_words and 0 <= number < len(words):
        return f"{words[number]} {noun}"
    return f"{write_number(number, language)}{NBSP}{noun}"


def write_money(
    amount: int | Decimal, currency: str, language: str, *, style: Literal["release", "document"] = "release"
) -> str:
    """An amount of money, for readers (`€123 million`) or for documents (`EUR 21 750 000`).

    Args:
        amount: the amount in whole units; never a float, whose last digits are chance.
        currency: its three letters by ISO 4217.
        language: language of the paper.
        style: `release` shortens round millions and uses the sign; `document` writes all figures and the three letters.

    Raises:
        Failed: the language is not known.
    """
    row = known(language)
    if style == "document":
        figures = write_number(amount, language)
        return f"{currency}{NBSP}{figures}" if row == "en" else f"{figures}{NBSP}{currency}"
    figures, unit = _shortened(amount, language)
    if row == "en":
        sign = _sign(currency, language)
        return f"{sign}{figures}" + (f"{NBSP}{unit}" if unit else "")
    return _money_after(amount, currency, language, figures, unit)


def _sign(currency: str, language: str) -> str:
    sign = str(locale_of(language).currency_symbols.get(currency, currency))
    return sign + NBSP if sign[-1].isalpha() else sign


def _money_after(amount: int | Decimal, currency: str, language: str, figures: str, unit: str) -> str:
    """Languages that name the currency after the amount; after `millions` French puts `de` before it."""
    name = _currency_name(amount, currency, language)
    if not unit:
        return f"{figures}{NBSP}{name}"
    if known(language) == "fr":
        name = f"d’{name}" if name[0].casefold() in "aeiouyéèh" else f"de {name}"
    return f"{figures}{NBSP}{unit} {name}"


def _currency_name(amount: int | Decimal, currency: str, language: str) -> str:
    from babel.numbers import get_currency_name  # noqa: PLC0415 - see `locale_of`

    return str(get_currency_name(currency, count=amount, locale=locale_of(language)))


def _shortened(amount: int | Decimal, language: str) -> tuple[str, str]:
    """Figures and unit: round millions and billions by their word, everything else in full."""
    row = known(language)
    if is_plain(language):
        return write_number(amount, language), ""
    millions, billions = _MILLIONS[row]
    for size, forms in ((10**9, billions), (10**6, millions)):
        part = Decimal(amount) / size
        if abs(part) >= 1 and part == round(part, 2):
            tidy = part.quantize(Decimal(1)) if part == part.to_integral() else part.normalize()
            return write_number(tidy, language), forms[0] if abs(part) < 2 else forms[1]
    return write_number(amount, language), ""
