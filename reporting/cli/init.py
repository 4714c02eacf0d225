"""`reporting init`: a workspace with one small dialogue that builds at once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import click

from reporting.problems import EnvironmentFailed, Failed, Place, Problem

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
    for path, text in _starter(name):
        _write(folder / path, text)
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


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise EnvironmentFailed(Problem("E002", f"cannot be written: {error.strerror}", Place(str(path)))) from None
