"""Running jobs: warm worker processes behind the interface of `concurrent.futures`.

`Workers` keeps up to N processes, each for one audience at a time; `Here` does the work in this process. Any other
executor that initialises its workers alike, such as one of a cluster, fits in their place.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from reporting.problems import EnvironmentFailed, Failed, Problem

Key = TypeVar("Key")
WALL_SECONDS = 300.0
CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")
STALLED = Problem("B020", f"was not done after {WALL_SECONDS:.0f} seconds and was given up")
DIED = Problem(
    "B024",
    "the process that made it ended before it was done",
    hint="was it ended from outside, or did the machine run out of memory? build again; `reporting doctor` looks closer",
)


class Here(Executor):
    """Work is done at once, in this process: where processes cannot be forked, and in tests."""

    def __init__(self, initializer: Callable[..., None], *arguments: Any, **named: Any) -> None:
        self._prepare: Callable[[], None] | None = lambda: initializer(*arguments, **named)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            if self._prepare:
                self._prepare()
                self._prepare = None
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whoever asks for the result gets it
            future.set_exception(error)
        return future


class Workers(Executor):
    """Up to `count` warm processes. A worker that fails, stalls or has served another audience is replaced."""

    def __init__(
        self,
        count: int,
        initializer: Callable[..., None],
        *arguments: Any,
        lane: Callable[..., str] = lambda *_: "",
        wall: float = WALL_SECONDS,
        **named: Any,
    ) -> None:
        """Starts the warm parent and does not wait for it.

        Args:
            count: how many papers are made at once.
            initializer: gets the warm parent ready; called there with the arguments.
            lane: says of a job whose matter it holds; a process never serves two of them.
            wall: seconds that a job may take.
        """
        self._wall, self._lane = wall, lane
        self._lock = threading.Lock()
        self._own = threading.local()
        self._open: set[_Worker] = set()
        self._is_ready = self._is_closing = False
        self._control, theirs = socket.socketpair()
        self._parent = _started(theirs)
        theirs.close()
        self._connection = Connection(os.dup(self._control.fileno()))
        self._connection.send((initializer, arguments, named))
        self._threads = ThreadPoolExecutor(max(1, count), thread_name_prefix="worker")

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """As every executor's; the result raises `Failed`, or `EnvironmentFailed` where workers cannot start."""
        return self._threads.submit(self._run, fn, args, self._lane(*args))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - theirs
        if cancel_futures:
            # Without its parent no further worker can be forked, and whoever waits for one learns it at once.
            self._parent.kill()
            with self._lock:
                self._is_closing = True
                for worker in list(self._open):
                    worker.kill()
        self._threads.shutdown(wait, cancel_futures=cancel_futures)
        for worker in list(self._open):
            worker.close()
        self._connection.close()
        self._control.close()
        if self._is_ready:
            # It ends its workers when nobody listens any more.
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._parent.wait(timeout=5)
        self._parent.kill()
        self._parent.wait()

    def _run(self, work: Callable[..., Any], arguments: tuple[Any, ...], audience: str) -> Any:
        worker = self._worker_for(audience)
        try:
            failure, value = worker.ask((work, arguments), self._wall)
        except _Ended as ended:
            self._dismiss(worker)
            raise Failed(ended.problem) from None
        if failure is not None:
            self._dismiss(worker)
            raise failure(value)
        return value

    def _worker_for(self, audience: str) -> _Worker:
        """This thread's worker, another one where it has served another audience."""
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is not None and worker.audience == audience:
            return worker
        if worker is not None:
            self._dismiss(worker)
        worker = self._own.worker = self._forked(audience)
        return worker

    def _dismiss(self, worker: _Worker) -> None:
        worker.close()
        self._open.discard(worker)
        self._own.worker = None

    def _forked(self, audience: str) -> _Worker:
        with self._lock:
            if self._is_closing:
                raise EnvironmentFailed(DIED)
            self._await_ready()
            ours, theirs = socket.socketpair()
            try:
                socket.send_fds(self._control, [b"f"], [theirs.fileno()])
                number = int.from_bytes(_exactly(self._control, 8), "big")
            except (OSError, EOFError):
                raise EnvironmentFailed(DIED) from None
            finally:
                theirs.close()
            worker = _Worker(number, Connection(ours.detach()), audience)
            self._open.add(worker)
        return worker

    def _await_ready(self) -> None:
        if self._is_ready:
            return
        try:
            failure = self._connection.recv()
        except (EOFError, OSError):
            raise EnvironmentFailed(DIED) from None
        if failure is not None:
            kind, problems = failure
            raise kind(problems)
        self._is_ready = True


class _Ended(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.sentence)


class _Worker:
    """One worker process as seen from here."""

    def __init__(self, number: int, connection: Connection, audience: str) -> None:
        self.number = number
        self.connection = connection
        self.audience = audience

    def ask(self, message: Any, wall: float) -> tuple[type[Failed] | None, Any]:
        try:
            self.connection.send(message)
            if not self.connection.poll(wall):
                self.kill()
                raise _Ended(STALLED)
            answer: tuple[type[Failed] | None, Any] = self.connection.recv()
        except (EOFError, OSError):
            raise _Ended(DIED) from None
        return answer

    def kill(self) -> None:
        # Its parent reaps it only when it is asked for the next one, so the number is still this worker's.
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.number, signal.SIGKILL)

    def close(self) -> None:
        self.connection.close()


def executor_of(
    count: int,
    initializer: Callable[..., None],
    *arguments: Any,
    lane: Callable[..., str] = lambda *_: "",
    layout: bool = True,
) -> Executor:
    """The executor that suits this system and the number of papers wanted at once; 0 for this very process.

    Args:
        count: how many papers are made at once.
        initializer: gets a process ready for them.
        arguments: what it is called with.
        lane: says of a job whose matter it holds.
        layout: whether workers should have the layout engine loaded when they are forked.
    """
    if CAN_FORK and count > 0:
        return Workers(count, initializer, *arguments, lane=lane, layout=layout)
    return Here(initializer, *arguments, layout=False)


def each_done(
    executor: Executor, work: Callable[..., Any], jobs: Iterable[tuple[Key, Any]], window: int
) -> Iterator[tuple[Key, Future[Any]]]:
    """Submits jobs and gives each future when it is done; at most `window` are under way, so that memory stays flat.

    Args:
        executor: who works.
        work: what is done with each job.
        jobs: each with its key.
        window: how many may be submitted and not yet taken.
    """
    waiting: dict[Future[Any], Key] = {}
    source = iter(jobs)
    is_more = True
    while is_more or waiting:
        while is_more and len(waiting) < window:
            try:
                key, job = next(source)
            except StopIteration:
                is_more = False
                break
            waiting[executor.submit(work, job)] = key
        done, _ = wait(waiting, return_when=FIRST_COMPLETED) if waiting else (set(), None)
        for future in sorted(done, key=lambda each: list(waiting).index(each)):
            yield waiting.pop(future), future


def _started(control: socket.socket) -> subprocess.Popen[bytes]:
    """The warm parent, with our own path to modules, apart from the terminal's Ctrl-C."""
    program = (
        f"import sys; sys.path[:] = {sys.path!r}; from reporting.build.warm import serve; serve({control.fileno()})"
    )
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program], pass_fds=[control.fileno()], stdin=subprocess.DEVNULL, start_new_session=True
    )


def _exactly(control: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        more = control.recv(size - len(data))
        if not more:
            raise EOFError
        data += more
    return data
