"""Dates, hours, numbers, money, shares, quotation marks and lists of four languages, side by side.

In the answers `_` is a no-break space and `,,` a narrow one. Where Babel writes the same, a test below compares the
two; the other rules are those of the Interinstitutional Style Guide (IISG: 10.1 to 10.6) and of the language's press.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from reporting.languages.dates import weekday, write_date, write_range
from reporting.languages.fuzzy import FuzzyDate
from reporting.languages.fuzzy_dates import write_fuzzy, write_fuzzy_phrase
from reporting.languages.known import LOCALES, in_digits
from reporting.languages.lists import write_list
from reporting.languages.numbers import write_count, write_money, write_number, write_ordinal, write_percent
from reporting.languages.quotations import nested, quoted
from reporting.languages.times import write_time
from reporting.languages.typography import typography

LANGUAGES = ("en", "fr", "ru", "fa-AF")


def shown(text: str) -> str:
    return text.replace("\u00a0", "_").replace("\u202f", ",,")


@pytest.mark.parametrize(
    ("day", "en", "fr", "ru", "fa"),
    [
        ("2017-06-08", "8_June_2017", "8_juin_2017", "8_июня_2017_года", "۸_جون_۲۰۱۷"),
        ("2017-06-01", "1_June_2017", "1er_juin_2017", "1_июня_2017_года", "۱_جون_۲۰۱۷"),
        ("2018-11-23", "23_November_2018", "23_novembre_2018", "23_ноября_2018_года", "۲۳_نومبر_۲۰۱۸"),
        ("2026-03-31", "31_March_2026", "31_mars_2026", "31_марта_2026_года", "۳۱_مارچ_۲۰۲۶"),
        ("2024-02-29", "29_February_2024", "29_février_2024", "29_февраля_2024_года", "۲۹_فبروری_۲۰۲۴"),
        ("2021-08-15", "15_August_2021", "15_août_2021", "15_августа_2021_года", "۱۵_اگست_۲۰۲۱"),
    ],
)
def test_a_day(day: str, en: str, fr: str, ru: str, fa: str) -> None:
    """IISG 10.1: day, month in letters, year; in French the first of a month is an ordinal."""
    assert [shown(write_date(date.fromisoformat(day), each)) for each in LANGUAGES] == [en, fr, ru, fa]


def test_a_day_where_room_is_short() -> None:
    day = date(2017, 6, 8)
    assert [shown(write_date(day, each, short=True)) for each in LANGUAGES] == [
        "8_June_2017",
        "8_juin_2017",
        "8_июня_2017_г.",
        "۸_جون_۲۰۱۷",
    ]


@pytest.mark.parametrize(
    ("first", "last", "en", "fr", "ru", "fa"),
    [
        ("2026-05-18", "2026-05-19", "18–19_May_2026", "18–19_mai_2026", "18–19_мая_2026_года", "۱۸ تا ۱۹_می_۲۰۲۶"),
        ("2026-05-01", "2026-05-02", "1–2_May_2026", "1er–2_mai_2026", "1–2_мая_2026_года", "۱ تا ۲_می_۲۰۲۶"),
        (
            "2026-02-27",
            "2026-03-02",
            "27_February_– 2_March_2026",
            "27_février_– 2_mars_2026",
            "27_февраля_— 2_марта_2026_года",
            "۲۷_فبروری تا_۲_مارچ_۲۰۲۶",
        ),
        (
            "2025-12-31",
            "2026-01-01",
            "31_December_2025_– 1_January_2026",
            "31_décembre_2025_– 1er_janvier_2026",
            "31_декабря_2025_года_— 1_января_2026_года",
            "۳۱_دسمبر_۲۰۲۵ تا_۱_جنوری_۲۰۲۶",
        ),
    ],
)
def test_a_span_of_days(first: str, last: str, en: str, fr: str, ru: str, fa: str) -> None:  # noqa: PLR0917 - the row of a table
    """CLDR's interval formats, with a dash and no spaces between two days of one month; French begins with 1er as a single day does."""
    span = date.fromisoformat(first), date.fromisoformat(last)
    assert [shown(write_range(*span, each)) for each in LANGUAGES] == [en, fr, ru, fa]


@pytest.mark.parametrize(
    ("when", "en", "fr", "ru", "fa"),
    [
        ("2018", "2018", "2018", "2018_года", "۲۰۱۸"),
        ("2018-11", "November_2018", "novembre_2018", "ноябрь_2018_года", "نومبر_۲۰۱۸"),
        ("2018-autumn", "autumn_2018", "automne_2018", "осень_2018_года", "خزان_۲۰۱۸"),
        ("2018-late", "late_2018", "fin_2018", "конец_2018_года", "اواخر_۲۰۱۸"),
    ],
)
def test_a_date_as_far_as_it_is_known(when: str, en: str, fr: str, ru: str, fa: str) -> None:
    """Months alone as CLDR writes them alone (`LLLL y`); seasons and parts of a year as the press of the language does."""
    assert [shown(write_fuzzy(FuzzyDate.parse(when), each)) for each in LANGUAGES] == [en, fr, ru, fa]


@pytest.mark.parametrize(
    ("when", "en", "fr", "ru", "fa"),
    [
        ("2018", "in 2018", "en 2018", "в_2018_году", "در سال_۲۰۱۸"),
        ("2018-03", "in March_2018", "en mars_2018", "в_марте_2018_года", "در_مارچ_۲۰۱۸"),
        ("2018-05", "in May_2018", "en mai_2018", "в_мае_2018_года", "در_می_۲۰۱۸"),
        ("2018-11-23", "on 23_November_2018", "le_23_novembre_2018", "23_ноября_2018_года", "به تاریخ_۲۳_نومبر_۲۰۱۸"),
        ("2018-spring", "in spring_2018", "au printemps 2018", "весной 2018_года", "در بهار ۲۰۱۸"),
        ("2018-early", "in early_2018", "début 2018", "в начале 2018_года", "در اوایل ۲۰۱۸"),
    ],
)
def test_a_date_in_a_sentence(when: str, en: str, fr: str, ru: str, fa: str) -> None:
    assert [shown(write_fuzzy_phrase(FuzzyDate.parse(when), each)) for each in LANGUAGES] == [en, fr, ru, fa]


@pytest.mark.parametrize(
    ("hour", "zone", "en", "fr", "ru", "fa"),
    [
        ("14:30", None, "14:30", "14_h_30", "14:30", "۱۴:۳۰"),
        ("09:05", None, "09:05", "9_h_05", "09:05", "۰۹:۰۵"),
        (
            "12:00",
            "Europe/Brussels",
            "12:00 (Brussels time)",
            "12_h_00 (heure de Bruxelles)",
            "12:00 (по времени г._Брюссель)",
            "۱۲:۰۰ (به وقت بروکسل)",
        ),
        (
            "17:00",
            "Asia/Kabul",
            "17:00 (Kabul time)",
            "17_h_00 (heure de Kaboul)",
            "17:00 (по времени г._Кабул)",
            "۱۷:۰۰ (به وقت کابل)",
        ),
    ],
)
def test_an_hour(hour: str, zone: str | None, en: str, fr: str, ru: str, fa: str) -> None:  # noqa: PLR0917 - the row of a table
    """CLDR's `HH:mm`; in French 9 h 05, as the Imprimerie nationale sets hours. The zone is named by its city, as CLDR has it."""
    written = [shown(write_time(time.fromisoformat(hour), each, zone=zone)) for each in LANGUAGES]
    assert written == [en, fr, ru, fa]


@pytest.mark.parametrize(
    ("number", "en", "fr", "ru", "fa"),
    [
        (8, "8", "8", "8", "۸"),
        (1234, "1,,234", "1,,234", "1,,234", "۱٬۲۳۴"),
        (21750000, "21,,750,,000", "21,,750,,000", "21,,750,,000", "۲۱٬۷۵۰٬۰۰۰"),
        (Decimal("14.5"), "14.5", "14,5", "14,5", "۱۴٫۵"),
    ],
)
def test_a_number(number: int | Decimal, en: str, fr: str, ru: str, fa: str) -> None:
    """CLDR's decimals, held against Babel below; thousands parted by a thin space in English, too."""
    assert [shown(write_number(number, each)) for each in LANGUAGES] == [en, fr, ru, fa]


@pytest.mark.parametrize(
    ("number", "en", "fr", "ru", "fa"),
    [
        (12, "12%", "12_%", "12_%", "۱۲٪"),
        (Decimal("0.5"), "0.5%", "0,5_%", "0,5_%", "۰٫۵٪"),
    ],
)
def test_a_share(number: int | Decimal, en: str, fr: str, ru: str, fa: str) -> None:
    """CLDR's percent formats, held against Babel below."""
    assert [shown(write_percent(number, each)) for each in LANGUAGES] == [en, fr, ru, fa]


@pytest.mark.parametrize(
    ("amount", "currency", "en", "fr", "ru", "fa"),
    [
        (123_000_000, "EUR", "€123_million", "123_millions d’euros", "123_млн евро", "۱۲۳_میلیون یورو"),
        (14_500_000, "EUR", "€14.5_million", "14,5_millions d’euros", "14,5_млн евро", "۱۴٫۵_میلیون یورو"),
        (1_000_000_000, "EUR", "€1_billion", "1_milliard d’euros", "1_млрд евро", "۱_میلیارد یورو"),
        (9057333, "EUR", "€9,,057,,333", "9,,057,,333_euros", "9,,057,,333_евро", "۹٬۰۵۷٬۳۳۳_یورو"),
    ],
)
def test_an_amount_in_a_release(amount: int, currency: str, en: str, fr: str, ru: str, fa: str) -> None:  # noqa: PLR0917 - the row of a table
    """IISG 7.3.3: sign before the figure in English, name after it in French and Russian."""
    assert [shown(write_money(amount, currency, each)) for each in LANGUAGES] == [en, fr, ru, fa]


def test_an_amount_in_a_document() -> None:
    written = [shown(write_money(21_750_000, "EUR", each, style="document")) for each in LANGUAGES]
    assert written == ["EUR_21,,750,,000", "21,,750,,000_EUR", "21,,750,,000_EUR", "۲۱٬۷۵۰٬۰۰۰_EUR"]


@pytest.mark.parametrize(
    ("number", "language", "kind", "words"),
    [
        (4, "en", {}, "fourth"),
        (11, "en", {}, "11th"),
        (22, "en", {}, "22nd"),
        (4, "en", {"in_words": False}, "4th"),
        (1, "fr", {"gender": "f"}, "première"),
        (4, "fr", {"gender": "f"}, "quatrième"),
        (1, "fr", {"in_words": False}, "1er"),
        (1, "fr", {"in_words": False, "gender": "f"}, "1re"),
        (13, "fr", {}, "13e"),
        (4, "ru", {}, "четвёртый"),
        (4, "ru", {"gender": "f"}, "четвёртая"),
        (4, "ru", {"gender": "n"}, "четвёртое"),
        (4, "ru", {"case": "genitive"}, "четвёртого"),
        (4, "ru", {"case": "prepositional"}, "четвёртом"),
        (4, "ru", {"case": "instrumental"}, "четвёртым"),
        (4, "ru", {"case": "accusative"}, "четвёртый"),
        (3, "ru", {"case": "genitive"}, "третьего"),
        (3, "ru", {"case": "prepositional"}, "третьем"),
        (3, "ru", {"gender": "f", "case": "accusative"}, "третью"),
        (3, "ru", {"gender": "n", "case": "dative"}, "третьему"),
        (2, "ru", {"gender": "f", "case": "accusative"}, "вторую"),
        (2, "ru", {"gender": "n", "case": "genitive"}, "второго"),
        (6, "ru", {"case": "dative"}, "шестому"),
        (8, "ru", {"gender": "f", "case": "instrumental"}, "восьмой"),
        (13, "ru", {}, "13-й"),
        (13, "ru", {"case": "genitive"}, "13-го"),
        (13, "ru", {"case": "dative"}, "13-му"),
        (13, "ru", {"gender": "f", "case": "accusative"}, "13-ю"),
        (4, "ru", {"in_words": False, "case": "prepositional"}, "4-м"),
        (4, "ru", {"in_words": False, "gender": "n"}, "4-е"),
        (4, "fa-AF", {}, "چهارم"),
        (11, "fa-AF", {}, "۱۱م"),
    ],
)
def test_an_ordinal_by_place_gender_and_case(number: int, language: str, kind: dict[str, str], words: str) -> None:
    """IISG 10.1: in letters up to the tenth. Endings of Russian figures: Milchin and Cheltsova, 6.1.5."""
    assert write_ordinal(number, language, **kind) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "forms", "language", "words"),
    [
        (1, {"one": "guest", "other": "guests"}, "en", "one guest"),
        (12, {"one": "guest", "other": "guests"}, "en", "12_guests"),
        (1, {"one": "invité", "other": "invités"}, "fr", "1_invité"),
        (2, {"one": "invité", "other": "invités"}, "fr", "2_invités"),
        (1, {"one": "гость", "few": "гостя", "many": "гостей"}, "ru", "1_гость"),
        (3, {"one": "гость", "few": "гостя", "many": "гостей"}, "ru", "3_гостя"),
        (5, {"one": "гость", "few": "гостя", "many": "гостей"}, "ru", "5_гостей"),
        (11, {"one": "гость", "few": "гостя", "many": "гостей"}, "ru", "11_гостей"),
        (21, {"one": "гость", "few": "гостя", "many": "гостей"}, "ru", "21_гость"),
        (3, {"one": "مهمان", "other": "مهمان"}, "fa-AF", "۳_مهمان"),
    ],
)
def test_a_count_with_its_noun(number: int, forms: dict[str, str], language: str, words: str) -> None:
    """CLDR's plural rules, held against Babel below."""
    assert shown(write_count(number, forms, language)) == words


@pytest.mark.parametrize(
    ("depth", "en", "fr", "ru", "fa"),
    [(1, "“x”", "«_x_»", "«x»", "«x»"), (2, "‘x’", "“x”", "„x“", "‹x›"), (3, "“x”", "«_x_»", "«x»", "«x»")],
)
def test_quotation_marks_by_depth(depth: int, en: str, fr: str, ru: str, fa: str) -> None:
    """CLDR's delimiters; the second pair in French is that of the IISG (6.6)."""
    assert [shown(quoted("x", each, depth)) for each in LANGUAGES] == [en, fr, ru, fa]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ru", "Проект «Запад» и «Восток»", "«Проект „Запад“ и „Восток“»"),
        ("fr", "Le projet «\u00a0Ouest\u00a0»", "«_Le projet “Ouest”_»"),
        ("en", "The “West” project", "“The ‘West’ project”"),
        ("fa-AF", "«باد»", "«‹باد›»"),
    ],
)
def test_marks_inside_of_a_quotation_are_those_of_the_second_level(language: str, text: str, said: str) -> None:
    assert shown(quoted(nested(text, language), language)) == said


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("ru", 'Он сказал: "Проект "Запад" важен", "да" и "нет".', "Он сказал: «Проект „Запад“ важен», «да» и «нет»."),
        ("fr", 'Il dit : "le projet "Ouest" compte"', "Il dit_: «_le projet “Ouest” compte_»"),
        ("en", 'The "West" and the "East"', "The “West” and the “East”"),
    ],
)
def test_straight_marks_inside_of_others_are_those_of_the_second_level(language: str, typed: str, said: str) -> None:
    assert shown(typography(typed, language)) == said


@pytest.mark.parametrize(
    ("things", "words"),
    [
        (["A", "B، C"], "A، و B، C"),
        (["A", "B، C", "D"], "A؛ B، C؛ و D"),
        (["A"], "A"),
    ],
)
def test_a_list_in_dari_parts_things_that_hold_a_comma_by_stronger_marks(things: list[str], words: str) -> None:
    assert write_list(things, "fa-AF") == words


@pytest.mark.parametrize(
    ("things", "en", "fr", "ru", "fa"),
    [
        (["A", "B"], "A and B", "A et B", "A и B", "A و B"),
        (["A", "B", "C"], "A, B and C", "A, B et C", "A, B и C", "A، B و C"),
    ],
)
def test_a_list(things: list[str], en: str, fr: str, ru: str, fa: str) -> None:
    """CLDR's list patterns, held against Babel below; those of British English have no comma before “and”."""
    assert [write_list(things, each) for each in LANGUAGES] == [en, fr, ru, fa]


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_numbers_have_the_letters_that_babel_gives_them(language: str) -> None:
    locale = Locale.parse(LOCALES[language.partition("-")[0]])
    for month in range(1, 13):
        day = date(2017, month, 12)
        ours = write_date(day, language).replace("\u00a0", " ").removesuffix(" года")
        assert ours == in_digits(format_date(day, "d MMMM y", locale=locale), language)
        assert weekday(day, language) == format_date(day, "EEEE", locale=locale)
    for number in (7, 1234, 9876543, Decimal("3.25")):
        babel = format_decimal(number, locale=locale, numbering_system="default")
        theirs = babel.translate({ord(","): "\u202f"} if language == "en" else {0xA0: "\u202f"})
        assert write_number(number, language) == in_digits(theirs, language)


BABEL = {"en": "en_GB", "fr": "fr", "ru": "ru"}
"""Not Dari: CLDR has Persian lists with a comma before the last thing, which Kabul does not write."""


@pytest.mark.parametrize("language", BABEL)
@pytest.mark.parametrize("things", [["A"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"]])
def test_a_list_reads_as_babel_reads_it(language: str, things: list[str]) -> None:
    assert write_list(things, language) == format_list(things, locale=BABEL[language])


@pytest.mark.parametrize("language", BABEL)
@pytest.mark.parametrize("number", [1, 12, Decimal("0.5"), Decimal("14.5")])
def test_a_share_reads_as_babel_reads_it(language: str, number: int | Decimal) -> None:
    theirs = format_percent(
        Decimal(number) / 100, format="#,##0.#" + {"en": "%"}.get(language, "\u00a0%"), locale=BABEL[language]
    )
    assert write_percent(number, language).replace("\u202f", "\u00a0") == theirs


@pytest.mark.parametrize("language", BABEL)
def test_the_form_of_a_noun_is_the_one_that_babel_counts_with(language: str) -> None:
    forms = {each: each for each in ("one", "few", "many", "other")}
    for number in (*range(2, 130), 1000, 1001, 1002, 1011):
        assert write_count(number, forms, language).endswith(Locale.parse(BABEL[language]).plural_form(number)), number
