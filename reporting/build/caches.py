"""Where things are kept that can be made again: fonts cut to size, images of the house."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

NAME = "dialogue-reporting"


def cache_folder() -> Path:
    """The folder for caches of this user; a temporary one where the usual one cannot be written."""
    above = _usual()
    if above is None:
        return _own_temporary()
    usual = above / NAME
    try:
        usual.mkdir(parents=True, exist_ok=True)
        if os.access(usual, os.W_OK):
            return usual
    except OSError:
        pass
    return _own_temporary()


def _usual() -> Path | None:
    """The folder for the caches of all programs; None where the surroundings name none."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    if given.startswith("/"):  # XDG Base Directory Specification: relative paths are invalid and ignored.
        return Path(given)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home())))
    home = os.environ.get("HOME", "")
    return Path(home) / ".cache" if home.startswith("/") else None


def _own_temporary() -> Path:
    """A folder that only this user can have made: anybody may write to the system's temporary folder."""
    user = os.getuid() if hasattr(os, "getuid") else "user"
    folder = Path(tempfile.gettempdir()) / f"{NAME}-{user}"
    folder.mkdir(mode=0o700, exist_ok=True)
    about = folder.lstat()
    is_ours = not folder.is_symlink() and (not hasattr(os, "getuid") or about.st_uid == os.getuid())
    return folder if is_ours else Path(tempfile.mkdtemp(prefix=f"{NAME}-"))
