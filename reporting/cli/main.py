"""The command line: the table of commands, and the last handler of everything that goes wrong.

A command is a click command in a file of this folder and a row of `ROWS`.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reporting.cli.call import Call
from reporting.cli.lazy import LazyGroup, Row
from reporting.cli.outside import end_of_listening, listen, open_streams
from reporting.problems import EnvironmentFailed, Failed, Place, Problem, Stopped, interruption_behind

DONE, PROBLEMS, USAGE, ENVIRONMENT, REFUSED, NOT_VERIFIED, FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 5, 70, 130
"""How a run may end; a closed pipe ends it quietly as PROBLEMS, a signal as SIGNALLED and its number."""
SIGNALLED = 128
MEMORY = "end other programs, or let this one have more of it (`ulimit -v`), and try again"

ROWS: dict[str, Row] = {
    "init": Row("reporting.cli.init", "init", "Make a workspace with a small dialogue that builds at once."),
    "new": Row("reporting.cli.new", "new", "Begin the next round, or a document type."),
    "check": Row("reporting.cli.check", "check", "Say everything that is wrong with records and templates."),
    "build": Row("reporting.cli.build", "build", "Make the papers that are stale."),
    "list": Row("reporting.cli.list", "list_", "List all papers and how they stand."),
    "show": Row("reporting.cli.show", "show", "Show one round, or one paper and what it was made from."),
    "translated": Row("reporting.cli.translated", "translated", "Say that somebody has looked at translations."),
    "release": Row("reporting.cli.release", "release", "Look at the papers of a round once more, and let them leave."),
    "archive": Row("reporting.cli.archive", "archive", "Close a round: papers and what they were made from, for good."),
    "verify": Row("reporting.cli.verify", "verify", "Say whether something archived is as it was."),
    "explain": Row("reporting.cli.explain", "explain", "Tell what a problem's code means and how to mend it."),
    "schema": Row("reporting.cli.schema", "schema", "Write JSON Schema for editors to data/schema/."),
    "doctor": Row("reporting.cli.doctor", "doctor", "Look at what papers need on this machine."),
}


@click.group(cls=LazyGroup, rows=ROWS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The workspace; left out, the folder you are in or one above it.",
)
@click.option("--debug", is_flag=True, help="Show where in the program a fault happened.")
@click.version_option(package_name="dialogue-reporting", prog_name="reporting")
@click.pass_context
def reporting(context: click.Context, root: Path | None, debug: bool) -> None:
    """Make press releases, joint statements and briefing packs from the records of a dialogue."""
    context.obj = Call(root, debug)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    open_streams()
    listen()
    code = run(sys.argv[1:] if arguments is None else arguments)
    end_of_listening()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; whatever goes wrong is said on standard error."""
    # Plugins of pydantic could look into records, and to look for them takes a tenth of a start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = reporting.main(list(arguments), prog_name="reporting", standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, click.exceptions.Abort):
        return INTERRUPTED
    except Stopped as stopped:
        return _stopped(stopped.number)
    except Exception as error:  # noqa: BLE001 - the last handler: no traceback for a user
        # Ctrl-C can make a cleanup fail; then it is still Ctrl-C that ended the run.
        match interruption_behind(error):
            case None:
                try:
                    return _ended(error, arguments)
                except OSError:  # nobody hears why any more
                    return ENVIRONMENT
            case Stopped(number=number):
                return _stopped(number)
            case _:
                return INTERRUPTED
    return code if isinstance(code, int) else DONE


def _stopped(number: int) -> int:
    with contextlib.suppress(OSError):  # the terminal may be what has gone
        click.echo(f"reporting: ended by {signal.Signals(number).name}; no file is half written", err=True)
    return SIGNALLED + number


def _ended(error: Exception, arguments: Sequence[str]) -> int:
    """Say what ended a run, and give its exit code."""
    match error:
        case Failed():
            return _failed(error)
        case click.ClickException():
            error.show()
            return error.exit_code
        case MemoryError():
            # Said without loading anything more.
            click.echo(f"error: there is not enough memory [E005]\n  hint: {MEMORY}", err=True)
            return ENVIRONMENT
        case BrokenPipeError():
            return _closed_pipe()
        case OSError():
            return _failed(refused_by_system(error))
        case _:
            return _fault(error, arguments)


def _failed(failed: Failed) -> int:
    from reporting.cli.printing import summary, write_problems

    write_problems(failed.problems, sys.stderr)
    if len(failed.problems) > 1:
        click.echo(summary(failed.problems), err=True)
    if isinstance(failed, EnvironmentFailed):
        return ENVIRONMENT
    codes = {problem.code for problem in failed.problems if problem.is_error}
    return REFUSED if codes and codes <= GUARDS else PROBLEMS


GUARDS: frozenset[str] = frozenset({"L015"})
"""Codes of guards (leak, embargo, clearance): a run that only they stopped was refused."""


def refused_by_system(error: OSError) -> EnvironmentFailed:
    """What the system refused, such as writing to a full disk, as a problem."""
    reason = (error.strerror or type(error).__name__).lower()
    if _is_of_the_answer(error):
        hint = "send it elsewhere; what the command had done by then stands, and doing it again does no harm"
        return EnvironmentFailed(Problem("E004", f"the answer cannot be written: {reason}", hint=hint))
    place = Place(str(error.filename)) if error.filename else None
    hint = "look at the rights, and at the room on the disk that it lies on, and try again"
    return EnvironmentFailed(Problem("E004", f"the system refuses: {reason}", place, hint))


def _is_of_the_answer(error: OSError) -> bool:
    """Whether printing failed, and not what the command was there for."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return error.filename is None and trace is not None and trace.tb_frame.f_code.co_name in ("echo", "run")


def _closed_pipe() -> int:
    """The reader of our output has gone, as `| head` does; nothing is left to say."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PROBLEMS


def _fault(error: Exception, arguments: Sequence[str]) -> int:
    if "--debug" in arguments:
        _write_trace(error)
    click.echo(
        f"reporting: this is a fault of the program, not of your records: {type(error).__name__} at {_where(error)}\n"
        f"  please report this line with the version ({_version()}) and the command, and the record if it may be "
        "shown; --debug before the command shows more",
        err=True,
    )
    return FAULT


def _write_trace(error: BaseException) -> None:
    """The calls that led to an error. Its words may quote a record, so that they are for a terminal only."""
    import traceback

    if sys.stderr.isatty():
        traceback.print_exception(error)
        return
    if before := error.__cause__ or (None if error.__suppress_context__ else error.__context__):
        _write_trace(before)
    calls = "".join(traceback.format_tb(error.__traceback__))
    click.echo(f"Traceback, its words left out since this is no terminal:\n{calls}{type(error).__name__}", err=True)


def _where(error: Exception) -> str:
    """The last place inside this package; the error's own words may quote a record and are not printed."""
    place, trace = "an unknown place", error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if f"{os.sep}reporting{os.sep}" in file:
            place = f"{file.rpartition(f'{os.sep}reporting{os.sep}')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dialogue-reporting")
    except PackageNotFoundError:
        return "unknown version"
