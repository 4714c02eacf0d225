"""Calls of the system that go wrong at their n-th time: what is common to tests of builds, of releases and of the archive."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import Final

import pytest

CALLS: Final = ("open", "write", "fsync", "close", "replace", "rename", "link", "mkdir", "rmdir", "unlink", "stat")
"""Those of `os` that put files there."""
REASONS: Final = (errno.ENOSPC, errno.EDQUOT, errno.EIO)
"""A full disk, a user's share used up, and a broken disk."""


class Wrong:
    """A call that goes wrong the n-th time that it is made: it fails, or Ctrl-C is heard once it is over."""

    def __init__(self, call: str, at: int, owner: ModuleType = os, *, reason: int | None = errno.EIO) -> None:
        """Args: reason: what the system answers; None for Ctrl-C."""
        self.call, self.at, self.owner, self.reason, self.calls = call, at, owner, reason, 0
        self.real: Callable[..., object] = getattr(owner, call)

    @property
    def was_made(self) -> bool:
        return self.calls >= self.at

    def __call__(self, *arguments: object, **named: object) -> object:
        self.calls += 1
        if self.calls != self.at:
            return self.real(*arguments, **named)
        # The system closes a file whatever it answers, and Python hears of Ctrl-C when a call is over.
        if self.call == "close" or self.reason is None:
            with suppress(OSError):
                self.real(*arguments, **named)
        if self.reason is None:
            raise KeyboardInterrupt
        raise OSError(self.reason, os.strerror(self.reason))

    @contextmanager
    def under_way(self, patch: pytest.MonkeyPatch) -> Iterator[None]:
        """Has it go wrong in what is run here."""
        with patch.context() as patched:
            patched.setattr(self.owner, self.call, self)
            if self.owner is io:
                patched.setattr("builtins.open", self)
            yield


def each_time(
    call: str, owner: ModuleType = os, *, step: int = 1, reasons: tuple[int | None, ...] = (errno.EIO,)
) -> Iterator[Wrong]:
    """The call going wrong its first time, then its second and so on, until it is not made so often any more."""
    at, number = 1, 0
    while True:
        wrong = Wrong(call, at, owner, reason=reasons[number % len(reasons)])
        yield wrong
        if not wrong.was_made:
            return
        at, number = at + step, number + 1
