"""Columns and lines."""

from __future__ import annotations

import pytest

from reporting.writers.width import columns, fold


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("e\u0301", 1), ("北京", 4), ("پښتو", 4), ("\u2068a\u2069", 1), ("\u00ad", 0)],
)
def test_columns_are_counted_as_a_terminal_shows_them(text: str, width: int) -> None:
    assert columns(text) == width


def test_no_break_spaces_hold_words_together() -> None:
    assert fold("on 21\u00a0October 2031", 12) == ["on", "21 October", "2031"]


def test_wide_characters_fill_lines_sooner() -> None:
    assert fold("北京 北京", 8) == ["北京", "北京"]
