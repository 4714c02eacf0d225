"""An office with an archive: the starter's records, two small document types, and a round that was held."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reporting.archive.close import Closing, Report, close
from reporting.workspace import Folder
from tests.support.starter import SECOND, Quiet, change, small_workspace, write

FIRST_ROUND, SECOND_ROUND = "lake-dialogue/01-port-orla", "lake-dialogue/02-sennick"
RECORD = f"{SECOND}/round.yaml"
CORRECTION = """\
corrections:
  - id: c1
    day: 2031-01-15
    what: The subjects of the talks
    was: rescue on the ice
    now: rescue on thin ice
    why: A slip
    audience: public
    lowered: It stood in the notice
"""


@dataclass(frozen=True, slots=True)
class Office:
    """A workspace on disk with its archive."""

    root: Path

    @property
    def archive(self) -> Path:
        return self.root / "archive"

    @property
    def workspace(self) -> Folder:
        return Folder(self.root, self.root.parent / "shipped")

    def package(self, path: str) -> Path:
        return self.archive / path

    def change(self, path: str, old: str, new: str) -> None:
        change(self.workspace, path, old, new)

    def add(self, path: str, text: str) -> None:
        """Puts text at the end of a file."""
        write(self.root, path, (self.root / path).read_text("utf-8") + text)


def office(folder: Path) -> Office:
    """A workspace whose second round was held and can be closed."""
    workspace = small_workspace(folder)
    office = Office(workspace.root)
    office.change(RECORD, "state: planned", "state: held")
    return office


def closed(office: Office, round_: str = SECOND_ROUND, **named: Any) -> Report:
    """Closes a round in this very process."""
    return close(office.workspace, Closing(round_, jobs=0, **named), Quiet())


def states(report: Report) -> dict[str, str]:
    """What became of each package."""
    return {each.path: str(each.state) for each in report.packages}


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its path, the lock left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
