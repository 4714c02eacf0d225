"""Kills the handing over of a set at random moments, and looks at what lies in `output/released/`.

    python -m tests.release.killing FOLDER --kills 300 --seed 1

FOLDER is empty or new.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from reporting.build.output.lock import locked
from reporting.release.handing import FOLDER, MANIFEST, hand_over
from tests.support.killing import kills, seconds_of

PLACE = "lake-dialogue/01-port-orla/public"
PAPERS = tuple(f"paper-{number}.{kind}" for number in range(4) for kind in ("pdf", "docx", "html", "txt"))


def papers(which: int) -> dict[str, bytes]:
    """One of two sets; they have most names in common, and not all."""
    names = (*PAPERS, f"only-{which}.txt")
    return {name: f"{which} {name} ".encode() * 2_000 for name in names}


class Handings:
    """Runs that put one set in the place of the other."""

    def __init__(self, folder: Path) -> None:
        self.output = folder / "output"
        self.which = 0
        self.run()
        self.which = 1
        self.seconds = seconds_of(self.run)

    @property
    def place(self) -> Path:
        return self.output / FOLDER / PLACE

    def turn(self, number: int) -> None:
        self.which = number % 2

    def run(self) -> object:
        with locked(self.output):
            return hand_over(self.output, PLACE, papers(self.which), {"audience": "public"})

    def found(self) -> Iterator[str]:
        now = {path.name: path.read_bytes() for path in self.place.iterdir()} if self.place.is_dir() else {}
        told = now.pop(MANIFEST, b"{}")
        if now not in (papers(0), papers(1)):
            yield f"the set has {len(now)} files and is none of the two"
        hashes = {name: hashlib.sha256(data).hexdigest() for name, data in now.items()}
        if {name: each["sha256"] for name, each in json.loads(told).get("files", {}).items()} != hashes:
            yield "the manifest is not that of the set"

    def found_at_rest(self) -> Iterator[str]:
        self.run()
        yield from self.found()
        yield from (f"{left.name} was left" for left in self.place.parent.iterdir() if left != self.place)


if __name__ == "__main__":
    sys.exit(kills(Handings))
