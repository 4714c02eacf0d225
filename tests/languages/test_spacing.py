"""Spaces around marks, in a whole paper: `_` is a no-break space in the answers, `,,` a narrow one."""

from __future__ import annotations

import pytest

from reporting.languages.spacing import spaced


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
        ("fa-AF", "<p>تماس : نه</p>", "<p>تماس : نه</p>"),
    ],
)
def test_a_mark_is_held_to_its_word_as_the_language_wants_it(language: str, html: str, words: str) -> None:
    assert spaced(html, language).replace("\u00a0", "_").replace("\u202f", ",,") == words


@pytest.mark.parametrize("language", ["fr", "ru"])
def test_what_is_set_once_stays_as_it_is(language: str) -> None:
    html = "<p>« Qui ? » : ЕС — Азия, № 3</p>"
    assert spaced(spaced(html, language), language) == spaced(html, language)
