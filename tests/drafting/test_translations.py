"""What papers say of their own language: draft translation, courtesy translation, equally authentic texts."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest

from reporting.audiences.values import Words
from reporting.build.making.material import Desk
from reporting.build.planning.plan import plan
from reporting.document.document import Document
from reporting.document.text import text_of
from reporting.drafting.draft import Drafted, draft
from reporting.drafting.templates import Templates, templates_of
from reporting.drafting.translating import translation_of
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.records.translating import digest_of
from reporting.workspace import Memory
from reporting.writers.text import write_text
from tests.support.cases import SOUND

STATEMENT = "data/dialogues/north/02-beta/statement.yaml"
FIRST = "The bridge is open."
SECRET = "We would have paid for it."  # noqa: S105 - no password
TEXTS = f"""\
title: Joint statement
published: 2024-05-16
sections:
  - paragraphs:
      - id: bridge
        text: {{en: {FIRST}, fr: Le pont est ouvert., ru: Мост открыт.}}
        note: {{en: {SECRET}, fr: Nous aurions payé., ru: Мы бы заплатили.}}
"""


@functools.cache
def _wording() -> Templates:
    return templates_of(Memory({}, shipped=True)).value


def entry(language: str, status: str, *sources: str, item: str = "") -> str:
    """An entry on a translation from English, made when its texts were those that are named."""
    hashed = " ".join(map(digest_of, sources or (FIRST,)))
    more = f", item: {item}" if item else ""
    return f'  - {{language: {language}, of: en, status: {status}, hash: "{hashed}"{more}}}\n'


def drafted(name: str, *entries: str, texts: str = TEXTS) -> Drafted:
    """The statement in one language, whose record has the entries."""
    translations = f"translations:\n{''.join(entries)}" if entries else ""
    house = SOUND["data/house.yaml"].replace("[en]", "[en, fr, ru, fa-AF]")
    workspace = Memory({**SOUND, "data/house.yaml": house, STATEMENT: texts + translations}, shipped=True)
    loaded = load_register(workspace)
    assert not [each for each in loaded.problems if each.is_error], loaded.problems
    types = types_of(workspace).value
    paper = next(each for each in plan(loaded.value, types).papers if each.stem == name and each.round == "02-beta")
    material = Desk(loaded.value, types, None).material(paper)
    return draft(types[paper.type], material.view, _wording())


def paper(name: str, *entries: str, texts: str = TEXTS) -> Document:
    result = drafted(name, *entries, texts=texts)
    assert result.document is not None, result.problems
    return result.document


@pytest.mark.parametrize(
    ("language", "status", "source", "word"),
    [
        ("fr", "draft", FIRST, "TRADUCTION PROVISOIRE"),
        ("fr", "courtesy", "The bridge is shut.", "TRADUCTION PROVISOIRE"),
        ("ru", "authentic", "The bridge is shut.", "ПРЕДВАРИТЕЛЬНЫЙ ПЕРЕВОД"),
        ("fr", "courtesy", FIRST, ""),
        ("fr", "authentic", FIRST, ""),
    ],
)
def test_a_translation_that_nobody_has_looked_at_since_calls_itself_a_draft(
    language: str, status: str, source: str, word: str
) -> None:
    made = paper(f"joint-statement.{language}", entry(language, status, source))
    assert made.properties.draft == made.properties.watermark == word
    assert [each for each in text_of(made).splitlines() if each.isupper()] == ([word] if word else [])


def test_the_word_of_a_draft_translation_stands_in_the_head_whatever_a_template_says() -> None:
    made = paper("joint-statement.fr", entry("fr", "draft"))
    assert made.html.count('<p class="running-head notice">TRADUCTION PROVISOIRE</p>') == 1
    assert "TRADUCTION PROVISOIRE" in write_text(made).decode().partition("Newtown")[0]
    unsaid = replace(made, html=made.html.replace('<p class="running-head notice">TRADUCTION PROVISOIRE</p>', ""))
    assert "TRADUCTION PROVISOIRE" in write_text(unsaid).decode().partition("Newtown")[0]


def test_only_papers_that_print_what_has_changed_are_drafts() -> None:
    late = TEXTS + "closing: {en: Thank you., fr: Merci., ru: Спасибо.}\n"
    assert paper("joint-statement.fr", entry("fr", "courtesy"), texts=late).properties.draft
    assert not paper("joint-statement.ru", entry("fr", "courtesy"), texts=late).properties.draft
    assert not paper("joint-statement.en", entry("fr", "courtesy"), texts=late).properties.draft
    assert not paper("press-release.en", entry("fr", "courtesy"), texts=late).properties.draft


def test_a_note_that_readers_may_not_see_makes_no_draft_of_their_paper() -> None:
    changed = TEXTS.replace(SECRET, "We would never have paid for it.")
    whole = entry("fr", "courtesy", FIRST, SECRET)
    assert paper("joint-statement.fr", whole) == paper("joint-statement.fr", whole, texts=changed)
    alike = entry("fr", "authentic", FIRST, SECRET)
    assert paper("joint-statement.fr", alike) == paper("joint-statement.fr", alike, texts=changed)


@pytest.mark.parametrize(
    ("language", "foot"),
    [
        ("fr", "Traduction de courtoisie : seul le texte anglais fait foi."),
        ("ru", "Неофициальный перевод. Аутентичным является только текст на английском языке."),
    ],
)
def test_a_courtesy_translation_names_the_authentic_language_at_its_foot(language: str, foot: str) -> None:
    made = paper(f"joint-statement.{language}", entry(language, "courtesy"))
    assert " ".join(text_of(made).split()).endswith(foot)
    assert foot not in text_of(paper(f"joint-statement.{language}", entry(language, "authentic")))


@pytest.mark.parametrize(
    ("language", "foot"),
    [
        ("fr", "Traduction de courtoisie : ce texte ne fait pas foi."),
        ("ru", "Неофициальный перевод; аутентичным текстом не является."),
    ],
)
def test_a_courtesy_translation_of_what_was_signed_in_several_languages_says_only_that_it_is_none(
    language: str, foot: str
) -> None:
    signed = f"{TEXTS}signed_in: [{{name: Norse}}, {{name: English}}]\n"
    made = paper(f"joint-statement.{language}", entry(language, "courtesy"), texts=signed)
    assert " ".join(text_of(made).split()).endswith(foot)


SIGNED = f"{TEXTS}adopted: 2024-05-16\nsignatories: [{{person: a-sol}}]\n"


@pytest.mark.parametrize(
    ("language", "mark"), [("fr", "(Signé) Ana Sol"), ("ru", "(Подпись) Ana Sol"), ("fa-AF", "(امضا شده) Ana Sol")]
)
def test_a_courtesy_translation_has_no_line_to_sign_on_and_says_that_the_text_was_signed(
    language: str, mark: str
) -> None:
    texts = SIGNED.replace("ru: Мост открыт.", "ru: Мост открыт., fa-AF: پل باز است.").replace(
        "ru: Мы бы заплатили.", "ru: Мы бы заплатили., fa-AF: می‌پرداختیم."
    )
    made = paper(f"joint-statement.{language}", entry(language, "courtesy"), texts=texts)
    assert mark in " ".join(text_of(made).split())
    assert "___" not in write_text(made).decode()
    signed = paper(f"joint-statement.{language}", entry(language, "authentic"), texts=texts)
    assert mark not in " ".join(text_of(signed).split())
    assert "___" in write_text(signed).decode()


@pytest.mark.parametrize("status", ["courtesy", "draft"])
def test_a_translation_of_what_nobody_has_signed_yet_has_names_alone(status: str) -> None:
    open_ = SIGNED.replace("adopted: 2024-05-16\n", "")
    made = paper("joint-statement.fr", entry("fr", status), texts=open_)
    assert "Ana Sol" in text_of(made)
    assert "Signé" not in text_of(made)
    assert "___" not in write_text(made).decode()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "All texts, in English, French and Russian, are equally authentic."),
        ("fr", "Tous les textes, en anglais, français et russe, font également foi."),
        ("ru", "Все тексты, на английском, французском и русском языках, имеют одинаковую силу."),
    ],
)
def test_texts_are_equally_authentic_where_the_record_says_so_and_none_is_stale(language: str, sentence: str) -> None:
    both = entry("fr", "authentic"), entry("ru", "authentic")
    assert sentence in text_of(paper(f"joint-statement.{language}", *both)).replace("\u00a0", " ")
    for second in (entry("ru", "authentic", "Another."), entry("ru", "draft", item="bridge")):
        assert sentence not in text_of(paper(f"joint-statement.{language}", *both, second)).replace("\u00a0", " ")


def test_two_authentic_texts_are_both_so_and_a_third_as_a_courtesy_is_not_among_them() -> None:
    words = text_of(paper("joint-statement.en", entry("ru", "authentic"), entry("fr", "courtesy")))
    assert "Both texts, in English and Russian, are equally authentic." in words


def test_nothing_is_said_of_a_text_that_is_not_there_in_an_authentic_language() -> None:
    lacking = TEXTS.replace(", ru: Мост открыт.", "")
    words = text_of(paper("joint-statement.en", entry("ru", "authentic"), texts=lacking))
    assert "authentic" not in words


def test_an_entry_that_readers_may_not_see_says_nothing_to_them() -> None:
    hidden = entry("fr", "draft").replace("}", ", audience: internal}")
    assert paper("joint-statement.fr", hidden) == paper("joint-statement.fr")


def test_a_language_without_a_name_in_the_labels_is_told() -> None:
    texts = TEXTS.replace("{en:", "{de: Die Brücke ist offen., en:", 1)
    odd = entry("fr", "courtesy", "Die Brücke ist offen.").replace("of: en", "of: de")
    (problem,) = drafted("joint-statement.fr", odd, texts=texts).problems
    assert (problem.code, problem.sentence) == ("T037", "there is no label `languages.de`")
    assert problem.place is not None
    assert problem.place.file == "templates/words/fr.yaml"


def test_papers_of_the_own_service_need_not_say_whose_text_holds() -> None:
    texts = [Words("Le pont", "label", "round.title.fr", "fr", standing="courtesy", source="en")]
    words = _wording().words["fr"]
    assert translation_of(texts, "fr", words)["courtesy"]
    assert translation_of(texts, "fr", words, is_ours=True) == {"translation": "", "courtesy": ""}
