"""`reporting schema`: JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path

import click

from reporting.cli.call import Call
from reporting.records.kinds import SCHEMAS
from reporting.records.pages.schema import schema_text

FOLDER = "data/schema"


@click.command()
@click.argument("kind", required=False, type=click.Choice(sorted(SCHEMAS)))
@click.option("--markdown", "is_page", is_flag=True, hidden=True, help="Print docs/records.md.")
@click.option("--view", "is_view", is_flag=True, hidden=True, help="Print docs/view.md.")
@click.pass_obj
def schema(call: Call, kind: str | None, is_page: bool, is_view: bool) -> None:
    """Write JSON Schema for editors to data/schema/, or print that of one KIND of record.

    A record points to its schema in its first line, seen from its own folder:

        # yaml-language-server: $schema=../../../schema/round.json
    """
    if is_page:
        from reporting.records.pages.reference_page import records_page

        click.echo(records_page(), nl=False)
    elif is_view:
        from reporting.audiences.view_page import view_page

        click.echo(view_page(), nl=False)
    elif kind:
        click.echo(schema_text(kind), nl=False)
    else:
        _write(call)


def _write(call: Call) -> None:
    from reporting.build.output.files import write_files

    root = call.workspace().root
    wanted = {f"{kind}.json": schema_text(kind).encode() for kind in SCHEMAS}
    new = {name: text for name, text in wanted.items() if not _is_current(root / FOLDER / name, text)}
    write_files(root, FOLDER, new, shown=FOLDER)
    for name in wanted:
        click.echo(f"{FOLDER}/{name} {'written' if name in new else 'is current'}")


def _is_current(path: Path, text: bytes) -> bool:
    return path.is_file() and path.read_bytes() == text
