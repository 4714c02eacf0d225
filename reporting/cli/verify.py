"""`reporting verify`: whether something archived is as it was."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from reporting.cli.build import cores
from reporting.cli.call import Call
from reporting.cli.options import authority_option, folder_option, hash_option
from reporting.cli.printing import as_dict, write_problems

NOT_VERIFIED = 5


@click.command()
@click.argument("what", metavar="PACKAGE|FILE|CATALOGUE", type=click.Path(exists=True, path_type=Path))
@folder_option("--archive", "The archive whose catalogue counts, where the thing lies elsewhere.", exists=True)
@hash_option("--head", "Head of the catalogue as it was kept elsewhere.")
@hash_option("--seal", "Seal of the package as it was kept elsewhere.")
@click.option(
    "--rebuild/--no-rebuild",
    default=None,
    help="Make the papers again and compare; left out, for one package only.",
)
@authority_option
@click.option("--format", "form", type=click.Choice(("human", "json")), default="human", help="How it is printed.")
@click.pass_obj
def verify(
    call: Call,
    what: Path,
    archive: Path | None,
    head: str | None,
    seal: str | None,
    rebuild: bool | None,
    authority: Path | None,
    form: str,
) -> int:
    """Compare a package, one of its files, or the whole archive by its catalogue.jsonl, with what was noted of it.

    Ends with 5, and a line for each difference, where something is not as it was.
    """
    from reporting.archive.check import verify as walk
    from reporting.archive.checking.verdict import Asked

    verdict = walk(what, Asked(archive, head, seal, rebuild, authority, cores()))
    if form == "json":
        problems = [as_dict(problem) for problem in verdict.problems]
        told = {"verified": verdict.is_good, "compared": verdict.told, "problems": problems}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(verdict.told))
        write_problems(verdict.problems, sys.stderr)
        click.echo("verified" if verdict.is_good else "NOT VERIFIED")
    return 0 if verdict.is_good else NOT_VERIFIED
