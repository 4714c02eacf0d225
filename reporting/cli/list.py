"""`reporting list`: all papers and how they stand."""

from __future__ import annotations

import datetime
import json
import math
from typing import TYPE_CHECKING, Any

import click

from reporting.cli.call import Call, on_option, today

if TYPE_CHECKING:
    from reporting.build.planning.report import Order
    from reporting.workspace import Folder


@click.command("list")
@click.argument("rounds", metavar="[DIALOGUE[/ROUND]]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(("human", "json")), default="human", help="How it is printed.")
@on_option
@click.pass_obj
def list_(call: Call, rounds: tuple[str, ...], form: str, on: datetime.date | None) -> None:
    """List the papers of the workspace: fresh, or stale and why, or not made and why not."""
    found = _rows(call.workspace(), rounds, on)
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    heading = ""
    for row in found:
        if heading != (heading := f"{row['dialogue']}/{row['round']}"):
            click.echo(click.style(heading, bold=True))
        click.echo(f"  {_line(row)}")


def _rows(workspace: Folder, rounds: tuple[str, ...], on: datetime.date | None) -> list[dict[str, Any]]:
    """All rows in the order of the rounds; those of last time where every paper is as the last build left it."""
    from reporting.build.fresh.index import index_hash
    from reporting.build.fresh.memory import recall, remember
    from reporting.build.fresh.once import all_fresh
    from reporting.build.planning.report import Order
    from reporting.build.planning.selection import Selection

    order = Order(Selection(frozenset(each.strip("/") for each in rounds)), on, today(None, None))
    if all_fresh(workspace, order) is None:
        return _looked_at(workspace, order)
    memory = recall(workspace, "list", index_hash(workspace.root), sorted(order.selection.rounds), on, order.otherwise)
    if memory.answer is not None:
        return list(memory.answer)
    found = _looked_at(workspace, order)
    remember(workspace, memory, found)
    return found


def _looked_at(workspace: Folder, order: Order) -> list[dict[str, Any]]:
    from reporting.build.desk import opened
    from reporting.build.planning.report import Unknown
    from reporting.build.standing import omissions, standings

    try:
        desk = opened(workspace, order)
    except Unknown as unknown:
        raise click.UsageError(f"{unknown.problems[0].sentence}; {unknown.problems[0].hint}") from None
    return sorted([*standings(desk), *omissions(desk)], key=_place)


def _place(row: dict[str, Any]) -> tuple[Any, ...]:
    # A round of which not everybody may know has no number there, and stands behind the others, whatever it is.
    return row["dialogue"], row.get("number", math.inf), row["round"], row["type"], row["voice"], row["language"]


def _line(row: dict[str, Any]) -> str:
    name = ".".join(part for part in (row["type"], row["voice"], row["language"]) if part) or "every paper"
    if row["state"] == "not made":
        return f"{name:<26} {click.style('not made', dim=True)}: {row['reason']}"
    is_new = row["reason"] == "new"
    state = click.style("new" if is_new else row["state"], fg="green" if row["state"] == "fresh" else "yellow")
    why = f": {row['reason']}" if row["reason"] and not is_new else ""
    return f"{name:<26} {row['audience']:<11} {','.join(row['formats']):<18} {state}{why}"
