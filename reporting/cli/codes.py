"""The codes of problems, each explained for somebody who never saw a traceback."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from reporting.records.reading.reader import read_yaml
from reporting.records.reading.tree import Map

FLOORS = {
    "Y": "Reading YAML",
    "R": "Records and register",
    "P": "Protocol and house style",
    "V": "Audiences",
    "T": "Templates",
    "D": "The document's vocabulary",
    "W": "Writers",
    "B": "Workspace and build",
    "L": "Letting papers leave",
    "A": "The archive",
    "E": "The machine",
}


@dataclass(frozen=True, slots=True)
class Explained:
    """One code, as its floor's file under `reporting/codes/` explains it."""

    code: str
    title: str
    why: str
    mend: str
    example: str = ""


def explained_codes() -> dict[str, Explained]:
    """Every code by its name, floor by floor.

    Raises:
        ValueError: a file of codes cannot be read, or an entry lacks a sentence.
    """
    found: dict[str, Explained] = {}
    for letter in FLOORS:
        for source in sorted((files("reporting") / "codes").iterdir(), key=lambda file: file.name):
            if source.name.startswith(letter) and source.name.endswith(".yaml"):
                found.update(_codes(source.read_bytes(), f"reporting/codes/{source.name}"))
    return found


def _codes(data: bytes, file: str) -> dict[str, Explained]:
    checked = read_yaml(data, file)
    if not checked.is_sound or not isinstance(checked.value, Map):
        raise ValueError(f"{file} holds no codes")
    found = {}
    for code, entry in checked.value.items():
        words = {key: str(value).strip() for key, value in entry.items()} if isinstance(entry, Map) else {}
        if not words.keys() >= {"title", "why", "mend"} or words.keys() - {"title", "why", "mend", "example"}:
            raise ValueError(f"{file}: {code} wants title, why and mend")
        found[code] = Explained(code, **words)
    return found


def errors_page(codes: dict[str, Explained]) -> str:
    """docs/errors.md."""
    lines = [
        "# What the codes mean",
        "",
        "Every problem ends in a code. `reporting explain CODE` says what stands here, in the terminal.",
        "This page is made from `reporting/codes/` by `reporting explain --markdown`.",
    ]
    for letter, floor in FLOORS.items():
        mine = [each for each in codes.values() if each.code.startswith(letter)]
        if mine:
            lines += ["", f"## {floor}"]
        for each in mine:
            lines += ["", f"### {each.code}: {each.title}", "", each.why, "", f"**Mend:** {each.mend}"]
            if each.example:
                lines += ["", "```", each.example.strip(), "```"]
    return "\n".join([*lines, ""])
