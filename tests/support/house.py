"""Papers of the starter and of the sample, drafted with the house's own templates; each case changes a record."""

from __future__ import annotations

import datetime
import functools
from pathlib import Path

from reporting.build.making.material import Desk
from reporting.build.planning.plan import plan
from reporting.document.text import text_of
from reporting.drafting.draft import Drafted, draft
from reporting.drafting.templates import Templates, templates_of
from reporting.drafting.typefiles import types_of
from reporting.records.load import load_register
from reporting.workspace import Memory

ROOT = Path(__file__).parents[2]
STARTER, SAMPLE = ROOT / "reporting" / "starter", ROOT
NO_BREAK = str.maketrans("\u00a0\u202f", "  ")
Change = tuple[str, str, str]
"""End of a file's path, what stands there once, and what takes its place."""


def drafted(folder: Path, name: str, *changes: Change, on: datetime.date | None = None) -> Drafted:
    """A paper such as `02-sennick/briefing-note.en` of the records under a folder, some of them changed."""
    files = dict(_files(folder))
    for ending, old, new in changes:
        (path,) = (each for each in files if each.endswith(ending))
        assert files[path].count(old) == 1, f"{old!r} stands {files[path].count(old)} times in {path}"
        files[path] = files[path].replace(old, new)
    workspace = Memory(files, shipped=True)
    loaded = load_register(workspace)
    assert not [each for each in loaded.problems if each.is_error], loaded.problems
    types = types_of(workspace).value
    desk = Desk(loaded.value, types, on or loaded.value.house.as_of)
    (paper,) = (each for each in plan(loaded.value, types).papers if f"{each.round}/{each.stem}" == name)
    material = desk.material(paper)
    return draft(types[paper.type], material.view, _wording(), enclosures=material.enclosures)


def said(folder: Path, name: str, *changes: Change, on: datetime.date | None = None) -> str:
    """The words of that paper in one line, every space a plain one; it must have no problem."""
    made = drafted(folder, name, *changes, on=on)
    assert made.problems == ()
    assert made.document is not None
    return " ".join(text_of(made.document).translate(NO_BREAK).split())


@functools.cache
def _files(folder: Path) -> dict[str, str]:
    paths = sorted((folder / "data").rglob("*.yaml"))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


@functools.cache
def _wording() -> Templates:
    return templates_of(Memory({}, shipped=True)).value
