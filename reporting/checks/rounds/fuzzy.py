"""The last day that a date known in part may mean."""

from __future__ import annotations

import calendar
import datetime

LAST_MONTH = {"spring": 5, "summer": 8, "autumn": 11, "winter": 12, "early": 4, "mid": 8, "late": 12}


def last_day_of(fuzzy: str) -> datetime.date:
    """The last day that is meant.

    >>> last_day_of("2018-autumn"), last_day_of("2018-02"), last_day_of("2018")
    (datetime.date(2018, 11, 30), datetime.date(2018, 2, 28), datetime.date(2018, 12, 31))
    """
    year, _, rest = fuzzy.partition("-")
    month, _, day = rest.partition("-")
    if day:
        return datetime.date(int(year), int(month), int(day))
    number = LAST_MONTH.get(month) or int(month or 12)
    # Winter runs into the next year, but nobody is wrong who writes its first half.
    return datetime.date(int(year), number, calendar.monthrange(int(year), number)[1])
