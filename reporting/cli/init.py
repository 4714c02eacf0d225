"""`reporting init`: a workspace with one small dialogue that builds at once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import click

from reporting.build.output.created import create_files
from reporting.problems import Failed, Place, Problem
from reporting.workspace import HOUSE

RENAMED = {"gitignore": ".gitignore"}
"""Files that would not survive packaging under their own name."""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="Title of the workspace's README.")
def init(folder: Path, name: str | None) -> None:
    """Make a workspace in DIR: an invented dialogue of two rounds, with comments that teach.

    DIR must be empty or not there yet. The workspace builds as it is.
    """
    _refuse_filled(folder)
    files_ = {path: text.encode() for path, text in _starter(name)}
    # The file that makes it a workspace comes last.
    house = files_.pop(HOUSE)
    create_files(folder, {**files_, HOUSE: house}, shown=f"{folder.as_posix()}/")
    click.echo(f"{folder} is ready: an invented dialogue of two rounds")
    click.echo(f"  cd {folder}")
    click.echo("  reporting build      makes its papers in output/")
    click.echo("  reporting check      says what is wrong with the records")


def _refuse_filled(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = "is not empty" if folder.is_dir() else "is a file"
        hint = "name a new folder; nothing that is there is written over"
        raise Failed(Problem("B012", what, Place(str(folder)), hint=hint))


def _starter(name: str | None) -> Iterator[tuple[str, str]]:
    root = Path(str(files("reporting"))) / "starter"
    for path in sorted(root.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            if name and path.relative_to(root) == Path("README.md"):
                text = text.replace("# Our papers", f"# {name}", 1)
            below = path.relative_to(root).as_posix()
            yield RENAMED.get(below, below), text
    yield from _schemas()


def _schemas() -> Iterator[tuple[str, str]]:
    """JSON Schema for editors, which the first line of each record names."""
    from reporting.records.kinds import KINDS
    from reporting.records.pages.schema import schema_text

    for kind in KINDS:
        yield f"data/schema/{kind}.json", schema_text(kind)
