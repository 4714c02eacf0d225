"""Problems in order, and what several papers found at one place as one."""

from __future__ import annotations

import json

from reporting.build.output.packing import packed, unpacked
from reporting.problems import Place, Problem, merged

RECORD, FIRST, SECOND = Place("round.yaml", 9, 15), Place("en.html.j2", 3, 1), Place("ru.html.j2", 4, 1)


def test_what_several_papers_find_at_one_place_is_one_problem_with_all_their_templates() -> None:
    inner = Problem("T017", "round.place.city wants", RECORD, "add it", trail="enclosures.release.place", also=(FIRST,))
    outer = Problem("T017", "“Orla” wants", RECORD, "add it", trail="round.place", also=(SECOND,))
    (problem,) = merged([outer, inner])
    assert (problem.trail, set(problem.also)) == ("round.place", {FIRST, SECOND})


def test_other_sentences_other_mends_and_other_places_stay_apart() -> None:
    problems = [
        Problem("T010", "this", RECORD),
        Problem("T010", "that", RECORD),
        Problem("T017", "it wants a case", RECORD, "add the genitive"),
        Problem("T017", "it wants a case", RECORD, "add the dative"),
        Problem("T017", "it wants a case", FIRST, "add the dative"),
        Problem("W011", "a page too many"),
    ]
    assert set(merged(problems)) == set(problems)


def test_what_is_said_to_the_desk_alone_is_kept_in_no_file() -> None:
    problem = Problem("R020", "the id that stands here is not in people.yaml", RECORD, aside=("“a-guest” is not", None))
    assert "a-guest" not in json.dumps(packed([problem]))
    assert unpacked(packed([problem])) == (Problem("R020", "the id that stands here is not in people.yaml", RECORD),)
