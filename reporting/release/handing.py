"""Handing over: the set of files that leaves, put into output/released/ whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reporting.build.output.exchange import exchange
from reporting.build.output.files import write_files
from reporting.build.output.folders import TEMPORARY, clear_away, opened_folder, told

FOLDER = "released"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Handed:
    """One file that may be sent."""

    name: str
    size: int
    sha256: str


def hand_over(output: Path, path: str, files: Mapping[str, bytes], about: Mapping[str, str]) -> tuple[Handed, ...]:
    """Puts a set of files and their manifest to `released/<path>`, in one step, instead of an older set there.

    Only for the holder of the lock of `output`, who has swept away what a killed run left.

    Raises:
        EnvironmentFailed: it cannot be written [E002]; the older set is as it was.
    """
    released = output / FOLDER
    place = released / path
    aside = place.with_name(f"{TEMPORARY}{os.getpid()}")
    handed = tuple(Handed(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in sorted(files.items()))
    shown = f"{output.name}/{FOLDER}/{path}"
    with told(shown):
        _recover(place)
        try:
            folder = aside.relative_to(released).as_posix()
            write_files(released, folder, {**files, MANIFEST: manifest(about, handed)}, shown=shown)
            _put(aside, place)
        finally:
            clear_away(aside)
    return handed


def manifest(about: Mapping[str, str], handed: tuple[Handed, ...]) -> bytes:
    """What belongs to the set, each file with its hash."""
    files = {each.name: {"bytes": each.size, "sha256": each.sha256} for each in handed}
    return (json.dumps({**about, "files": files}, ensure_ascii=False, indent=1) + "\n").encode()


def _put(new: Path, place: Path) -> None:
    with opened_folder(place.parent, ".", make=False) as above:
        if not place.exists():
            new.rename(place)
        elif above.handle is None or not exchange(above.handle, new.name, place.name):
            # Without an exchange there is a moment without a set, but never one with half of it.
            place.rename(_replaced(place))
            new.rename(place)
            clear_away(_replaced(place))
        above.sync()


def _recover(place: Path) -> None:
    """Brings back the older set where a run was ended in that moment."""
    old = _replaced(place)
    if old.exists() and not place.exists():
        old.rename(place)
    clear_away(old)


def _replaced(place: Path) -> Path:
    return place.with_name(f"{place.name}.replaced")
