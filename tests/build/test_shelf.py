"""The shelf knows how each paper was made, from the moment it is put there."""

from __future__ import annotations

import json
import pickle
import tracemalloc
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from reporting.build.making.jobs import Result
from reporting.build.output.state import JOURNAL, STATE, load_state
from reporting.build.planning.plan import Paper
from reporting.build.shelf import Shelf
from reporting.problems import Place, Problem, Severity
from reporting.records.levels import Level

PAPER = Paper("lake", "01-orla", "talk", "en", ("pdf", "docx"), Level.RESTRICTED)
WARNING = Problem("T030", "a long line", Place("templates/talk/en.html.j2", 3, 1), None, Severity.WARNING)
FOLDER = "restricted/lake/01-orla"
INPUTS: Any = SimpleNamespace(drafted_with=lambda paper, templates: "templates as they are")


def result(*formats: str, pages: int = 0, warned: bool = False) -> Result:
    """What a worker made."""
    return Result(
        contents={name: name.encode() for name in formats},
        made_of=dict.fromkeys(formats, "document"),
        document="document",
        has_contents=True,
        reads="values",
        paths=("round.number",),
        templates=("talk/en.html.j2",),
        pages=pages,
        problems={"draft": (WARNING,)} if warned else {},
    )


def put(shelf: Shelf, made: Result) -> list[Problem]:
    return shelf.put(INPUTS, PAPER, ("data/house.yaml",), made)


FEW, MANY = 10, 60
MOST = 4_000
"""Bytes that each further paper may take. The paths that it read take ten thousand and more by themselves."""


def test_what_papers_have_read_alike_takes_room_once_however_many_they_are(tmp_path: Path) -> None:
    put_many(tmp_path / "before", 2)  # what is made once
    few, many = put_many(tmp_path / "few", FEW), put_many(tmp_path / "many", MANY)
    assert (many - few) / (MANY - FEW) < MOST
    state = json.loads((tmp_path / "many/public" / STATE).read_bytes())
    assert [each["paths"] for each in state["papers"].values()] == [0] * MANY
    known = load_state(tmp_path / "many", Level.PUBLIC).papers
    assert {each.paths for each in known.values()} == {PATHS}
    assert len({id(each.paths) for each in known.values()}) == 1


PATHS = tuple(f"round.delegations[{number}].head.functions[0].title" for number in range(100))


def put_many(root: Path, number: int) -> int:
    """Bytes that a shelf took at most with so many papers, the state that it wrote at the end among them."""
    shelf = Shelf(root)
    tracemalloc.start()
    try:
        for each in range(number):
            paper = replace(PAPER, round=f"{each:03}-orla", audience=Level.PUBLIC)
            made = replace(result("txt"), paths=PATHS)
            # As it comes from another process: nothing of it is known here.
            shelf.put(INPUTS, paper, ("data/house.yaml",), pickle.loads(pickle.dumps(made)))  # noqa: S301 - our own
            shelf.settle(paper.folder)
        shelf.save()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_paper_that_was_never_made_has_no_pages_and_no_warnings(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    assert (shelf.made(PAPER), shelf.pages(PAPER), shelf.warnings(PAPER)) == (None, 0, ())


def test_a_paper_is_known_as_soon_as_it_is_put_and_lies_there_once_its_round_is_settled(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    assert put(shelf, result("pdf", "docx", pages=3, warned=True)) == []
    made = shelf.made(PAPER)
    assert made is not None
    assert (shelf.pages(PAPER), shelf.warnings(PAPER), sorted(made.outputs)) == (3, (WARNING,), ["docx", "pdf"])
    assert not (tmp_path / FOLDER).exists()
    assert shelf.is_fresh == set()
    shelf.settle(FOLDER)
    assert {path.name: path.read_bytes() for path in (tmp_path / FOLDER).iterdir()} == {
        "talk.en.pdf": b"pdf",
        "talk.en.docx": b"docx",
    }
    assert shelf.is_fresh == {f"{FOLDER}/talk.en"}
    assert shelf.made(PAPER) == made


def test_the_output_folder_is_made_for_the_first_paper(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "not" / "yet")
    put(shelf, result("pdf"))
    shelf.settle(FOLDER)
    assert (tmp_path / "not" / "yet" / FOLDER / "talk.en.pdf").is_file()


def test_what_is_known_of_a_paper_outlives_the_build(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, result("pdf", pages=3, warned=True))
    shelf.settle(FOLDER)
    made = shelf.made(PAPER)
    killed = Shelf(tmp_path)
    assert (killed.made(PAPER), killed.pages(PAPER), killed.warnings(PAPER)) == (made, 3, (WARNING,))
    shelf.save()
    assert sorted(path.name for path in (tmp_path / "restricted").iterdir()) == [STATE, "lake"]
    assert Shelf(tmp_path).made(PAPER) == made


def test_the_pages_of_a_paper_stay_when_its_word_file_alone_is_made_anew(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, result("pdf", pages=3))
    put(shelf, result("docx"))
    assert shelf.pages(PAPER) == 3
    made = shelf.made(PAPER)
    assert made is not None
    assert sorted(made.outputs) == ["docx", "pdf"]
    put(shelf, result("pdf", pages=4))
    assert shelf.pages(PAPER) == 4


def test_a_paper_without_pages_has_none(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, result("docx"))
    assert shelf.pages(PAPER) == 0


def test_warnings_of_one_step_stay_until_that_step_is_taken_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, result("pdf", warned=True))
    put(shelf, result("docx"))
    assert shelf.warnings(PAPER) == (WARNING,)


def test_what_a_killed_build_was_about_to_put_is_not_taken_for_an_edit(tmp_path: Path) -> None:
    put(Shelf(tmp_path), result("pdf"))  # and then it was killed
    (tmp_path / FOLDER).mkdir(parents=True, exist_ok=True)
    (tmp_path / FOLDER / "talk.en.pdf").write_bytes(b"pdf")
    shelf = Shelf(tmp_path)
    again = Result(contents={"pdf": b"other"}, made_of={"pdf": "other"})
    assert put(shelf, again) == []
    (tmp_path / FOLDER / "talk.en.pdf").write_bytes(b"edited")
    assert [each.code for each in put(Shelf(tmp_path), again)] == ["B032"]


def test_a_build_that_was_ended_leaves_what_it_was_about_to_put_in_the_journal(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, result("pdf"))
    shelf.save()
    assert (tmp_path / "restricted" / JOURNAL).is_file()
    assert list(load_state(tmp_path, Level.RESTRICTED).intended) == [PAPER.key]
    assert not list(tmp_path.rglob(".tmp-*"))


def test_a_paper_that_is_forgotten_is_not_in_the_state(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, result("pdf"))
    shelf.settle(FOLDER)
    shelf.save()
    state = load_state(tmp_path, Level.RESTRICTED)
    assert (list(state.papers), state.is_dirty) == ([PAPER.key], False)
    state.forget(PAPER.key)
    assert state.is_dirty
    state.save()
    assert (load_state(tmp_path, Level.RESTRICTED).papers, state.is_dirty) == ({}, False)


def test_a_state_in_which_nothing_changed_is_not_written(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    assert len(shelf.states) == len(Level)
    shelf.save()
    assert list(tmp_path.iterdir()) == []


def test_a_state_of_another_format_counts_as_never_made(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, result("pdf"))
    shelf.settle(FOLDER)
    shelf.save()
    path = tmp_path / "restricted" / STATE
    for other in ("0", "2"):
        path.write_text(path.read_text("utf-8").replace('"format":1', f'"format":{other}'), "utf-8")
        assert load_state(tmp_path, Level.RESTRICTED).papers == {}
        path.write_text(path.read_text("utf-8").replace(f'"format":{other}', '"format":1'), "utf-8")
    assert list(load_state(tmp_path, Level.RESTRICTED).papers) == [PAPER.key]
