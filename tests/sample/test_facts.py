"""The facts of the fourth round stand in its press release, in every format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reporting.records.reader import read_yaml
from tests.support.papers import letters, letters_in

FACTS: Any = read_yaml((Path(__file__).parent / "facts.yaml").read_bytes(), "facts.yaml").value
RELEASE = "public/eu-central-asia/04-bishkek/press-release.en"


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "txt"])
def test_each_fact_of_the_fourth_round_stands_in_its_press_release(sample: Path, suffix: str) -> None:
    text = letters_in(sample / f"{RELEASE}.{suffix}")
    assert [name for name, fact in FACTS.items() if letters(fact) not in text] == []


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "txt"])
def test_no_line_to_take_stands_in_a_public_paper(sample: Path, suffix: str) -> None:
    texts = [letters_in(paper) for paper in (sample / "public").rglob(f"*.{suffix}")]
    assert texts
    assert [
        text for text in texts if letters("Two delegations have asked us") in text or letters("Points to make") in text
    ] == []
