"""An entry of the workspace keeps the marks and variants of the one that it stands in for, where its words are the same."""

from __future__ import annotations

import pytest

from reporting.records.load import load_register
from reporting.records.model.registers import Capital, CountryName
from reporting.workspace import Memory

HOUSE = (
    "{organisation: EEAS, city: Brussels, languages: [en], markings: {internal: internal, restricted: restricted}}\n"
)
WORDS = "short: {%s}, official: {%s}, in_sentence: {%s}"


def kyrgyzstan(names: str, more: str = "") -> tuple[CountryName, list[Capital], list[str]]:
    files = {"data/house.yaml": HOUSE, "data/registers/countries.yaml": f"KG:\n  names:\n    - {{{names}}}\n{more}"}
    read = load_register(Memory(files, shipped=True))
    assert read.problems == ()
    entry = read.value.countries["KG"]
    return entry.names[0], entry.capitals, entry.variants


@pytest.mark.parametrize(
    ("russian", "unreviewed"),
    [
        (("Кыргызстан", "Кыргызская Республика", "Кыргызстан"), ["ru"]),
        (("Кыргызстан", "Кыргызская Республика", "Кыргызская Республика"), ["ru"]),
        (("Киргизия", "Киргизская Республика", "Киргизия"), []),
    ],
)
def test_a_mark_stays_where_the_words_do(russian: tuple[str, str, str], unreviewed: list[str]) -> None:
    short, official, sentence = russian
    english = ("en: Kyrgyzstan", "en: Kyrgyz Republic", "en: the Kyrgyz Republic")
    texts = tuple(f"{en}, ru: {ru}" for en, ru in zip(english, (short, official, sentence), strict=True))
    name, _, _ = kyrgyzstan(WORDS % texts)
    assert name.unreviewed == unreviewed
    assert name.source is not None


def test_an_entry_that_says_where_it_is_from_keeps_its_own_marks() -> None:
    names = WORDS % ("ru: Кыргызстан", "ru: Кыргызская Республика", "ru: Кыргызстан")
    name, _, _ = kyrgyzstan(f"{names}, source: Letter of the embassy")
    assert name.unreviewed == []


def test_capitals_are_marked_one_by_one() -> None:
    more = "  capitals:\n    - name: {en: Bishkek, ru: Бишкек}\n"
    _, (capital,), _ = kyrgyzstan(WORDS % ("en: Kyrgyzstan", "en: Kyrgyz Republic", "en: Kyrgyzstan"), more)
    assert capital.source is not None
    assert capital.source.by_language["en"].startswith("English, French, Russian and Dari: CLDR")


def test_variants_are_those_of_both() -> None:
    names = WORDS % ("en: Kyrgyzstan", "en: Kyrgyz Republic", "en: Kyrgyzstan")
    _, _, variants = kyrgyzstan(names, "  variants: [Kyrgyzland]\n")
    assert variants[0] == "Kyrgyzland"
    assert {"Kirghizia", "Киргизия"} < set(variants)
