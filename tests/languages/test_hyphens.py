"""Words with hyphens, and those of them that no line breaks."""

from __future__ import annotations

import pytest

from reporting.languages.hyphens import cut_at_names


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("the EU-Central Asia Dialogue", ["EU-Central"]),
        ("le dialogue UE-Asie centrale", ["UE-Asie"]),
        ("M. Jean-Christophe Belliard", ["Jean-Christophe"]),
        ("г-жа Кемелова, 4-й раунд, Жан-Кристоф", ["г-жа", "4-й", "Жан-Кристоф"]),
        ("EU-ACT, phase 9, 2015–2020;", ["EU-ACT", "2015–2020"]),
        ("09:30–09:45", ["09:30–09:45"]),
        ("counter-terrorism, vice-ministre, пресс-релиз", []),
        ("Rendez-vous, Saint-Pétersbourg", ["Saint-Pétersbourg"]),
        ("Кыргызско-Казахстанско-Узбекистанский", []),
        ("press@EU-desk.example and https://example.org/A-B", []),
        ("a - b – c -5", []),
    ],
)
def test_names_figures_and_words_of_two_letters_are_held(text: str, held: list[str]) -> None:
    assert [piece for piece, is_held in cut_at_names(text) if is_held] == held


@pytest.mark.parametrize("text", ["", "EU-ACT", "of EU-ACT and UE-Asie, so", "no name"])
def test_nothing_is_lost_where_a_text_is_cut(text: str) -> None:
    assert "".join(piece for piece, _ in cut_at_names(text)) == text
