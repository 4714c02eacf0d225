"""What a text says in words where it might use figures: small numbers, ordinals, seasons, weekdays, letters of points.

One is left out everywhere: “one”, « un », «один» are articles and pronouns, and “first” opens a list.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Final

Words = Mapping[str, tuple[str, ...]]
"""Patterns by kind, in order of what they stand for."""

_RU: Final = "(?:ый|ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми)"
_RU_SOFT: Final = "(?:ий|ья|ье|ьи|ьего|ьему|ьим|ьем|ьей|ью|ьих|ьими)"
_FR_NOUN: Final = r"(?=\s\w+[sx]\b)"
"""« neuf » is also “new”: it counts where a plural follows."""

COUNTS: Final[Words] = {
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "fr": ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", f"neuf{_FR_NOUN}", "dix"),
    "ru": (
        *("дв(?:а|е|ух|ум|умя|ое|оих)", "тр(?:и|ёх|ех|ём|ем|емя|ое|оих)", "четыр(?:е|ёх|ех|ём|ем|ьмя)|четверо"),
        *("пят(?:ь|и|ью)|пятеро", "шест(?:ь|и|ью)", "сем(?:ь|и)", "вос(?:емь|ьми|емью|ьмью)"),
        *("девят(?:ь|и|ью)", "десят(?:ь|и|ью)"),
    ),
    "fa": ("دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "(?!)", "(?!)"),  # «نه» is also “no”, «ده» a village
}
"""From two to ten."""

ORDINALS: Final[Words] = {
    "en": (
        *("second(?!s)", "thirds?", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    ),
    "fr": (
        *("deuxièmes?|seconde?", "troisièmes?|tiers|tierces?", "quatrièmes?", "cinquièmes?", "sixièmes?"),
        *("septièmes?", "huitièmes?", "neuvièmes?", "dixièmes?"),
    ),
    "ru": (
        rf"втор{_RU}(?! половин)",  # «вторая половина дня» is “the afternoon”
        *(rf"трет{_RU_SOFT}|трет(?:ь|и|ями|ей)", rf"четв[ёе]рт{_RU}", f"пят{_RU}", f"шест{_RU}", f"седьм{_RU}"),
        *(f"восьм{_RU}", f"девят{_RU}", f"десят{_RU}"),
    ),
    "fa": tuple(
        f"{word}(?:ین)?" for word in ("دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم")
    ),
}  # fmt: skip
"""From the second to the tenth."""

PERHAPS: Final[Words] = {
    "en": ("both|twice|two-?fold|pair|half", "(?!)", "quarters?"),
    "fr": ("double|moitié|deux fois|demi", "triple|trimestres?", "quarts?|trimestres?"),
    "ru": (
        *(r"об(?:а|е|оих|оим|оими|еих|еим|еими)|дважды|пар[аыу]|дву[хм]?\w+|наполовину", r"тр[её]х\w+|трижды"),
        *(r"четыр[её]х\w+|четверт(?:ь|и|ью|ей)|квартал\w*", r"пяти\w+", r"шести\w+", r"семи\w+|семью"),
        *(r"восьми\w+", r"девяти\w+", r"десяти\w+"),
    ),
    "fa": ("هر دو|دو\u200c\\w+|نیم", "سه\u200c\\w+", "ربع", "(?!)", "(?!)", "(?!)", "(?!)", "نه", "ده"),
}
"""Words that say a number which another language may count: “both” for « les deux », «пятилетний» for “five-year”."""

SEASONS: Final[Words] = {
    "en": ("spring(?! (?:from|up))", "summer", r"autumn|fall(?= (?:of )?\d{4})", "winter"),
    "fr": ("printemps", r"(?:(?:l|d|cet|en)[’' ])été|été(?= \d{4})", "automne", "hiver"),
    "ru": (
        *(
            "весн(?:а|ы|е|у|ой)|весенн(?:ий|ей|его|ем|юю|яя|ие|их)",
            r"лет(?:о|ом|у)|лета(?= \d{4})|летн(?:ий|ей|его|ем|юю|яя|ие|их)",
        ),
        *("осен(?:ь|и|ью)|осенн(?:ий|ей|его|ем|юю|яя|ие|их)", "зим(?:а|ы|е|у|ой)|зимн(?:ий|ей|его|ем|юю|яя|ие|их)"),
    ),
    "fa": ("بهار", "تابستان", "خزان|پاییز|پائیز", "زمستان"),
}
SEASON_NAMES: Final = ("spring", "summer", "autumn", "winter")

_DATED: Final = r"(?=[,،]? \d)"
WEEKDAYS: Final[Words] = {
    "en": ("mondays?", "tuesdays?", "wednesdays?", "thursdays?", "fridays?", "saturdays?", "sundays?"),
    "fr": ("lundis?", "mardis?", "mercredis?", "jeudis?", "vendredis?", "samedis?", "dimanches?"),
    "ru": (
        *("понедельник(?:а|у|ом|е|и|ам)?", "вторник(?:а|у|ом|е|и|ам)?"),
        rf"(?<=в )среду|сред(?:а|у|ы|ой){_DATED}",  # «среда» is also the environment
        *(
            "четверг(?:а|у|ом|е|и|ам)?",
            "пятниц(?:а|ы|е|у|ей|ам)",
            "суббот(?:а|ы|е|у|ой|ам)",
            "воскресень(?:е|я|ю|ем|ям)",
        ),
    ),
    "fa": (
        rf"(?<=روز )دوشنبه|دوشنبه{_DATED}",  # the name of a capital as well
        *(
            "سه\u200c?شنبه",
            "چهار\u200c?شنبه",
            "پنج\u200c?شنبه",
            "جمعه",
            r"(?<=روز )شنبه|شنبه" + _DATED,
            "یک\u200c?شنبه",
        ),
    ),
}
WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

LETTERS: Final[Mapping[str, str]] = {"ru": "абвгдежзиклмн", "fa": "ابجدهوزحطی"}
"""How points are counted; where a language has Latin letters, they count as they do in English."""
ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
"""Points below a numbered paragraph, as English and French papers print them: the second is (ii) there and б) in Russian."""
_FIGURE: Final = r"|(?<!\w)\((x|ix|iv|v?i{1,3}|v)\)"
POINT: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(r"(?<![\w(])\(?([a-hj-uwyz])\)|(?:points?|paragraphs?|items?|letter) ([b-hj-z])(?!\w)" + _FIGURE),
    "fr": re.compile(r"(?<![\w(])\(?([a-hj-uwyz])\)|(?:points?|alinéas?|lettre) ([b-hj-xz])(?!\w)" + _FIGURE),
    "ru": re.compile(r"(?<![\w(])\(?([а-яa-hj-uwyz])\)|(?:пункт\w*|подпункт\w*|п\.) «([а-яa-z])»"),
    "fa": re.compile(r"(?<![\w(])\(?(الف|[بجدهوزحطیa-z])\)|(?:بند|جزء) «?(الف|[بجدهوزحطی])»?(?!\w)"),
}
"""Letters of points; roman figures in small letters (i, v, x) are figures only where they stand in two brackets."""

NUMBERS: Final = tuple(map(str, range(2, 11)))
KINDS: Final = (
    ("weekday", WEEKDAYS, WEEKDAY_NAMES),
    ("perhaps", PERHAPS, NUMBERS),
    ("ordinal", ORDINALS, NUMBERS),
    ("count", COUNTS, NUMBERS),
    ("season", SEASONS, SEASON_NAMES),
)
"""What is looked for, with what it stands for; what comes first takes the words away from what comes later."""
_ONE: Final = {"en": "one|a", "fr": "une?", "ru": r"од(?:ин|ного|ному|ним|ном)", "fa": "یک"}


FIGURE: Final = 3
"""The group of a roman figure in `POINT`."""


def spelt_in(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Each thing that a text says in words: its kind and what it stands for, the same in every language.

    >>> list(spelt_in("Le jeudi, trois experts de la quatrième session", "fr"))
    [('weekday', 'Thursday'), ('count', '3'), ('ordinal', '4')]
    """
    pattern, meant = _pattern(language)
    if pattern is not None:
        for each in pattern.finditer(text):
            yield meant[each.lastgroup or ""]
    for each in POINT[language].finditer(text) if language in POINT else ():
        if each.lastindex == FIGURE:
            yield "point", "abcdefghijklm"[ROMAN.index(each[FIGURE])]
            continue
        letter = (each[1] or each[2]).replace("الف", "ا")
        own = LETTERS.get(language, "").find(letter)
        yield "point", letter if own < 0 else "abcdefghijklm"[own]


def in_figures(text: str, language: str, scale: str) -> str:
    """A text in which numbers before a scale are figures: `5 million` for “five million”."""
    if language not in COUNTS:
        return text
    return _before_scale(language, scale).sub(lambda each: (each.lastgroup or "")[1:], text)


@functools.cache
def _pattern(language: str) -> tuple[re.Pattern[str] | None, dict[str, tuple[str, str]]]:
    meant, parts = {}, []
    for kind, words, names in KINDS:
        for number, (word, name) in enumerate(zip(words.get(language, ()), names, strict=False)):
            group = f"{kind}{number}"
            meant[group] = kind, name
            parts.append(f"(?P<{group}>{word})")
    if not parts:
        return None, meant
    # A joiner that has no width ties a word to the next one in Persian, as a hyphen does in Russian.
    edge = "\\w\u200c" if language == "fa" else r"\w-" if language == "ru" else r"\w"
    return re.compile(rf"(?<![{edge}])(?:{'|'.join(parts)})(?![{edge.rstrip('-')}])", re.IGNORECASE), meant


@functools.cache
def _before_scale(language: str, scale: str) -> re.Pattern[str]:
    words = (_ONE[language], *COUNTS[language])
    parts = "|".join(f"(?P<n{number}>{word})" for number, word in enumerate(words, start=1))
    return re.compile(rf"(?<!\w)(?:{parts})(?=[ -](?:{scale})(?!\w))", re.IGNORECASE)
