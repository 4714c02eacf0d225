"""`reporting schema`: JSON Schema for editors."""

from __future__ import annotations

import click

from reporting.cli.call import Call
from reporting.records.kinds import SCHEMAS
from reporting.records.pages.schema import schema_text


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
    folder = call.workspace().root / "data" / "schema"
    folder.mkdir(exist_ok=True)
    for kind in SCHEMAS:
        path = folder / f"{kind}.json"
        text = schema_text(kind)
        is_current = path.is_file() and path.read_text("utf-8") == text
        if not is_current:
            path.write_text(text, "utf-8", newline="\n")
        click.echo(f"data/schema/{kind}.json {'is current' if is_current else 'written'}")
