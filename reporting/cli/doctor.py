"""`reporting doctor`: what this machine has and lacks, each with its cure."""

from __future__ import annotations

import json

import click

from reporting.build.health import Finding, findings
from reporting.cli.call import Call
from reporting.problems import Failed
from reporting.records.nearest import listed

MARKS = {"good": ("good", "green"), "missing": ("MISSING", "red"), "optional": ("not here", "yellow")}


@click.command()
@click.option("--format", "form", type=click.Choice(("human", "json")), default="human", help="How it is printed.")
@click.pass_obj
def doctor(call: Call, form: str) -> int:
    """Look at what papers need on this machine: Python, libraries, fonts, write access.

    Each thing that is missing comes with its cure. The exit code is 3 if one of them is needed.
    """
    try:
        root = call.workspace().root
    except Failed:
        root = None
    found = list(findings(root))
    if form == "json":
        click.echo(json.dumps([each.as_dict() for each in found], ensure_ascii=False, indent=1))
    else:
        for each in found:
            _print(each)
        click.echo(f"\n{_verdict(found)}")
    return 3 if any(each.state == "missing" for each in found) else 0


def _verdict(found: list[Finding]) -> str:
    missing = [each.what for each in found if each.state == "missing"]
    if missing:
        return f"Papers cannot be made here before this is mended: {listed(missing)}."
    return "Everything that papers need is here."


def _print(finding: Finding) -> None:
    mark, colour = MARKS[finding.state]
    click.echo(f"{click.style(f'{mark:<9}', fg=colour)} {finding.what}: {finding.detail}")
    if finding.cure and finding.state != "good":
        click.echo(f"          {finding.cure}")
