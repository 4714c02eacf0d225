"""Handing over: the set of files that leaves, put into output/released/ whole or not at all."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reporting.build.files import TEMPORARY, sync_folder, told, write_files

FOLDER = "released"
MANIFEST = "manifest.json"
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2): both names stay, what they mean is exchanged


@dataclass(frozen=True, slots=True)
class Handed:
    """One file that may be sent."""

    name: str
    size: int
    sha256: str


def hand_over(output: Path, path: str, files: Mapping[str, bytes], about: Mapping[str, str]) -> tuple[Handed, ...]:
    """Puts a set of files and their manifest to `released/<path>`, in one step, instead of an older set there.

    Only for the holder of the lock of `output`.

    Raises:
        EnvironmentFailed: it cannot be written [E002]; the older set is as it was.
    """
    released = output / FOLDER
    with told(f"{output.name}/{FOLDER}"):
        sweep(released)
        aside = f"{TEMPORARY}{os.getpid()}"
        handed = tuple(
            Handed(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in sorted(files.items())
        )
        try:
            write_files(released, aside, {**files, MANIFEST: manifest(about, handed)})
            _put(released / aside, released / path)
        finally:
            shutil.rmtree(released / aside, ignore_errors=True)
    return handed


def manifest(about: Mapping[str, str], handed: tuple[Handed, ...]) -> bytes:
    """What belongs to the set, each file with its hash."""
    files = {each.name: {"bytes": each.size, "sha256": each.sha256} for each in handed}
    return (json.dumps({**about, "files": files}, ensure_ascii=False, indent=1) + "\n").encode()


def sweep(released: Path) -> None:
    """Takes away what a killed run left."""
    for left in sorted(released.glob(f"{TEMPORARY}*")):
        shutil.rmtree(left, ignore_errors=True)


def _put(new: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        new.rename(place)
    elif not _exchanged(new, place):
        # Without an exchange there is a moment without a set, but never one with half of it.
        old = new.with_name(f"{new.name}-old")
        place.rename(old)
        new.rename(place)
        shutil.rmtree(old, ignore_errors=True)
    sync_folder(place.parent)


def _exchanged(new: Path, place: Path) -> bool:
    """Exchanges two folders; whether the system could."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(-100, os.fsencode(new), -100, os.fsencode(place), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), str(place))
