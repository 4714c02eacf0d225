"""Every key of the model: dropped, misspelt and given the wrong thing. Each fault is found, alone, on its line."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest

from reporting.problems import Problem
from reporting.records.kinds import KINDS
from reporting.records.reading.reader import read_yaml
from reporting.records.validated import validated
from tests.support.complete import Complete, Line, complete
from tests.support.desk import SCHEMES

FILE = "record.yaml"
written = functools.cache(complete)
NEEDED_HERE = {("round", "when"): "R057"}
"""Keys that may be left out, but not beside what the complete record says elsewhere, and what is said of that."""


def findings(kind: str, text: str) -> list[Problem]:
    checked = read_yaml(text.encode(), FILE)
    assert checked.is_sound
    return validated(checked.value, FILE, KINDS[kind].model, kind, schemes=SCHEMES)[1]


def keys(is_wanted: Callable[[Line], bool]) -> list[tuple[str, Line]]:
    return [(kind, line) for kind in KINDS for line in written(kind).keys if is_wanted(line)]


def without(record: Complete, line: Line) -> str:
    block = record.block(line)
    return "\n".join(text for index, text in enumerate(record.lines) if index not in block) + "\n"


def with_line(record: Complete, line: Line, text: str) -> str:
    block = record.block(line)
    return "\n".join([*record.lines[: block.start], f"{' ' * line.indent}{text}", *record.lines[block.stop :], ""])


@pytest.mark.parametrize("kind", KINDS)
def test_the_complete_record_is_sound(kind: str) -> None:
    assert findings(kind, written(kind).text) == []


def test_the_complete_records_hold_hundreds_of_keys() -> None:
    assert len(keys(lambda line: True)) > 300
    assert len(keys(lambda line: line.step.is_required)) > 60


def test_every_required_key_that_is_dropped_is_found_on_the_line_of_what_lacks_it() -> None:
    for kind, line in keys(lambda line: line.step.is_required):
        record = written(kind)
        [problem] = findings(kind, without(record, line))
        first = next(each for each in record.keys if each.holder == line.holder)
        expected = first.number if line.is_in_list else line.holder or 1
        assert problem.place is not None
        assert (problem.code, problem.place.line) == ("R001", expected), (kind, line.key, problem)
        assert f"“{line.key}”" in problem.sentence


def test_every_key_that_may_be_left_out_is_not_missed() -> None:
    for kind, line in keys(lambda line: not line.step.is_required):
        told = {problem.code for problem in findings(kind, without(written(kind), line))}
        assert told == {each for key, each in NEEDED_HERE.items() if key == (kind, line.key)}, (kind, line.key)


def test_every_misspelt_key_is_found_where_it_stands_and_its_right_spelling_is_proposed() -> None:
    for kind, line in keys(lambda line: True):
        record = written(kind)
        text = record.lines[line.number - 1]
        misspelt = text.replace(f"{line.key}:", f"{line.key}q:", 1)
        lines = [*record.lines[: line.number - 1], misspelt, *record.lines[line.number :], ""]
        [problem] = findings(kind, "\n".join(lines))
        assert problem.place is not None
        assert (problem.code, problem.place.line, problem.place.column) == ("R002", line.number, line.column), problem
        assert problem.hint == f"did you mean “{line.key}”?"


def test_every_key_with_the_wrong_thing_behind_it_is_found_on_its_line() -> None:
    for kind, line in keys(lambda line: True):
        wrong = "word" if line.step.is_many or line.step.model else "[[], []]"
        found = findings(kind, with_line(written(kind), line, f"{line.key}: {wrong}"))
        assert found, (kind, line.key)
        assert {problem.place.line for problem in found if problem.place} == {line.number}, (kind, line.key, found)


def test_no_value_of_a_restricted_field_is_quoted_when_it_is_wrong() -> None:
    word = "zebra-plan"
    for kind, line in keys(lambda line: line.step.level > 0 and not line.step.is_many and not line.step.model):
        if line.key in ("audience", "lowered"):
            continue
        for text in (
            f"{line.key}: {{{word}: {word}}}",
            f"{line.key}: [{word}]",
            f"{line.key}: {{en: [{word}]}}",
        ):
            for problem in findings(kind, with_line(written(kind), line, text)):
                assert word not in f"{problem.sentence}{problem.hint}{problem.trail}".replace("…", ""), problem


def test_every_key_that_stands_twice_is_found_where_it_stands_again_and_names_the_first() -> None:
    for kind, line in keys(lambda line: True):
        record = written(kind)
        block = record.block(line)
        lines = [
            *record.lines[: block.stop],
            *(record.lines[index] for index in block),
            *record.lines[block.stop :],
            "",
        ]
        found = read_yaml("\n".join(lines).encode(), FILE).problems
        again = [each for each in found if each.code == "Y014"]
        assert again, (kind, line.key)
        first = again[0].place
        assert first is not None
        assert (first.line, first.column) == (block.stop + 1, line.column), (kind, line.key)
        assert [each.line for each in again[0].also] == [line.number], (kind, line.key)
