"""Workspaces built on disk, and all that lies in the folders of an audience afterwards."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from reporting.build.planning.report import Order
from reporting.build.planning.selection import Selection
from reporting.build.walk import build
from reporting.records.levels import Level
from reporting.workspace import HOUSE, Folder
from tests.support import everything
from tests.support.starter import Quiet, write
from tests.support.twins import DIALOGUE, ROUNDS

NAMED = f"{DIALOGUE}/dialogue.yaml"
PEOPLE = "data/registers/people.yaml"
LAST = Selection(rounds=frozenset({f"straits/{ROUNDS[-1]}"}))


def on_disk(root: Path, files: Mapping[str, str], audience: Level) -> Folder:
    """A workspace with all types, and with one that prints everything for an audience."""
    for path, text in buildable(files).items():
        write(root, path, text)
    write(root, f"templates/{everything.NAME}/type.yaml", everything.type_file(audience))
    write(root, f"templates/{everything.NAME}/en.html.j2", everything.template(audience))
    return Folder(root)


def buildable(files: Mapping[str, str]) -> dict[str, str]:
    """The records without what twins draw by chance and a build holds against the rest of them.

    Names and functions hold for all time, and the dialogue has one for everybody, so that none is missing on the day of a round (P005); translations are of
    whole records, not of items that may not be there (P027); items of an agenda are on a day of the round (P053);
    everybody is a woman or a man, as Russian and French sentences ask (T017); and there are two columns only in languages that the house writes (T014).
    """
    writes_french = "fr" in json.loads(files[HOUSE]).get("languages", [])
    left_out = ("since", "until") if writes_french else ("since", "until", "bilingual")
    found = {}
    for path, text in files.items():
        found[path] = text
        if path.startswith("data/"):
            tree = _steady(json.loads(text), left_out)
            if path == PEOPLE:
                tree = {key: {"gender": "f", **each} for key, each in tree.items()}
            if path == NAMED:
                tree["names"] = [{"name": "Talks on the Straits"}, *tree["names"]]
            found[path] = json.dumps(tree, ensure_ascii=False)
    return found


def _steady(tree: Any, left_out: Collection[str], key: str = "") -> Any:
    if isinstance(tree, list):
        return [_steady(each, left_out, key) for each in tree]
    if not isinstance(tree, dict):
        return tree
    here = {"translations": ("item",), "parties": (), "agenda": (*left_out, "day")}.get(key, left_out)
    return {name: _steady(each, left_out, name) for name, each in tree.items() if name not in here}


def built_on_disk(root: Path, files: Mapping[str, str], audience: Level, selection: Selection = LAST) -> Path:
    """The output folder of such a workspace, with the papers of its last round, or those that are selected."""
    build(on_disk(root, files, audience), Order(selection=selection, jobs=0), Quiet())
    return root / "output"


def given_to(output: Path, audience: Level) -> dict[str, bytes]:
    """Every file that an audience, and whoever reads less than it, may be handed: papers and what lies beside them."""
    folders = [output / str(level) for level in Level if level <= audience]
    return {
        path.relative_to(output).as_posix(): _timeless(path)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _timeless(path: Path) -> bytes:
    """The bytes of a file; in a state without the times at which files were written."""
    if path.name != ".state.json":
        return path.read_bytes()
    value = json.loads(path.read_bytes())
    for paper in value["papers"].values():
        paper["outputs"] = {name: each[:-2] for name, each in paper["outputs"].items()}
    return json.dumps(value).encode()
