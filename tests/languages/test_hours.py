"""Hours of a programme, and whose clock they are."""

from __future__ import annotations

from datetime import date, time

import pytest

from reporting.languages.hours import write_times, write_zone
from reporting.problems import Failed

SPANS = [
    ("en", "09:30–11:00"),
    ("fr", "9\u00a0h\u00a030\u00a0–\u00a011\u00a0h\u00a000"),
    ("ru", "09:30–11:00"),
    ("fa-AF", "۰۹:۳۰\u00a0تا\u00a0۱۱:۰۰"),
]
CLOCKS = [
    ("Asia/Bishkek", "en", "Bishkek time (UTC+6)"),
    ("Asia/Bishkek", "fr", "heure de Bichkek (UTC+6)"),
    ("Asia/Bishkek", "ru", "время г.\u00a0Бишкек (UTC+6)"),
    ("Asia/Bishkek", "fa-AF", "به وقت بیشکک (UTC+6)"),
    ("Asia/Ashgabat", "fr", "heure d’Achgabat (UTC+5)"),
    ("Asia/Kabul", "en", "Kabul time (UTC+4:30)"),
    ("America/New_York", "en", "New York time (UTC−4)"),
    ("UTC", "en", "UTC"),
]


@pytest.mark.parametrize(("language", "written"), SPANS)
def test_hours_are_held_together_so_that_a_narrow_column_does_not_break_them(language: str, written: str) -> None:
    assert write_times(time(9, 30), time(11), language) == written


def test_an_item_without_an_end_has_one_hour() -> None:
    assert write_times(time(9, 30), None, "en") == "09:30"


@pytest.mark.parametrize(("zone", "language", "written"), CLOCKS)
def test_a_zone_is_named_by_its_city_and_counted_from_utc(zone: str, language: str, written: str) -> None:
    assert write_zone(zone, language, date(2017, 6, 8)) == written


def test_the_hours_ahead_are_those_of_the_day() -> None:
    days = (date(2017, 1, 8), date(2017, 7, 8))
    assert [write_zone("Europe/Oslo", "en", day) for day in days] == ["Oslo time (UTC+1)", "Oslo time (UTC+2)"]


def test_readers_may_know_a_zone_by_another_name() -> None:
    assert write_zone("Europe/Oslo", "en", date(2017, 1, 8), name="Sund time") == "Sund time (UTC+1)"


def test_a_zone_that_nobody_knows_is_told() -> None:
    with pytest.raises(Failed, match="Europe/Sund"):
        write_zone("Europe/Sund", "en", date(2017, 1, 8))
