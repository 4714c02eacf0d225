"""Files and folders under data/: which of them are records, and what does not belong there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from reporting.problems import Place, Problem, Severity
from reporting.records.kinds import DIALOGUE, KINDS, ROUND, kind_of, pattern_of
from reporting.records.model.values import is_safe_id
from reporting.records.nearest import did_you_mean, listed, nearest

FOLDERS = {
    "data": ("registers", "dialogues", "schema"),
    "data/registers": (),
    "data/dialogues": ("*",),
    DIALOGUE: ("*",),
}
"""The folders that may stand in a folder of data/; `*` for any."""
ALIKE = 0.75
"""How much of a file's name has to be that of a record before it is taken for one that is misspelt."""
BESIDE = (".md", ".txt")
"""Endings of files that may lie beside records and are never read."""


def layout_problems(paths: Iterable[str]) -> list[Problem]:
    """Warnings for what is no record, errors for folders whose names are no safe ids."""
    found: dict[Problem, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_problems(path)))
    return list(found)


def _problems(path: str) -> Iterator[Problem]:
    if path.startswith("data/schema/") or path.endswith(BESIDE):
        return
    strange = _strange_folder(path)
    if strange:
        yield strange
        return
    yield from _unsafe(path)
    if kind_of(path) is None:
        yield _unknown_file(path)


def _strange_folder(path: str) -> Problem | None:
    """The first folder on the way down that has no business there."""
    parts = path.split("/")[:-1]
    for depth in range(1, len(parts)):
        above = pattern_of("/".join([*parts[:depth], "x"])).removesuffix("/x")
        allowed = FOLDERS.get(above, ())
        if "*" not in allowed and parts[depth] not in allowed:
            folder = "/".join(parts[: depth + 1])
            hint = did_you_mean(parts[depth], allowed, "no record lies this deep; move it or take it away")
            return _warning("R041", f"the folder {folder} is not read", folder, hint)
    return None


def _unsafe(path: str) -> Iterator[Problem]:
    parts = path.split("/")
    if parts[1] != "dialogues":
        return
    for depth, what in ((2, "dialogue"), (3, "round")):
        if depth < len(parts) - 1 and not is_safe_id(parts[depth]):
            folder = "/".join(parts[: depth + 1])
            sentence = f"the folder of a {what} is its id, and this one is not safe as a file name everywhere"
            hint = "small letters, digits and single hyphens, such as 04-bishkek"
            yield Problem("R040", sentence, Place(folder), hint=hint)


def _unknown_file(path: str) -> Problem:
    folder, _, name = pattern_of(path).rpartition("/")
    known = [f"{kind.name}.yaml" for kind in KINDS.values() if kind.folder == folder]
    otherwise = f"here stand {listed(known)}" if known else "records lie in registers and in the folders of dialogues"
    stems = [each.removesuffix(".yaml") for each in known]
    meant = nearest(name.removesuffix(".yml").removesuffix(".yaml"), stems, cutoff=ALIKE)
    hint = f"did you mean “{meant}.yaml”?" if meant else otherwise
    return _warning("R041", f"the file {name} is not read", path, hint)


def _warning(code: str, sentence: str, path: str, hint: str | None) -> Problem:
    return Problem(code, sentence, Place(path), hint=hint, severity=Severity.WARNING)


def folders_without_record(paths: Iterable[str]) -> Iterator[Problem]:
    """An error for each dialogue without dialogue.yaml and each round without round.yaml; a warning for a folder of no record."""
    paths = list(paths)
    records = {path for path in paths if kind_of(path)}
    yield from _folders_of_no_record(paths, records)
    needed: dict[str, str] = {}
    for path in sorted(records):
        folder = path.rpartition("/")[0]
        if pattern_of(path).startswith(f"{ROUND}/"):
            needed[f"{folder}/round.yaml"] = "round"
            folder = folder.rpartition("/")[0]
        if folder.startswith("data/dialogues/"):
            needed[f"{folder}/dialogue.yaml"] = "dialogue"
    for path, what in needed.items():
        if path not in records:
            hint = f"write {path}, or move the other records of this folder"
            yield Problem(
                "R042", f"the folder of a {what} has no {what}.yaml", Place(path.rpartition("/")[0]), hint=hint
            )


def _folders_of_no_record(paths: Iterable[str], records: Collection[str]) -> Iterator[Problem]:
    """Folders beside those of rounds, in which something lies and no record."""
    held = {path.rpartition("/")[0] for path in records}
    for folder in sorted({path.rpartition("/")[0] for path in paths if path.count("/") == ROUND.count("/") + 1}):
        if pattern_of(f"{folder}/x") == f"{ROUND}/x" and folder not in held and folder.rpartition("/")[0] in held:
            hint = "write its round.yaml, or begin it with `reporting new round`; what lies there is not read"
            yield _warning("R058", "the folder of a round has no round.yaml", folder, hint)
