"""Where the reader stops: sizes, depths and numbers, each on both sides of its limit, and how long what it quotes may be."""

from __future__ import annotations

import pytest

from reporting.problems import Failed, Problem, Severity
from reporting.records.reading import characters
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.syntax import mark_at
from tests.support.cases import ROUND, SOUND, findings_of


def told(text: str) -> tuple[Problem, ...]:
    """Everything found, whether the reading went on or stopped."""
    try:
        return read_yaml(text.encode(), "data/round.yaml").problems
    except Failed as failed:
        return failed.problems


def codes(text: str) -> list[str]:
    return [each.code for each in told(text)]


def test_four_mebibytes_are_read_and_not_a_byte_more() -> None:
    assert codes("#" * 4_194_304) == []
    (problem,) = told("#" * 4_194_305)
    assert (problem.code, problem.sentence) == ("Y001", "the file holds 4,194,305 bytes; a record may hold 4,194,304")


def test_thirty_two_levels_are_read_and_no_thirty_third() -> None:
    assert codes("[" * 32 + "]" * 32) == []
    assert codes("[" * 33 + "]" * 33) == ["Y006"]
    assert codes("a: " + "[" * 31 + "]" * 31) == []
    assert codes("a: " + "[" * 32 + "]" * 32) == ["Y006"]


def test_two_hundred_thousand_values_are_read_and_not_one_more() -> None:
    # The list itself is one of them.
    assert codes(f"[{'a,' * 199_999}]") == []
    assert codes(f"[{'a,' * 200_000}]") == ["Y004"]


@pytest.mark.parametrize(("errors", "last"), [(499, []), (500, ["Y007"]), (900, ["Y007"])])
def test_a_file_with_five_hundred_errors_is_not_read_on(errors: int, last: list[str]) -> None:
    assert sorted(codes("- &a x\n" * errors)) == last + ["Y010"] * min(errors, 500)


@pytest.mark.parametrize(("errors", "last"), [(500, []), (501, ["Y007"]), (900, ["Y007"])])
@pytest.mark.parametrize(
    ("code", "file", "line"),
    [
        ("R020", ROUND, "  - person: nobody-{n}"),
        ("R031", "data/registers/people.yaml", "P {n}!: {{given: Anna, family: Berg}}"),
    ],
)
def test_no_more_than_five_hundred_bad_ids_of_a_file_are_told(
    code: str, file: str, line: str, errors: int, last: list[str]
) -> None:
    without_chairs = SOUND[ROUND].replace("chairs: [{person: b-lind}]\n", "")
    before = f"{without_chairs}chairs:" if code == "R020" else "b-lind: {given: Bo, family: Lind}"
    text = "\n".join([before, *(line.format(n=n) for n in range(errors)), ""])
    found = [each for each in findings_of({**SOUND, file: text}) if each.code in (code, "Y007")]
    assert [each.code for each in found] == [code] * min(errors, 500) + last
    first = text.splitlines().index(line.format(n=0)) + 1
    assert [each.place and each.place.line for each in found] == list(range(first, first + len(found)))


@pytest.mark.parametrize(("warnings", "counted"), [(20, None), (21, "1 more of the kind Y031"), (30, "10 more of the")])
def test_twenty_warnings_of_one_kind_are_shown_and_the_rest_are_counted(warnings: int, counted: str | None) -> None:
    problems = told("- a\u00adb\n" * warnings)
    shown = [each for each in problems if each.place and each.place.line]
    assert len(shown) == 20
    assert {each.severity for each in problems} == {Severity.WARNING}
    rest = [each.sentence for each in problems if each not in shown]
    assert [each.startswith(str(counted)) for each in rest] == [True] * (counted is not None)


@pytest.mark.parametrize(("letters", "quoted"), [(40, "“" + "k" * 40 + "”"), (41, "“" + "k" * 40 + "…”")])
def test_a_long_key_is_quoted_by_its_first_forty_letters(letters: int, quoted: str) -> None:
    key = "k" * letters
    (problem,) = told(f"{key}: 1\n{key}: 2\n")
    assert problem.sentence == f"the key {quoted} stands twice in one map, first on line 1"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_and_columns_count_from_one_whatever_ends_a_line(end: str) -> None:
    text = f"ab{end}cd{end}"
    assert [mark_at(text, text.index(letter)) for letter in "abcd"] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert mark_at(text, len(text)) == (3, 1)
    assert mark_at(f"{end}a", len(end)) == (2, 1)


@pytest.mark.parametrize(
    ("text", "at", "opened"),
    [
        ("a: [x, y\nb: z\n", (2, 2), (1, 4)),
        ("a: {x: y\n", None, (1, 4)),
    ],
)
def test_a_bracket_that_is_not_closed_is_told_with_where_it_was_opened(
    text: str, at: tuple[int, int] | None, opened: tuple[int, int]
) -> None:
    (problem,) = told(text)
    assert problem.code == "Y024"
    assert [(each.line, each.column) for each in problem.also] == [opened]
    assert problem.place
    assert at in (None, (problem.place.line, problem.place.column))


def test_a_quotation_mark_that_is_not_closed_is_told_where_it_was_opened() -> None:
    (problem,) = told("a: b\nc: 'd\ne: f\n")
    assert (problem.code, problem.also) == ("Y023", ())
    assert problem.place
    assert (problem.place.line, problem.place.column) == (2, 4)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- \u2066a\u2069\n", []),
        ("- \u2066a\n", ["Y008 1:3"]),
        ("- a\u2069\n", ["Y008 1:3"]),
        ("- a\u2069\u2066\n", ["Y008 1:3"]),
        ("- b\n# \u2066c\u2069\n", ["Y008 2:3", "Y008 2:5"]),
        ("- \u2066a\u2069\u2067b\u2069\u2068c\n", ["Y008 1:3"]),
        ('- "\\u2066a\\u2069"\n', []),
        ('- "\\u2066a"\n', ["Y008 1:3"]),
    ],
)
def test_an_isolate_is_closed_in_the_text_that_it_stands_in(text: str, found: list[str]) -> None:
    assert [f"{each.code} {each.place.line}:{each.place.column}" for each in told(text) if each.place] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- a\u00adb\n", 1),
        ('- "a\u00adb"\n', 1),
        ('- "\\u0041"\n- a\u00adb\n', 1),
        ("- \"\\u0041\"\n- 'a\u00adb'\n", 1),
        ('- "\\u00ad"\n', 1),
    ],
)
def test_a_doubtful_character_is_told_of_once_whatever_else_is_escaped(text: str, found: int) -> None:
    assert codes(text) == ["Y031"] * found


@pytest.mark.parametrize("top", range(0x11))
def test_the_last_two_numbers_of_every_plane_are_no_characters(top: int) -> None:
    for low, is_refused in ((0xFFFD, False), (0xFFFE, True), (0xFFFF, True)):
        found = list(characters.refused(f"a{chr(top * 0x10000 + low)}"))
        assert [each.at for each in found] == [1] * is_refused


@pytest.mark.parametrize(("number", "name"), [(0x200B, "U+200B (zero width space)"), (0x85, "U+0085"), (7, "U+0007")])
def test_a_character_is_called_by_its_number_and_its_name_where_it_has_one(number: int, name: str) -> None:
    assert characters.name_of(chr(number)) == name


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("саn", [0]),  # a Cyrillic с and а before a Latin n
        ("x саn", [2]),
        ("саn саn", [0, 4]),
        ("сcсc x", [0]),
        ("са n", []),
        ("αа", [0]),
    ],
)
def test_a_word_of_two_alphabets_is_told_of_once_and_at_its_first_letter(text: str, starts: list[int]) -> None:
    assert [(each.at, each.code) for each in characters.doubtful(text)] == [(start, "Y033") for start in starts]
