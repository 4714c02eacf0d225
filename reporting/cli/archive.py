"""`reporting archive`: closing a round, and what is done with the archive afterwards."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reporting.cli.build import AUDIENCES, Screen, cores
from reporting.cli.call import Call, on_option, today

if TYPE_CHECKING:
    from reporting.archive.close import Closed


class RoundOrCommand(click.Group):
    """A group whose first word may also be a round: that is closed."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command by its name, or `close` for anything with a slash or an option before it."""
        if args and args[0] not in self.commands:
            args = ["close", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Options before the round are those of closing it."""
        if args and args[0].startswith("-") and args[0] not in ctx.help_option_names:
            args = ["close", *args]
        return super().parse_args(ctx, args)


@click.group(cls=RoundOrCommand, subcommand_metavar="DIALOGUE/ROUND | COMMAND [OPTIONS]")
def archive() -> None:
    """Close a round: a package of its papers for each audience, in archive/.

    `reporting archive DIALOGUE/ROUND` closes it; `reporting archive close --help` lists the options. What is closed is
    never changed: a correction becomes a new version.
    """


to_option = click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="The archive; left out, archive/ of the workspace.",
)


@archive.command()
@click.argument("round_", metavar="DIALOGUE/ROUND")
@click.option("--audience", "audiences", multiple=True, type=click.Choice(AUDIENCES), help="Only papers for these.")
@click.option(
    "--layout",
    type=click.Choice(("bagit", "eark")),
    default="bagit",
    help="A BagIt bag, or an E-ARK information package (CSIP 2.2).",
)
@to_option
@click.option(
    "--correction",
    "corrects",
    is_flag=True,
    help="Make a new version of papers that say something else now, with a notice from `corrections:` of the round.",
)
@on_option
@click.option("--jobs", type=click.IntRange(0), metavar="N", help="Papers made at once, where some are stale.")
@click.pass_obj
def close(
    call: Call,
    /,
    round_: str,
    audiences: tuple[str, ...],
    on: datetime.date | None,
    **named: Any,
) -> int:
    """Close a round: build what is stale, and put a package for each audience into the archive.

    A package holds the papers in all languages and formats, what they were made from and with, a README.txt and a
    verify.py that needs nothing but Python.
    """
    from reporting.archive.close import Closing
    from reporting.archive.close import close as walk
    from reporting.build.report import Order, Unknown

    jobs = cores() if named["jobs"] is None else named["jobs"]
    order = {**named, "jobs": jobs, "on": on, "otherwise": today(None, None)}
    closing = Closing(_round(round_), frozenset(audiences), **order)
    with Screen(Order()) as screen:
        try:
            report = walk(call.workspace(), closing, screen)
        except Unknown as unknown:
            problem = unknown.problems[0]
            raise click.UsageError(f"{problem.sentence}; {problem.hint}") from None
    for package in report.packages:
        click.echo(_line(report.root.name, package))
    click.echo(f"head of the catalogue: {report.head}")
    return 0


def _round(name: str) -> str:
    dialogue, _, round_ = name.strip("/").partition("/")
    if not round_ or "/" in round_:
        raise click.UsageError(f"“{name}” is no round; write DIALOGUE/ROUND, such as eu-central-asia/04-bishkek")
    return f"{dialogue}/{round_}"


def _line(root: str, package: Closed) -> str:
    told = {
        "closed": f"{package.papers} paper{'' if package.papers == 1 else 's'}, {package.files} files, "
        f"{package.bytes:,} bytes",
        "adopted": "a run that was ended had left it without a line in the catalogue",
        "unchanged": "the papers say what they said when it was closed",
    }
    return f"{package.state} {root}/{package.path} ({told[package.state]})"
