"""A path in a view leads back to the line of the record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporting.audiences.origin import place_of_path
from reporting.problems import Place
from reporting.records.reading.reader import read_yaml
from tests.support.desk import PEOPLE, ROUND_6, ROUND_7, register

FOLDER = "data/dialogues/straits"
FILES = {
    f"{FOLDER}/07-port/round.yaml": ROUND_7,
    f"{FOLDER}/06-averin/round.yaml": ROUND_6,
    "data/registers/people.yaml": PEOPLE,
    f"{FOLDER}/commitments.yaml": "commitments:\n  - {id: c0, text: a}\n  - {id: c1, text: b}\n",
}


@pytest.mark.parametrize(
    ("path", "file", "line", "word"),
    [
        ("round.outcomes[o1].text", f"{FOLDER}/07-port/round.yaml", 15, "to share *charts*"),
        ("round.place.city.en", f"{FOLDER}/07-port/round.yaml", 5, "Port Averin"),
        ("round.parties[2].party", f"{FOLDER}/07-port/round.yaml", 9, "straits-union"),
        ("previous.place.city", f"{FOLDER}/06-averin/round.yaml", 5, "Averin"),
        ("people[sol].functions[1].title", "data/registers/people.yaml", 8, "Minister"),
        ("commitments[c1].text", f"{FOLDER}/commitments.yaml", 3, "b}"),
    ],
)
def test_a_path_leads_to_the_word_it_names(path: str, file: str, line: int, word: str) -> None:
    trees = {name: read_yaml(text.encode(), name).value for name, text in FILES.items()}
    made = replace(register(), trees=trees)
    series = made.series["straits"]
    place = place_of_path(path, made, series, series.meetings["07-port"])
    assert place is not None
    assert (place.file, place.line) == (file, line)
    assert FILES[file].split("\n")[line - 1][place.column - 1 :].startswith(word)


def test_what_is_no_record_has_no_place() -> None:
    made = register()
    series = made.series["straits"]
    assert place_of_path("paper.title", made, series, series.meetings["07-port"]) is None
    assert place_of_path("house.city", made, series, series.meetings["07-port"]) == Place("data/house.yaml")
