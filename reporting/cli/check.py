"""`reporting check`: every finding of every record in one run, and of the templates that a workspace has of its own."""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING

import click

from reporting.cli.call import Call, on_option, today
from reporting.cli.printing import FORMATS, Lines, summary, write_problems
from reporting.collector import resting_collector
from reporting.problems import EnvironmentFailed, Failed, Place, Problem, Severity, in_order
from reporting.workspace import HOUSE, Folder, Workspace

if TYPE_CHECKING:
    from reporting.checks.scene import Printing
    from reporting.records.register import Register


@click.command()
@click.option(
    "--messages",
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="human",
    show_default=True,
    help="How findings are printed.",
)
@click.option(
    "--drafts",
    "has_drafts",
    is_flag=True,
    help="Draft every paper as well, and write none: finds all that a build finds.",
)
@click.option(
    "--notes", is_flag=True, help="Show notes as well: what may wait, such as names that nobody has reviewed."
)
@on_option
@click.pass_obj
def check(call: Call, form: str, on: datetime.date | None, *, has_drafts: bool, notes: bool) -> int:
    """Say everything that is wrong with the records, and with the workspace's own templates.

    All findings of all files are printed in one run, each with its place, a code that `reporting explain` knows,
    and a hint. Notes are counted, and shown with --notes. The exit code is 1 if one of them is an error, else 0.

    What shows only in a finished sentence, such as a form of a name that Russian needs there, is found by --drafts.
    """
    workspace = call.workspace()
    problems, files = _looked_at(workspace, on, has_drafts=has_drafts)
    shown = [problem for problem in problems if notes or problem.severity is not Severity.NOTE]
    write_problems(shown, sys.stdout, form=form, lines=lines_of(workspace))
    sys.stdout.flush()
    is_sound = not any(problem.is_error for problem in problems)
    untried = "; papers were not drafted (--drafts)" if is_sound and not has_drafts else ""
    counted = summary(problems, files=files, hint="" if notes else " (--notes shows them)")
    click.echo(f"{counted}{untried}", err=True)
    return int(not is_sound)


def _looked_at(workspace: Folder, on: datetime.date | None, *, has_drafts: bool) -> tuple[tuple[Problem, ...], int]:
    """All findings and the number of files read for them; known ones where nothing has changed since."""
    from reporting.build.fresh.memory import recall, remember
    from reporting.build.output.packing import packed, unpacked

    memory = recall(workspace, "check-drafts" if has_drafts else "check", today(on, None))
    if memory.answer is not None:
        return unpacked(memory.answer["problems"]), memory.answer["files"]
    problems = in_order([*findings(workspace, on), *template_findings(workspace)])
    if has_drafts:
        problems = _with_drafts(workspace, on, problems)
    # Files of the program, such as schemes of markings, are read too, but nobody here can mend them.
    files = sum((workspace.root / path).is_file() for path in workspace.read_hashes)
    remember(workspace, memory, {"problems": packed(problems), "files": files})
    return problems, files


def _with_drafts(workspace: Folder, on: datetime.date | None, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What was found, and what drafting finds besides; some things it finds again at the same place."""
    from reporting.build.foreseen.trial import tried
    from reporting.build.planning.report import Order
    from reporting.cli.build import cores

    try:
        drafted = tried(workspace, Order(on=on, otherwise=today(None, None), jobs=cores()))
    except EnvironmentFailed:
        raise
    except Failed as failed:
        return in_order([*found, *failed.problems])
    known = {(each.code, each.place) for each in found}
    return in_order([*found, *(each for each in drafted if (each.code, each.place) not in known)])


def findings(workspace: Workspace, on: datetime.date | None) -> tuple[Problem, ...]:
    """All that reading, register, rules and letterheads have to say of a workspace, in order of place."""
    with resting_collector():
        from reporting.build.foreseen.characters import Characters
        from reporting.checks.all import Rule, check_register
        from reporting.drafting import text_check
        from reporting.records.load import load_register

        try:
            checked = load_register(workspace, keep_dangling=True)
        except EnvironmentFailed:
            raise
        except Failed as failed:
            return failed.problems
        characters = Characters(workspace)
        printing = (Rule("T054", text_check.find), Rule("W010", characters.find))
        day = today(on, checked.value.house.as_of)
        ruled = check_register(checked.value, day, printing=_printing(workspace), besides=printing)
        offices, languages = office_findings(workspace, checked.value), language_findings(workspace, checked.value)
        entries = characters.in_registers(checked.value)
        return in_order([*checked.problems, *ruled, *offices, *languages, *entries])


def _printing(workspace: Workspace) -> Printing:
    """Which document types print what; those that come with the program where the workspace's own cannot be read."""
    from reporting.checks.scene import SHIPPED
    from reporting.drafting.listing import printing_of
    from reporting.drafting.typefiles import types_of

    if not _has_templates(workspace):
        return SHIPPED
    try:
        return printing_of(types_of(workspace).value)
    except EnvironmentFailed:
        raise
    except Failed:
        return SHIPPED  # the check of templates tells why


def language_findings(workspace: Workspace, register: Register) -> tuple[Problem, ...]:
    """What the languages of the workspace's papers lack; English comes whole with the program."""
    if register.languages <= {"en"}:
        return ()
    from reporting.build.foreseen.tongues import tongue_findings
    from reporting.build.foreseen.unnamed import unnamed_findings
    from reporting.build.foreseen.unreviewed import unreviewed_findings
    from reporting.build.planning.plan import languages_of_all, plan
    from reporting.drafting.coverage import begun_templates, labels_of, lacking_in
    from reporting.drafting.typefiles import types_of

    try:
        types = types_of(workspace).value
        languages = {each: wanted for each, wanted in languages_of_all(register, types).items() if each != "en"}
        papers = plan(register, types).papers
        more = [*begun_templates(workspace, languages), *unnamed_findings(register, papers)]
        lacking = lacking_in(languages, types, labels_of(workspace, languages), _asked_for(register))
        return (*lacking, *tongue_findings(register, types, papers), *unreviewed_findings(register, papers), *more)
    except EnvironmentFailed:
        raise
    except Failed as failed:
        return failed.problems


def _asked_for(register: Register) -> dict[str, Place]:
    """Where the house or a dialogue asks for each language first; a round is not read for it."""
    records = [(HOUSE, register.house.languages)]
    records += [(f"{each.folder}/dialogue.yaml", each.dialogue.languages) for each in register.series.values()]
    found: dict[str, Place] = {}
    for file, languages in records:
        for at, language in enumerate(languages):
            found.setdefault(language, register.place(file, "languages", at))
    return found


def template_findings(workspace: Folder) -> list[Problem]:
    """What is wrong with templates; those that the program ships were looked at before it was."""
    if not _has_templates(workspace):
        return []
    from reporting.drafting.lint.check import check_templates

    return check_templates(workspace)


def office_findings(workspace: Workspace, register: Register) -> tuple[Problem, ...]:
    """What is wrong with letterheads and names of styles; without either there is nothing to read."""
    if not register.house.word_template and not _has_templates(workspace):
        return ()
    from reporting.build.making.office import offices_of
    from reporting.build.making.theme import theme_of
    from reporting.drafting.typefiles import types_of

    try:
        return offices_of(workspace, register, types_of(workspace).value, theme_of(workspace)).problems
    except EnvironmentFailed:
        raise
    except Failed as failed:
        return failed.problems


def _has_templates(workspace: Workspace) -> bool:
    """Whether the workspace has templates of its own."""
    return isinstance(workspace, Folder) and (workspace.root / "templates").is_dir()


def lines_of(workspace: Workspace) -> Lines:
    """Gives the lines of the files of a workspace, so that a terminal can show the one at fault."""
    known: dict[str, list[str]] = {}

    def lines(path: str) -> list[str]:
        if path not in known:
            known[path] = workspace.read(path).decode(errors="replace").split("\n") if workspace.has(path) else []
        return known[path]

    return lines
