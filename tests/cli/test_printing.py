"""How problems look: on a terminal, in a log, and in colour only where that is wanted."""

from __future__ import annotations

import io

import pytest

from reporting.cli.printing import summary, write_problems
from reporting.problems import Place, Problem, Severity

FOUND = Problem(
    "R003",
    "“hold” is no value of “state”",
    Place("data/round.yaml", 2, 8),
    hint="did you mean “held”?",
    trail="round > state",
    also=(Place("data/other.yaml", 1, 1),),
)
LINES = {"data/round.yaml": ["number: 2", "state: hold"]}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, problem: Problem = FOUND, lines: dict[str, list[str]] = LINES) -> str:
    write_problems([problem], stream, lines=lambda file: lines[file])
    return stream.getvalue()


def test_a_log_gets_no_colour_and_no_line_of_the_record() -> None:
    assert shown(io.StringIO()) == (
        "data/round.yaml:2:8: error: “hold” is no value of “state” [R003]\n"
        "  at round > state\n"
        "  also data/other.yaml:1:1\n"
        "  hint: did you mean “held”?\n"
    )


def test_a_terminal_gets_the_line_with_a_caret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert shown(Terminal()).splitlines()[1:3] == [
        "    2 | state: hold",
        "      |        ^",
    ]


def test_a_caret_stands_under_its_letter_behind_wide_letters_and_tabs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    problem = Problem("R003", "…", Place("a", 1, 4))
    source, caret = shown(Terminal(), problem, {"a": ["日本\tx"]}).splitlines()[1:3]
    assert source == "    1 | 日本 x"
    assert caret == "      |      ^"


def test_control_characters_of_a_record_never_reach_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in shown(Terminal(), Problem("R003", "…", Place("a", 1, 1)), {"a": ["\x1b[2Jgone"]})


def test_colour_is_for_terminals_whose_user_did_not_refuse_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[31merror:\x1b[0m" in shown(Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in shown(Terminal())


@pytest.mark.parametrize(
    ("errors", "warnings", "files", "sentence"),
    [
        (0, 0, None, "no problems"),
        (1, 0, 1, "1 error in 1 file"),
        (2, 1, 1400, "2 errors, 1 warning in 1,400 files"),
        (0, 3, None, "3 warnings"),
    ],
)
def test_the_summary_counts(errors: int, warnings: int, files: int | None, sentence: str) -> None:
    warning = Problem("P009", "…", severity=Severity.WARNING)
    assert summary([FOUND] * errors + [warning] * warnings, files) == sentence


@pytest.mark.parametrize("form", ["human", "json", "github"])
def test_nothing_that_a_terminal_obeys_is_printed_as_it_is(form: str) -> None:
    name = "data/05-\x1b[31m\u202ex\r\n::error::y/round.yaml"
    problem = Problem(
        "R040", f"“{name}” is not safe", Place(name, 1, 1), hint=f"{name}; خانه\u200cها", also=(Place(name),)
    )
    stream = io.StringIO()
    write_problems([problem], stream, form=form)
    told = stream.getvalue()
    assert "\x1b" not in told
    assert "\r" not in told
    assert not any(line.startswith("::error::y") for line in told.splitlines())
    assert "خانه\u200cها" in told
