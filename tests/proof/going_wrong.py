"""Commands that put files somewhere, run while one call of the system goes wrong, and what is left then."""

from __future__ import annotations

import errno
import fcntl
import io
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Final, Protocol

import pytest

from reporting.build.output import sets
from reporting.cli.call import Call
from reporting.cli.main import DONE, ENVIRONMENT, INTERRUPTED, run
from reporting.records.reading.reader import read_yaml
from reporting.release import handing
from reporting.workspace import Folder
from tests.archive.killing import found as found_in_archive
from tests.archive.support import SECOND_ROUND, office
from tests.build.killing import both, found, say
from tests.release.test_gate import OVERRIDE
from tests.support.failing import CALLS, REASONS, Wrong, each_time
from tests.support.starter import FIRST, built, bytes_of, change, small_workspace

PLACES: Final[tuple[tuple[ModuleType, str], ...]] = (
    *((os, name) for name in (*CALLS, "scandir", "lstat", "listdir")),
    *((fcntl, "flock"), (io, "open"), (shutil, "copy2"), (sets, "exchange"), (handing, "exchange")),
)
"""Where calls go wrong; `exchange` is renameat2."""
ROUND: Final = "lake-dialogue/01-port-orla"


class Victim(Protocol):
    """A command that is run again and again, with something to do each time."""

    @property
    def arguments(self) -> tuple[str, ...]:
        """The command line."""

    def turn(self, number: int) -> None:
        """Sees to it that the run of this number has something to do."""

    def found(self, *, is_done: bool) -> Iterator[str]:
        """What is wrong with what lies there now; where the run was told as done, also whatever is not new."""

    def found_at_rest(self) -> Iterator[str]:
        """What is wrong after one more run, undisturbed."""


class Builds:
    """Builds that turn between two records."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.workspace, self.which = small_workspace(folder), 0
        _use(self.workspace, patch)
        self.sets, _ = both(self.workspace)
        self.arguments = ("build", "--jobs", "1", "--force")

    def turn(self, number: int) -> None:
        self.which = number % 2
        say(self.workspace, self.which)

    def found(self, *, is_done: bool) -> Iterator[str]:
        yield from found(self.workspace, [self.sets[self.which]] if is_done else self.sets)

    def found_at_rest(self) -> Iterator[str]:
        run(self.arguments)
        yield from found(self.workspace, [self.sets[self.which]], at_rest=True)


class Releases:
    """Releases of one of two sets against a refusal, each of them a line in the history of the round."""

    arguments = ("release", ROUND, *OVERRIDE)

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.workspace, self.which = small_workspace(folder), 0
        _use(self.workspace, patch)
        change(
            self.workspace,
            "templates/notice/type.yaml",
            "audience: public",
            "audience: public\nclearances: [spokesperson]",
        )
        self.root = self.workspace.root
        self.ready: list[Path] = []
        for which in (0, 1):
            say(self.workspace, which)
            built(self.workspace)
            self.ready.append(Path(shutil.copytree(self.root, folder / f"ready-{which}")))
        self.sets = [bytes_of(each / "output/public" / ROUND) for each in self.ready]
        assert run(self.arguments) == DONE
        self.old = self.root / "output/released"

    def turn(self, number: int) -> None:
        """The papers of the one kind, while those of the other kind are out."""
        self.which = number % 2
        released = shutil.copytree(self.old, self.root.parent / "released", dirs_exist_ok=True)
        shutil.rmtree(self.root)
        shutil.copytree(self.ready[self.which], self.root)
        shutil.copytree(released, self.old)

    def found(self, *, is_done: bool) -> Iterator[str]:
        lies_there = bytes_of(self.old / ROUND / "public")
        if lies_there not in ([self.sets[self.which]] if is_done else self.sets):
            yield f"what is released is neither of the two sets: {sorted(lies_there)}"
        path = self.root / FIRST / "release.yaml"
        history = _history(path) if path.exists() else 0
        if history != 1 and (is_done or history is None):
            yield f"the history has {history} entries"

    def found_at_rest(self) -> Iterator[str]:
        self.turn(0)
        run(self.arguments)
        yield from self.found(is_done=True)
        yield from (f"{path.name} was left" for path in self.old.rglob(".tmp-*"))


class Closings:
    """A round that is closed into an archive of its own each time."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.office = office(folder)
        _use(self.office.workspace, patch)
        built(self.office.workspace)
        self.arguments = ("archive", SECOND_ROUND, "--jobs", "1")

    def turn(self, number: int) -> None:
        shutil.rmtree(self.office.archive, ignore_errors=True)

    def found(self, *, is_done: bool) -> Iterator[str]:
        yield from found_in_archive(self.office.archive, at_rest=is_done)
        if is_done and not list(self.office.archive.glob("*/*/*/*")):
            yield "nothing lies in the archive"

    def found_at_rest(self) -> Iterator[str]:
        run(self.arguments)
        yield from self.found(is_done=True)


VICTIMS: Final[Mapping[str, Callable[[Path, pytest.MonkeyPatch], Victim]]] = {
    "build": Builds,
    "release": Releases,
    "archive": Closings,
}
WRONG: Final[dict[str, tuple[tuple[int | None, ...], int]]] = {
    "refused": (REASONS, ENVIRONMENT),
    "ctrl-c": ((None,), INTERRUPTED),
}
"""What goes wrong: the reasons, and the exit code that is due."""


def faults(
    victim: Victim,
    patch: pytest.MonkeyPatch,
    capture: pytest.CaptureFixture[str],
    *,
    wrong: str,
    step: int,
) -> tuple[int, list[str]]:
    """Runs the command with each call going wrong; gives how often one did, and what was amiss then."""
    tried, amiss = 0, []
    reasons, code = WRONG[wrong]
    for owner, name in PLACES:
        for call in each_time(name, owner, step=step, reasons=reasons):
            victim.turn(tried)
            capture.readouterr()
            with call.under_way(patch):
                ended = run(victim.arguments)
            told = capture.readouterr().err
            is_done = ended == DONE
            amiss += [f"{name} {call.at}: {each}" for each in victim.found(is_done=is_done)]
            if not is_done and (ended != code or not _is_said(told, call)):
                amiss.append(f"{name} {call.at} ends with {ended}: {told}")
            tried += call.was_made
    return tried, amiss


def _is_said(told: str, call: Wrong) -> bool:
    """One line with the reason, or none after Ctrl-C."""
    if call.reason is None:
        return not told.strip()
    # `shutil.rmtree` closes a folder once more that could not be closed, and answers as if that had been the fault.
    reasons = (call.reason, errno.EBADF) if call.call == "close" else (call.reason,)
    return told.count("error: ") == 1 and any(os.strerror(each).lower() in told.splitlines()[0] for each in reasons)


def _use(workspace: Folder, patch: pytest.MonkeyPatch) -> None:
    """Lets every command work on this workspace, with the few templates that it brings along."""
    patch.setattr(Call, "workspace", lambda call: Folder(workspace.root, workspace.shipped))


def _history(path: Path) -> int | None:
    """How many entries the history of a round has; None where the file is torn."""
    read = read_yaml(path.read_bytes(), path.name)
    history = read.value["history"] if read.is_sound and isinstance(read.value, dict) else None
    return len(history) if isinstance(history, list) else None
