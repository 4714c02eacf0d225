"""`reporting explain`: what a code means and how to mend what it stands for."""

from __future__ import annotations

import textwrap

import click

from reporting.cli.codes import Explained, errors_page, explained_codes
from reporting.records.nearest import did_you_mean, listed

ALL = "`reporting explain --list` names all of them"


@click.command()
@click.argument("code", required=False)
@click.option("--list", "is_list", is_flag=True, help="List all codes with their titles.")
@click.option("--markdown", "is_page", is_flag=True, hidden=True, help="Print docs/errors.md.")
def explain(code: str | None, is_list: bool, is_page: bool) -> None:
    """Tell what a problem's CODE means and how to mend it, such as `reporting explain R001`."""
    codes = explained_codes()
    if is_page:
        click.echo(errors_page(codes), nl=False)
    elif is_list:
        click.echo("\n".join(f"{each.code}  {each.title}" for each in codes.values()))
    elif code is None:
        raise click.UsageError("name a code, such as `reporting explain R001`, or give --list")
    else:
        click.echo(_told(_found(code.strip("[]").upper(), codes)))


def _found(code: str, codes: dict[str, Explained]) -> Explained:
    if code not in codes:
        begun = [each for each in codes if len(code) > 1 and each.startswith(code)]
        hint = f"there are {listed(begun)}" if begun else did_you_mean(code, codes, ALL)
        raise click.UsageError(f"there is no code “{code}”; {hint}")
    return codes[code]


def _told(explained: Explained) -> str:
    paragraphs = [f"{explained.code}: {explained.title}", textwrap.fill(explained.why, 76), ""]
    mend = textwrap.fill(explained.mend, 76, initial_indent="Mend: ", subsequent_indent="      ")
    example = f"\n{textwrap.indent(explained.example, '    ')}" if explained.example else ""
    return "\n".join(["\n\n".join(paragraphs[:2]), "", mend]) + (f"\n{example}" if example else "")
