"""Spaces around marks, in a whole paper: `_` is a no-break space in the answers, `,,` a narrow one."""

from __future__ import annotations

import pytest

from reporting.languages.spacing import raised, spaced


@pytest.mark.parametrize(
    ("language", "html", "words"),
    [
        ("fr", "<p>Contact : le bureau</p>", "<p>Contact_: le bureau</p>"),
        ("fr", "<p>Qui ? Nous ! Eux ; vous</p>", "<p>Qui,,? Nous,,! Eux,,; vous</p>"),
        ("fr", "<p>« oui »</p>", "<p>«_oui_»</p>"),
        ("fr", "<p><strong>Contact</strong> : lui</p>", "<p><strong>Contact</strong>_: lui</p>"),
        ("fr", '<p lang="fr" style="a : b">12 %</p>', '<p lang="fr" style="a : b">12_%</p>'),
        ("fr", "<code>a : b</code>", "<code>a : b</code>"),
        ("fr", "<p>Exemplaire nº 3, M. Rede</p>", "<p>Exemplaire nº_3, M._Rede</p>"),
        ("fr", "<p>https://example.org:80/a?b</p>", "<p>https://example.org:80/a?b</p>"),
        ("fr", "<p>déjà\u00a0: là</p>", "<p>déjà_: là</p>"),
        ("ru", "<p>Диалог ЕС — Центральная Азия</p>", "<p>Диалог ЕС_— Центральная Азия</p>"),
        ("ru", "<p>№ 3, г-жа Кемелова, 12 %</p>", "<p>№_3, г-жа_Кемелова, 12_%</p>"),
        ("ru", "<p>с г-ном Реде и г-жой Кемеловой</p>", "<p>с_г-ном_Реде и г-жой_Кемеловой</p>"),
        ("ru", "<p>В Бишкеке, к «Диалогу», о с. 4</p>", "<p>В_Бишкеке, к_«Диалогу», о_с. 4</p>"),
        ("ru", "<p>в <em>Бишкеке</em>, ЕС и Азия</p>", "<p>в <em>Бишкеке</em>, ЕС и Азия</p>"),
        ("en", "<p>Contact : no</p>", "<p>Contact : no</p>"),
        ("en", "<p>Varland · The Ostmark Isles</p>", "<p>Varland_· The Ostmark Isles</p>"),
        ("fa-AF", "<p>الف · ب</p>", "<p>الف_· ب</p>"),
        ("fa-AF", "<p>تماس : نه</p>", "<p>تماس : نه</p>"),
    ],
)
def test_a_mark_is_held_to_its_word_as_the_language_wants_it(language: str, html: str, words: str) -> None:
    assert spaced(html, language).replace("\u00a0", "_").replace("\u202f", ",,") == words


@pytest.mark.parametrize("language", ["fr", "ru"])
def test_what_is_set_once_stays_as_it_is(language: str) -> None:
    html = "<p>« Qui ? » : ЕС — Азия, № 3</p>"
    assert spaced(spaced(html, language), language) == spaced(html, language)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>la 4e session, le 1er juin</p>", "<p>la 4^e^ session, le 1^er^ juin</p>"),
        ("<p>la 1re partie, les 2es assises</p>", "<p>la 1^re^ partie, les 2^es^ assises</p>"),
        ("<p>au XXIe siècle, Napoléon Ier</p>", "<p>au XXI^e^ siècle, Napoléon I^er^</p>"),
        ("<h1>13e réunion</h1>", "<h1>13^e^ réunion</h1>"),
        ("<p>4<sup>e</sup> et 5e</p>", "<p>4^e^ et 5^e^</p>"),
        ("<p>Les 4 et 5 ; Ce 3 ; Vers 10h</p>", "<p>Les 4 et 5 ; Ce 3 ; Vers 10h</p>"),
        ("<p>A4e, v2.4e, 4e-mail, 14er</p>", "<p>A4e, v2.4e, 4e-mail, 14er</p>"),
        ('<code>4e</code><a href="#4e">4e</a>', '<code>4e</code><a href="#4e">4^e^</a>'),
    ],
)
def test_a_french_ordinal_in_figures_has_a_raised_ending(html: str, words: str) -> None:
    answer = raised(html, "fr")
    assert answer.replace("<sup>", "^").replace("</sup>", "^") == words
    assert raised(answer, "fr") == answer


@pytest.mark.parametrize("language", ["en", "ru", "fa-AF"])
def test_no_other_language_raises_them(language: str) -> None:
    assert raised("<p>the 4th, 4e, 4-й</p>", language) == "<p>the 4th, 4e, 4-й</p>"
