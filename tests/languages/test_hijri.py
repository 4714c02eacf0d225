"""The Solar Hijri calendar against days that are known: new years, leap days, dates of record."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reporting.languages.dates import write_hijri
from reporting.languages.hijri import MONTHS, new_year, to_hijri
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


def test_a_year_that_the_cycle_does_not_hold_for_is_refused() -> None:
    for day in (date(1700, 1, 1), date(2400, 1, 1)):
        with pytest.raises(ValueError, match="not worked out here"):
            to_hijri(day)


def test_months_are_those_of_afghanistan() -> None:
    assert write_hijri(date(2017, 6, 8), "fa-AF") == "۱۸\u00a0جوزا\u00a0۱۳۹۶"
    assert write_hijri(date(2017, 6, 8), "ps") == "۱۸\u00a0غبرګولی\u00a0۱۳۹۶"
    assert len(set(MONTHS["fa"])) == len(set(MONTHS["ps"])) == 12
    with pytest.raises(Failed, match="not written in the language"):
        write_hijri(date(2017, 6, 8), "fr")
