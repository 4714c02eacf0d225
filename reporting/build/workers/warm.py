"""The warm parent: a process that has loaded all that papers are made with, and forks a worker whenever one is asked for.

It is started before any record is read, and is given templates and look only. A worker forked from it knows nothing
but the papers it is handed, and these are all for one audience. It has no folder of its own, no open file but its pipe,
nobody who reads what it prints, and, where the kernel can see to it, no right to anything but the libraries.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any

from reporting.build.workers.child import exactly
from reporting.build.workers.fence import enclose, readable
from reporting.build.workers.limits import DEEP, Limits
from reporting.problems import EnvironmentFailed, Failed, Problem

AGAIN = 0.5
"""Seconds after which a job that has used up its time is told so once more, should it have caught the first time."""


class TooSlow(BaseException):
    """The processor time of a job is used up; not an Exception, so that nothing on the way takes it for its own.

    Args:
        problem: what is said of it; that of the limits where nothing is given.
    """

    def __init__(self, problem: Problem | None = None) -> None:
        self.problem = problem
        super().__init__()


def serve(handle: int) -> None:
    """The life of the warm parent: get ready, say so, then fork a worker for each handle that comes in."""
    control = socket.socket(fileno=handle)
    # Whoever started it may have ended while it was loading.
    with contextlib.suppress(OSError, EOFError):
        rules = _ready(Connection(os.dup(handle)))
        if rules:
            _serve_on_demand(control, *rules)
    os._exit(0)


def _serve_on_demand(control: socket.socket, limits: Limits, paths: tuple[str, ...]) -> None:
    """Forks a worker for `f` and a handle, and says for `w` and a number how that worker ended."""
    children: dict[int, int | None] = {}
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        message, handles, _, _ = socket.recv_fds(control, 1, 1)
        if message == b"f":
            _fork(control, handles[0], children, limits, paths)
        elif message == b"w":
            number = int.from_bytes(exactly(control, 8), "big")
            _reap(children)
            status = children.get(number)
            control.sendall((-1 if status is None else status).to_bytes(8, "big", signed=True))
        else:
            break
    for each in [number for number, status in children.items() if status is None]:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(each, signal.SIGKILL)
            os.waitpid(each, 0)


def _fork(
    control: socket.socket, handle: int, children: dict[int, int | None], limits: Limits, paths: tuple[str, ...]
) -> None:
    child = os.fork()
    if child == 0:
        try:
            control.close()
            _live(Connection(handle), limits, paths)
        finally:
            os._exit(1)
    os.close(handle)
    control.sendall(child.to_bytes(8, "big"))
    # A number that the system gives out again is a new worker's.
    children[child] = None
    _reap(children)


def _reap(children: dict[int, int | None]) -> None:
    for number in [number for number, status in children.items() if status is None]:
        try:
            ended, status = os.waitpid(number, os.WNOHANG)
        except ChildProcessError:
            ended, status = number, 0
        if ended:
            children[number] = status


def _ready(connection: Connection) -> tuple[Limits, tuple[str, ...]] | None:
    """Limits and readable folders for the workers, once the initializer has run; None where it has failed."""
    initializer, arguments, named, limits, may_read = connection.recv()
    signal.signal(signal.SIGVTALRM, _too_slow)
    try:
        _limit(limits)
        initializer(*arguments, **named)
    except Failed as failed:
        connection.send((type(failed), failed.problems))
        return None
    except (TooSlow, MemoryError, RecursionError):
        # What could not be got ready is met again by the paper that needs it, and told there.
        pass
    except Exception as error:  # noqa: BLE001 - a sentence with its place, and no trace of calls
        connection.send((EnvironmentFailed, (fault(error, "no paper could be made"),)))
        return None
    finally:
        _unlimit()
    connection.send(None)
    return limits, readable(*may_read)


def _live(connection: Connection, limits: Limits, paths: tuple[str, ...]) -> None:
    """The life of a worker: one job after the other, until nobody asks any more."""
    _silence()
    enclose(paths)
    signal.signal(signal.SIGVTALRM, _too_slow)
    # A broken pipe or a fault of its own ends a worker; whoever waits for it sees the connection end.
    with contextlib.suppress(EOFError, OSError):
        while True:
            work, arguments = connection.recv()
            answer, is_worn = _done(work, arguments, limits)
            connection.send_bytes(_sent(answer, limits))
            if is_worn:
                break
    os._exit(0)


def _silence() -> None:
    """What a library prints may quote a record, and a log is for other eyes than a paper."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1, 2):
        os.dup2(nowhere, handle)
    os.close(nowhere)


def _sent(answer: tuple[type[Failed] | None, Any], limits: Limits) -> Any:
    data = ForkingPickler.dumps(answer)
    return data if len(data) <= limits.size else ForkingPickler.dumps((Failed, (limits.bulky(),)))


def _done(
    work: Callable[..., Any], arguments: tuple[Any, ...], limits: Limits
) -> tuple[tuple[type[Failed] | None, Any], bool]:
    """What the work gave, or the kind of failure and its problems; and whether this process should do no other."""
    try:
        _limit(limits)
        return (None, work(*arguments)), False
    except TooSlow as slow:
        return (Failed, (slow.problem or limits.slow(),)), True
    except MemoryError:
        return (Failed, (limits.large(),)), True
    except RecursionError:
        return (Failed, (DEEP,)), True
    except Failed as failed:
        return (type(failed), failed.problems), False
    except Exception as error:  # noqa: BLE001 - one paper's fault must not be another's; it is told where it arose
        return (Failed, (fault(error),)), True
    finally:
        _unlimit()


def fault(error: BaseException, outcome: str = "could not be made") -> Problem:
    """Our own fault as a problem. The words of the error may quote a record and are left out."""
    place, trace = "", error.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        if f"{os.sep}reporting{os.sep}" in code.co_filename:
            place = f"{code.co_filename.rpartition(f'{os.sep}reporting{os.sep}')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    sentence = f"{outcome} through a fault of the program ({type(error).__name__} at {place or 'a library'})"
    return Problem("B023", sentence, hint="please report this line, with the record if it may be shown")


def _limit(limits: Limits) -> None:
    """Sets what the next job may use up.

    The first clock raises where Python listens; the second one ends a process that is caught in a library.
    """
    import resource

    signal.setitimer(signal.ITIMER_VIRTUAL, limits.cpu, AGAIN)
    signal.setitimer(signal.ITIMER_PROF, limits.cpu + limits.grace)
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, limits.size),
        (resource.RLIMIT_NOFILE, limits.files),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard < 0 else min(most, hard), hard))


@contextlib.contextmanager
def within(seconds: float, problem: Problem) -> Iterator[None]:
    """A part of a job that has so much processor time and no more, where the whole job has a limit.

    Raises:
        TooSlow: it is used up, with the problem.
    """
    left = signal.getitimer(signal.ITIMER_VIRTUAL)[0] if hasattr(signal, "getitimer") else 0.0
    if left <= seconds:  # no worker, or one that has no more than that
        yield
        return
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    except TooSlow:
        raise TooSlow(problem) from None
    finally:
        used = seconds - signal.getitimer(signal.ITIMER_VIRTUAL)[0]
        signal.setitimer(signal.ITIMER_VIRTUAL, left - used, AGAIN)


def _unlimit() -> None:
    """Sending an answer must not fail for want of what the job used up."""
    import resource

    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.setitimer(signal.ITIMER_PROF, 0)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _too_slow(number: int, frame: object) -> None:
    raise TooSlow


if __name__ == "__main__":
    serve(int(sys.argv[1]))
