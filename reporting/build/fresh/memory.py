"""What a command found last time, kept for as long as nothing it looked at has changed.

It lies beside the index in `.reporting/` and may be deleted at any time. To look whether it still holds takes one
pass over the files; no model, template or library is loaded for it.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reporting.build.fresh.index import FOLDER
from reporting.build.fresh.inputs import changed, disk_time, look, settled
from reporting.build.machine import code_hash
from reporting.build.output.files import Written, plain_bytes, write_files, written_to_json
from reporting.problems import EnvironmentFailed
from reporting.workspace import Folder

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Memory:
    """What one command remembers of a workspace."""

    command: str
    setting: str
    """All that decides over the answer and is no file of the workspace, as one text."""
    files: Mapping[str, Written] = field(default_factory=dict)
    """The inputs as they lay there before the command read them."""
    answer: Any = None
    """What it found then, as plain values; None where it has to look again."""


def recall(workspace: Folder, command: str, *setting: object) -> Memory:
    """What the command found when the inputs, our own code and the setting were all as they are now."""
    known = _read(workspace.root / FOLDER / f"{command}.json")
    before = {path: Written(*each) for path, each in known.get("files", {}).items()}
    now = look(workspace, before)
    wanted = " ".join([code_hash(), *map(str, setting)])
    is_same = known.get("setting") == wanted and not changed(before, now)
    return Memory(command, wanted, now, known["answer"] if is_same else None)


def remember(workspace: Folder, memory: Memory, answer: Any) -> None:
    """Keeps an answer; where that is not possible the next run only takes longer.

    A file that was changed while the command ran keeps the hash it was first seen with, so that the next run sees
    that it is another one.
    """
    with contextlib.suppress(EnvironmentFailed, OSError):
        (workspace.root / FOLDER).mkdir(exist_ok=True)
        files = settled(memory.files, disk_time(workspace.root / FOLDER))
        value = {
            "format": FORMAT,
            "setting": memory.setting,
            "files": {path: written_to_json(each) for path, each in sorted(files.items())},
            "answer": answer,
        }
        text = json.dumps(value, separators=(",", ":"))  # in ASCII, since the name of a file may be no text
        write_files(workspace.root, FOLDER, {f"{memory.command}.json": text.encode()})


def _read(path: Path) -> dict[str, Any]:
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        value = json.loads(plain_bytes(path) or b"")
        if value["format"] == FORMAT and all(len(each) == len(Written.__slots__) for each in value["files"].values()):
            return {"setting": value["setting"], "files": value["files"], "answer": value["answer"]}
    return {}
