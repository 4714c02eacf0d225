"""Names in sentences, case by case: articles and prepositions of French, cases of Russian, the article of English.

French contractions and the prepositions of states follow the Interinstitutional Style Guide (10.6) and the Académie;
the vowels of Russian prepositions follow Rozental's handbook (§ 199). `_` is a no-break space in the answers.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reporting.languages.forms import FormLacking, after, agree, in_form, tied, with_article
from reporting.records.shipped import shipped


def shown(text: str) -> str:
    return text.replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("preposition", "name", "words"),
    [
        ("de", "le Kazakhstan", "du Kazakhstan"),
        ("de", "la République kirghize", "de la République kirghize"),
        ("de", "l’Ouzbékistan", "de l’Ouzbékistan"),
        ("de", "l'Ouzbékistan", "de l’Ouzbékistan"),
        ("de", "les Pays-Bas", "des Pays-Bas"),
        ("de", "Bichkek", "de Bichkek"),
        ("de", "Achgabat", "d’Achgabat"),
        ("de", "Helsinki", "d’Helsinki"),
        ("de", "Hambourg", "de Hambourg"),
        ("de", "Le Caire", "du Caire"),
        ("de", "La Haye", "de La Haye"),
        ("à", "le Conseil", "au Conseil"),
        ("à", "la Commission", "à la Commission"),
        ("à", "l’Union européenne", "à l’Union européenne"),
        ("à", "les parties", "aux parties"),
        ("à", "Bruxelles", "à Bruxelles"),
        ("à", "Athènes", "à Athènes"),
        ("à", "Le Caire", "au Caire"),
        ("à", "La Valette", "à La Valette"),
        ("en", "le Kazakhstan", "au Kazakhstan"),
        ("en", "la Hongrie", "en Hongrie"),
        ("en", "l’Ouzbékistan", "en Ouzbékistan"),
        ("en", "l’Afghanistan", "en Afghanistan"),
        ("en", "les Pays-Bas", "aux Pays-Bas"),
        ("par", "le Kazakhstan", "par le Kazakhstan"),
        ("avec", "l’Irlande", "avec l’Irlande"),
    ],
)
def test_french_prepositions_grow_together_with_the_article_of_a_name(preposition: str, name: str, words: str) -> None:
    assert after(preposition, name, {}, "fr") == words


@pytest.mark.parametrize(
    ("preposition", "country", "words"),
    [
        ("de", "KZ", "du Kazakhstan"),
        ("de", "CY", "de Chypre"),
        ("de", "AT", "de l’Autriche"),
        ("de", "NL", "des Pays-Bas"),
        ("en", "CY", "à Chypre"),
        ("en", "MT", "à Malte"),
        ("en", "DK", "au Danemark"),
        ("en", "SE", "en Suède"),
        ("en", "IE", "en Irlande"),
        ("en", "TM", "au Turkménistan"),
        ("à", "PT", "au Portugal"),
    ],
)
def test_the_short_name_of_a_state_says_its_article_itself(preposition: str, country: str, words: str) -> None:
    short = shipped("countries")[country].names[0].short  # type: ignore[attr-defined]
    assert after(preposition, short.by_language["fr"], short.forms["fr"], "fr") == words


@pytest.mark.parametrize(
    ("preposition", "country", "words"),
    [
        ("в", "KZ", "в_Казахстане"),
        ("в", "FR", "во_Франции"),
        ("в", "BE", "в_Бельгии"),
        ("в", "NL", "в_Нидерландах"),
        ("в", "CY", "на_Кипре"),
        ("в", "MT", "на_Мальте"),
        ("из", "CY", "с_Кипра"),
        ("из", "UZ", "из_Узбекистана"),
        ("с", "KZ", "с_Казахстаном"),
        ("с", "SK", "со_Словакией"),
        ("с", "SI", "со_Словенией"),
        ("с", "SE", "со_Швецией"),
        ("с", "ES", "с_Испанией"),
        ("к", "LV", "к_Латвии"),
        ("о", "AF", "об_Афганистане"),
        ("о", "IT", "об_Италии"),
        ("о", "TJ", "о_Таджикистане"),
        ("между", "KG", "между Кыргызстаном"),
        ("для", "TM", "для Туркменистана"),
        ("по", "EE", "по_Эстонии"),
        ("от имени", "PL", "от имени Польши"),
    ],
)
def test_russian_prepositions_take_their_case_and_their_vowel(preposition: str, country: str, words: str) -> None:
    short = shipped("countries")[country].names[0].short  # type: ignore[attr-defined]
    assert shown(after(preposition, short.by_language["ru"], short.forms["ru"], "ru")) == words


@pytest.mark.parametrize(
    ("city", "words"),
    [
        ("BE", "в_Брюсселе"),
        ("KG", "в_Бишкеке"),
        ("TM", "в_Ашхабаде"),
        ("TJ", "в_Душанбе"),
        ("EL", "в_Афинах"),
        ("SI", "в_Любляне"),
        ("LT", "в_Вильнюсе"),
        ("FI", "в_Хельсинки"),
    ],
)
def test_a_capital_stands_in_the_prepositional(city: str, words: str) -> None:
    name = shipped("countries")[city].capitals[0].name  # type: ignore[attr-defined]
    assert shown(after("в", name.by_language["ru"], name.forms["ru"], "ru")) == words


def test_a_case_may_be_named_where_a_preposition_has_two() -> None:
    forms = {"accusative": "Казахстан", "prepositional": "Казахстане"}
    assert shown(after("в", "Казахстан", forms, "ru", case="accusative")) == "в_Казахстан"
    assert shown(after("вопреки", "Казахстан", {"dative": "Казахстану"}, "ru", case="dative")) == "вопреки Казахстану"
    with pytest.raises(KeyError):
        after("вопреки", "Казахстан", {"dative": "Казахстану"}, "ru")


@pytest.mark.parametrize(
    ("language", "name", "forms", "words"),
    [
        ("en", "Kyrgyz Republic", {"article": "the"}, "the Kyrgyz Republic"),
        ("en", "the Netherlands", {}, "the Netherlands"),
        ("en", "Turkmenistan", {"article": "none"}, "Turkmenistan"),
        ("fr", "République kirghize", {"article": "la"}, "la République kirghize"),
        ("fr", "Ouzbékistan", {"article": "l'"}, "l’Ouzbékistan"),
        ("fr", "les Pays-Bas", {}, "les Pays-Bas"),
        ("fr", "Malte", {"article": "none"}, "Malte"),
        ("ru", "Мальта", {}, "Мальта"),
        ("fa-AF", "قزاقستان", {}, "قزاقستان"),
    ],
)
def test_a_name_stands_in_a_sentence_with_its_article(
    language: str, name: str, forms: dict[str, str], words: str
) -> None:
    assert with_article(name, forms, language) == words


def test_a_form_that_nobody_wrote_is_never_guessed() -> None:
    lacking: list[Callable[[], str]] = [
        lambda: in_form("Бишкек", {}, "genitive"),
        lambda: after("в", "Бишкек", {"genitive": "Бишкека"}, "ru"),
        lambda: after("en", "Kazakhstan", {}, "fr"),
        lambda: with_article("Kyrgyz Republic", {}, "en"),
        lambda: agree({}, {"m": "représenté"}),
    ]
    for each in lacking:
        with pytest.raises(FormLacking):
            each()


def test_words_agree_with_the_gender_of_a_name() -> None:
    words = {"m": "представлен", "f": "представлена", "n": "представлено", "plural": "представлены"}
    assert [agree({"gender": gender}, words) for gender in ("m", "f", "n", "plural")] == list(words.values())
    assert agree({"gender": "n"}, {"m": "représenté"}) == "représenté"


@pytest.mark.parametrize(
    ("name", "forms", "words"),
    [
        ("وزارت امور خارجه", {}, "وزارت امور خارجهٔ"),
        ("گفت‌وگو", {}, "گفت‌وگوی"),
        ("اروپا", {}, "اروپای"),
        ("معین اول", {}, "معین اول"),
        ("مشاور امنیت ملی", {}, "مشاور امنیت ملی"),
        ("اتحادیهٔ", {}, "اتحادیهٔ"),
        ("گروه", {}, "گروه"),
        ("دانشگاه", {}, "دانشگاه"),
        ("پادشاه", {}, "پادشاه"),
        ("عضو", {"ezafe": "عضو"}, "عضو"),
        ("ده", {"ezafe": "ده"}, "ده"),
    ],
)
def test_a_dari_name_is_tied_to_the_word_behind_it(name: str, forms: dict[str, str], words: str) -> None:
    """A sign after a vowel only; what ه and و are in a word that the rule does not know, the record says."""
    assert tied(name, forms, "fa-AF") == words


def test_no_other_language_ties_its_names() -> None:
    assert [tied("Minister", {}, each) for each in ("en", "fr", "ru")] == ["Minister"] * 3
