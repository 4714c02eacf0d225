"""Two folders change places in one step, where system and disk can do that."""

from __future__ import annotations

import ctypes
import errno
import os
import sys

RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # macOS, sys/stdio.h
CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a kernel without the call answers, and a disk that does not know it."""


def exchange(folder: int, one: str, other: str) -> bool:
    """Has two entries of an opened folder change places; a reader sees both before or both after.

    Returns:
        False where this system or disk cannot do it, and nothing has changed.

    Raises:
        OSError: it can, and was refused.
    """
    if sys.platform not in ("linux", "darwin"):
        return False
    name, flag = ("renameat2", RENAME_EXCHANGE) if sys.platform == "linux" else ("renameatx_np", RENAME_SWAP)
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if call is None:
        return False
    if call(folder, os.fsencode(one), folder, os.fsencode(other), ctypes.c_uint(flag)) == 0:
        return True
    error = ctypes.get_errno()
    if error in CANNOT:
        return False
    raise OSError(error, os.strerror(error))
