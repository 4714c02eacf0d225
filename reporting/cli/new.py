"""`reporting new`: the next round, begun from the last one; a document type of one's own."""

from __future__ import annotations

import re
from pathlib import Path

import click

from reporting.cli.call import Call
from reporting.problems import EnvironmentFailed, Failed, Place, Problem

TYPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


@click.group()
def new() -> None:
    """Begin a round or a document type."""


@new.command("round")
@click.argument("dialogue")
@click.argument("name", metavar="ID")
@click.option("--like", metavar="ROUND", help="Round to carry over from; left out, the last one.")
@click.pass_obj
def round_(call: Call, dialogue: str, name: str, like: str | None) -> None:
    """Begin the next round of a DIALOGUE as ID, such as 05-ashgabat.

    Parties, subjects and standing data come from the round before. What belongs to one day is left empty and marked
    `# fill in`; `reporting check` names each place that still waits.
    """
    from reporting.build.begin import begun_round

    workspace = call.workspace()
    begun = begun_round(workspace, dialogue, name, like)
    _create(workspace.root / begun.path, begun.path, begun.text)
    click.echo(f"{begun.path} begun from {begun.like}; fill in what is marked")
    click.echo("  reporting check      names each place that still waits")


@new.command("type")
@click.argument("name", metavar="NAME")
@click.option("--like", metavar="TYPE", help="Document type to copy; left out, a page with the first facts of a round.")
@click.pass_obj
def type_(call: Call, name: str, like: str | None) -> None:
    """Begin a document type as templates/NAME/, which builds as it is."""
    from reporting.build.begin import begun_type

    if not TYPE.match(name):
        raise click.UsageError("a type's name is small letters and digits with single hyphens, such as note-verbale")
    workspace = call.workspace()
    if any(path.startswith(f"templates/{name}/") for path in workspace.paths("templates")):
        raise Failed(Problem("B012", "there is such a document type already", Place(f"templates/{name}")))
    for path, text in begun_type(workspace, name, like):
        _create(workspace.root / path, path, text)
        click.echo(path)
    click.echo(f"  reporting build --type {name}      makes it for every round")


def _create(path: Path, shown: str, text: str) -> None:
    """Writes a new file; one that is there is never written over."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Failed(Problem("B012", "is there already", Place(shown), hint="choose another id")) from None
    except OSError as error:
        raise EnvironmentFailed(Problem("E002", f"cannot be written: {error.strerror}", Place(shown))) from None
