"""`reporting build`: every paper that is stale is made."""

from __future__ import annotations

import datetime
import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import click

from reporting.build.copies import MOST, format_of
from reporting.build.fresh.once import OUTPUT, all_fresh
from reporting.build.planning.report import Order, Outcome, Report, Status, Unknown
from reporting.build.planning.selection import Selection
from reporting.cli.call import Call, on_option, today
from reporting.cli.options import several_option
from reporting.cli.printing import FORMATS as MESSAGES
from reporting.cli.printing import write_problems
from reporting.problems import merged

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar


AUDIENCES = ("public", "partners", "internal", "restricted")
FORMATS = ("pdf", "docx", "html", "txt")
FEW = 12
"""Papers that are named on a terminal, below the bar; of more, only those that failed."""


@click.command()
@click.argument("rounds", metavar="[DIALOGUE[/ROUND]]...", nargs=-1)
@several_option("--type", "types", "Only this document type, such as press-release.", metavar="TYPE")
@several_option("--audience", "audiences", "Only papers for these.", allowed=AUDIENCES)
@several_option("--language", "languages", "Only this language, such as en.", metavar="LANGUAGE")
@several_option("--voice", "voices", "Only papers in this voice: own, joint, host, counterpart.", metavar="VOICE")
@several_option("--format", "formats", "Only this format.", allowed=FORMATS)
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Papers made at once; left out, as many as there are cores."
)
@click.option("--force", is_flag=True, help="Make fresh papers too.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Say what would be made and why, and write nothing.")
@click.option(
    "--copies",
    type=click.IntRange(0, MOST),
    default=0,
    metavar="N",
    help="Make N numbered copies of each restricted paper besides.",
)
@on_option
@click.option("--no-prune", "keep", is_flag=True, help="Keep papers whose record or type is gone.")
@click.option("--messages", "form", type=click.Choice(MESSAGES), default="human", help="How findings are printed.")
@click.pass_obj
def build(
    call: Call,
    rounds: tuple[str, ...],
    types: tuple[str, ...],
    audiences: tuple[str, ...],
    languages: tuple[str, ...],
    voices: tuple[str, ...],
    formats: tuple[str, ...],
    jobs: int | None,
    force: bool,
    is_dry: bool,
    copies: int,
    on: datetime.date | None,
    keep: bool,
    form: str,
) -> int:
    """Make the papers that are stale, all of them or those of a DIALOGUE or one ROUND.

    Papers go to output/AUDIENCE/DIALOGUE/ROUND/TYPE.LANGUAGE.FORMAT, those in another voice than the house's own to
    TYPE.VOICE.LANGUAGE.FORMAT, such as press-release.host.en.pdf. A paper that cannot be made keeps its last good
    set and keeps no other from being made. Options that name what is wanted may be repeated, or take several values
    with commas: `--format pdf,txt`.

    Numbered copies lie beside their paper as TYPE.LANGUAGE.copy-01.pdf and so on, each with its number on the first
    page and in the footer. When the paper changes they are taken away, with a warning.
    """
    selection = Selection(
        frozenset(each.strip("/") for each in rounds),
        frozenset(types),
        frozenset(audiences),
        frozenset(languages),
        frozenset(formats),
        frozenset(voices),
    )
    order = Order(selection, on, today(None, None), cores() if jobs is None else jobs, force, is_dry, not keep, copies)
    started = time.perf_counter()
    report = _built(call, order, form)
    click.echo(closing_line(report, time.perf_counter() - started), err=True)
    return 0 if report.is_sound else 1


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def closing_line(report: Report, seconds: float) -> str:
    """The build in one line: `12 papers: 8 made, 3 fresh, 1 failed; 32 files in 4.1 s`."""
    counts = report.counts
    papers = sum(number for status, number in counts.items() if status is not Status.REMOVED)
    told = ", ".join(f"{number:,} {status}" for status, number in counts.items())
    noun = "paper" if papers == 1 else "papers"
    files = f"{report.files:,} file{'' if report.files == 1 else 's'}"
    return f"{papers:,} {noun}{': ' if told else ''}{told}; {files} in {seconds:.1f} s"


def _built(call: Call, order: Order, form: str) -> Report:
    workspace = call.workspace()
    report = all_fresh(workspace, order)
    if report is None:
        from reporting.build.walk import build as walk

        with Screen(order) as screen:
            try:
                report = walk(workspace, order, screen)
            except Unknown as unknown:
                problem = unknown.problems[0]
                raise click.UsageError(f"{problem.sentence}; {problem.hint}") from None
    problems = merged([*report.problems, *(problem for each in report.outcomes for problem in each.problems)])
    write_problems(problems, sys.stderr, form=form)
    return report


class Screen:
    """What is seen while papers are made: a bar on a terminal, then the papers; a line for each paper elsewhere."""

    def __init__(self, order: Order) -> None:
        self.is_dry = order.is_dry
        self.has_bar = sys.stderr.isatty() and not order.is_dry
        self._bar: ProgressBar[Any] | None = None
        self._told: list[Outcome] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        if self._bar is not None:
            self._bar.render_finish()
        for outcome in worth_telling(self._told):
            click.echo("\n".join(lines_of(outcome)))

    def wait(self) -> None:
        click.echo("another build of this workspace is running; waiting for it to end", err=True)

    def begin(self, papers: int) -> None:
        if self.has_bar:
            self._bar = click.progressbar(length=papers, label="papers", file=sys.stderr, show_pos=True)
            self._bar.render_progress()

    def tell(self, outcome: Outcome) -> None:
        if self._bar is not None:
            # Papers that wait for a record are told as well, and were never counted.
            is_counted = outcome.status is not Status.REMOVED and self._bar.pos < (self._bar.length or 0)
            self._bar.update(int(is_counted))
            self._told.append(outcome)
            return
        for line in lines_of(outcome):
            click.echo(line)
        sys.stdout.flush()


def worth_telling(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The papers named below the bar: all but the fresh while they are few, so that one sees where a paper lies."""
    told = sorted((each for each in outcomes if each.status is not Status.FRESH), key=lambda each: each.name)
    return told if len(told) <= FEW else [each for each in told if each.status is Status.FAILED]


def lines_of(outcome: Outcome) -> list[str]:
    """A paper as a line of the log; nothing for a fresh one."""
    if outcome.status is Status.FRESH:
        return []
    files = [each for each in outcome.formats if format_of(each) == each]
    copies = [each for each in outcome.formats if format_of(each) != each]
    files += [f"{copies[0]}…{copies[-1]}"] if len(copies) > 1 else copies
    told = ",".join(files)
    name = f"{OUTPUT}/{outcome.name}" + (f".{told}" if len(files) == 1 else f".{{{told}}}" if told else "")
    pages = f"{outcome.pages} page{'' if outcome.pages == 1 else 's'}; " if outcome.pages else ""
    why = outcome.reason or "see below"
    seconds = f" {outcome.seconds:.2f} s" if outcome.seconds else ""
    return [f"{outcome.status} {name} ({pages}{why}){seconds}"]
