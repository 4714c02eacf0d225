"""Versions of one text: what differs between languages is found, and what only looks different is not."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest

from reporting.checks.scene import scenes_of
from reporting.checks.versions.differing import differences
from reporting.checks.versions.facts import facts_of
from reporting.checks.versions.named import Named
from reporting.checks.versions.twins import SAID, find
from reporting.problems import Problem
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
    ("amount", "EUR 9,057,333", "fr", "9 057 343 EUR"),
    ("amount", "EUR 9,057,333", "ru", "9 057 евро"),
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
    ("amount", "EUR 5 million", "fr", "5 millions de dollars"),
    ("amount", "EUR 5 million", "ru", "5 млн долларов США"),
    ("amount", "EUR 5 million", "fa-AF", "۵ میلیون دالر"),
    ("amount", "€5m", "fr", "5 M$"),
    ("amount", "USD 3 million and EUR 2 million", "fr", "2 millions de dollars et 3 millions d’euros"),
    ("amount", "some five million euros", "ru", "около пяти миллионов тенге"),
    ("amount", "500 million tenge", "ru", "500 млн сомов"),
    ("amount", "EUR 5 million", "ru", "5 миллионов"),
    ("count", "three rounds", "fr", "quatre sessions"),
    ("count", "three rounds", "ru", "четыре раунда"),
    ("count", "three rounds", "fa-AF", "چهار دور"),
    ("count", "They trained seven teams.", "ru", "Они обучили группы."),
    ("ordinal", "the fourth round", "ru", "пятый раунд"),
    ("ordinal", "in the fourth round", "ru", "в третьем раунде"),
    ("ordinal", "the fourth round", "fr", "la cinquième session"),
    ("ordinal", "the fourth round", "fa-AF", "دور پنجم"),
    ("number", "the 4th round", "ru", "5-й раунд"),
    ("season", "in autumn 2018", "fr", "au printemps 2018"),
    ("season", "in autumn 2018", "ru", "весной 2018 года"),
    ("season", "in autumn 2018", "fa-AF", "در بهار ۲۰۱۸"),
    ("weekday", "on Thursday 8 June", "fr", "le vendredi 8 juin"),
    ("weekday", "on Thursday 8 June", "ru", "в пятницу, 8 июня"),
    ("weekday", "on Wednesday 7 June", "ru", "в четверг, 7 июня"),
    ("weekday", "on Thursday 8 June", "fa-AF", "روز جمعه ۸ جون"),
    ("point", "under 3 (a)", "fr", "au titre du point 3, point b)"),
    ("point", "under 3 (a)", "ru", "согласно пункту 3 б)"),
    ("point", "under 3 (ii)", "ru", "согласно пункту 3 в)"),
    ("point", "point (c)", "fa-AF", "بند (د)"),
    ("paragraph", "One.\n\nTwo.", "fr", "Un. Deux."),
    ("paragraph", "They will\n\n1. train;\n2. learn.", "ru", "Они будут\n\n1. учить и учиться."),
    ("paragraph", "- a\n- b", "fa-AF", "- الف\n- ب\n- ج"),
]


OTHERWISE = [
    ("the 9th phase", "ru", "девятый этап"),
    ("four rounds", "ru", "4 раунда"),
    ("both sides", "fr", "les deux parties"),
    ("the two sides", "ru", "стороны"),
    ("the two sides", "ru", "обе стороны"),
    ("One of them met one expert.", "ru", "Один из них встретился с экспертом."),
    ("One must act.", "fr", "Il faut agir avec un partenaire et une idée."),
    ("a five-year plan", "ru", "пятилетний план"),
    ("in the afternoon", "ru", "во второй половине дня"),
    ("a third of the work", "fr", "un tiers des travaux"),
    ("a third of the work", "ru", "треть работы"),
    ("three quarters", "fr", "trois quarts"),
    ("First of all, they met.", "fr", "Tout d’abord, ils se sont réunis."),
    ("a new house", "fr", "un bâtiment neuf"),
    ("the family and the seminar", "ru", "семью и семинар"),
    ("the environment of the region", "ru", "окружающая среда региона"),
    ("a summer school", "ru", "летняя школа"),
    ("They have been there for years.", "fr", "Ils y ont été des années."),
    ("It springs from trade; cases may fall.", "fr", "Cela vient du commerce ; les cas peuvent baisser."),
    ("They have met for years.", "ru", "Они встречаются много лет."),
    ("in Dushanbe", "fa-AF", "در دوشنبه"),
    ("a bilateral talk", "fa-AF", "گفت‌وگوی دو\u200cجانبه"),
    ("on Tuesday 6 June", "fa-AF", "روز سه\u200cشنبه ۶ جون"),
    ("No, they did not.", "fa-AF", "نه، آنان نکردند."),
    ("a point of order and item in hand", "ru", "пункт в повестке и вопрос о порядке"),
    ("the minister(s) concerned", "fr", "le(s) ministre(s) concerné(s)"),
    ("under 3 (b)", "fr", "au titre du point 3, point b)"),
    ("under 3 (ii)", "ru", "согласно пункту 3 б)"),
    ("under 3 (iv)", "fr", "au titre du point 3 (iv)"),
    ("under 3 (iii)", "fa-AF", "طبق مادهٔ ۳ (ج)"),
    ("under 3 (b)", "ru", "согласно пункту 3 б)"),
    ("on 8 June, a Thursday", "ru", "8 июня, в четверг"),
    ("EUR 5 to 10 million", "fr", "de 5 à 10 millions d’euros"),
    ("€5m", "fr", "5 M€"),
    ("€5bn", "ru", "5 млрд евро"),
    ("US$3 million", "ru", "3 млн долл. США"),
    ("$3 million", "fr", "3 millions de dollars des États-Unis"),
    ("five million euro", "fr", "5 millions d’euros"),
    ("one million people", "ru", "1 млн человек"),
    ("a 15-million-euro programme", "fr", "un programme de 15 millions d’euros"),
    ("In 2018 EUR 5 million were paid.", "fr", "En 2018, 5 millions d’euros ont été versés."),
    ("200 million somoni", "ru", "200 млн сомони"),
    ("3,000 afghanis", "fa-AF", "۳٬۰۰۰ افغانی"),
]
"""Ordinary translations in which something is said in another way."""


@pytest.mark.parametrize(("english", "language", "other"), SAME)
def test_the_same_facts_are_the_same_in_each_language(english: str, language: str, other: str) -> None:
    assert facts_of(other, language) == facts_of(english, "en")


@pytest.mark.parametrize(("english", "language", "other"), [*SAME, *OTHERWISE])
def test_what_is_said_in_another_way_is_no_difference(english: str, language: str, other: str) -> None:
    for first, second in (((english, "en"), (other, language)), ((other, language), (english, "en"))):
        assert list(differences(facts_of(*first), facts_of(*second))) == []


@pytest.mark.parametrize(("kind", "english", "language", "other"), DIFFERENT)
def test_a_planted_difference_is_found_by_its_kind(kind: str, english: str, language: str, other: str) -> None:
    found = differences(facts_of(english, "en"), facts_of(other, language))
    assert kind in {each.kind for each in found}


@pytest.mark.parametrize(("kind", "english", "language", "other"), DIFFERENT)
def test_check_tells_a_planted_difference_at_both_places(kind: str, english: str, language: str, other: str) -> None:
    found = twins_of(english, language, other)
    assert [(each.place and each.place.line, [place.line for place in each.also]) for each in found] == [
        (6, [5]) for _ in found
    ]
    assert any(SAID[kind] in each.sentence for each in found)


def twins_of(english: str, language: str, other: str) -> list[Problem]:
    """What the check for twins has to say of a statement whose closing words are these; the second is on line 6."""
    written = f"  en: {json.dumps(english)}\n  {language}: {json.dumps(other)}\n"
    statement = "title: Statement\ndraft: {number: 1, day: 2024-05-10}\nsections: []\nclosing:\n"
    files = {**SOUND, ROUND.replace("round.yaml", "statement.yaml"): statement + written}
    return [each for each in findings_of(files) if each.code == "P016"]


def test_what_a_language_may_leave_to_other_words_is_a_warning_until_both_say_another() -> None:
    (one_sided,) = twins_of("They trained seven teams.", "ru", "Они обучили группы.")
    (two_sided,) = twins_of("They trained seven teams.", "ru", "Они обучили восемь групп.")
    assert (one_sided.is_error, two_sided.is_error) == (False, True)
    assert one_sided.sentence == two_sided.sentence == "the text in ru counts otherwise than that in en"


def test_at_least_thirty_differences_are_planted() -> None:
    assert len(DIFFERENT) >= 60
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
    assert [each for scene in scenes_of(sample(), None) for each in find(scene)] == []
