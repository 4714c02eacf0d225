"""Problems as plain values for state files, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reporting.problems import Place, Problem, Severity


def packed(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """The problems as values that JSON can hold; what is empty is left out, and what is for the eyes of the desk alone."""
    return [_packed(problem) for problem in problems]


def unpacked(values: Iterable[dict[str, Any]]) -> tuple[Problem, ...]:
    """The problems that `packed` made values of.

    Raises:
        KeyError, TypeError, ValueError: they are none.
    """
    return tuple(_unpacked(value) for value in values)


def _packed(problem: Problem) -> dict[str, Any]:
    value: dict[str, Any] = {"code": problem.code, "sentence": problem.sentence, "severity": str(problem.severity)}
    if problem.place:
        value["place"] = _place(problem.place)
    for name in ("hint", "trail"):
        if getattr(problem, name) is not None:
            value[name] = getattr(problem, name)
    if problem.also:
        value["also"] = [_place(each) for each in problem.also]
    return value


def _place(place: Place) -> list[Any]:
    return [place.file, place.line, place.column]


def _unpacked(value: dict[str, Any]) -> Problem:
    return Problem(
        value["code"],
        value["sentence"],
        Place(*value["place"]) if "place" in value else None,
        value.get("hint"),
        Severity(value["severity"]),
        value.get("trail"),
        tuple(Place(*each) for each in value.get("also", ())),
    )
