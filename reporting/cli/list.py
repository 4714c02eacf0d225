"""`reporting list`: all papers and how they stand."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any

import click

from reporting.cli.call import Call, on_option, today


@click.command("list")
@click.argument("rounds", metavar="[DIALOGUE[/ROUND]]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(("human", "json")), default="human", help="How it is printed.")
@on_option
@click.pass_obj
def list_(call: Call, rounds: tuple[str, ...], form: str, on: datetime.date | None) -> None:
    """List the papers of the workspace: fresh, or stale and why, or not made and why not."""
    rows = list(_rows(call, rounds, on))
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    heading = ""
    for row in rows:
        if heading != (heading := f"{row['dialogue']}/{row['round']}"):
            click.echo(click.style(heading, bold=True))
        click.echo(f"  {_line(row)}")


def _rows(call: Call, rounds: tuple[str, ...], on: datetime.date | None) -> Iterator[dict[str, Any]]:
    from reporting.build.desk import opened
    from reporting.build.report import Order, Unknown
    from reporting.build.selection import Selection
    from reporting.build.standing import omissions, standings

    selection = Selection(frozenset(each.strip("/") for each in rounds))
    try:
        desk = opened(call.workspace(), Order(selection, on, today(None, None)))
    except Unknown as unknown:
        raise click.UsageError(f"{unknown.problems[0].sentence}; {unknown.problems[0].hint}") from None
    rows = [*standings(desk), *omissions(desk)]
    yield from sorted(
        rows, key=lambda row: (row["dialogue"], row["number"], row["round"], row["type"], row["language"])
    )


def _line(row: dict[str, Any]) -> str:
    name = f"{row['type']}{'.' if row['language'] else ''}{row['language']}"
    if row["state"] == "not made":
        return f"{name:<26} {click.style('not made', dim=True)}: {row['reason']}"
    state = click.style(row["state"], fg="green" if row["state"] == "fresh" else "yellow")
    why = f": {row['reason']}" if row["reason"] else ""
    return f"{name:<26} {row['audience']:<11} {','.join(row['formats']):<18} {state}{why}"
