"""Versions of one text: what differs between languages is found, and what only looks different is not."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from reporting.checks.facts import facts_of
from reporting.checks.named import Named
from reporting.checks.scene import scene_of
from reporting.checks.twins import find
from reporting.records.load import load_register
from reporting.records.register import Register
from reporting.workspace import Folder
from tests.support.cases import ROUND, SOUND, findings_of

SAME = [
    ("On 8 June 2017", "fr", "Le 8 juin 2017"),
    ("On 8 June 2017", "ru", "8 июня 2017 г."),
    ("On 8 June 2017", "fa-AF", "به تاریخ ۸ جون ۲۰۱۷"),
    ("On 8 June 2017", "fa-AF", "به تاریخ ۱۸ جوزا ۱۳۹۶ (۸ جون ۲۰۱۷)"),
    ("On 8 June 2017", "fa-AF", "به تاریخ ۸ جون ۲۰۱۷، برابر با ۱۸ جوزای ۱۳۹۶ هجری شمسی"),
    ("On 8 June 2017", "fa-AF", "به تاریخ ۸ جون ۲۰۱۷ (۳۰ جوزا تا ۲ سرطان ۱۳۹۶)"),
    ("On 8 June 2017", "fa-AF", "به تاریخ ۸ جون ۲۰۱۷ (۱۸ تا ۱۹ سنبلهٔ ۱۳۹۶ هجری خورشیدی)"),
    ("June 8, 2017", "ru", "8 июня 2017 года"),
    ("1 April 2015", "fr", "1er avril 2015"),
    ("in June 2017", "ru", "в июне 2017 года"),
    ("1.5 million", "fr", "1,5 million"),
    ("1.5 million", "ru", "1,5 миллиона"),
    ("1.5 million", "ru", "1 500 000"),
    ("1.5 million", "fa-AF", "۱٫۵ میلیون"),
    ("EUR 9,057,333", "fr", "9\u202f057\u202f333 EUR"),
    ("1,234.5", "ru", "1\u00a0234,5"),
    ("€14.5 million", "ru", "14,5 млн евро"),
    ("2 billion", "fr", "2 milliards"),
    ("the 13th meeting", "fr", "la 13e réunion"),
    ("the 13th meeting", "ru", "13-я встреча"),
    ("12%", "fr", "12\u00a0%"),
    ("They may meet; 3 rounds", "fr", "Ils pourront se réunir ; 3 sessions"),
    ("See [this](https://a.example/2).", "ru", "См. [это](https://a.example/2)."),
]
DIFFERENT = [
    ("date", "On 8 June 2017", "fr", "Le 9 juin 2017"),
    ("date", "On 8 June 2017", "ru", "8 июля 2017 г."),
    ("date", "On 8 June 2017", "fa-AF", "به تاریخ ۸ جون ۲۰۱۸"),
    ("date", "On 8 June 2017", "fr", "Le 8 juin"),
    ("date", "June 8, 2017", "ru", "9 июня 2017 года"),
    ("date", "in June 2017", "fr", "en juillet 2017"),
    ("date", "on 1 April 2015", "fr", "le 1er avril 2016"),
    ("date", "on 1 May 2015", "ru", "в мае 2015 года"),
    ("date", "8 June 2017 and 9 June 2017", "fr", "le 8 juin 2017"),
    ("date", "They met.", "ru", "Они встретились 8 июня 2017 года."),
    ("date", "On 12 March 2018", "fa-AF", "به تاریخ ۱۳ مارچ ۲۰۱۸"),
    ("number", "14 posts", "fr", "15 postes"),
    ("number", "14 posts", "ru", "41 пост"),
    ("number", "14 posts", "fa-AF", "۱۵ پوسته"),
    ("number", "1.5 million", "fr", "1,6 million"),
    ("number", "1.5 million", "ru", "1,5 миллиарда"),
    ("number", "1.5 million", "fa-AF", "۱٫۵ میلیارد"),
    ("number", "EUR 9,057,333", "fr", "9 057 343 EUR"),
    ("number", "EUR 9,057,333", "ru", "9 057 евро"),
    ("number", "1,234.5", "fr", "1 234"),
    ("number", "12%", "ru", "21 %"),
    ("number", "the 13th meeting", "fr", "la 14e réunion"),
    ("number", "in 2018", "ru", "в 2019 году"),
    ("number", "3 rounds and 3 courses", "fr", "3 sessions et des cours"),
    ("number", "2 thousand", "ru", "2"),
    ("link", "See https://a.example/en", "fr", "Voir https://b.example/fr"),
    ("link", "See [this](https://a.example).", "ru", "См. это."),
    ("link", "Write to [us](mailto:a@b.example).", "fr", "Écrire à [nous](mailto:c@b.example)."),
    ("footnote", "The rules[^a] hold.", "fr", "Les règles tiennent."),
    ("footnote", "The rules[^a] hold.", "ru", "Правила[^b] действуют."),
    ("paragraph", "One.\n\nTwo.", "fr", "Un. Deux."),
    ("paragraph", "They will\n\n1. train;\n2. learn.", "ru", "Они будут\n\n1. учить и учиться."),
    ("paragraph", "- a\n- b", "fa-AF", "- الف\n- ب\n- ج"),
]


@pytest.mark.parametrize(("english", "language", "other"), SAME)
def test_the_same_facts_are_the_same_in_each_language(english: str, language: str, other: str) -> None:
    assert facts_of(other, language) == facts_of(english, "en")


@pytest.mark.parametrize(("kind", "english", "language", "other"), DIFFERENT)
def test_a_planted_difference_is_found_by_its_kind(kind: str, english: str, language: str, other: str) -> None:
    here, there = facts_of(english, "en"), facts_of(other, language)
    assert kind in {fact.kind for fact in (here - there) + (there - here)}


def test_at_least_thirty_differences_are_planted() -> None:
    assert len(DIFFERENT) >= 30
    assert len(NAMED) >= 15


def test_a_finding_points_to_both_places() -> None:
    text = "occasion:\n  en: They met on 8 June 2017.\n  fr: Ils se sont réunis le 9 juin 2017.\n"
    (found,) = [each for each in findings_of({**SOUND, ROUND: SOUND[ROUND] + text}) if each.code == "P016"]
    assert found.place is not None
    assert (found.place.line, found.also[0].line - found.place.line) == (10, -1)
    assert found.sentence.endswith(": 2017-06-09 only here; 2017-06-08 only in en")


NAMED = [
    ("KZ", "They met in Kazakhstan.", "fr", "Ils se sont réunis au Turkménistan."),
    ("TM", "They met in Kazakhstan.", "fr", "Ils se sont réunis au Turkménistan."),
    ("UZ", "Uzbekistan and Tajikistan agreed.", "ru", "Таджикистан согласился."),
    ("TJ", "Uzbekistan agreed.", "ru", "Согласились Узбекистан и Таджикистан."),
    ("KG", "The Kyrgyz Republic thanked them.", "ru", "Республика Узбекистан поблагодарила их."),
    ("AF", "They spoke with Afghanistan.", "fa-AF", "آنان با ازبکستان گفتگو کردند."),
    ("EU", "The EU will pay.", "fr", "L’ONU paiera."),
    ("UN", "The EU will pay.", "fr", "L’ONU paiera."),
    ("EU", "The European Union will pay.", "ru", "Заплатит Организация Объединённых Наций."),
    ("OSCE", "Work with the OSCE goes on.", "ru", "Работа с ООН продолжается."),
    ("BE", "Belgium was there.", "fr", "La Bulgarie était présente."),
    ("BG", "Belgium was there.", "fr", "La Bulgarie était présente."),
    ("helga-schmid", "Ms Schmid and Ms Kemelova spoke.", "ru", "Выступила г-жа Кемелова."),
    ("jean-christophe-belliard", "Ms Kemelova spoke.", "fr", "MM. Kemelova et Belliard ont pris la parole."),
    ("BOMCA", "They praised BOMCA.", "ru", "Они высоко оценили КАДАП."),
    ("CADAP", "They praised BOMCA.", "ru", "Они высоко оценили КАДАП."),
    ("samarkand", "The next round is in Samarkand.", "fr", "La prochaine session se tiendra à Bruxelles."),
]
ALIKE = [
    ("The Kyrgyz Republic hosted.", "fr", "Le Kirghizistan était l’hôte."),
    ("The Kyrgyz Republic hosted.", "ru", "Принимала Кыргызская Республика."),
    ("The Government of Kazakhstan agreed.", "fr", "Le gouvernement kazakh a donné son accord."),
    ("Afghans lead it.", "fr", "L’Afghanistan le conduit."),
    ("cooperation with the European Union", "ru", "сотрудничество с Европейским союзом"),
    ("They support BOMCA.", "ru", "Они поддерживают Программу содействия управлению границами в Центральной Азии."),
    ("They came from Luxembourg.", "fr", "Ils venaient du Luxembourg."),
    ("They met in Uzbekistan.", "fa-AF", "آنان در ازبکستان دیدار کردند."),
    ("Mr Belliard thanked Ms Kemelova.", "ru", "Г-н Белльяр поблагодарил г-жу Кемелову."),
    ("It's the EU's way.", "fr", "C'est la manière de l'UE."),
    ("They are unanimous.", "fr", "Ils sont un."),
]


@functools.cache
def sample() -> Register:
    return load_register(Folder(Path(__file__).parents[2])).value


@pytest.mark.parametrize(("id_", "english", "language", "other"), NAMED)
def test_a_planted_name_is_found_by_its_id(id_: str, english: str, language: str, other: str) -> None:
    named = Named(sample())
    found = [*named.differing(english, "en", other, language), *named.differing(other, language, english, "en")]
    assert id_ in {each.id for each in found}


@pytest.mark.parametrize(("english", "language", "other"), ALIKE)
def test_names_are_the_same_however_they_are_bent(english: str, language: str, other: str) -> None:
    named = Named(sample())
    assert named.differing(english, "en", other, language) == []
    assert named.differing(other, language, english, "en") == []


def test_another_name_is_a_warning_at_both_places_and_nobody_hidden_is_named() -> None:
    text = "occasion:\n  en: They met the Republic of Arvenia.\n  fr: Ils ont rencontré Borland.\n"
    files = {**SOUND, ROUND: SOUND[ROUND] + text}
    hidden = files["data/registers/countries.yaml"].replace("BO:\n", "BO:\n  audience: internal\n")
    for registers, told in ((None, "BO only here; AR only in en"), (hidden, "AR only in en")):
        changed = {**files, **({"data/registers/countries.yaml": registers} if registers else {})}
        (found,) = [each for each in findings_of(changed) if each.code == "P016"]
        assert found.sentence == f"the text in fr names others than that in en: {told}"
        assert (found.is_error, found.place and found.place.line, found.also[0].line) == (False, 10, 9)


def test_labels_that_count_in_words_are_not_held_against_figures() -> None:
    events = "events:\n  - {when: 2030, what: {en: 13th meeting, %s}}\n"
    for words, number in (("fa-AF: سیزدهمین نشست", 0), ("fr: 14e réunion", 1)):
        files = {**SOUND, ROUND: SOUND[ROUND] + events % words}
        assert len([each for each in findings_of(files) if each.code == "P016"]) == number


def test_nothing_is_found_in_the_sample() -> None:
    assert list(find(scene_of(sample(), None))) == []
