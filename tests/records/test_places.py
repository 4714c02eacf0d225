"""From a path back to a place."""

from __future__ import annotations

import pytest

from reporting.problems import Place
from reporting.records.reading.places import place_of
from reporting.records.reading.reader import read_yaml

TREE = read_yaml(
    b"""\
id: "04"
outcomes:
  - id: o1
    text:
      en: Words
  - id: o2
    text: Words
""",
    "round.yaml",
).value


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), "1:1"),
        (("id",), "1:5"),
        (("outcomes", 1, "id"), "6:9"),
        (("outcomes", 0, "text", "en"), "5:11"),
        (("outcomes", 0, "text", "fr"), "4:5"),
        (("outcomes", 0, "text", "dict[str,str]", "fr"), "4:5"),
        (("outcomes", 0, "text", "Texts", "en"), "5:11"),
        (("outcomes", 0, "text", "str"), "4:5"),
        (("outcomes", 1, "text", "str"), "7:11"),
        (("outcomes", 1, "verb"), "6:5"),
        (("outcomes", 7, "verb"), "3:3"),
        (("outcomes", 0, "text", "en", "[key]"), "5:7"),
        (("title",), "1:1"),
    ],
)
def test_a_path_leads_to_its_value_or_the_nearest_thing_above(path: tuple[str | int, ...], place: str) -> None:
    assert str(place_of(TREE, path)) == f"round.yaml:{place}"


def test_a_key_that_ought_not_to_be_there_is_shown_itself() -> None:
    assert place_of(TREE, ("outcomes", 0, "text"), at_key=True) == Place("round.yaml", 4, 5)


def test_an_empty_file_has_one_place() -> None:
    assert place_of(None, ("title",), file="empty.yaml") == Place("empty.yaml", 1, 1)


@pytest.mark.parametrize(
    ("record", "place"),
    [
        (b"a: 1\n? b", "2:3"),
        (b"? b\n", "1:3"),
        (b"b:\n", "1:3"),
        (b"b:\n\n", "1:3"),
        (b"b:\n  ~\n", "2:3"),
        (b"? b\n: ~", "2:3"),
        (b"{a: 1, b}", "1:9"),
    ],
)
def test_nothing_stands_behind_its_key_and_never_on_a_line_that_is_not_there(record: bytes, place: str) -> None:
    assert str(place_of(read_yaml(record, "x.yaml").value, ("b",))) == f"x.yaml:{place}"
