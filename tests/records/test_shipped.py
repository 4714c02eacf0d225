"""The registers that come with the program: complete, sourced, and bent as the dictionary bends them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pymorphy3
import pytest
from babel import Locale
from babel.dates import get_timezone_location

from reporting.checks.names import house_forms
from reporting.checks.scene import scenes_of
from reporting.problems import Problem
from reporting.records.lexicon import Lexicon
from reporting.records.load import load_register
from reporting.records.model.forms import CASES
from reporting.records.model.registers import Country, Organisation
from reporting.records.model.texts import Text
from reporting.records.reading.reader import read_yaml
from reporting.records.shipped import shipped
from reporting.records.walk import walk
from reporting.workspace import Memory

UNION: tuple[str, ...] = ("BE", "BG", "CZ", "DK", "DE", "EE", "IE", "EL", "ES", "FR", "HR", "IT", "CY", "LV")
UNION += ("LT", "LU", "HU", "MT", "NL", "AT", "PL", "PT", "RO", "SI", "SK", "FI", "SE")
CENTRAL_ASIA = ("KZ", "KG", "TJ", "TM", "UZ")
LANGUAGES = ("en", "fr", "ru", "fa-AF")
LOCALES = ("en", "fr", "ru", "fa_AF")
GRAMMEMES = dict(zip(CASES, ("gent", "datv", "accs", "ablt", "loct"), strict=True))
UNLIKE_CLDR = {
    ("KG", "ru"): "Киргизия",
    ("DE", "fa-AF"): "آلمان",
    ("KG", "fa-AF"): "قرقیزستان",
    ("TJ", "fa-AF"): "تاجکستان",
}
"""Names that follow the state's own usage in Russian and Dari, with those of CLDR 48."""


def countries() -> dict[str, Country]:
    return {key: each for key, each in shipped("countries").items() if isinstance(each, Country)}


def names() -> Iterator[tuple[str, Text]]:
    for register in ("countries", "organisations"):
        for key, entry in shipped(register).items():
            yield from ((f"{key}.{said.path}", said.text) for said in walk(entry).texts if "source" not in said.path)


SAMPLE = Path(__file__).parents[2] / "data"
INVENTED = frozenset({"Варланд"})
"""Names that no dictionary can know."""


def sample_names() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Every Russian text of the sample workspace that has forms: people, offices, cities, titles, subjects."""
    for file in sorted(SAMPLE.rglob("*.yaml")):
        name = str(file.relative_to(SAMPLE))
        yield from ((name, *found) for found in _bending(read_yaml(file.read_bytes(), name).value))


def _bending(value: Any) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(value, Mapping):
        own = value.get("ru")
        if isinstance(own, Mapping):
            yield str(own["text"]), {str(form): str(text) for form, text in own.items()}
        for each in value.values():
            yield from _bending(each)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from _bending(each)


def test_the_union_central_asia_and_afghanistan_are_there() -> None:
    assert set(countries()) == {*UNION, *CENTRAL_ASIA, "AF"}
    assert {"EU", "EEAS", "UN", "OSCE"} <= set(shipped("organisations"))


def test_every_name_stands_in_four_languages_with_all_its_forms() -> None:
    for where, text in names():
        assert set(text.by_language) == set(LANGUAGES), where
        assert {*CASES, "gender"} <= set(text.forms["ru"]), where
        if "capitals" not in where and "seat" not in where:
            assert "gender" in text.forms["fr"], where


def test_every_name_has_a_source_or_is_marked_as_unreviewed() -> None:
    for country in countries().values():
        for name in country.names:
            assert name.source
            assert {"fa-AF"} <= set(name.unreviewed)
        for capital in country.capitals:
            assert capital.source or set(capital.unreviewed) == set(LANGUAGES)
    for organisation in shipped("organisations").values():
        assert isinstance(organisation, Organisation)
        assert organisation.source
        assert {"ru", "fa-AF"} <= set(organisation.unreviewed)


@pytest.mark.parametrize(("language", "locale"), [("ru", "ru"), ("fa-AF", "fa_AF")])
def test_short_names_are_those_of_cldr(language: str, locale: str) -> None:
    territories = Locale.parse(locale).territories
    for key, country in countries().items():
        ours, theirs = country.names[0].short.by_language[language], territories["GR" if key == "EL" else key]
        assert ours == theirs or UNLIKE_CLDR[key, language] == theirs, key


ZONES = {"EL": "Europe/Athens", "CY": "Asia/Nicosia", "UZ": "Asia/Tashkent", "TJ": "Asia/Dushanbe", "AF": "Asia/Kabul"}
ZONES |= {"TM": "Asia/Ashgabat", "KG": "Asia/Bishkek"}
WITHOUT_ZONE = frozenset({"KZ", "MT"})
"""States whose capital CLDR does not have as the city of a time zone."""


@pytest.mark.parametrize(("language", "locale"), list(zip(LANGUAGES, LOCALES, strict=True)))
def test_capitals_are_those_of_cldr_where_they_are_not_marked(language: str, locale: str) -> None:
    for key, country in countries().items():
        for capital in country.capitals:
            if key in WITHOUT_ZONE:
                assert language in capital.unreviewed, key
                continue
            zone = ZONES.get(key, f"Europe/{capital.name.by_language['en']}")
            theirs = get_timezone_location(zone, locale=locale, return_city=True)
            is_same = capital.name.by_language[language] == theirs
            assert is_same is (language not in capital.unreviewed), (key, language, theirs)


@pytest.mark.parametrize(
    ("variant", "language", "right"),
    [
        ("Kirghizia", "en", "Kyrgyzstan"),
        ("Kazakstan", "en", "Kazakhstan"),
        ("Turkmenia", "en", "Turkmenistan"),
        ("Tadjikistan", "en", "Tajikistan"),
        ("Kirghizistan", "fr", "Kirghizstan"),
        ("Киргизией", "ru", "Кыргызстан"),
        ("Киргизскую Республику", "ru", "Кыргызстан"),
        ("Туркмении", "ru", "Туркменистан"),
        ("Казакстану", "ru", "Казахстан"),
        ("قرقیزستان", "fa-AF", "قرغزستان"),
    ],
)
def test_check_names_the_preferred_form_of_a_variant_bent_or_not(variant: str, language: str, right: str) -> None:
    (found,) = house_forms_in(f"{language}: They spoke with {variant}.")
    assert found.sentence == f"“{variant}” is a form of a country's name that the house does not use"
    assert found.hint is not None
    assert found.hint.startswith(f"the house writes “{right}”")


@pytest.mark.parametrize(
    "text",
    ["fr: au Tadjikistan", "fr: le Kirghizstan", "en: Turkmen and Kyrgyz", "ru: киргизский язык", "en: Tajikistan"],
)
def test_what_is_right_in_its_language_is_no_variant(text: str) -> None:
    assert house_forms_in(text) == []


def house_forms_in(text: str) -> list[Problem]:
    """What P004 says of a dialogue with all of Central Asia, to whose first round a text belongs."""
    parties = ", ".join(f"{{party: {each}}}" for each in CENTRAL_ASIA)
    files = {
        "data/house.yaml": HOUSE,
        "data/dialogues/d/dialogue.yaml": DIALOGUE,
        "data/dialogues/d/01-a/round.yaml": (
            f"number: 1\nstate: held\nstart: 2031-10-21\nparties: [{parties}]\noccasion: {{{text}}}\n"
        ),
    }
    scenes = scenes_of(load_register(Memory(files, shipped=True)).value, None)
    return [problem for scene in scenes for problem in house_forms.find(scene)]


DIALOGUE = """
names: [{name: Dialogue}]
kind: dialogue
level: ministers
parties: [KZ, KG, TJ, TM, UZ]
together: the parties
purpose: To meet.
"""


def test_turkmenistan_has_no_long_form() -> None:
    name = countries()["TM"].names[0]
    assert name.official.by_language == name.short.by_language


@cache
def dictionary() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def test_russian_cases_are_those_of_the_dictionary() -> None:
    """Each word of a name is itself, or the dictionary knows it in the case that it stands for."""
    unknown = {
        (where, case, word)
        for where, text in names()
        for case, name in text.forms["ru"].items()
        if case in CASES
        for word, first in zip(name.split(), text.by_language["ru"].split(), strict=True)
        if word != first and not _is_in(case, word, first)
    }
    assert unknown == set()


def test_russian_cases_of_the_sample_are_those_of_the_dictionary() -> None:
    """Offices and subjects bend word by word; what follows their head stays as it is."""
    unknown = {
        (file, case, word)
        for file, first, forms in sample_names()
        for case in CASES
        if case in forms
        for word, start in zip(_words(forms[case]), _words(first), strict=True)
        if word != start and start not in INVENTED and not _is_in(case, word, start)
    }
    assert unknown == set()
    assert len({first for _, first, _ in sample_names()}) > 20


def test_a_wrong_case_in_a_record_is_found() -> None:
    assert _is_in("instrumental", "заместителем", "заместитель")
    assert not _is_in("instrumental", "заместителя", "заместитель")
    assert not _is_in("dative", "стратегию", "стратегия")


def _words(text: str) -> list[str]:
    return [word for part in text.split() for word in re.findall(r"[\w-]+", part)]


def _is_in(case: str, word: str, first: str) -> bool:
    lemmas = {each.normal_form for each in dictionary().parse(first) if "nomn" in each.tag}
    return any(GRAMMEMES[case] in each.tag and each.normal_form in lemmas for each in dictionary().parse(word))


def test_a_name_that_is_not_bent_is_one_that_the_dictionary_does_not_bend() -> None:
    """What stays as it is in the genitive is indeclinable, an acronym, or follows its head."""
    for where, text in names():
        first, genitive = text.by_language["ru"], text.forms["ru"]["genitive"]
        if first == genitive:
            parses = dictionary().parse(first)
            assert first.isupper() or any("Fixd" in each.tag for each in parses), where


def test_a_text_of_the_same_spelling_bends_as_the_name_of_the_register() -> None:
    known = Lexicon().find("ru", "Бишкек")
    assert known is not None
    assert known.forms["prepositional"] == "Бишкеке"
    assert known.file is None
    assert Lexicon().find("ru", "Нигдевилль") is None
    assert Lexicon().find("en", "Brussels") is None


HOUSE = (
    "{organisation: EEAS, city: Brussels, languages: [en], markings: {internal: internal, restricted: restricted}}\n"
)


def test_a_record_may_name_what_only_the_program_has() -> None:
    read = load_register(Memory({"data/house.yaml": HOUSE}, shipped=True))
    assert [each.sentence for each in read.problems] == []
    assert list(read.value.organisations) == ["EEAS"]


def test_an_entry_of_the_workspace_stands_in_for_that_of_the_program() -> None:
    own = "EEAS: {name: The Service, in_sentence: the Service}\n"
    files = {"data/house.yaml": HOUSE, "data/registers/organisations.yaml": own}
    read = load_register(Memory(files, shipped=True))
    assert read.value.organisations["EEAS"].name.get("en") == "The Service"
    assert read.value.organisations["EEAS"].short is None
