"""Pages that are made from the model, and pages that list what the code has, are complete and current."""

from __future__ import annotations

import re
from functools import cache

import pytest

from reporting.audiences.outline import outline
from reporting.audiences.view import PARTS, View, view_of
from reporting.audiences.view_page import view_page
from reporting.document.theme import WEIGHTS, Role
from reporting.drafting.draft import draft
from reporting.drafting.environment import TESTS
from reporting.drafting.filters.table import filter_names
from reporting.drafting.templates import Templates
from reporting.drafting.typefiles import _KEYS
from reporting.drafting.types import DATED_BY, FORMATS, ROUNDS, STATES, DocumentType
from reporting.records.levels import Level
from reporting.records.load import load_register
from reporting.records.model.forms import ABOUT
from reporting.workspace import Memory
from reporting.writers.css import SELECTORS
from tests.docs.pages import ROOT
from tests.drafting.test_bending import written

STARTER = ROOT / "reporting" / "starter"
PAGE = (ROOT / "docs" / "templates.md").read_text("utf-8")
EXAMPLE = re.compile(r"^(\{\{ .* \}\}) → (.*)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = EXAMPLE.findall(PAGE)
LANGUAGES = (ROOT / "docs" / "languages.md").read_text("utf-8")
ROW = re.compile(r"^\| ([a-z]{2}(?:-[A-Z]{2})?) \| `(.+?)` \| (.+) \|$", re.MULTILINE)
IN_LANGUAGES = [(tag, source.replace("\\|", "|"), words) for tag, source, words in ROW.findall(LANGUAGES)]
EMBARGO = '  embargo: {day: 2030-09-12, time: "14:00", zone: Europe/Athens, zone_name: Orla time}\n'


def test_the_page_of_the_view_is_current() -> None:
    page = (ROOT / "docs" / "view.md").read_text("utf-8")
    assert page == view_page(), "run `reporting schema --view > docs/view.md`"


def test_the_page_of_the_view_names_every_variable_and_its_level() -> None:
    for name, field in outline().fields.items():
        assert re.search(rf"^\| `{name}` \| .* \| {field.level} \|", view_page(), re.MULTILINE), name


@cache
def lake() -> View:
    """What the public may read of the starter's first round, with an embargo besides."""
    files = {path.relative_to(STARTER).as_posix(): path.read_bytes() for path in (STARTER / "data").rglob("*.yaml")}
    files["data/dialogues/lake-dialogue/01-port-orla/round.yaml"] += EMBARGO.encode()
    read = load_register(Memory(files))
    assert read.problems == ()
    series = read.value.series["lake-dialogue"]
    day = read.value.house.as_of
    assert day
    return view_of(read.value, series, series.meetings["01-port-orla"], audience=Level.PUBLIC, language="en", on=day)


@cache
def printed() -> tuple[str, ...]:
    """What each example on the page prints."""
    items = "".join(f"<li>{example}</li>" for example, _ in EXAMPLES)
    source = f'<article lang="en"><h1>Examples</h1><ol>{items}</ol></article>'
    kind = DocumentType("examples", {"en": "Examples"}, Level.PUBLIC, Level.PUBLIC, ("html",), ("en",), parts=PARTS)
    drafted = draft(kind, lake(), Templates({"examples/en.html.j2": source}, {"en": {}}))
    assert drafted.problems == ()
    assert drafted.document
    return tuple(" ".join(each.text_content().split()) for each in drafted.document.tree().findall("ol/li"))


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=[example for example, _ in EXAMPLES])
def test_each_filter_prints_what_the_page_says(number: int) -> None:
    assert printed()[number] == EXAMPLES[number][1]


def test_every_filter_has_an_example() -> None:
    examples = " ".join([example for example, _ in EXAMPLES] + [source for _, source, _ in IN_LANGUAGES])
    assert set(re.findall(r"\| ([a-z_]+)", examples)) == filter_names()


@pytest.mark.parametrize(("language", "source", "words"), IN_LANGUAGES)
def test_each_filter_writes_in_its_language_as_the_page_says(language: str, source: str, words: str) -> None:
    assert " ".join(written(source, language).split()) == words


def test_every_form_is_told_with_what_it_is() -> None:
    for name, about in ABOUT.items():
        assert f"| `{name}` |" in LANGUAGES, name
        assert about.split(":")[0].split(";")[0] in LANGUAGES.replace("`", ""), name


def listed_after(heading: str) -> set[str]:
    """Words in code quotes of one section of the page."""
    section = FENCED.sub("", PAGE).partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"`([^`]+)`", section))


def test_every_key_of_a_document_type_is_told_with_its_values() -> None:
    words = {*_KEYS, *STATES, *FORMATS, *PARTS, *DATED_BY, *ROUNDS, *map(str, Level)}
    assert words <= listed_after("What type.yaml says")


def test_every_test_after_is_is_told() -> None:
    assert set(TESTS) <= listed_after("A template")


def test_every_role_of_the_theme_and_every_key_of_a_role_is_told() -> None:
    roles = {name for name in SELECTORS if not re.fullmatch("heading-[345]", name)}
    assert {*roles, *Role.__dataclass_fields__, *WEIGHTS} <= listed_after("How papers look")
