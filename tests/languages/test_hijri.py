"""The Solar Hijri calendar against days that are known: new years, leap days, dates of record."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from persiantools.jdatetime import JalaliDate

from reporting.languages.dates import write_dated
from reporting.languages.hijri import new_year, to_hijri
from reporting.languages.hijri_dates import write_hijri
from reporting.problems import Failed

MARCH_20 = (1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1407, 1408, 1411, 1412)
"""Years that began on 20 March; the others from 1370 to 1412 began on the 21st (almanac of the University of Tehran)."""


def test_a_year_begins_on_the_day_that_the_almanac_gives() -> None:
    for year in range(1376, 1409):
        known = 20 if year in MARCH_20 else 21
        assert new_year(year) == date(year + 621, 3, known), year


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("2017-06-08", "1396-03-18"),
        ("1979-02-11", "1357-11-22"),
        ("2001-09-11", "1380-06-20"),
        ("2004-01-26", "1382-11-06"),
        ("2021-08-15", "1400-05-24"),
        ("2024-03-19", "1402-12-29"),
        ("2024-03-20", "1403-01-01"),
        ("2025-03-20", "1403-12-30"),
        ("2025-03-21", "1404-01-01"),
        ("2018-11-23", "1397-09-02"),
        ("2026-11-23", "1405-09-02"),
        ("1919-08-19", "1298-05-27"),
    ],
)
def test_a_day_is_found_in_the_other_calendar(day: str, written: str) -> None:
    found = to_hijri(date.fromisoformat(day))
    assert f"{found.year}-{found.month:02}-{found.day:02}" == written


def test_every_day_of_two_centuries_follows_the_day_before() -> None:
    day, before = date(1900, 1, 1), to_hijri(date(1899, 12, 31))
    while day.year < 2100:
        found = to_hijri(day)
        assert found.day == before.day + 1 or (found.day == 1 and before.day in (29, 30, 31)), day
        day, before = day + timedelta(days=1), found


def test_every_day_of_two_centuries_is_that_of_another_program() -> None:
    day = date(1900, 1, 1)
    while day.year < 2100:
        other = JalaliDate.to_jalali(day)  # type: ignore[no-untyped-call]
        assert to_hijri(day) == (other.year, other.month, other.day), day
        day += timedelta(days=1)


def test_a_year_that_the_cycle_does_not_hold_for_is_refused() -> None:
    for day in (date(1700, 1, 1), date(2400, 1, 1)):
        with pytest.raises(ValueError, match="not worked out here"):
            to_hijri(day)


def shown(text: str) -> str:
    return text.replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("day", "fa", "ps"),
    [
        ("2017-04-01", "۱۲_حمل_۱۳۹۶", "۱۲_وری_۱۳۹۶"),
        ("2017-05-01", "۱۱_ثور_۱۳۹۶", "۱۱_غویی_۱۳۹۶"),
        ("2017-06-08", "۱۸_جوزای_۱۳۹۶", "۱۸_غبرګولی_۱۳۹۶"),
        ("2017-07-01", "۱۰_سرطان_۱۳۹۶", "۱۰_چنګاښ_۱۳۹۶"),
        ("2017-08-01", "۱۰_اسد_۱۳۹۶", "۱۰_زمری_۱۳۹۶"),
        ("2017-09-01", "۱۰_سنبلهٔ_۱۳۹۶", "۱۰_وږی_۱۳۹۶"),
        ("2017-10-01", "۹_میزان_۱۳۹۶", "۹_تله_۱۳۹۶"),
        ("2017-11-01", "۱۰_عقرب_۱۳۹۶", "۱۰_لړم_۱۳۹۶"),
        ("2017-12-01", "۱۰_قوس_۱۳۹۶", "۱۰_ليندۍ_۱۳۹۶"),
        ("2018-01-01", "۱۱_جدی_۱۳۹۶", "۱۱_مرغومی_۱۳۹۶"),
        ("2018-02-01", "۱۲_دلو_۱۳۹۶", "۱۲_سلواغه_۱۳۹۶"),
        ("2018-03-01", "۱۰_حوت_۱۳۹۶", "۱۰_كب_۱۳۹۶"),
    ],
)
def test_months_are_those_of_afghanistan(day: str, fa: str, ps: str) -> None:
    """A month that ends in a vowel is tied to its year: جوزای, سنبلهٔ."""
    assert shown(write_hijri(date.fromisoformat(day), "fa-AF")) == fa
    assert shown(write_hijri(date.fromisoformat(day), "ps")) == ps


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2017-06-08", "2017-06-08", "۱۸_جوزای_۱۳۹۶"),
        ("2017-06-08", "2017-06-09", "۱۸ تا ۱۹_جوزای_۱۳۹۶"),
        ("2017-06-20", "2017-06-23", "۳۰_جوزا تا_۲_سرطان_۱۳۹۶"),
        ("2018-03-19", "2018-03-22", "۲۸_حوت_۱۳۹۶ تا_۲_حمل_۱۳۹۷"),
        ("2018-06-20", "2019-06-20", "۳۰_جوزای_۱۳۹۷ تا_۳۰_جوزای_۱۳۹۸"),
    ],
)
def test_a_span_says_once_what_its_ends_share(first: str, last: str, written: str) -> None:
    assert shown(write_hijri(date.fromisoformat(first), "fa-AF", date.fromisoformat(last))) == written


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="2017-06-07 comes before 2017-06-08"):
        write_hijri(date(2017, 6, 8), "fa-AF", date(2017, 6, 7))


def test_a_dateline_in_dari_has_both_calendars_and_others_have_one() -> None:
    assert shown(write_dated(date(2017, 6, 8), "fa-AF")) == "۸_جون_۲۰۱۷ (۱۸_جوزای_۱۳۹۶)"
    assert shown(write_dated(date(2017, 6, 8), "fr")) == "8_juin_2017"


def test_a_language_without_the_calendar_is_refused() -> None:
    with pytest.raises(Failed, match="not written in the language"):
        write_hijri(date(2017, 6, 8), "fr")


def test_a_year_beyond_the_calendar_is_a_problem_and_leaves_a_dateline_whole() -> None:
    far = date(2300, 1, 1)
    with pytest.raises(Failed, match="2300 is no year that the Solar Hijri calendar is worked out for"):
        write_hijri(far, "fa-AF")
    assert shown(write_dated(far, "fa-AF")) == "۱_جنوری_۲۳۰۰"
