"""What `check` and `list` remember, and when they look again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reporting.build.fresh import memory
from reporting.cli import main as cli
from reporting.workspace import Folder
from tests.cli.test_main import imported
from tests.support.starter import FIRST, SECOND, built, change, starter_workspace, write

ROUND = f"{FIRST}/round.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Folder:
    return starter_workspace(tmp_path)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that looked at the records and kept what they found."""
    found: list[str] = []
    kept = memory.remember

    def remember(workspace: Folder, known: memory.Memory, answer: object) -> None:
        found.append(known.command)
        kept(workspace, known, answer)

    monkeypatch.setattr(memory, "remember", remember)
    return found


def asked(workspace: Folder, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.run(["--root", str(workspace.root), *words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize("command", ["check", "list"])
def test_a_workspace_in_which_nothing_changed_is_answered_without_the_model(workspace: Folder, command: str) -> None:
    built(workspace)
    arguments = ("--root", str(workspace.root), command)
    assert "pydantic" in imported(*arguments)
    assert not imported(*arguments) & {"pydantic", "yaml", "babel"}


def test_what_is_remembered_is_printed_as_it_was_found(
    workspace: Folder, capsys: pytest.CaptureFixture[str], looks: list[str]
) -> None:
    change(workspace, ROUND, "state: published ", "state: publish ")
    for form in ("human", "json", "github"):
        (workspace.root / ".reporting/check.json").unlink(missing_ok=True)
        first = asked(workspace, capsys, "check", "--format", form)
        assert first == asked(workspace, capsys, "check", "--format", form)
        assert (first[0], "R0" in first[1]) == (cli.PROBLEMS, True)
    assert looks == ["check"] * 3


EDITS: dict[str, Callable[[Folder], object]] = {
    "a changed record": lambda it: change(it, ROUND, "state: published ", "state: publish "),
    "the change undone": lambda it: change(it, ROUND, "state: publish ", "state: published "),
    "a removed file": lambda it: (it.root / SECOND / "round.yaml").unlink(),
    "an added file": lambda it: write(it.root, "data/registers/stray.yaml", "a: 1\n"),
    "an added template": lambda it: write(it.root, "templates/words/en.yaml", "months: 1\n"),
}


def test_check_looks_again_after_every_edit(
    workspace: Folder, capsys: pytest.CaptureFixture[str], looks: list[str]
) -> None:
    asked(workspace, capsys, "check")
    for what, edit in EDITS.items():
        looks.clear()
        edit(workspace)
        asked(workspace, capsys, "check")
        assert looks == ["check"], what


def test_another_day_is_another_question(
    workspace: Folder, capsys: pytest.CaptureFixture[str], looks: list[str]
) -> None:
    for day in ("2031-01-01", "2032-01-01", "2032-01-01"):
        asked(workspace, capsys, "check", "--on", day)
    assert looks == ["check"] * 2


def test_list_looks_again_when_a_paper_is_gone(
    workspace: Folder, capsys: pytest.CaptureFixture[str], looks: list[str]
) -> None:
    built(workspace)
    fresh = asked(workspace, capsys, "list")
    assert fresh == asked(workspace, capsys, "list")
    assert looks == ["list"]
    next((workspace.root / "output").rglob("*.pdf")).unlink()
    assert "stale" in asked(workspace, capsys, "list")[1]


@pytest.mark.parametrize(
    "left", [b"", b"{", b"[]", b'{"format":1}', b'{"format":1,"setting":"","files":{"a":[1]},"answer":null}']
)
def test_a_memory_that_cannot_be_read_is_none(
    workspace: Folder, capsys: pytest.CaptureFixture[str], left: bytes
) -> None:
    sound = asked(workspace, capsys, "check")
    (workspace.root / ".reporting/check.json").write_bytes(left)
    assert asked(workspace, capsys, "check") == sound


def test_a_memory_holds_places_and_sentences_and_no_line_of_a_record(
    workspace: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    change(workspace, ROUND, "state: published ", "state: publish # hush-hush")
    asked(workspace, capsys, "check")
    kept = (workspace.root / ".reporting/check.json").read_text("utf-8")
    assert json.loads(kept)["answer"]["problems"]
    assert "hush-hush" not in kept


def test_a_workspace_that_cannot_be_written_is_checked_all_the_same(
    workspace: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace.root / ".reporting").write_text("in the way", "utf-8")
    assert asked(workspace, capsys, "check")[0] == cli.DONE
