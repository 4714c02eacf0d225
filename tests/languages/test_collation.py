"""In which order names stand: in the order of the answers, whatever order they came in."""

from __future__ import annotations

import pytest

from reporting.languages.collation import sort_key
from reporting.records.shipped import shipped


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Afghanistan", "Austria", "the Kyrgyz Republic", "Malta", "the Netherlands", "Poland"]),
        ("en", ["Côte d’Ivoire", "Croatia", "Österreich", "Poland", "Türkiye", "Turkmenistan"]),
        ("fr", ["l’Allemagne", "l’Autriche", "la Bulgarie", "Chypre", "le Danemark", "l’Égypte", "l’Espagne"]),
        ("fr", ["la cote", "la coté", "le Kirghizstan", "les Pays-Bas", "la Suède", "la Tchéquie"]),
        ("ru", ["Германия", "Ёлкино", "Елтышево", "Ирландия", "Йемен", "Казахстан"]),
        ("ru", ["Нидерланды", "Таджикистан", "Туркменистан", "Узбекистан", "Эстония"]),
        ("fa-AF", ["آلمان", "افغانستان", "بلجیم", "پولند", "تاجیکستان", "ترکمنستان", "چک", "قزاقستان", "یونان"]),
        ("kk", ["Австрия", "Әзербайжан", "Грекия", "Қазақстан", "Өзбекстан"]),
        ("kk", ["Еуропа", "Ёлка", "Иран", "Йемен", "Корея", "Қытай", "Ұлыбритания", "Үндістан"]),
        ("ky", ["Нидерланды", "Ноокат", "Ош", "Өзбекстан", "Түркия", "Узген", "Үркүн", "Филиппин"]),
        ("tg", ["Гурҷистон", "Ғазна", "Дания", "Эрон"]),
        ("tg", ["Кения", "Қазоқистон", "Ӯзбекистон", "Фаронса", "Хуҷанд", "Ҳиндустон", "Чин", "Ҷибутӣ"]),
        ("uz", ["Avstriya", "Qozogʻiston", "Rossiya", "Turkmaniston", "Oʻzbekiston", "Gʻazna", "Shvetsiya", "Chexiya"]),
        ("uz", ["Olmoniya", "Pokiston", "O'rta Osiyo", "O’zbekiston"]),
        ("uz", ["Австрия", "Россия", "Шветсия", "Эрон", "Ўзбекистон", "Қозоғистон", "Ҳиндистон"]),
        (
            "tk",
            [
                "Bolgariýa",
                "Çehiýa",
                "Daniýa",
                "Eýran",
                "Ägypt",
                "Fransiýa",
                "Gazagystan",
                "Özbegistan",
                "Polşa",
                "Şweýsariýa",
            ],
        ),
    ],
)
def test_names_are_sorted_as_the_language_does(language: str, names: list[str]) -> None:
    others = [*names[1::2], *names[::2]]
    assert sorted(others, key=lambda name: sort_key(name, language)) == names


def test_the_union_is_sorted_in_three_languages_as_its_own_lists_are() -> None:
    """IISG 7.1.1 lists the states in protocol order; by alphabet the first and last three differ per language."""
    found = {}
    for language in ("en", "fr", "ru"):
        names = [each.names[0].in_sentence.by_language[language] for each in shipped("countries").values()]  # type: ignore[attr-defined]
        ordered = sorted(names, key=lambda name: sort_key(name, language))
        found[language] = ordered[:3] + ordered[-3:]
    assert found == {
        "en": ["Afghanistan", "Austria", "Belgium", "Tajikistan", "Turkmenistan", "Uzbekistan"],
        "fr": ["l’Afghanistan", "l’Allemagne", "l’Autriche", "le Tadjikistan", "la Tchéquie", "le Turkménistan"],
        "ru": ["Австрия", "Афганистан", "Бельгия", "Чехия", "Швеция", "Эстония"],
    }
