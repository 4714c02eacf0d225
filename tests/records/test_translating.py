"""Translations stand beside their source; a change of the source tells which of them no longer say the same."""

from __future__ import annotations

import pytest

from reporting.records.model.texts import Line
from reporting.records.model.translations import Translation
from reporting.records.translating import Made, digest_of, entries_for

TEXT = Line({"en": "They met in Bishkek.", "fr": "Ils se sont réunis à Bichkek."})


def entry(**fields: str | None) -> Made:
    given = {"language": "fr", "of": "en", "status": "courtesy", "item": None, "hash": None, **fields}
    return Made.read(Translation.model_validate(given))


@pytest.mark.parametrize(
    ("status", "hashed", "standing"),
    [
        ("authentic", "They met in Bishkek.", "authentic"),
        ("courtesy", "They met in Bishkek.", "courtesy"),
        ("courtesy", "They met\n  in Bishkek.", "courtesy"),
        ("draft", "They met in Bishkek.", "draft"),
        ("courtesy", "They met in Osh.", "stale"),
        ("authentic", "They met in Bishkek!", "stale"),
        ("courtesy", None, "stale"),
    ],
)
def test_a_translation_stands_by_the_words_that_it_was_made_from(
    status: str, hashed: str | None, standing: str
) -> None:
    assert entry(status=status, hash=hashed and digest_of(hashed)).standing(TEXT) == standing


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ({"en": "They met."}, "lacking"),
        ({"fr": "Ils se sont réunis."}, ""),
        ({"*": "BOMCA"}, ""),
        ({"en": "They met.", "fr": "Ils se sont réunis."}, "stale"),
    ],
)
def test_only_words_that_are_there_in_both_languages_are_a_translation(words: dict[str, str], standing: str) -> None:
    assert entry().standing(Line(words)) == standing


@pytest.mark.parametrize(
    ("item", "path", "covers"),
    [
        (None, "sections[0].paragraphs[borders].text", True),
        ("borders", "sections[0].paragraphs[borders].text", True),
        ("drugs", "sections[0].paragraphs[borders].text", False),
        ("closing", "closing", True),
        ("text", "sections[0].paragraphs[borders].text", False),
    ],
)
def test_an_entry_for_an_item_is_for_the_texts_inside_of_it(item: str | None, path: str, covers: object) -> None:
    assert entry(item=item).covers(path) is covers


def test_an_entry_for_an_item_goes_before_that_for_the_record() -> None:
    item, whole = entry(item="borders", status="draft"), entry()
    assert entries_for([item, whole], "paragraphs[borders].text") == {"fr": item}
    assert entries_for([item, whole], "paragraphs[drugs].text") == {"fr": whole}
