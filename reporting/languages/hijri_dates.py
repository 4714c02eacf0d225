"""Dates of the Solar Hijri calendar as papers in languages of Afghanistan write them."""

from __future__ import annotations

from datetime import date

from reporting.languages.date_styles import STYLES
from reporting.languages.hijri import MONTHS, MONTHS_OF_YEAR, HijriDate, is_known, to_hijri
from reporting.languages.known import NBSP, base_of, in_digits
from reporting.problems import Failed, Problem


def write_hijri(day: date, language: str, end: date | None = None) -> str:
    """The day, or all from day to day, by the Solar Hijri calendar, for languages of Afghanistan: `۱۸ جوزای ۱۳۹۶`.

    Raises:
        Failed: the language does not use the calendar, or the day is one that it is not worked out for.
        ValueError: the last day comes before the first.
    """
    base = base_of(language)
    if base not in MONTHS:
        hint = "write it in fa-AF or ps, or leave the filter out"
        raise Failed(
            Problem("V083", f"the Solar Hijri calendar is not written in the language “{language}”", hint=hint)
        )
    if not (is_known(day) and is_known(end or day)):
        hint = "look at the year in the record; the calendar is worked out from 1831 to 2255"
        raise Failed(Problem("V083", f"{day:%Y} is no year that the Solar Hijri calendar is worked out for", hint=hint))
    if end is not None and end < day:
        raise ValueError(f"{end} comes before {day}")
    return in_digits(_hijri_span(to_hijri(day), to_hijri(end or day), base), language)


def _hijri_span(first: HijriDate, last: HijriDate, base: str) -> str:
    """From day to day, with what both ends share said once; the month leads over to its year, as speech does."""
    style = STYLES.get(base, STYLES["fa"])
    end = NBSP.join([str(last.day), MONTHS_OF_YEAR[base][last.month - 1], str(last.year)])
    if first == last:
        return end
    if first[:2] == last[:2]:
        return f"{first.day}{style.within}{end}"
    month = (MONTHS if first.year == last.year else MONTHS_OF_YEAR)[base][first.month - 1]
    begin = [str(first.day), month, *([] if first.year == last.year else [str(first.year)])]
    return f"{NBSP.join(begin)}{style.across}{end}"
