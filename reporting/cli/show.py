"""`reporting show`: one round in short, or one paper with all that it was made from."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any, Final

import click

from reporting.cli.call import Call, on_option, today
from reporting.records.levels import Level

if TYPE_CHECKING:
    from reporting.build.desk import Opened
    from reporting.records.model.texts import Text
    from reporting.records.register import Meeting, Series

LISTED: Final = {"parties": "party", "chairs": "person", "topics": "id", "outcomes": "id"}
"""Lists of a round, with the field by which their things are called."""


@click.command()
@click.argument("what", metavar="[DIALOGUE/ROUND[/TYPE[.LANGUAGE]]]", required=False)
@click.option("--format", "form", type=click.Choice(("human", "json")), default="human", help="How it is printed.")
@on_option
@click.pass_obj
def show(call: Call, what: str | None, form: str, on: datetime.date | None) -> None:
    """Show the facts and papers of a round, or how a paper stands and what it was made from.

    Without a name: the rounds that there are. JSON, which is kept and passed on, holds of the records only what
    everybody may read.
    """
    if what is None:
        _rounds(call, form, on)
        return
    dialogue, round_, name = _parts(what)
    desk = _opened(call, f"{dialogue}/{round_}", on)
    value = _paper(desk, name) if name else _round(desk, dialogue, round_, is_kept=form == "json")
    if form == "json":
        click.echo(json.dumps(value, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_lines(value)))


def _rounds(call: Call, form: str, on: datetime.date | None) -> None:
    """Every round with its number, state and first day."""
    desk = _opened(call, "", on)
    meetings = [
        (f"{series.id}/{meeting.id}", meeting.round, series.is_known(meeting))
        for series in desk.desk.register.series.values()
        for meeting in series.meetings.values()
    ]
    if form == "json":
        rows = [
            {"round": name, "number": each.number, "state": each.state, "start": each.start.isoformat()}
            if is_known
            else {"round": name}
            for name, each, is_known in meetings
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for name, each, _ in meetings:
        click.echo(f"{name}  round {each.number}, {each.state}, {each.start.isoformat()}")
    click.echo("`reporting show DIALOGUE/ROUND` shows one of them, with its papers", err=True)


def _parts(what: str) -> tuple[str, str, str]:
    parts = what.strip("/").split("/")
    if len(parts) not in (2, 3):
        raise click.UsageError("name a round as DIALOGUE/ROUND, or a paper as DIALOGUE/ROUND/TYPE")
    return parts[0], parts[1], parts[2] if len(parts) == 3 else ""


def _opened(call: Call, rounds: str, on: datetime.date | None) -> Opened:
    from reporting.build.desk import opened
    from reporting.build.planning.report import Order, Unknown
    from reporting.build.planning.selection import Selection

    try:
        return opened(call.workspace(), Order(Selection(frozenset([rounds] if rounds else [])), on, today(None, None)))
    except Unknown as unknown:
        raise click.UsageError(f"{unknown.problems[0].sentence}; {unknown.problems[0].hint}") from None


def _round(desk: Opened, dialogue: str, round_: str, *, is_kept: bool) -> dict[str, Any]:
    """The facts of a round and its papers.

    Args:
        desk: the register and the papers.
        dialogue: the id of the dialogue.
        round_: that of the round.
        is_kept: whether the answer may be kept and passed on, so that it holds only what everybody may read.
    """
    from reporting.build.standing import omissions, standings

    series = desk.desk.register.series[dialogue]
    meeting = series.meetings[round_]
    facts = _known_facts(desk, series, meeting) if is_kept else _facts(desk, meeting)
    return {
        "round": f"{dialogue}/{round_}",
        **facts,
        "records": [name for name in ("statement", "briefing") if getattr(meeting, name) is not None],
        **({} if is_kept else _leaving(meeting)),
        "papers": {row["name"]: row["reason"] or row["state"] for row in standings(desk)},
        "not made": {row["type"]: row["reason"] for row in omissions(desk)},
    }


def _facts(desk: Opened, meeting: Meeting) -> dict[str, Any]:
    record = meeting.round
    language = desk.desk.register.house.languages[0]
    return {
        "number": record.number,
        "state": record.state,
        "start": record.start.isoformat(),
        "end": record.last_day.isoformat(),
        "mode": record.mode,
        "place": record.place.city.get(language) if record.place else None,
        **{name: [getattr(each, key) for each in getattr(record, name)] for name, key in LISTED.items()},
    }


def _known_facts(desk: Opened, series: Series, meeting: Meeting) -> dict[str, Any]:
    """The facts as far as everybody may read them."""
    from reporting.records.walk import level_at

    record, above = meeting.round, series.level_of(meeting)

    def is_open(*path: str | int) -> bool:
        return level_at(record, path, above=above) is Level.PUBLIC

    if above is not Level.PUBLIC:
        return {}
    paths = {"place": ("place", "city")} if record.place else {}
    found = {name: value for name, value in _facts(desk, meeting).items() if is_open(*paths.get(name, (name,)))}
    for name, key in LISTED.items():
        if name in found:
            found[name] = [each for at, each in enumerate(found[name]) if is_open(name, at, key)]
    return found


def _leaving(meeting: Meeting) -> dict[str, Any]:
    """Who cleared the papers, and what left against the gate."""
    if meeting.release is None:
        return {}
    given = meeting.release.clearances
    return {
        "cleared by": {each.office: f"{each.day.isoformat()}, {each.paper or 'all papers'}" for each in given},
        "released against the gate": {
            f"{each.moment} ({each.readers})": f"{_said(each.by)}: {_said(each.reason)} ({len(each.refused)} refusals)"
            for each in meeting.release.history
        },
    }


def _said(text: Text) -> str:
    return next(iter(text.by_language.values()))


def _paper(desk: Opened, name: str) -> dict[str, Any]:
    from reporting.build.shelf import Shelf
    from reporting.build.standing import standing
    from reporting.records.nearest import did_you_mean

    found = [paper for paper in desk.papers if name in (paper.type, paper.stem)]
    if not found:
        reasons = {each.type: each.reason for each in desk.chosen.omitted}
        if name in reasons:
            raise click.UsageError(f"there is no {name} of this round: {reasons[name]}")
        hint = did_you_mean(name, [paper.stem for paper in desk.papers], "`reporting list` names all papers")
        raise click.UsageError(f"there is no paper “{name}”; {hint}")
    shelf = Shelf(desk.inputs.root)
    paper = found[0]
    made = shelf.made(paper)
    value = standing(desk, shelf, paper)
    if made:
        value["outputs"] = {
            paper.path(each): f"{output.file.size:,} bytes, {output.file.sha256[:12]}"
            for each, output in sorted(made.outputs.items())
        }
        value["records"] = list(made.files)
        value["templates"] = list(made.templates)
        value["values read"] = len(made.paths)
        value["warnings"] = [problem.sentence for problem in made.warnings()]
    return value


def _lines(value: dict[str, Any]) -> list[str]:
    lines = []
    for key, each in value.items():
        if isinstance(each, dict):
            lines += [f"{key}:", *(f"  {name}  {what}" for name, what in each.items())] if each else []
        elif isinstance(each, list):
            lines += [f"{key}: {', '.join(map(str, each))}"] if each else []
        elif each not in (None, "", 0):
            lines.append(f"{key}: {each}")
    return lines
