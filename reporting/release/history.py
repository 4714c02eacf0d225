"""A release against the gate, written to the record: a few lines at the end of release.yaml, the rest untouched."""

from __future__ import annotations

import json
from pathlib import Path

from reporting.build.output.files import plain_bytes, write_files
from reporting.problems import Failed, Place, Problem
from reporting.records.model.release import Override
from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map
from reporting.workspace import is_there

FILE = "release.yaml"
_KEYS = {"moment", "readers", "reason", "by", "refused"}
_HEAD = "# Who agreed to the papers of this round going out, and what went out against the gate.\n"


def with_override(text: str, path: str, override: Override) -> str:
    """The file with one more entry in its history.

    Raises:
        Failed: the history is not the last thing in the file, so that nothing can be added at its end [L015].
    """
    checked = read_yaml(text.encode(), path) if text.strip() else None
    tree = checked.value if checked else None
    text = text if not text or text.endswith("\n") else f"{text}\n"
    has_history = isinstance(tree, Map) and "history" in tree
    more = ("" if has_history else "history:\n") + entry(override)
    new = (text or _HEAD) + more.replace("\n", "\r\n" if "\r" in text else "\n")
    if not _is_one_more(new, path, tree):
        hint = "move `history:` to the end of the file, one entry a line beginning with `  - `"
        raise Failed(Problem("L015", "no entry can be added to the history of the round", Place(path), hint))
    return new


def _is_one_more(new: str, path: str, before: object) -> bool:
    """Whether the file still says what it said, and one entry more."""
    try:
        after = read_yaml(new.encode(), path)
    except Failed:
        return False
    if not after.is_sound or not isinstance(after.value, Map):
        return False
    old = dict(before) if isinstance(before, Map) else {}
    now = dict(after.value)
    earlier: object = old.pop("history", None) or []
    history = now.pop("history", None)
    if now != old or not isinstance(history, list) or not isinstance(earlier, list):
        return False
    return history[:-1] == earlier and isinstance(history[-1], Map) and set(history[-1]) == _KEYS


def entry(override: Override) -> str:
    """One entry as YAML; every text in quotes, as JSON writes them."""
    lines = [
        f"  - moment: {_quoted(override.moment)}",
        f"    readers: {override.readers}",
        f"    reason: {_quoted(str(override.reason.get('*')))}",
        f"    by: {_quoted(str(override.by.get('*')))}",
        "    refused:",
        *(f"      - {_quoted(each)}" for each in override.refused),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write_override(root: Path, folder: str, override: Override) -> str:
    """Adds an entry to the record of a round; gives the path of the file.

    Raises:
        Failed: nothing can be added [L015], or a link, a pipe or a device lies in its place [B004].
        EnvironmentFailed: it cannot be written [E002].
    """
    path = root / folder / FILE
    # As bytes, so that lines end as whoever keeps the file ends them.
    data = plain_bytes(path)
    if data is None and is_there(path):
        raise Failed(
            Problem("B004", "is no plain file, so that no entry can be added to it", Place(f"{folder}/{FILE}"))
        )
    text = (data or b"").decode("utf-8")
    write_files(
        root, folder, {FILE: with_override(text, f"{folder}/{FILE}", override).encode()}, shown=f"{folder}/{FILE}"
    )
    return f"{folder}/{FILE}"
