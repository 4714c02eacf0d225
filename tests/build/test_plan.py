"""Which papers there are, and why not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reporting.build.planning.plan import plan
from reporting.build.planning.selection import Selection
from reporting.build.planning.variants import audience_of
from reporting.drafting.types import DocumentType
from reporting.records.levels import Level
from reporting.records.load import load_register
from reporting.records.register import Register
from reporting.workspace import Memory
from tests.support.starter import STARTER


def register(more: Mapping[str, str] | None = None, **changes: str) -> Register:
    """The starter's register, with files given another text, or more of it at their end."""
    files = {path.relative_to(STARTER).as_posix(): path.read_text("utf-8") for path in STARTER.rglob("data/**/*.yaml")}
    house = files["data/house.yaml"].replace("languages: [en]", f"languages: {changes.pop('languages', '[en]')}")
    statement = "data/dialogues/lake-dialogue/01-port-orla/statement.yaml"
    if changes.pop("statement", "") == "unpublished":
        files[statement] = files[statement].replace("published: 2030-09-12", "# ")
    files |= {"data/house.yaml": house}
    files |= {path: files.get(path, "") + text for path, text in (more or {}).items()}
    loaded = load_register(Memory(files))
    assert loaded.is_sound, loaded.problems
    return loaded.value


def types(**fields: object) -> Mapping[str, DocumentType]:
    given = {"audience": Level.PUBLIC, "audience_when_published": Level.PUBLIC, "formats": ("pdf", "txt"), **fields}
    given = {"languages": ("en",), **given}
    return {"note": DocumentType("note", {"en": "Note"}, **given)}  # type: ignore[arg-type]


def test_each_round_has_its_paper_in_order() -> None:
    papers = plan(register(), types()).papers
    assert [paper.path("pdf") for paper in papers] == [
        "public/lake-dialogue/01-port-orla/note.en.pdf",
        "public/lake-dialogue/02-sennick/note.en.pdf",
    ]


@pytest.mark.parametrize(
    ("fields", "round_", "reason"),
    [
        ({"states": ("planned",)}, "01-port-orla", "the round is published, and this paper is made when it is planned"),
        ({"needs": ("briefing",), "audience": Level.RESTRICTED}, "01-port-orla", "it has no briefing.yaml"),
        ({"needs": ("briefing",)}, "02-sennick", "the briefing is above the audience of this paper"),
        ({"needs": ("statement",)}, "02-sennick", "it has no statement.yaml"),
        ({"needs": ("previous",)}, "01-port-orla", "no round came before it that its readers may know of"),
    ],
)
def test_a_paper_that_is_not_made_says_why(fields: dict[str, object], round_: str, reason: str) -> None:
    planned = plan(register(), types(**fields))
    assert (round_, reason) in [(each.round, each.reason) for each in planned.omitted]
    assert round_ not in {paper.round for paper in planned.papers}


DIALOGUE = "data/dialogues/lake-dialogue"


@pytest.mark.parametrize(
    ("need", "file", "hidden"),
    [
        ("previous", f"{DIALOGUE}/01-port-orla/round.yaml", "audience: restricted\n"),
        ("earlier", f"{DIALOGUE}/01-port-orla/round.yaml", "marking: restricted\n"),
        ("commitments", f"{DIALOGUE}/commitments.yaml", "audience: restricted\n"),
        ("commitments", f"{DIALOGUE}/commitments.yaml", "audience: {commitments: restricted}\n"),
        ("programmes", f"{DIALOGUE}/dialogue.yaml", "programmes: [quiet]\naudience: {programmes: restricted}\n"),
    ],
)
def test_what_readers_may_not_know_of_gives_them_no_paper(need: str, file: str, hidden: str) -> None:
    told = register(
        more={"data/registers/programmes.yaml": "quiet: {acronym: Q, name: Quiet Water, about: trains}\n", file: hidden}
    )
    internal, restricted = (types(needs=(need,), audience=level) for level in (Level.INTERNAL, Level.RESTRICTED))
    assert "02-sennick" not in {paper.round for paper in plan(told, internal).papers}
    assert "02-sennick" in {paper.round for paper in plan(told, restricted).papers}


@pytest.mark.parametrize(
    "hidden", ["audience: {paper_languages: internal}\n", "marking: {paper_languages: internal}\n"]
)
def test_languages_of_papers_that_readers_may_not_know_of_give_them_no_paper(hidden: str) -> None:
    named = {f"{DIALOGUE}/02-sennick/round.yaml": f"paper_languages: [{{paper: note, languages: [fr]}}]\n{hidden}"}
    told = register(more=named, languages="[en, fr]")
    found = {
        level: [paper.language for paper in plan(told, types(audience=level, languages=("en", "fr"))).papers[-2:]]
        for level in (Level.PUBLIC, Level.INTERNAL)
    }
    assert found[Level.PUBLIC] == ["en", "fr"]
    assert found[Level.INTERNAL][-1:] == ["fr"]


def test_a_statement_that_is_kept_back_lowers_no_ceiling() -> None:
    statement = f"{DIALOGUE}/01-port-orla/statement.yaml"
    kind = types(audience=Level.PARTNERS)["note"]
    for said, level in (("", Level.PUBLIC), ("audience: partners\n", Level.PARTNERS)):
        meeting = register(more={statement: said}).series["lake-dialogue"].meetings["01-port-orla"]
        assert audience_of(kind, meeting) is level


def test_a_language_without_template_is_left_out_by_name() -> None:
    planned = plan(register(languages="[en, fr]"), types())
    assert {paper.language for paper in planned.papers} == {"en"}
    assert {each.reason for each in planned.omitted} == {"templates/note/ has no fr.html.j2"}


@pytest.mark.parametrize(("state", "level"), [("", Level.PUBLIC), ("unpublished", Level.PARTNERS)])
def test_the_ceiling_falls_when_the_statement_is_published(state: str, level: Level) -> None:
    kind = types(audience=Level.PARTNERS)["note"]
    meeting = register(statement=state).series["lake-dialogue"].meetings["01-port-orla"]
    assert audience_of(kind, meeting) is level


@pytest.mark.parametrize(
    ("selection", "names"),
    [
        (Selection(), ["01-port-orla", "02-sennick"]),
        (Selection(rounds=frozenset(["lake-dialogue"])), ["01-port-orla", "02-sennick"]),
        (Selection(rounds=frozenset(["lake-dialogue/02-sennick"])), ["02-sennick"]),
        (Selection(audiences=frozenset(["restricted"])), []),
        (Selection(languages=frozenset(["fr"])), []),
        (Selection(formats=frozenset(["docx"])), []),
    ],
)
def test_a_selection_takes_what_it_names(selection: Selection, names: list[str]) -> None:
    assert [paper.round for paper in plan(register(), types(), selection).papers] == names


def test_a_selected_format_is_the_only_one() -> None:
    assert {paper.formats for paper in plan(register(), types(), Selection(formats=frozenset(["txt"]))).papers} == {
        ("txt",)
    }
