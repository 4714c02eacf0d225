"""By when something is due, as a sentence of each language ends; and quotation marks that are not doubled."""

from __future__ import annotations

import pytest

from reporting.languages.deadlines import write_deadline
from reporting.languages.fuzzy import FuzzyDate
from reporting.languages.quotations import unquoted

CASES = {
    "en": "by 1 June 2025 | by June 2025 | by the end of 2025 | by autumn 2025 | by mid-2025 | by early 2025",
    "fr": "d’ici au 1er juin 2025 | d’ici à juin 2025 | d’ici à la fin de 2025 | d’ici à l’automne 2025 | d’ici à la mi-2025 | d’ici au début de 2025",
    "ru": "не позднее 1 июня 2025 года | до конца июня 2025 года | до конца 2025 года | до конца осени 2025 года | до середины 2025 года | в начале 2025 года",
    "fa-AF": "تا ۱ جون ۲۰۲۵ | تا پایان جون ۲۰۲۵ | تا پایان سال ۲۰۲۵ | تا پایان خزان ۲۰۲۵ | تا اواسط سال ۲۰۲۵ | تا اوایل سال ۲۰۲۵",
}
DATES = ("2025-06-01", "2025-06", "2025", "2025-autumn", "2025-mid", "2025-early")


@pytest.mark.parametrize("language", CASES)
def test_a_deadline_says_by_when(language: str) -> None:
    written = [write_deadline(FuzzyDate.parse(date), language).replace("\u00a0", " ") for date in DATES]
    assert written == CASES[language].split(" | ")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ('"Wood."', "Wood."),
        ("“Wood.”", "Wood."),
        ("« Bois. »", "Bois."),
        ("«Лес.»", "Лес."),
        ("Wood.", "Wood."),
        ("“Wood” and “ice”", "“Wood” and “ice”"),
        ("«Лес» и «лёд»", "«Лес» и «лёд»"),
        ("He said “wood”", "He said “wood”"),
    ],
)
def test_marks_around_the_whole_of_a_quote_are_taken_off(text: str, bare: str) -> None:
    assert unquoted(text) == bare
