"""`reporting translated`: somebody has held translations against their source, and says so to the record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from reporting.cli.call import Call

if TYPE_CHECKING:
    from reporting.build.beginning.translated import Looked

WIDTH = 160


@click.command()
@click.argument("name", metavar="DIALOGUE[/ROUND]")
@click.option("--language", metavar="TAG", help="Only translations into this language.")
@click.option("--dry-run", is_flag=True, help="Only say what has changed; write nothing.")
@click.option("--format", "form", type=click.Choice(("human", "json")), default="human", help="How it is printed.")
@click.pass_obj
def translated(call: Call, name: str, language: str | None, dry_run: bool, form: str) -> None:
    """Say that somebody has looked at translations, and that they follow their source as it is now.

    For each entry under `translations:` in the records of a round, or in dialogue.yaml of a dialogue, the command
    tells which texts of the source have changed, and writes into the record what they are now. From then on papers in
    that language are no draft translations, unless the entry says `status: draft`. Look at the texts first.
    """
    from reporting.build.beginning.translated import looked_at, write_hashes
    from reporting.build.planning.report import Unknown

    workspace = call.workspace()
    try:
        looked = looked_at(workspace, name, language)
    except Unknown as unknown:
        raise click.UsageError(f"{unknown.problems[0].sentence}; {unknown.problems[0].hint}") from None
    if not looked:
        into = f" into {language}" if language else ""
        raise click.UsageError(f"the records of {name} have no entry under `translations:`{into}")
    written = [] if dry_run else write_hashes(workspace, looked)
    if form == "json":
        click.echo(json.dumps({"entries": [_as_dict(each) for each in looked], "written": written}, ensure_ascii=False))
        return
    click.echo("\n".join([line for each in looked for line in _lines(each)]))
    for file in written:
        click.echo(f"{file} now says that they were looked at")


def _lines(looked: Looked) -> list[str]:
    texts = f"{looked.texts} text{'' if looked.texts == 1 else 's'}"
    state = f"{len(looked.changed)} changed since" if looked.changed else "as they were"
    lines = [f"{looked.file}: {looked.language} from {looked.of}, {texts}, {state}"]
    for each in looked.changed:
        lines.append(f"  {each.place.line}:{each.place.column} {each.path}")
        if each.now:
            lines += [f"    {looked.of}: {_short(each.now)}", f"    {looked.language}: {_short(each.translation)}"]
    return lines


def _short(text: str) -> str:
    """A text on one line."""
    words = " ".join(text.split())
    return words if len(words) <= WIDTH else f"{words[:WIDTH].rpartition(' ')[0]} …"


def _as_dict(looked: Looked) -> dict[str, object]:
    changed = [
        {"path": each.path, "line": each.place.line, looked.of: each.now, looked.language: each.translation}
        for each in looked.changed
    ]
    return {
        "file": looked.file,
        "language": looked.language,
        "of": looked.of,
        "texts": looked.texts,
        "changed": changed,
        "hash": looked.hash,
    }
