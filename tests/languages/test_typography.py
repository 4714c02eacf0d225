"""What is typed, and what is set. In the answers `_` is a no-break space and `,,` a narrow one."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.languages import quotations
from reporting.languages import typography as module
from reporting.languages.typography import typeset, typography

CASES = [
    ("en", 'He said "yes".', "He said “yes”."),
    ("en", "The 'common' efforts", "The ‘common’ efforts"),
    ("en", "The EU's and the ministers' view", "The EU’s and the ministers’ view"),
    ("en", "\"He said 'yes'\"", "“He said ‘yes’”"),
    ("en", '("quoted")', "(“quoted”)"),
    ("en", "in the '90s", "in the ’90s"),
    ("en", 'first\n"second"', "first\n“second”"),
    ("en", "Bishkek - the capital", "Bishkek_– the capital"),
    ("en", "Bishkek -- the capital", "Bishkek_– the capital"),
    ("en", "Bishkek – the capital", "Bishkek_– the capital"),
    ("en", "talks--long ones", "talks–long ones"),
    ("en", "a---b", "a—b"),
    ("en", "EU-Central Asia", "EU-Central Asia"),
    ("en", "- a sign at the start", "- a sign at the start"),
    ("en", "in 2015-2020", "in 2015–2020"),
    ("en", "on 2018-11-23", "on 2018-11-23"),
    ("en", "S/RES/2015-2020/4", "S/RES/2015-2020/4"),
    ("en", "and so on...", "and so on…"),
    ("en", "no dots.... here", "no dots.... here"),
    ("en", "8 June 2017", "8_June_2017"),
    ("en", "in June 2017 they met", "in June_2017 they met"),
    ("en", "Mayor 2017", "Mayor 2017"),
    ("en", "EUR 14.5 million", "EUR_14.5_million"),
    ("en", "€ 5 million and 3 km", "€_5_million and 3_km"),
    ("en", "21 750 000 euros", "21,,750,,000_euros"),
    ("en", "in 2018 300 people", "in 2018 300 people"),
    ("fa-AF", "به تاریخ ۸ جون ۲۰۱۷ در بیشکک", "به تاریخ ۸_جون_۲۰۱۷ در بیشکک"),
    ("fa-AF", "۱۸ جوزای ۱۳۹۶ و ۱۸ جوزا ۱۳۹۶", "۱۸_جوزای_۱۳۹۶ و ۱۸_جوزا_۱۳۹۶"),
    ("fa-AF", "در می ۲۰۱۸ و در جون", "در می_۲۰۱۸ و در جون"),
    ("fa-AF", "۱۴٫۵ میلیون یورو", "۱۴٫۵_میلیون یورو"),
    ("fa-AF", "۱۲ فیصد، ۵ یورویی", "۱۲_فیصد، ۵ یورویی"),
    ("fa-AF", 'گفت: "طرح "فانوس" مهم است"', "گفت: «طرح ‹فانوس› مهم است»"),
    ("en", "+32 460 795 123", "+32 460 795 123"),
    ("en", "5 % and 5% and 5 per cent", "5_% and 5% and 5_per cent"),
    ("en", "Mr Belliard and Ms Kemelova", "Mr_Belliard and Ms_Kemelova"),
    ("en", "H.E. Mr. Ana", "H.E._Mr._Ana"),
    ("en", "No. 5 and No 6, but No member", "No._5 and No_6, but No member"),
    ("en", "see § 5 and §§ 6", "see §_5 and §§_6"),
    ("en", "Article 5", "Article_5"),
    ("en", 'see https://a.b/c--d\'e... or x@y-z.eu -- "now"', "see https://a.b/c--d'e… or x@y-z.eu_– “now”"),
    ("en", '"https://a.b/c--d"', "“https://a.b/c--d”"),
    ("en-GB", '"yes"', "“yes”"),
    ("fr", 'l\'UE dit "oui" !', "l’UE dit «_oui_»,,!"),
    ("fr", "Contact : M. Sol ; n° 5", "Contact_: M._Sol,,; n°_5"),
    ("fr", "« oui »", "«_oui_»"),
    ("fr", "le 1er juin 2017", "le 1er_juin_2017"),
    ("ru", 'Он сказал "да" - и всё', "Он сказал «да»_— и всё"),
    ("ru", "8 июня 2017 года, № 5", "8_июня_2017_года, №_5"),
    ("ru", "А. Б. Иванов", "А._Б._Иванов"),
    ("uz", '"yes" - no...', '"yes" - no…'),
]


@pytest.mark.parametrize(("language", "typed", "printed"), CASES)
def test_what_is_typed_is_set_as_in_print(language: str, typed: str, printed: str) -> None:
    assert typography(typed, language).replace("\u00a0", "_").replace("\u202f", ",,") == printed


@pytest.mark.parametrize(("language", "typed", "printed"), CASES)
def test_setting_twice_changes_nothing_more(language: str, typed: str, printed: str) -> None:
    once = typography(typed, language)
    assert typography(once, language) == once, printed


def test_quotes_see_through_the_seams_of_an_emphasis() -> None:
    assert typeset(['He said "', "yes", '" to the ministers', "' view"], "en") == [
        "He said “",
        "yes",
        "” to the ministers",
        "’ view",
    ]


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4), st.sampled_from(["en", "fr", "ru", "fa"]))
def test_pieces_stay_pieces_whatever_they_hold(pieces: list[str], language: str) -> None:
    assert len(typeset(pieces, language)) == len(pieces)


@given(st.text(st.characters(categories=["L"]), max_size=40))
def test_words_are_left_alone(word: str) -> None:
    assert typography(word, "en") == word


def test_the_example_in_the_docstring_holds() -> None:
    assert doctest.testmod(module).failed == 0
    assert doctest.testmod(quotations).failed == 0
