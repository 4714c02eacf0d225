"""The theme as CSS."""

from __future__ import annotations

import re
from dataclasses import replace

from reporting.document.theme import Page
from reporting.writers.css import SELECTORS, page_css, role_css
from tests.writers.pdf_house import theme


def test_every_role_of_the_theme_has_a_selector() -> None:
    assert set(theme().roles) == set(SELECTORS)


def test_a_role_becomes_one_rule_in_points() -> None:
    assert (
        'caption, figcaption{font-family:"Source Sans 3","IBM Plex Sans Arabic","Calibri",sans-serif;font-size:9.5pt;'
        "line-height:13pt;font-weight:600;font-style:normal;color:#12305a;margin:6pt 0 4pt;break-after:avoid}"
    ) in role_css(theme())


def test_on_screen_sizes_follow_the_readers_own() -> None:
    css = role_css(theme(), unit="rem")
    assert "font-size:1rem" in css
    assert re.search(r"[0-9]pt\b", css) is None


def test_the_sheet_is_the_themes_and_can_be_turned() -> None:
    margins = {"top": 30, "right": 26, "bottom": 28, "left": 26}
    css = page_css(replace(theme(), page=Page("A4", margins, head_mm=14, foot_mm=13)))
    assert "size:210mm 297mm;margin:30mm 26mm 28mm 26mm" in css
    assert "@page landscape{size:297mm 210mm}" in css
