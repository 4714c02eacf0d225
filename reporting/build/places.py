"""From what went wrong in a paper back to the line of the record that has to be mended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reporting.audiences.origin import place_of_path
from reporting.build.making.material import Desk
from reporting.build.planning.plan import Paper
from reporting.problems import Place, Problem, in_order

ENCLOSED = re.compile(r"enclosures\.([^.\[]+)\.(.+)")


def at_record(problems: Iterable[Problem], desk: Desk, paper: Paper) -> tuple[Problem, ...]:
    """The problems of a paper, those with a way into its view placed where the value was written.

    The line of the template, or the paper, becomes a second place. What leads to no record stays where it is.
    """
    return in_order(_placed(each, desk, paper) if each.trail else each for each in problems)


def _placed(problem: Problem, desk: Desk, paper: Paper) -> Problem:
    place = place_of(problem.trail or "", desk, paper)
    if place is None or (problem.place and problem.place.file == place.file):
        return problem
    also = (problem.place, *problem.also) if problem.place else problem.also
    return replace(problem, place=place, also=also)


def place_of(trail: str, desk: Desk, paper: Paper) -> Place | None:
    """Where the value at a path of a paper's view was written, that of a paper inside of it included."""
    series, meeting = desk.found(paper)
    if within := ENCLOSED.fullmatch(trail):
        enclosed = desk.enclosed(paper, within[1])
        return place_of_path(within[2], desk.register, series, enclosed) if enclosed else None
    return place_of_path(trail, desk.register, series, meeting)
