"""A worker process as seen from the build: started without a hint of the workspace, asked through a pipe, never trusted."""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from reporting.build.workers.limits import Limits
from reporting.problems import Failed, Problem

KEPT: tuple[str, ...] = (
    "PATH",
    "HOME",
    "LANG",
    "LANGUAGE",
    "TZ",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SOURCE_DATE_EPOCH",
    "XDG_CACHE_HOME",
)
KEPT += ("SYSTEMROOT", "LOCALAPPDATA")
KEPT_BEGINNINGS = ("LC_", "LD_", "DYLD_", "PYTHON", "FONTCONFIG_", "REPORTING_")
"""Variables of the environment that a worker is told; the folder one works in and the user's name are none of them."""
EASILY = 0.3
"""Seconds that the system is given to say how a worker ended."""


class Ended(Exception):
    """A worker has ended, or was ended, before its job was done."""

    def __init__(self, problem: Problem | None = None) -> None:
        self.problem = problem
        super().__init__(problem.sentence if problem else "")


class Child:
    """One worker process."""

    def __init__(self, number: int, connection: Connection, audience: str, limits: Limits) -> None:
        self.number = number
        self.connection = connection
        self.audience = audience
        self.limits = limits

    def ask(self, message: Any) -> tuple[type[Failed] | None, Any]:
        """What the worker answers.

        Raises:
            Ended: it took too long [B020], or its process ended; then without a problem, which the warm parent knows.
        """
        try:
            self.connection.send(message)
            if not self.connection.poll(self.limits.wall):
                self.kill()
                raise Ended(self.limits.stalled())
            answer: tuple[type[Failed] | None, Any] = _Answer(io.BytesIO(self.connection.recv_bytes())).load()
        except (EOFError, OSError):
            raise Ended from None
        return answer

    def kill(self) -> None:
        # Its parent reaps it only when it is asked for the next one, so the number is still this worker's.
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.number, signal.SIGKILL)

    def close(self) -> None:
        self.connection.close()


class _Answer(pickle.Unpickler):
    """Values only. A worker has read what others wrote, so whatever it sends makes values here and calls nothing."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in {("datetime", "date"), ("datetime", "datetime")}:
            return {"date": date, "datetime": datetime}[name]
        if (module, name) == ("builtins", "getattr"):  # how Python up to 3.11.3 writes a member of an Enum
            return _member
        if module.partition(".")[0] == "reporting" and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, (Enum, Failed))):
                return found
        raise EOFError(f"a worker answers with values, and {name} is none")


def _member(kind: Any, name: str) -> Enum:
    """A member of one of our own enumerations, and nothing else that `getattr` could reach."""
    if isinstance(kind, type) and issubclass(kind, Enum) and name in kind.__members__:
        return kind[name]
    raise EOFError("a worker answers with values, and this is none")


def start_parent(control: socket.socket) -> subprocess.Popen[bytes]:
    """Starts the warm parent, apart from the terminal's Ctrl-C, in no folder in particular."""
    program = f"import sys; sys.path[:] = {_paths()!r}; from reporting.build.workers.warm import serve; serve({control.fileno()})"
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program],
        pass_fds=[control.fileno()],
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        cwd="/",
        env={name: value for name, value in os.environ.items() if name in KEPT or name.startswith(KEPT_BEGINNINGS)},
    )


def _paths() -> list[str]:
    """Our own path to modules, without the folder that one happens to be in."""
    here = Path.cwd()
    absolute = [here / each for each in sys.path]
    return [str(each) for each in absolute if each != here or (each / "reporting" / "__init__.py").is_file()]


def status_of(ask: Callable[[int], int], number: int) -> int | None:
    """How a worker ended, as `os.waitpid` says; None where it has not ended yet.

    Args:
        ask: asks the warm parent; -1 means that it has not ended.
        number: of its process.
    """
    until = time.monotonic() + EASILY
    while (status := ask(number)) < 0 and time.monotonic() < until:
        time.sleep(0.01)
    return status if status >= 0 else None


def exactly(control: socket.socket, size: int) -> bytes:
    """So many bytes.

    Raises:
        EOFError: the other side has ended.
    """
    data = b""
    while len(data) < size:
        more = control.recv(size - len(data))
        if not more:
            raise EOFError
        data += more
    return data
