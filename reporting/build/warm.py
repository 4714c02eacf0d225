"""The warm parent: a process that has loaded all that papers are made with, and forks a worker whenever one is asked for.

It is started before any record is read, and is given templates and look only. A worker forked from it knows nothing
but the papers it is handed, and these are all for one audience.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from reporting.problems import Failed, Problem

CPU_SECONDS = 120
MEMORY = 4 << 30
SLOW = Problem("B021", f"took more than {CPU_SECONDS} seconds of processor time and was given up")
LARGE = Problem("B022", f"needs more than {MEMORY >> 30} GiB of memory and was given up")


class TooSlow(BaseException):
    """The processor time of a job is used up; not an Exception, so that nothing on the way takes it for its own."""


def serve(handle: int) -> None:
    """The life of the warm parent: get ready, say so, then fork a worker for each handle that comes in."""
    control = socket.socket(fileno=handle)
    # Whoever started it may have ended while it was loading.
    with contextlib.suppress(OSError):
        if _ready(Connection(os.dup(handle))):
            _fork_on_demand(control)
    os._exit(0)


def _fork_on_demand(control: socket.socket) -> None:
    children: set[int] = set()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        message, handles, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            break
        child = os.fork()
        if child == 0:
            control.close()
            _live(Connection(handles[0]))
        os.close(handles[0])
        control.sendall(child.to_bytes(8, "big"))
        children = {each for each in (*children, child) if _is_alive(each)}
    for each in children:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(each, signal.SIGKILL)
            os.waitpid(each, 0)


def _ready(connection: Connection) -> bool:
    try:
        initializer, arguments, named = connection.recv()
        initializer(*arguments, **named)
    except Failed as failed:
        connection.send((type(failed), failed.problems))
        return False
    except EOFError:
        return False
    connection.send(None)
    return True


def _is_alive(child: int) -> bool:
    try:
        return os.waitpid(child, os.WNOHANG)[0] == 0
    except ChildProcessError:
        return False


def _live(connection: Connection) -> None:
    """The life of a worker: one job after the other, until nobody asks any more."""
    signal.signal(signal.SIGXCPU, _too_slow)
    # A broken pipe or a fault of its own ends a worker; whoever waits for it sees the connection end.
    with contextlib.suppress(EOFError, OSError):
        while True:
            work, arguments = connection.recv()
            answer, is_worn = _done(work, arguments)
            connection.send(answer)
            if is_worn:
                break
    os._exit(0)


def _done(work: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[tuple[type[Failed] | None, Any], bool]:
    """What the work gave, or the kind of failure and its problems; and whether this process should do no other."""
    try:
        _limit()
        return (None, work(*arguments)), False
    except TooSlow:
        return (Failed, (SLOW,)), True
    except MemoryError:
        return (Failed, (LARGE,)), True
    except Failed as failed:
        return (type(failed), failed.problems), False
    except Exception as error:  # noqa: BLE001 - one paper's fault must not be another's; it is told where it arose
        return (Failed, (fault(error),)), True
    finally:
        _unlimit()


def fault(error: BaseException) -> Problem:
    """Our own fault as a problem. The words of the error may quote a record and are left out."""
    place, trace = "", error.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        if f"{os.sep}reporting{os.sep}" in code.co_filename:
            place = f"{code.co_filename.rpartition(f'{os.sep}reporting{os.sep}')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    sentence = f"could not be made through a fault of the program ({type(error).__name__} at {place or 'a library'})"
    return Problem("B023", sentence, hint="please report this line, with the record if it may be shown")


def _limit() -> None:
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds if hard < 0 else min(seconds, hard), hard))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard < 0 else min(MEMORY, hard), hard))


def _unlimit() -> None:
    """Sending an answer must not fail for want of what the job used up."""
    import resource

    for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (hard, hard))


def _too_slow(number: int, frame: object) -> None:
    raise TooSlow


if __name__ == "__main__":
    serve(int(sys.argv[1]))
