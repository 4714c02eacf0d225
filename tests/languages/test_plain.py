"""Languages without a house style of their own: what Babel's data carry, and what they do not."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from reporting.languages.dates import write_date, write_range_phrase
from reporting.languages.deadlines import write_deadline
from reporting.languages.fuzzy import FuzzyDate
from reporting.languages.fuzzy_dates import write_fuzzy, write_fuzzy_phrase
from reporting.languages.lists import write_list
from reporting.languages.numbers import noun_for, write_money, write_number, write_ordinal, write_percent
from reporting.languages.times import write_time
from reporting.problems import Failed

DAY, NEXT = date(2017, 6, 8), date(2017, 6, 9)
CASES = [
    ("kk", ["2017 ж. 8 маусым", "2017 ж. қараша", "1 234 567,5", "12%", "a, b, c"]),
    ("de", ["8. Juni 2017", "November 2017", "1.234.567,5", "12 %", "a, b und c"]),
    ("uz-Cyrl", ["8 июн, 2017", "ноябр, 2017", "1 234 567,5", "12%", "a, b, c"]),
    ("ar", ["8 يونيو 2017", "نوفمبر 2017", "1,234,567.5", "12%", "a وb وc"]),
]
"""Checked against CLDR 48."""


def plain(text: str) -> str:
    """With ordinary spaces, and without the marks of direction that the data may hold."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u200f", "").replace("\u200e", "")


@pytest.mark.parametrize(("language", "written"), CASES)
def test_a_language_is_written_by_the_data_alone(language: str, written: list[str]) -> None:
    month = FuzzyDate.parse("2017-11")
    assert [
        plain(write_date(DAY, language)),
        plain(write_fuzzy_phrase(month, language)),
        plain(write_number(Decimal("1234567.5"), language)),
        plain(write_percent(12, language)),
        plain(write_list(["a", "b", "c"], language)),
    ] == written


def test_spans_hours_ordinals_and_money_are_plain() -> None:
    assert plain(write_range_phrase(DAY, NEXT, "de")) == "8. Juni 2017 – 9. Juni 2017"
    assert plain(write_date(DAY, "de", with_weekday=True)) == "Donnerstag, 8. Juni 2017"
    assert plain(write_date(DAY, "de", with_year=False)) == "8. Juni"
    assert write_time(time(15, 0), "de", zone="Asia/Bishkek") == "15:00 (Bischkek)"
    assert write_ordinal(4, "kk") == "4"
    assert plain(write_money(14_500_000, "EUR", "kk")) == "14 500 000 еуро"
    assert noun_for(3, {"few": "раунди", "other": "раундів"}, "uk") == "раунди"


def test_a_deadline_is_its_last_day_in_brackets() -> None:
    assert plain(write_deadline(FuzzyDate.parse("2031-06"), "de")) == "(30. Juni 2031)"
    assert plain(write_deadline(FuzzyDate.parse("2031-autumn"), "de")) == "(30. November 2031)"


def test_no_space_lets_a_date_or_a_number_fall_apart() -> None:
    assert " " not in write_date(DAY, "kk") + write_number(1_234_567, "kk")


def test_a_part_of_a_year_wants_words_that_no_data_have() -> None:
    assert plain(write_fuzzy(FuzzyDate.parse("2018"), "de")) == "2018"
    with pytest.raises(Failed) as failed:
        write_fuzzy(FuzzyDate.parse("2018-autumn"), "kk")
    assert [each.code for each in failed.value.problems] == ["V080"]
