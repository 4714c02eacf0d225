"""`reporting release`: the gate before anything leaves the house."""

from __future__ import annotations

import datetime
import json
import re
import sys
from typing import TYPE_CHECKING, Any

import click

from reporting.cli.call import Call, today
from reporting.cli.printing import FORMATS, as_dict, write_problems
from reporting.records.levels import Level

if TYPE_CHECKING:
    from reporting.release.walk import Released
    from reporting.workspace import Folder

REFUSED = 4
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Moment(click.ParamType[datetime.date]):
    """A day, an hour and a zone; or a day alone, of which only what is certain counts: an embargo of that day still holds."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        from reporting.release.conditions.moment import moment_of

        if isinstance(value, datetime.date):
            return value
        try:
            if DAY.fullmatch(str(value).strip()):
                return datetime.date.fromisoformat(str(value).strip())
            return moment_of(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.command()
@click.argument("round_", metavar="DIALOGUE/ROUND")
@click.option(
    "--audience",
    type=click.Choice(("public", "partners", "internal")),
    default="public",
    help="Whose papers leave; left out, those that everybody may read.",
)
@click.option(
    "--on",
    type=Moment(),
    metavar="MOMENT",
    help="What time it is, with the zone: 2017-06-08T15:00+06:00, or “2017-06-08 15:00 Asia/Bishkek”; or a day alone.",
)
@click.option("--override", metavar="REASON", help="Release all the same, and write this reason to the record.")
@click.option("--by", metavar="NAME", help="Who decided on the override.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="human", help="How it is printed.")
@click.pass_obj
def release(
    call: Call,
    round_: str,
    audience: str,
    on: datetime.date | None,
    override: str | None,
    by: str | None,
    form: str,
) -> int:
    """Look at the finished papers of a round, and put them where they may be sent from.

    Nothing leaves before the embargo has ended, without the clearances that the papers' types ask for, with brackets,
    comments or tracked changes left, or with words in any corner of a file that its readers may not see. Each refusal
    names the place in the record. What passes lies in output/released/DIALOGUE/ROUND/AUDIENCE, whole.
    """
    if bool(override and override.strip()) != bool(by and by.strip()):
        raise click.UsageError("an override wants a reason and a name: --override REASON --by NAME")
    if not _is_text(f"{override}{by}"):
        raise click.UsageError("reason and name have to be text in UTF-8, which the record can keep")
    from reporting.build.planning.report import Unknown
    from reporting.release.walk import Asked
    from reporting.release.walk import release as walk

    asked = Asked(
        _round(round_), Level.named(audience), on, today(None, None), (override or "").strip(), (by or "").strip()
    )
    workspace = call.workspace()
    try:
        done = walk(workspace, asked, _wait)
    except Unknown as unknown:
        problem = unknown.problems[0]
        raise click.UsageError(f"{problem.sentence}; {problem.hint}") from None
    _tell(done, form, workspace)
    return REFUSED if done.is_refused else 0


def _is_text(words: str) -> bool:
    """Whether words of the command line are text; what is no UTF-8 there comes as half a character."""
    return not any("\ud800" <= letter <= "\udfff" for letter in words)


def _round(name: str) -> str:
    dialogue, _, round_ = name.strip("/").partition("/")
    if not round_ or "/" in round_:
        raise click.UsageError(f"“{name}” is no round; write DIALOGUE/ROUND, such as eu-central-asia/04-bishkek")
    return f"{dialogue}/{round_}"


def _wait() -> None:
    click.echo("a build of this workspace is running; waiting for it to end", err=True)


def _tell(done: Released, form: str, workspace: Folder) -> None:
    if form == "json":
        click.echo(json.dumps(_as_json(done), ensure_ascii=False, indent=1))
        return
    from reporting.cli.check import lines_of

    problems = (*done.refused, *done.warnings)
    write_problems(problems, sys.stderr, form=form, lines=lines_of(workspace))
    click.echo("\n".join(_lines(done)))


def _as_json(done: Released) -> dict[str, object]:
    return {
        "released": not done.is_refused,
        "folder": None if done.is_refused else done.folder,
        "earlier": done.folder if done.has_earlier else None,
        "files": [{"name": each.name, "bytes": each.size, "sha256": each.sha256} for each in done.files],
        "history": done.history or None,
        "refused": [as_dict(problem) for problem in done.refused],
        "warnings": [as_dict(problem) for problem in done.warnings],
    }


def _lines(done: Released) -> list[str]:
    if done.is_refused:
        number = len(done.refused)
        earlier = [f"an earlier set still lies in {done.folder}; do not send it"] if done.has_earlier else []
        return [f"REFUSED for {number} reason{'' if number == 1 else 's'}; nothing has left", *earlier]
    files = f"{len(done.files)} file{'' if len(done.files) == 1 else 's'}"
    lines = [f"released {done.folder}: {files}, and manifest.json with their hashes"]
    lines += [f"  {each.name}  {each.size:,} bytes  sha256 {each.sha256[:16]}…" for each in done.files]
    if done.history:
        number = len(done.refused)
        against = f"{number} refusal{'' if number == 1 else 's'}"
        lines.append(f"against {against}; the reason stands in {done.history}")
    return lines
