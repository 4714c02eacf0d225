"""How papers stand, as plain rows: for `list`, `show`, and whoever asks for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reporting.build.desk import Opened
from reporting.build.fresh.stale import why_stale
from reporting.build.planning.plan import Paper
from reporting.build.shelf import Shelf
from reporting.build.waiting import Waiting, reason_of_waiting, waiting
from reporting.records.model.dialogue import Dialogue
from reporting.records.model.round import Round
from reporting.records.reading.tree import Map
from reporting.records.walk import says_who


def standings(desk: Opened) -> Iterator[dict[str, Any]]:
    """A row for each paper of the order: where it lies, whether it is fresh, and why not."""
    shelf = Shelf(desk.inputs.root)
    for paper in desk.papers:
        yield standing(desk, shelf, paper)
    for each in waiting(shelf.states, desk.everything, desk.broken, desk.order.selection):
        yield _row_of_waiting(desk, each)


def standing(desk: Opened, shelf: Shelf, paper: Paper) -> dict[str, Any]:
    """The row of one paper."""
    made = shelf.made(paper)
    reason = reason_of(desk, shelf, paper)
    return {
        "dialogue": paper.dialogue,
        "round": paper.round,
        **_number(desk, paper.dialogue, paper.round),
        "type": paper.type,
        "language": paper.language,
        "voice": paper.voice,
        "audience": str(paper.audience),
        "formats": list(paper.formats),
        "name": paper.name,
        "state": "stale" if reason else "fresh",
        "reason": reason,
        "pages": made.pages if made else 0,
    }


def _row_of_waiting(desk: Opened, each: Waiting) -> dict[str, Any]:
    type_, voice, language = each.parts
    return {
        "dialogue": each.dialogue,
        "round": each.round,
        **_number_of_unread(desk, each.dialogue, each.round),
        "type": type_,
        "language": language,
        "voice": voice,
        "audience": each.audience,
        "formats": list(each.formats),
        "name": each.name,
        "state": "stale",
        "reason": reason_of_waiting(each.files, each.dialogue, each.round),
        "pages": each.pages,
    }


def omissions(desk: Opened) -> Iterator[dict[str, Any]]:
    """A row for each paper that is not made, with the reason; one for all papers of a round that cannot be read."""
    yield from _unread(desk)
    for each in desk.chosen.omitted:
        yield {
            "dialogue": each.dialogue,
            "round": each.round,
            **_number(desk, each.dialogue, each.round),
            "type": each.type,
            "language": each.language,
            "voice": each.voice,
            "state": "not made",
            "reason": each.reason,
        }


def _unread(desk: Opened) -> Iterator[dict[str, Any]]:
    """A row for each round of which nothing is known since its record, or that of its dialogue, is in error."""
    for file in sorted(desk.desk.register.trees):
        _, _, dialogue, *rest = file.split("/") if file.startswith("data/dialogues/") else ("", "", "", "")
        if len(rest) != 2 or rest[1] != "round.yaml" or not _is_named(desk, dialogue, rest[0]):
            continue
        series = desk.desk.register.series.get(dialogue)
        if series is not None and rest[0] in series.meetings:
            continue
        near = (f"data/dialogues/{dialogue}/dialogue.yaml", file)
        files = [each for each in near if each in desk.desk.register.broken]
        yield {
            "dialogue": dialogue,
            "round": rest[0],
            **_number_of_unread(desk, dialogue, rest[0]),
            "type": "",
            "language": "",
            "voice": "",
            "state": "not made",
            "reason": reason_of_waiting(files or near[1:], dialogue, rest[0]),
        }


def reason_of(desk: Opened, shelf: Shelf, paper: Paper) -> str:
    """Why a paper is stale, or cannot be made; empty where it is fresh."""
    if desk.broken:
        files = desk.hindrances(paper, desk.material(paper).files)
        if files:
            return reason_of_waiting(files, paper.dialogue, paper.round)
    made = shelf.made(paper)
    is_known = desk.is_known_fresh(paper, made)
    return why_stale(desk.inputs, paper, made, lambda: desk.material(paper), is_known=is_known, force=False)


def _is_named(desk: Opened, dialogue: str, round_: str) -> bool:
    """Whether an order is for all papers of a round, or has it among those that it names."""
    chosen = desk.order.selection
    return not (chosen.types or chosen.languages or chosen.audiences) and (
        not chosen.rounds or bool(chosen.rounds & {dialogue, f"{dialogue}/{round_}"})
    )


def _number(desk: Opened, dialogue: str, round_: str) -> dict[str, int]:
    """The number of a round, where everybody may know of it: rows are kept and passed on."""
    series = desk.desk.register.series[dialogue]
    meeting = series.meetings[round_]
    return {"number": meeting.round.number} if series.is_known(meeting) else {}


def _number_of_unread(desk: Opened, dialogue: str, round_: str) -> dict[str, int]:
    """The number of a round as far as its record says one, and nothing there says who may read it."""
    trees, folder = desk.desk.register.trees, f"data/dialogues/{dialogue}"
    series, own = trees.get(f"{folder}/dialogue.yaml"), trees.get(f"{folder}/{round_}/round.yaml")
    if not isinstance(own, Map) or says_who(own, Round) or (isinstance(series, Map) and says_who(series, Dialogue)):
        return {}
    number = str(own.get("number"))
    return {"number": int(number) if number.isdecimal() and len(number) < 7 else 0}
