"""The facts of the fourth round stand in its press release, in every format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reporting.records.reading.reader import read_yaml
from tests.support.papers import letters, letters_in

HERE = Path(__file__).parent
FACTS: dict[str, Any] = {
    language: read_yaml((HERE / name).read_bytes(), name).value
    for language, name in (
        ("en", "facts.yaml"),
        ("fr", "facts.fr.yaml"),
        ("ru", "facts.ru.yaml"),
        ("fa-AF", "facts.fa-AF.yaml"),
    )
}
RELEASE = "public/eu-central-asia/04-bishkek/press-release"


@pytest.mark.parametrize("language", FACTS)
@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "txt"])
def test_each_fact_of_the_fourth_round_stands_in_its_press_release(sample: Path, suffix: str, language: str) -> None:
    text = letters_in(sample / f"{RELEASE}.{language}.{suffix}")
    assert [name for name, fact in FACTS[language].items() if letters(fact) not in text] == []


SECRET = (
    "Two delegations have asked us", "Points to make",
    "Deux délégations nous ont demandé", "Éléments de langage",
    "Две делегации втайне от остальных", "Тезисы для беседы",
)  # fmt: skip


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "txt"])
def test_no_line_to_take_stands_in_a_public_paper(sample: Path, suffix: str) -> None:
    texts = [letters_in(paper) for paper in (sample / "public").rglob(f"*.{suffix}")]
    assert texts
    assert [(text, each) for text in texts for each in SECRET if letters(each) in text] == []
