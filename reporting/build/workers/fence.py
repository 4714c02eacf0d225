"""A fence around a worker: Landlock, by which a process of Linux gives up rights for good, without being the superuser.

Behind it a worker reads the libraries and fonts that papers are made with, and nothing else; it writes no file, opens
no connection and sends no signal. It has its pipe, which was opened before. Where the kernel has no Landlock nothing
happens, and a worker is held by its limits and by what it is told alone; `reporting doctor` says so.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

# linux/landlock.h; the three calls have the same numbers on all machines but alpha.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
ASK_VERSION, PATH_BENEATH = 1, 1
EXECUTE, READ_FILE, READ_DIR = 1 << 0, 1 << 2, 1 << 3
NETWORK_SINCE, SCOPES_SINCE = 4, 6
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
"""How many rights over files each version of the interface knows; 16 since version 5."""
BIND_AND_CONNECT, SOCKETS_AND_SIGNALS = 3, 3
NO_NEW_PRIVILEGES = 38  # linux/prctl.h: wanted before a process may restrict itself without privileges.

SYSTEM: tuple[str, ...] = ("/usr", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store", "/gnu/store")
SYSTEM += ("/etc/fonts", "/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives")
SYSTEM += ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
"""Where libraries, fonts and time zones lie; whatever is not there is passed over."""


def fence_version() -> int:
    """The version of Landlock's interface that the kernel has; 0 where it has none."""
    if sys.platform != "linux" or platform.machine() == "alpha":
        return 0
    try:
        return max(0, _call(CREATE_RULESET, None, 0, ASK_VERSION))
    except (OSError, AttributeError):
        return 0


def readable(*others: str) -> tuple[str, ...]:
    """What a worker may read: the system's libraries and fonts, Python's, our own package, and `others`."""
    given = sysconfig.get_paths()
    python = [given[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    python += [sys.base_prefix, *(each for each in sys.path if each.endswith(("-packages", "lib-dynload")))]
    own = str(Path(__file__).resolve().parents[2])
    found = {os.path.realpath(each) for each in (*SYSTEM, *python, own, *others) if each and each != "/"}
    return tuple(sorted(each for each in found if each != "/" and Path(each).exists()))


def enclose(paths: Iterable[str]) -> int:
    """Takes all rights over files and networks from this process for good, but for reading what lies under `paths`.

    Returns:
        The version of Landlock that does so; 0 where the kernel has none, and nothing has changed.
    """
    version = fence_version()
    if not version:
        return 0
    try:
        with _ruleset(version) as rules:
            for path in paths:
                _allow(rules, path)
            _libc().prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
            _call(RESTRICT_SELF, rules, 0)
    except OSError:
        return 0
    return version


@contextmanager
def _ruleset(version: int) -> Iterator[int]:
    """A set of rules that grants nothing yet."""
    rights = (1 << FILE_RIGHTS.get(version, 16)) - 1
    fields = [rights]
    fields += [BIND_AND_CONNECT] if version >= NETWORK_SINCE else []
    fields += [SOCKETS_AND_SIGNALS] if version >= SCOPES_SINCE else []
    said = struct.pack(f"{len(fields)}Q", *fields)
    rules = _call(CREATE_RULESET, said, len(said), 0)
    try:
        yield rules
    finally:
        os.close(rules)


def _allow(rules: int, path: str) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rights = EXECUTE | READ_FILE | (READ_DIR if Path(path).is_dir() else 0)
        _call(ADD_RULE, rules, PATH_BENEATH, struct.pack("=Qi", rights, handle), 0)
    finally:
        os.close(handle)


def _call(number: int, *arguments: int | bytes | None) -> int:
    wide = [ctypes.c_size_t(each) if isinstance(each, int) else each for each in arguments]
    answer = int(_libc().syscall(ctypes.c_long(number), *wide))
    if answer < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return answer


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
