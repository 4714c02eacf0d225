"""What may happen to a run from outside: standard streams that are closed, and signals that tell it to end."""

from __future__ import annotations

import io
import os
import signal
import sys
from types import FrameType
from typing import Final

from reporting.problems import Stopped

SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What `kill`, a service manager, and a terminal that is closed send."""
STREAMS: Final = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def open_streams() -> None:
    """Opens standard streams that whoever started us has closed, as services do, so that they read and keep nothing.

    Otherwise the next file or socket that is opened gets the number of the stream, and what is printed goes there.
    """
    for number, (name, mode) in enumerate(STREAMS):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDWR)
            if handle == number:
                os.set_inheritable(number, True)
            else:
                os.dup2(handle, number)
                os.close(handle)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))
    # A terminal of Latin-1 has no “quotes”, and names of files may be no text in any encoding.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def listen() -> None:
    """Follows a signal as Ctrl-C is followed; one that is to be ignored, as under `nohup`, stays ignored."""
    for number in SIGNALS:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def end_of_listening() -> None:
    """From here on there is nothing to put in order any more."""
    for number in SIGNALS:
        if signal.getsignal(number) is _stop:
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, _frame: FrameType | None) -> None:
    # `timeout` and service managers send more than one; a second must not cut short what the first puts in order.
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise Stopped(number)
