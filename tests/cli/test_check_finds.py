"""`reporting check` finds what `reporting build` would find, at the same places."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.cli.main import run
from tests.support.starter import change, starter_workspace, write

pytestmark = pytest.mark.usefixtures("without_workers")

ROUND = "data/dialogues/lake-dialogue/01-port-orla/round.yaml"
BRIEFING = "data/dialogues/lake-dialogue/02-sennick/briefing.yaml"
FRIENDLY, ICE = "atmosphere: open and friendly", "Eleven people were rescued from the ice last winter."


def said(root: Path, capsys: pytest.CaptureFixture[str], *command: str) -> str:
    capsys.readouterr()
    run(["--root", str(root), *command])
    return "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("path", "change_of", "found"),
    [
        (ROUND, (FRIENDLY, "atmosphere: open and 中 friendly"),
         "round.yaml:19:13: error: no font of the theme has the character 中 (U+4E2D) [W010]"),
        (BRIEFING, (ICE, f"{ICE[:-1]} 中."), "briefing.yaml:29:16: error: no font of the theme has a character of this text [W010]"),
        ("data/registers/people.yaml", ("given: Jon", "given: Jon 中"), "people.yaml:15:10: error: no font of the theme has"),
        (ROUND, (FRIENDLY, "atmosphere: open[^1]"), "round.yaml:19:13: error: the note “1” is called in a single line [T054]"),
        (ROUND, (FRIENDLY, 'atmosphere: "[open](notes.html)"'), "round.yaml:19:13: error: a link leads neither"),
        (BRIEFING, (ICE, '"[Eleven](notes.html)"'), "briefing.yaml:29:16: error: something in this text cannot be printed [T050]"),
    ],
)  # fmt: skip
def test_what_no_paper_can_print_is_found_before_there_is_one(
    path: str, change_of: tuple[str, str], found: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = starter_workspace(tmp_path)
    change(workspace, path, *change_of)
    assert found in said(workspace.root, capsys, "check")


def test_a_character_in_an_entry_that_no_record_names_is_printed_nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = starter_workspace(tmp_path)
    change(workspace, "data/registers/people.yaml", "jon-askel:", "mu: {given: Mu, family: 中}\n\njon-askel:")
    assert "no problems" in said(workspace.root, capsys, "check")


def test_plain_check_says_that_no_paper_was_drafted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = starter_workspace(tmp_path).root
    assert said(root, capsys, "check") == "no problems in 10 files; papers were not drafted (--drafts)\n"
    assert said(root, capsys, "check", "--drafts") == "no problems in 10 files\n"


def test_drafting_finds_the_forms_that_sentences_need_each_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = starter_workspace(tmp_path)
    change(workspace, "data/house.yaml", "languages: [en] ", "languages: [en, ru] ")
    found = [each for each in said(workspace.root, capsys, "check", "--drafts").splitlines() if "[T017]" in each]
    wanted = [each for each in found if "01-port-orla/round.yaml:9:" in each]
    assert len(wanted) == len(set(wanted)) > 0
    assert wanted[0].split("error: ")[1].startswith("“Port Orla” wants a form `")
    assert all(each.endswith(" in Russian [T017]") for each in found)
    made = said(workspace.root, capsys, "build", "--jobs", "1", "--format", "txt")
    assert set(found) == {each for each in made.splitlines() if "[T017]" in each}


def test_drafting_finds_what_a_template_makes_at_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = starter_workspace(tmp_path)
    write(workspace.root / "templates", "note/type.yaml", "title: {en: Note}\naudience: public\nformats: [txt]\n")
    template = (
        '<article lang="en">\n<h1>A</h1>\n{% if round.number == 2 %}<h4>B</h4><p>x</p>{% endif %}\n<p>c</p></article>\n'
    )
    write(workspace.root / "templates", "note/en.html.j2", template)
    assert "D031" not in said(workspace.root, capsys, "check")
    assert "templates/note/en.html.j2:3:27: error: `h4` follows on `h1` [D031]" in said(
        workspace.root, capsys, "check", "--drafts"
    )


def test_a_tag_that_the_vocabulary_lacks_needs_no_draft_to_be_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = starter_workspace(tmp_path)
    write(workspace.root / "templates", "note/type.yaml", "title: {en: Note}\naudience: public\nformats: [txt]\n")
    write(
        workspace.root / "templates",
        "note/en.html.j2",
        '<article lang="en"><h1>A</h1>\n<p><marquee>x</marquee></p></article>\n',
    )
    place = "templates/note/en.html.j2:2:4: error: `marquee` is not in the vocabulary [D010]"
    assert said(workspace.root, capsys, "check").count(place) == 1
    assert said(workspace.root, capsys, "check", "--drafts").count(place) == 1
