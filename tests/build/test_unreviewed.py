"""Names that nobody has reviewed: told by register and language, of what papers print only, and without a flood."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporting.build.foreseen.unreviewed import told, unreviewed_findings
from reporting.build.planning.plan import plan
from reporting.cli.main import run
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.workspace import Memory

HOUSE = "organisation: EEAS\ncity: {en: Brussels}\nmarkings: {internal: internal, restricted: restricted}\n"
DIALOGUE = """\
names: [{name: {en: Dialogue, ru: Диалог}}]
kind: dialogue
level: {en: ministers, ru: министры}
parties: [EU, KZ]
together: {en: the parties, ru: стороны}
purpose: {en: To meet., ru: Встречаться.}
"""
ROUND = "number: 1\nstate: planned\nmode: video\nstart: 2031-10-21\nparties: [{party: EU}, {party: KZ, %s}]\n"
PERSON = "{given: {en: Ana, ru: Ана}, family: {en: Sol, ru: Сол}, functions: [{title: {en: Head}}], unreviewed: [ru]}\n"


def notes(languages: str, *, delegation: str = "capacity: party", people: str = "") -> dict[str, str]:
    """What is noted, by code and severity, with the sentences."""
    files = {
        "data/house.yaml": f"{HOUSE}languages: {languages}\n",
        "data/registers/people.yaml": people,
        "data/dialogues/d/dialogue.yaml": DIALOGUE,
        "data/dialogues/d/01-a/round.yaml": ROUND % delegation,
    }
    workspace = Memory({path: text for path, text in files.items() if text}, shipped=True)
    read = load_register(workspace)
    assert read.problems == ()
    found = list(unreviewed_findings(read.value, plan(read.value, types_of(workspace).value).papers))
    assert {(each.code, str(each.severity)) for each in found} <= {("P047", "note")}
    return {each.sentence: each.place.file if each.place else "" for each in found}


def test_names_of_the_program_are_noted_in_the_languages_of_papers() -> None:
    assert notes("[en]") == {}
    assert notes("[en, ru]") == {
        "1 name is printed in ru and not reviewed (countries): KZ": "data/house.yaml",
        "2 names are printed in ru and not reviewed (organisations): EEAS, EU": "data/house.yaml",
    }


@pytest.mark.parametrize(
    ("delegation", "number"), [("head: ana-sol", 0), ("head: ana-sol, audience: {head: public}, lowered: So", 1)]
)
def test_a_person_whom_the_papers_may_not_name_is_not_noted(delegation: str, number: int) -> None:
    found = notes("[en, ru]", delegation=delegation, people=f"ana-sol: {PERSON}")
    assert sum("people" in each for each in found) == number


def test_an_entry_that_no_round_names_is_not_noted() -> None:
    assert not any("people" in each for each in notes("[en, ru]", people=f"ana-sol: {PERSON}"))


def told_of(people: str, number: int) -> str:
    """What is told of so many people of a register."""
    register = load_register(
        Memory({"data/house.yaml": HOUSE + "languages: [en]\n", "data/registers/people.yaml": people})
    )
    return told(list("abcdefg")[:number], "ru", "people", register.value)


def test_five_names_are_told_and_the_others_counted() -> None:
    assert told_of("".join(f"{each}: {PERSON}" for each in "abcdefg"), 7) == (
        "7 names are printed in ru and not reviewed (people): a, b, c, d, e and 2 more"
    )


def test_of_names_that_only_some_may_know_the_number_is_told() -> None:
    kept_back = PERSON.replace("given:", "audience: internal, given:")
    assert told_of(f"a: {PERSON}b: {kept_back}c: {PERSON}", 3) == (
        "3 names are printed in ru and not reviewed (people): a, c and 1 more"
    )
    assert told_of(f"a: {kept_back}b: {kept_back}", 2) == "2 names are printed in ru and not reviewed (people)"


def test_check_counts_notes_and_shows_them_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, text in (("house", f"{HOUSE}languages: [en, ru]\n"), ("dialogues/d/dialogue", DIALOGUE)):
        (tmp_path / f"data/{path}.yaml").parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"data/{path}.yaml").write_text(text, "utf-8")
    (tmp_path / "data/dialogues/d/01-a").mkdir()
    (tmp_path / "data/dialogues/d/01-a/round.yaml").write_text(ROUND % "capacity: party", "utf-8")
    run(["--root", str(tmp_path), "check"])
    quiet = capsys.readouterr()
    assert "[P047]" not in quiet.out
    assert "; 2 notes (--notes shows them)" in quiet.err
    run(["--root", str(tmp_path), "check", "--notes"])
    assert capsys.readouterr().out.count("[P047]") == 2
