"""Running jobs: warm worker processes behind the interface of `concurrent.futures`.

`Workers` keeps up to N processes, each for one audience at a time; `Here` does the work in this process. Any other
executor that initialises its workers alike, such as one of a cluster, fits in their place.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, TypeVar

from reporting.build.workers.child import Child, Ended, exactly, start_parent, status_of
from reporting.build.workers.limits import CROWDED, DIED, Limits
from reporting.problems import EnvironmentFailed, Failed

Key = TypeVar("Key")
LIMITS = Limits()
"""What one paper may cost; tests set it smaller."""
CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")


class Here(Executor):
    """Work is done at once, in this process and without limits: where processes cannot be forked, and in tests."""

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
        limits: Limits | None = None,
        may_read: Iterable[str] = (),
        **named: Any,
    ) -> None:
        """Starts the warm parent and does not wait for it.

        Args:
            count: how many papers are made at once.
            initializer: gets the warm parent ready; called there with the arguments.
            lane: says of a job whose matter it holds; a process never serves two of them.
            limits: what a job may cost; `LIMITS` where none are given.
            may_read: folders that a worker may read besides the libraries; it can read no other file and write none,
                where the kernel can see to that.
        """
        self._limits, self._lane = limits or LIMITS, lane
        self._lock = threading.Lock()
        self._own = threading.local()
        self._open: set[Child] = set()
        self._is_ready = self._is_closing = False
        self._control, theirs = socket.socketpair()
        self._parent = start_parent(theirs)
        theirs.close()
        self._connection = Connection(os.dup(self._control.fileno()))
        self._connection.send((initializer, arguments, named, self._limits, tuple(may_read)))
        self._threads = ThreadPoolExecutor(max(1, count), thread_name_prefix="worker")

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """As every executor's; the result raises `Failed`, or `EnvironmentFailed` where workers cannot start."""
        try:
            return self._threads.submit(self._run, fn, args, self._lane(*args))
        except RuntimeError:  # no further thread can be started
            raise EnvironmentFailed(CROWDED) from None

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

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Whoever leaves with an error, such as Ctrl-C, waits for no paper.
        self.shutdown(cancel_futures=kind is not None)

    def _run(self, work: Callable[..., Any], arguments: tuple[Any, ...], audience: str) -> Any:
        worker = self._worker_for(audience)
        try:
            failure, value = worker.ask((work, arguments))
        except Ended as ended:
            self._dismiss(worker)
            raise Failed(ended.problem or self._limits.ended(self._status_of(worker))) from None
        if failure is not None:
            self._dismiss(worker)
            raise failure(value)
        return value

    def _worker_for(self, audience: str) -> Child:
        """This thread's worker, another one where it has served another audience."""
        worker: Child | None = getattr(self._own, "worker", None)
        if worker is not None and worker.audience == audience:
            return worker
        if worker is not None:
            self._dismiss(worker)
        worker = self._own.worker = self._forked(audience)
        return worker

    def _dismiss(self, worker: Child) -> None:
        worker.close()
        self._open.discard(worker)
        self._own.worker = None

    def _forked(self, audience: str) -> Child:
        with self._lock:
            if self._is_closing:
                raise EnvironmentFailed(DIED)
            self._await_ready()
            ours, theirs = socket.socketpair()
            try:
                socket.send_fds(self._control, [b"f"], [theirs.fileno()])
                number = int.from_bytes(exactly(self._control, 8), "big")
            except (OSError, EOFError):
                raise EnvironmentFailed(DIED) from None
            finally:
                theirs.close()
            worker = Child(number, Connection(ours.detach()), audience, self._limits)
            self._open.add(worker)
        return worker

    def _status_of(self, worker: Child) -> int | None:
        """How a worker ended; the warm parent knows."""

        def ask(number: int) -> int:
            with self._lock:
                self._control.sendall(b"w" + number.to_bytes(8, "big"))
                return int.from_bytes(exactly(self._control, 8), "big", signed=True)

        try:
            return status_of(ask, worker.number)
        except (OSError, EOFError):
            return None

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


def executor_of(
    count: int,
    initializer: Callable[..., None],
    *arguments: Any,
    lane: Callable[..., str] = lambda *_: "",
    may_read: Iterable[str] = (),
    layout: bool = True,
) -> Executor:
    """The executor that suits this system and the number of papers wanted at once.

    Args:
        count: how many papers are made at once; tests set 0 for this very process, and no command does.
        initializer: gets a process ready for them.
        arguments: what it is called with.
        lane: says of a job whose matter it holds.
        may_read: folders that workers may read besides the libraries.
        layout: whether workers should have the layout engine loaded when they are forked.
    """
    if CAN_FORK and count > 0:
        return Workers(count, initializer, *arguments, lane=lane, may_read=may_read, layout=layout)
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
