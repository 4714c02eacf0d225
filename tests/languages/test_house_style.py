"""Dates, numbers and lists, written side by side: what goes in, what stands in the paper.

In the answers `_` is a no-break space and `,,` a narrow one.
"""

from __future__ import annotations

import doctest
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from reporting.languages import date_styles, dates, fuzzy, fuzzy_dates, lists, numbers, times
from reporting.languages.dates import weekday, write_date, write_range
from reporting.languages.fuzzy import FuzzyDate
from reporting.languages.fuzzy_dates import write_fuzzy, write_fuzzy_phrase
from reporting.languages.known import LOCALES
from reporting.languages.lists import separators, write_list
from reporting.languages.numbers import noun_for, write_count, write_money, write_number, write_ordinal
from reporting.languages.times import write_time
from reporting.problems import Failed


def shown(text: str) -> str:
    return text.replace("\u00a0", "_").replace("\u202f", ",,")


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        ("en", "2017-06-08", "8_June_2017"),
        ("en-GB", "2026-11-23", "23_November_2026"),
        ("fr", "2017-06-08", "8_juin_2017"),
        ("fr", "2017-06-01", "1er_juin_2017"),
        ("fr", "2017-08-21", "21_août_2017"),
        ("ru", "2017-06-08", "8_июня_2017_года"),
        ("ru", "2017-05-01", "1_мая_2017_года"),
    ],
)
def test_a_day_is_written_in_the_house_style(language: str, day: str, written: str) -> None:
    assert shown(write_date(date.fromisoformat(day), language)) == written


def test_a_weekday_and_a_missing_year_are_written_as_asked() -> None:
    day = date(2017, 6, 8)
    assert shown(write_date(day, "en", with_weekday=True)) == "Thursday 8_June_2017"
    assert shown(write_date(day, "fr", with_weekday=True, with_year=False)) == "jeudi 8_juin"
    assert shown(write_date(day, "ru", with_weekday=True)) == "четверг, 8_июня_2017_года"
    assert weekday(day, "en") == "Thursday"


@pytest.mark.parametrize(
    ("language", "first", "last", "written"),
    [
        ("en", "2026-05-18", "2026-05-19", "18–19_May_2026"),
        ("en", "2026-02-27", "2026-03-02", "27_February_– 2_March_2026"),
        ("en", "2025-12-30", "2026-01-02", "30_December_2025_– 2_January_2026"),
        ("en", "2026-05-18", "2026-05-18", "18_May_2026"),
        ("en", "2025-05-18", "2026-05-18", "18_May_2025_– 18_May_2026"),
        ("fr", "2026-06-01", "2026-06-02", "1er–2_juin_2026"),
        ("fr", "2026-02-27", "2026-03-01", "27_février_– 1er_mars_2026"),
        ("ru", "2026-05-18", "2026-05-19", "18–19_мая_2026_года"),
        ("ru", "2026-02-27", "2026-03-02", "27_февраля_— 2_марта_2026_года"),
        ("ru", "2025-12-30", "2026-01-02", "30_декабря_2025_года_— 2_января_2026_года"),
    ],
)
def test_a_span_says_once_what_both_ends_share(language: str, first: str, last: str, written: str) -> None:
    assert shown(write_range(date.fromisoformat(first), date.fromisoformat(last), language)) == written


def test_a_span_without_its_year_and_one_that_runs_backwards() -> None:
    assert shown(write_range(date(2026, 5, 18), date(2026, 5, 19), "en", with_year=False)) == "18–19_May"
    with pytest.raises(ValueError, match="comes before"):
        write_range(date(2026, 5, 19), date(2026, 5, 18), "en")


@pytest.mark.parametrize(
    ("language", "hour", "zone", "written"),
    [
        ("en", "09:05", None, "09:05"),
        ("en", "18:00", "Europe/Brussels", "18:00 (Brussels time)"),
        ("en", "18:00", "Asia/Ashgabat", "18:00 (Ashgabat time)"),
        ("en", "18:00", "Etc/UTC", "18:00 (UTC)"),
        ("fr", "14:30", None, "14_h_30"),
        ("fr", "18:00", "Europe/Brussels", "18_h_00 (heure de Bruxelles)"),
        ("fr", "18:00", "Asia/Ashgabat", "18_h_00 (heure d’Achgabat)"),
        ("ru", "18:00", "Asia/Bishkek", "18:00 (по времени г._Бишкек)"),
    ],
)
def test_an_hour_names_the_city_whose_clock_is_meant(language: str, hour: str, zone: str | None, written: str) -> None:
    assert shown(write_time(time.fromisoformat(hour), language, zone=zone)) == written


def test_a_moment_says_its_own_zone() -> None:
    brussels = datetime(2017, 6, 8, 18, 0, tzinfo=ZoneInfo("Europe/Brussels"))
    assert write_time(brussels, "en") == "18:00 (Brussels time)"
    assert write_time(brussels.replace(tzinfo=timezone(timedelta(hours=5, minutes=30))), "en") == "18:00 (UTC+5:30)"
    assert write_time(brussels.replace(tzinfo=timezone(timedelta(hours=-3))), "en") == "18:00 (UTC−3)"
    assert write_time(brussels.replace(tzinfo=UTC), "en") == "18:00 (UTC)"


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018-11-23", "2018-11-23", "2018-11-23"),
        ("2018-spring", "2018-03-01", "2018-05-31"),
        ("2018-autumn", "2018-09-01", "2018-11-30"),
        ("2018-winter", "2018-12-01", "2019-02-28"),
        ("2018-early", "2018-01-01", "2018-04-30"),
        ("2018-mid", "2018-05-01", "2018-08-31"),
        ("2018-late", "2018-09-01", "2018-12-31"),
    ],
)
def test_a_fuzzy_date_has_a_first_and_a_last_day(when: str, first: str, last: str) -> None:
    fuzzy_date = FuzzyDate.parse(when)
    assert (str(fuzzy_date.first()), str(fuzzy_date.last()), str(fuzzy_date)) == (first, last, when)


@pytest.mark.parametrize(
    "text", ["", "18", "2018-13", "2018-02-30", "2018-11-23-1", "2018-fall", "autumn 2018", "0000"]
)
def test_what_is_no_fuzzy_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        FuzzyDate.parse(text)


def test_fuzzy_dates_come_from_anything_that_has_the_parts() -> None:
    november = FuzzyDate(2018, 11)
    assert FuzzyDate.of({"year": "2018", "month": "11", "day": None}) == november
    assert FuzzyDate.of(SimpleNamespace(year=2018, month=11, day=None, season=None)) == november
    assert FuzzyDate.of(date(2018, 11, 23)) == FuzzyDate(2018, 11, 23)
    assert FuzzyDate.of("2018-autumn") == FuzzyDate(2018, season="autumn")
    assert FuzzyDate.of(november) is november
    for wrong in ({"month": 3}, {"year": 2018, "day": 3}, {"year": 2018, "month": 3, "season": "spring"}):
        with pytest.raises(ValueError):
            FuzzyDate.of(wrong)


@pytest.mark.parametrize(
    ("language", "when", "written", "phrase"),
    [
        ("en", "2018", "2018", "in 2018"),
        ("en", "2018-11", "November_2018", "in November_2018"),
        ("en", "2018-11-23", "23_November_2018", "on 23_November_2018"),
        ("en", "2018-autumn", "autumn_2018", "in autumn_2018"),
        ("en", "2018-early", "early_2018", "in early_2018"),
        ("en", "2018-mid", "mid-2018", "in mid-2018"),
        ("fr", "2018", "2018", "en 2018"),
        ("fr", "2018-11", "novembre_2018", "en novembre_2018"),
        ("fr", "2018-11-01", "1er_novembre_2018", "le_1er_novembre_2018"),
        ("fr", "2018-autumn", "automne_2018", "à l’automne 2018"),
        ("fr", "2018-mid", "mi-2018", "mi-2018"),
        ("ru", "2018", "2018_года", "в_2018_году"),
        ("ru", "2018-11", "ноябрь_2018_года", "в_ноябре_2018_года"),
        ("ru", "2018-03", "март_2018_года", "в_марте_2018_года"),
        ("ru", "2018-05", "май_2018_года", "в_мае_2018_года"),
        ("ru", "2018-11-23", "23_ноября_2018_года", "23_ноября_2018_года"),
        ("ru", "2018-autumn", "осень_2018_года", "осенью 2018_года"),
    ],
)
def test_a_fuzzy_date_is_written_alone_and_in_a_sentence(language: str, when: str, written: str, phrase: str) -> None:
    fuzzy_date = FuzzyDate.parse(when)
    assert (shown(write_fuzzy(fuzzy_date, language)), shown(write_fuzzy_phrase(fuzzy_date, language))) == (
        written,
        phrase,
    )


@pytest.mark.parametrize(
    ("language", "number", "words", "figures"),
    [
        ("en", 1, "first", "1st"),
        ("en", 4, "fourth", "4th"),
        ("en", 10, "tenth", "10th"),
        ("en", 11, "11th", "11th"),
        ("en", 13, "13th", "13th"),
        ("en", 22, "22nd", "22nd"),
        ("en", 103, "103rd", "103rd"),
        ("en", 111, "111th", "111th"),
        ("fr", 1, "premier", "1er"),
        ("fr", 4, "quatrième", "4e"),
        ("fr", 13, "13e", "13e"),
        ("ru", 3, "третий", "3-й"),
        ("ru", 13, "13-й", "13-й"),
    ],
)
def test_ordinals_are_words_up_to_the_tenth(language: str, number: int, words: str, figures: str) -> None:
    assert (write_ordinal(number, language), write_ordinal(number, language, in_words=False)) == (words, figures)


def test_ordinals_bend_with_the_gender_of_their_noun() -> None:
    assert write_ordinal(1, "fr", gender="f") == "première"
    assert write_ordinal(1, "fr", gender="f", in_words=False) == "1re"
    assert write_ordinal(4, "ru", gender="f") == "четвёртая"
    assert write_ordinal(13, "ru", gender="n") == "13-е"


MEETING = {"one": "meeting", "other": "meetings"}
REUNION = {"one": "réunion", "other": "réunions"}
VSTRECHA = {"one": "встреча", "few": "встречи", "many": "встреч"}


@pytest.mark.parametrize(
    ("language", "number", "forms", "written"),
    [
        ("en", 0, MEETING, "no meetings"),
        ("en", 1, MEETING, "one meeting"),
        ("en", 9, MEETING, "nine meetings"),
        ("en", 12, MEETING, "12_meetings"),
        ("en", 1500, MEETING, "1,,500_meetings"),
        ("fr", 0, REUNION, "0_réunion"),
        ("fr", 1, REUNION, "1_réunion"),
        ("fr", 2, REUNION, "2_réunions"),
        ("ru", 1, VSTRECHA, "1_встреча"),
        ("ru", 3, VSTRECHA, "3_встречи"),
        ("ru", 5, VSTRECHA, "5_встреч"),
        ("ru", 11, VSTRECHA, "11_встреч"),
        ("ru", 21, VSTRECHA, "21_встреча"),
    ],
)
def test_counts_agree_with_their_noun(language: str, number: int, forms: dict[str, str], written: str) -> None:
    assert shown(write_count(number, forms, language)) == written


def test_a_count_in_figures_and_a_noun_alone() -> None:
    assert shown(write_count(3, MEETING, "en", in_words=False)) == "3_meetings"
    assert noun_for(1, MEETING, "en") == "meeting"


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("en", 999, "999"),
        ("en", 21_750_000, "21,,750,,000"),
        ("en", Decimal("9057.25"), "9,,057.25"),
        ("fr", Decimal("14.5"), "14,5"),
        ("ru", -1234567, "-1,,234,,567"),
    ],
)
def test_numbers_stand_in_groups_of_three(language: str, number: int | Decimal, written: str) -> None:
    assert shown(write_number(number, language)) == written


@pytest.mark.parametrize(
    ("language", "amount", "currency", "release", "document"),
    [
        ("en", 123_000_000, "EUR", "€123_million", "EUR_123,,000,,000"),
        ("en", 14_500_000, "EUR", "€14.5_million", "EUR_14,,500,,000"),
        ("en", 21_750_000, "EUR", "€21.75_million", "EUR_21,,750,,000"),
        ("en", 9_057_333, "EUR", "€9,,057,,333", "EUR_9,,057,,333"),
        ("en", 2_000_000_000, "EUR", "€2_billion", "EUR_2,,000,,000,,000"),
        ("en", 100_000_000, "EUR", "€100_million", "EUR_100,,000,,000"),
        ("en", 5_000_000, "USD", "US$5_million", "USD_5,,000,,000"),
        ("en", 5_000_000, "KGS", "KGS_5_million", "KGS_5,,000,,000"),
        ("en", Decimal("1234.50"), "GBP", "£1,,234.50", "GBP_1,,234.50"),
        ("fr", 123_000_000, "EUR", "123_millions d’euros", "123,,000,,000_EUR"),
        ("fr", 1_000_000, "EUR", "1_million d’euros", "1,,000,,000_EUR"),
        ("fr", 2_000_000_000, "USD", "2_milliards de dollars des États-Unis", "2,,000,,000,,000_USD"),
        ("fr", 500, "EUR", "500_euros", "500_EUR"),
        ("ru", 14_500_000, "EUR", "14,5_млн евро", "14,,500,,000_EUR"),
    ],
)
def test_money_is_short_for_readers_and_full_for_documents(
    language: str, amount: int | Decimal, currency: str, release: str, document: str
) -> None:
    assert shown(write_money(amount, currency, language)) == release
    assert shown(write_money(amount, currency, language, style="document")) == document


@pytest.mark.parametrize(
    ("language", "things", "written"),
    [
        ("en", [], ""),
        ("en", ["A"], "A"),
        ("en", ["A", "B"], "A and B"),
        ("en", ["A", "B", "C"], "A, B and C"),
        ("en", ["A", "B", "C", "D"], "A, B, C and D"),
        ("en", ["Ms A, Minister", "Mr B, Deputy"], "Ms A, Minister, and Mr B, Deputy"),
        ("en", ["A, b", "C", "D"], "A, b; C; and D"),
        ("fr", ["A", "B", "C"], "A, B et C"),
        ("ru", ["A", "B", "C"], "A, B и C"),
    ],
)
def test_lists_read_as_one_sentence(language: str, things: list[str], written: str) -> None:
    assert write_list(things, language) == written


def test_a_choice_and_the_separators_alone() -> None:
    assert write_list(["A", "B", "C"], "en", style="or") == "A, B or C"
    assert separators(3, "en") == (", ", " and ")


def test_an_unknown_language_is_a_problem_with_a_mend() -> None:
    writers: tuple[Callable[[], str], ...] = (
        lambda: write_date(date(2017, 6, 8), "tlh"),
        lambda: write_list(["A"], "tlh"),
        lambda: write_number(1, "tlh"),
        lambda: write_fuzzy(FuzzyDate(2018), "tlh"),
        lambda: write_ordinal(4, ""),
    )
    for write in writers:
        with pytest.raises(Failed) as failed:
            write()
        assert [problem.code for problem in failed.value.problems] == ["V080"]
        assert failed.value.problems[0].hint


def test_an_unknown_zone_is_a_problem_too() -> None:
    with pytest.raises(Failed, match="time zone"):
        write_time(time(9, 0), "en", zone="Europe/Atlantis")


def test_every_known_language_has_its_row_in_every_table() -> None:
    for table in (date_styles.STYLES, fuzzy_dates.PARTS, numbers._ORDINALS, numbers._FIGURES, numbers._MILLIONS):
        assert set(table) == set(LOCALES)
    for language in LOCALES:
        assert set(fuzzy_dates.PARTS[language]) == set(fuzzy.PARTS)


@pytest.mark.parametrize("module", [dates, fuzzy, lists, numbers, times])
def test_the_examples_in_the_docstrings_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_importing_the_folder_does_not_import_babel() -> None:
    code = (
        "import sys; from reporting.languages import dates, numbers, lists; "
        "print([name for name in sys.modules if name.startswith('babel')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
