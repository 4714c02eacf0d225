"""`reporting new`: the next round, begun from the last one; a document type, a language or a template of one's own."""

from __future__ import annotations

import re

import click

from reporting.build.output.created import create_files
from reporting.cli.call import Call
from reporting.problems import Failed, Place, Problem
from reporting.records.nearest import did_you_mean
from reporting.workspace import Folder

TYPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


@click.group()
def new() -> None:
    """Begin a round or a document type, or take a template to change."""


@new.command("round")
@click.argument("dialogue")
@click.argument("name", metavar="ID")
@click.option("--like", metavar="ROUND", help="Round to carry over from; left out, the last one.")
@click.pass_obj
def round_(call: Call, dialogue: str, name: str, like: str | None) -> None:
    """Begin the next round of a DIALOGUE as ID, such as 05-ashgabat.

    Parties, subjects and standing data come from the round before. What belongs to one day is left empty and marked
    `# fill in`; `reporting check` names those without which there is no paper.
    """
    from reporting.build.beginning.first import begun_round

    workspace = call.workspace()
    begun = begun_round(workspace, dialogue, name, like)
    create_files(workspace.root, {begun.path: begun.text.encode()})
    click.echo(f"{begun.path} begun from {begun.like}; fill in what is marked")
    if begun.doubt:
        click.echo(f"warning: {begun.doubt}", err=True)
    click.echo("  reporting check      names the places without which there is no paper")


@new.command("type")
@click.argument("name", metavar="NAME")
@click.option("--like", metavar="TYPE", help="Document type to copy; left out, a page with the first facts of a round.")
@click.pass_obj
def type_(call: Call, name: str, like: str | None) -> None:
    """Begin a document type as templates/NAME/, which builds as it is."""
    from reporting.build.beginning.first import begun_type

    if not TYPE.match(name):
        raise click.UsageError("a type's name is small letters and digits with single hyphens, such as note-verbale")
    workspace = call.workspace()
    if any(path.startswith(f"templates/{name}/") for path in workspace.paths("templates")):
        raise Failed(Problem("B012", "there is such a document type already", Place(f"templates/{name}")))
    begun = {path: text.encode() for path, text in begun_type(workspace, name, like)}
    create_files(workspace.root, begun)
    click.echo("\n".join(begun))
    click.echo(f"  reporting build --type {name}      makes it for every round")


@new.command("template")
@click.argument("names", metavar="[TYPE/FILE]...", nargs=-1)
@click.pass_obj
def template(call: Call, names: tuple[str, ...]) -> None:
    """Copy templates that come with the program into the workspace, where they may be changed.

    Named as `press-release/en.html.j2`, or a whole folder as `press-release`. Without a name: list them all. A copy
    stands in for the one that comes with the program, so copy no more than you change.
    """
    workspace = call.workspace()
    shipped = shipped_names(workspace)
    if not names:
        click.echo("\n".join(shipped))
        return
    wanted = chosen(names, shipped)
    own = [f"templates/{name}" for name in wanted if (workspace.root / "templates" / name).exists()]
    if own:
        raise Failed([Problem("B012", "is there already", Place(path), hint="edit it, or remove it") for path in own])
    copies = {f"templates/{name}": (workspace.shipped / name).read_bytes() for name in wanted}
    create_files(workspace.root, copies)
    click.echo("\n".join(copies))


@new.command("language")
@click.argument("tag", metavar="TAG")
@click.pass_obj
def language(call: Call, tag: str) -> None:
    """Begin a LANGUAGE such as kk: its templates, its words, and a list of what the registers lack.

    Templates begin with the English sentences, labels with a mark that `reporting check` names until they are written.
    What is there already stays.
    """
    from reporting.build.beginning.language import (
        as_they_are,
        begun_language,
        forms_of_language,
        wanted_of_registers,
    )
    from reporting.records.load import load_register
    from reporting.records.model.tags import is_language, meant_language

    if not is_language(tag):
        meant = meant_language(tag)
        rest = f"; did you mean “{meant}”?" if meant else ""
        raise click.UsageError(f"a language is a tag such as kk, fa-AF or uz-Cyrl{rest}")
    workspace = call.workspace()
    files = {begun.path: begun.text.encode() for begun in begun_language(workspace, tag)}
    create_files(workspace.root, files)
    click.echo("".join(f"{path}\n" for path in files), nl=False)
    register = load_register(workspace).value
    wanted, same = list(wanted_of_registers(register, tag)), as_they_are(register, tag)
    for file, path in wanted:
        click.echo(f"{file}: {path}")
    have = "name of the registers has" if len(wanted) == 1 else "names of the registers have"
    click.echo(f"  {len(wanted)} {have} no text in {tag}; write it beside `en:`")
    if same:
        are = "1 is one string, which stands" if same == 1 else f"{same} are one string each, which stands"
        click.echo(f"  {are} in papers in {tag} as it is; where it should not, write `en:` and `{tag}:`")
    if forms := forms_of_language(tag):
        click.echo(f"  where a sentence bends a name: {{text: …, {', '.join(f'{form}: …' for form in forms)}}}")
    click.echo(f"  reporting check      says what is still lacking, once {tag} is among `languages` of house.yaml")


def shipped_names(workspace: Folder) -> list[str]:
    """The templates that come with the program, as one names them."""
    found = Folder(workspace.shipped.parent, workspace.shipped).paths("templates")
    return [path.removeprefix("templates/") for path in found]


def chosen(names: tuple[str, ...], shipped: list[str]) -> list[str]:
    """The templates that some names mean.

    Raises:
        Failed: a name means none [B011].
    """
    found: list[str] = []
    for name in (each.strip("/").removeprefix("templates/") for each in names):
        meant = [each for each in shipped if each == name or each.startswith(f"{name}/")]
        if not meant:
            hint = did_you_mean(name, shipped, "`reporting new template` lists all that there are")
            raise Failed(Problem("B011", f"there is no template “{name}”", hint=hint))
        found += [each for each in meant if each not in found]
    return found
