"""Document types are read from type.yaml, and what is wrong with one is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.drafting import draft
from reporting.drafting.lint.check import check_templates
from reporting.drafting.templates import templates_of
from reporting.drafting.typefiles import types_of
from reporting.drafting.types import Enclosure
from reporting.records.levels import Level
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map
from reporting.workspace import Memory
from tests.support.samples import SAMPLES

RELEASE = (
    "title: {en: Press release, fr: Communiqué}\naudience: public\nformats: [pdf, docx]\nparts: [earlier]\npages: 2\n"
)
STATEMENT = (
    "title: Statement\naudience: partners\naudience_when_published: public\nformats: [pdf]\nneeds: [statement]\n"
)
PACK = (
    "title: Pack\naudience: restricted\nformats: [pdf]\ndated_by: start\n"
    "encloses: {release: {type: release, round: previous}}\n"
)
EMBLEM = (SAMPLES / "emblem.png").read_bytes()
PAGE = '<article lang="en"><h1>A</h1></article>'


def workspace(**types: str) -> Memory:
    files = {f"templates/{name}/type.yaml": text for name, text in types.items()}
    return Memory(
        {**files, **{f"templates/{name}/en.html.j2": PAGE for name in types}, "templates/words/en.yaml": "a: A\n"}
    )


def test_a_type_is_what_its_file_says() -> None:
    made = types_of(workspace(release=RELEASE, statement=STATEMENT, pack=PACK))
    assert made.problems == ()
    release, statement, pack = (made.value[name] for name in ("release", "statement", "pack"))
    assert (release.audience, release.formats, release.parts, release.pages) == (
        Level.PUBLIC,
        ("pdf", "docx"),
        ("earlier",),
        2,
    )
    assert (release.called("fr"), release.called("ru"), release.dated_by) == ("Communiqué", "Press release", "issued")
    assert (statement.audience, statement.audience_when_published) == (Level.PARTNERS, Level.PUBLIC)
    assert statement.ceiling is Level.PUBLIC
    assert pack.encloses == {"release": Enclosure("release", "previous")}
    assert pack.states == ("planned", "held", "published")


def test_the_languages_of_a_type_are_those_of_its_templates() -> None:
    files = workspace(release=RELEASE).contents
    files |= {f"templates/release/{tag}.html.j2": b"" for tag in ("fr", "fa-AF")} | {"templates/release/x.txt": b""}
    assert types_of(Memory(files)).value["release"].languages == ("en", "fa-AF", "fr")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "T030 templates/t/type.yaml: the file describes no document type"),
        ("a: [", "Y"),
        (RELEASE + "format: [pdf]\n", "T031 templates/t/type.yaml:6:1: a document type has no `format`"),
        ("title: A\naudience: public\n", "T032 templates/t/type.yaml:1:1: the document type has no `formats`"),
        (RELEASE.replace("public", "everyone"), "T033 templates/t/type.yaml:2:11: `audience` is public, partners, internal or restricted, not 'everyone'"),
        (RELEASE.replace("docx", "doc"), "T033 templates/t/type.yaml:3:10: `formats` takes pdf, docx, html and txt, not 'doc'"),
        (RELEASE.replace("[earlier]", "earlier"), "T033 templates/t/type.yaml:4:8: `parts` wants a list such as [statement]"),
        (RELEASE.replace("pages: 2", "pages: two"), "T033 templates/t/type.yaml:5:8: `pages` wants a number of pages such as 2"),
        (RELEASE + "encloses: {beside: {type: t, round: this}}\n", "T033 templates/t/type.yaml:6:11: `encloses` cannot call a paper 'beside': that is the other language of a bilingual paper"),
        (RELEASE + "encloses: {a: b}\n", "T033 templates/t/type.yaml:6:11: `encloses` wants a type and a round for 'a'"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_type_is_told_with_its_place(text: str, problem: str) -> None:
    made = types_of(workspace(t=text))
    assert "t" not in made.value
    (found, *_) = made.problems
    assert f"{found.code} {found.place}: {found.sentence}".startswith(problem)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({}, "there is no document type 'release'"),
        ({"release": RELEASE + "encloses: {x: {type: pack, round: this}}\n"}, "release encloses papers itself"),
        (
            {"release": RELEASE.replace("public", "restricted")},
            "release is for restricted, above this paper's internal",
        ),
    ],
)
def test_only_papers_for_the_same_readers_can_be_enclosed(other: dict[str, str], reason: str) -> None:
    made = types_of(workspace(pack=PACK.replace("restricted", "internal"), **other))
    found = [f"{each.place}: {each.sentence}" for each in made.problems]
    assert f"templates/pack/type.yaml: 'release' cannot be enclosed: {reason}" in found


def test_an_order_that_is_not_there_is_told_and_one_of_the_workspace_is_known() -> None:
    (found,) = types_of(workspace(t=RELEASE + "party_order: protocoll\n")).problems
    assert (found.code, str(found.place)) == ("R060", "templates/t/type.yaml")
    assert found.sentence == "there is no order of parties “protocoll”"
    assert not types_of(workspace(t=RELEASE + "party_order: alphabetical\n")).problems


def test_a_type_without_template_or_words_is_told() -> None:
    files = workspace(release=RELEASE).contents
    del files["templates/release/en.html.j2"]
    assert [each.code for each in types_of(Memory(files)).problems] == ["T034"]
    files = workspace(release=RELEASE).contents
    del files["templates/words/en.yaml"]
    assert [each.code for each in check_templates(Memory(files))] == ["T036"]


def test_a_picture_that_is_none_is_told_with_its_place() -> None:
    made = templates_of(Memory({"templates/house/emblem.png": b"PNG"}))
    assert made.value.images == {}
    [problem] = made.problems
    assert (problem.code, str(problem.place)) == ("T061", "templates/house/emblem.png")


def test_templates_words_and_pictures_are_read_once() -> None:
    files = workspace(release=RELEASE).contents | {
        "templates/house/emblem.png": EMBLEM + b"a remark behind the end",
        "templates/house/notes.txt": b"",
    }
    made = templates_of(Memory(files))
    assert made.problems == ()
    assert (dict(made.value.texts), made.value.words) == ({"release/en.html.j2": PAGE}, {"en": {"a": "A"}})
    assert made.value.images == {"emblem.png": EMBLEM}
    assert made.value.environment("en") is made.value.environment("en")


def test_the_templates_that_the_package_ships_pass_the_check() -> None:
    assert [each for each in check_templates(Memory({}, shipped=True)) if each.is_error] == []


def test_every_code_of_templates_is_explained() -> None:
    folder = Path(draft.__file__).parent
    file = folder.parent / "codes" / "T.yaml"
    explained = read_yaml(file.read_bytes(), "T.yaml").value
    assert isinstance(explained, Map)
    used = {code for path in sorted(folder.rglob("*.py")) for code in _codes(path.read_text("utf-8"))}
    assert used - set(explained) == set()


def _codes(text: str) -> list[str]:
    return [
        text[at + 1 : at + 5] for at in range(len(text)) if text[at : at + 3] == '"T0' and text[at + 5 : at + 6] == '"'
    ]
