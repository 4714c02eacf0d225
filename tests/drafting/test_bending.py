"""Names in papers: a sentence bends them, and what the record lacks for it is told where it has to be written."""

from __future__ import annotations

import datetime
from functools import cache

import pytest

from reporting.audiences.origin import place_of_path
from reporting.audiences.view import View, view_of
from reporting.drafting.draft import Drafted, draft
from reporting.drafting.templates import Templates
from reporting.drafting.types import DocumentType
from reporting.records.levels import Level
from reporting.records.load import load_register
from reporting.records.register import Meeting, Register, Series
from reporting.workspace import Memory

FILES = {
    "data/house.yaml": """
organisation: EEAS
city: {en: Brussels, fr: Bruxelles, ru: Брюссель, fa-AF: بروکسل}
languages: [en, fr, ru, fa-AF]
markings: {internal: internal, restricted: restricted}
""",
    "data/registers/people.yaml": """
kemelova:
  given: {en: Dinara, fr: Dinara, ru: {text: Динара, genitive: Динары, instrumental: Динарой}, fa-AF: دینارا}
  family: {en: Kemelova, fr: Kemelova, ru: {text: Кемелова, genitive: Кемеловой, instrumental: Кемеловой}, fa-AF: کملووا}
  gender: f
  functions:
    - title:
        en: First Deputy Minister
        fr: {text: premier vice-ministre, feminine: première vice-ministre}
        ru: {text: первый заместитель министра, instrumental: первым заместителем министра}
        fa-AF: معاون اول وزیر
      country: KG
rede:
  given: {en: Tomas, fr: Tomas, ru: Томас, fa-AF: توماس}
  family: {en: Rede, fr: Rede, ru: Реде, fa-AF: رده}
""",
    "data/registers/places.yaml": """
samarkand: {name: {en: Samarkand, fr: Samarcande, ru: {text: Самарканд, prepositional: Самарканде}, fa-AF: سمرقند}}
""",
    "data/dialogues/d/dialogue.yaml": """
names: [{name: {en: Dialogue, fr: Dialogue, ru: Диалог, fa-AF: گفت‌وگو}}]
kind: dialogue
level: ministers
parties: [EU, KZ, KG]
together: the parties
purpose: To meet.
""",
    "data/dialogues/d/01-samarkand/round.yaml": """
number: 1
state: held
start: 2031-10-21
place: {city: {en: Samarkand, fr: Samarcande, ru: Самарканд, fa-AF: سمرقند}, country: UZ}
press: {city: {en: Nowhere, fr: Nulle-part, ru: Нигдевилль, fa-AF: ناکجا}}
hosts: [{person: kemelova, party: KG}]
chairs: [{person: rede}]
parties: [{party: EU}, {party: KZ}, {party: KG}]
""",
}


@cache
def register() -> tuple[Register, Series, Meeting]:
    read = load_register(Memory(FILES, shipped=True))
    assert read.problems == ()
    series = read.value.series["d"]
    return read.value, series, series.meetings["01-samarkand"]


def view(language: str) -> View:
    known, series, meeting = register()
    day = datetime.date(2031, 12, 1)
    return view_of(known, series, meeting, audience=Level.PUBLIC, language=language, on=day)


def drafted(source: str, language: str) -> Drafted:
    kind = DocumentType("note", {"en": "Note"}, Level.PUBLIC, Level.PUBLIC, ("txt",), (language,))
    html = f'<article lang="{language}"><h1>A</h1>\n<p>{source}</p></article>'
    return draft(kind, view(language), Templates({f"note/{language}.html.j2": html}, {language: {}}))


def written(source: str, language: str) -> str:
    result = drafted(source, language)
    assert result.problems == ()
    assert result.document is not None
    return "".join(each.text_content() for each in result.document.tree() if each.tag == "p")


PARTIES = 'round.members | map(attribute="party.in_sentence")'
HOST = "(round.hosts | first).person"


@pytest.mark.parametrize(
    ("language", "source", "words"),
    [
        ("ru", "{{ round.place.city | after('в') }}", "в\u00a0Самарканде"),
        ("ru", "{{ round.place.country.short | after('в') }}", "в\u00a0Узбекистане"),
        ("ru", "{{ house.city | genitive }}", "Брюсселя"),
        ("ru", f"{{{{ {PARTIES} | map('genitive') | listing }}}}", "Европейского союза, Казахстана и Кыргызстана"),
        ("ru", f"{{{{ {HOST}.name | instrumental }}}}", "Динарой Кемеловой"),
        ("ru", f"{{{{ {HOST}.function.title | instrumental }}}}", "первым заместителем министра"),
        ("ru", f"{{{{ {HOST} | agree('заявил', 'заявила') }}}}", "заявила"),
        ("ru", "{{ issuer.official | agree('принял', 'приняла') }}", "приняла"),
        ("ru", "{{ round.place.country.official | form('dative') }}", "Республике Узбекистан"),
        ("fr", "{{ round.place.city | after('à') }}", "à Samarcande"),
        ("fr", "{{ round.place.country.in_sentence | after('de') }}", "de l’Ouzbékistan"),
        ("fr", "{{ round.place.country.short | after('en') }}", "en Ouzbékistan"),
        ("fr", "{{ issuer.official | the }}", "le Service européen pour l’action extérieure"),
        ("fr", "{{ issuer.short | after('de') }}", "du SEAE"),
        ("fr", f"{{{{ {HOST}.function.title }}}}", "première vice-ministre"),
        ("fr", f"{{{{ {HOST} | agree('représenté', 'représentée') }}}}", "représentée"),
        ("en", "{{ issuer.official | the }}", "the European External Action Service"),
        ("en", f"{{{{ {PARTIES} | listing }}}}", "the European Union, Kazakhstan and Kyrgyzstan"),
        ("fa-AF", "{{ round.start | date }} / {{ round.start | hijri }}", "۲۱\u00a0اکتوبر\u00a0۲۰۳۱ / ۲۹\u00a0میزان\u00a0۱۴۱۰"),
        ("fa-AF", "{{ 'EEAS' | isolate }}", "EEAS"),
        ("fr", "{{ 'x' | quoted }} {{ 'x' | quoted(2) }}", "«\u00a0x\u00a0» “x”"),
        ("ru", "{{ 'Море ждёт.' | quoted }} {{ 'Кто ждёт?' | quoted }} {{ 'Ждёт…' | quoted }}", "«Море ждёт». «Кто ждёт?» «Ждёт…»"),
        ("ru", "{{ '«Море ждёт.»' | quoted }} {{ 'Море ждёт.' | quoted(2) }}", "«Море ждёт». „Море ждёт“."),
        ("ru", "{{ 'Море *ждёт*.' | quoted }} {{ 'Море' | quoted }}", "«Море *ждёт*». «Море»"),
        ("fr", "{{ 'La mer attend.' | quoted }}", "«\u00a0La mer attend.\u00a0»"),
        ("en", "{{ 'The sea waits.' | quoted }}", "“The sea waits.”"),
        ("ru", "{{ 14500000 | money('EUR') }}, {{ 12 | percent }}", "14,5\u00a0млн евро, 12\u00a0%"),
        ("en", "{{ 'UN' | spelt('United Nations') }}, {{ 'UN' | spelt('United Nations') }}", "United Nations (UN), UN"),
    ],
)  # fmt: skip
def test_a_sentence_bends_the_names_of_the_record(language: str, source: str, words: str) -> None:
    assert written(source, language) == words


def test_words_of_another_direction_are_kept_apart() -> None:
    result = drafted("{{ 'EEAS' | isolate }}", "fa-AF")
    assert result.document is not None
    assert "<bdi>EEAS</bdi>" in result.document.html


def test_latin_words_of_a_record_are_kept_apart_in_a_paper_from_right_to_left() -> None:
    result = drafted("{{ dialogue.together }}", "fa-AF")
    assert result.document is not None
    assert "<bdi>the parties</bdi>" in result.document.html
    english = drafted("{{ dialogue.together }}", "en")
    assert english.document is not None
    assert "<bdi>" not in english.document.html


def test_a_bent_name_still_carries_its_path() -> None:
    result = drafted("{{ round.place.city | after('в') }}", "ru")
    assert result.document is not None
    assert 'data-from="round.place.city.ru"' in result.document.html


@pytest.mark.parametrize(
    ("source", "form", "line"),
    [
        ("{{ round.press.city | after('в') }}", "prepositional", ("data/dialogues/d/01-samarkand/round.yaml", 6)),
        ("{{ (round.chairs | first).person.name | instrumental }}", "instrumental", ("data/registers/people.yaml", 14)),
        ("{{ (round.chairs | first).person | agree('сказал', 'сказала') }}", "gender", ("data/registers/people.yaml", 14)),
        ("{{ dialogue.name | genitive }}", "genitive", ("data/dialogues/d/dialogue.yaml", 2)),
    ],
)  # fmt: skip
def test_a_form_that_is_lacking_is_an_error_at_the_name_of_the_record(
    source: str, form: str, line: tuple[str, int]
) -> None:
    (problem,) = drafted(source, "ru").problems
    assert (problem.code, problem.is_error) == ("T017", True)
    assert problem.sentence.endswith(f" wants a form `{form}` in Russian")
    assert f"{form}: …" in (problem.hint or "")
    place = place_of_path(problem.trail or "", *register())
    assert place is not None
    assert (place.file, place.line) == line


def test_a_preposition_that_the_language_does_not_know_is_an_error() -> None:
    (problem,) = drafted("{{ round.place.city | after('внутрь') }}", "ru").problems
    assert problem.code == "T018"


def test_a_paper_depends_on_the_forms_and_on_the_register_that_holds_them() -> None:
    made = view("ru")
    assert made.data["round"]["place"]["city"].forms == {"prepositional": "Самарканде"}
    assert "data/registers/places.yaml" in made.files
    assert "data/registers/places.yaml" not in view("en").files
