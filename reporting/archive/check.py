"""Verifying what is archived: a package, one file, or a whole archive by its catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reporting.archive.catalogue import NAME, Catalogue, breaks, load_catalogue
from reporting.archive.extra import MISSING
from reporting.archive.layouts import LAYOUTS
from reporting.archive.signing import judged_copies, judged_signature
from reporting.archive.stamps import judged
from reporting.archive.store import DEPTH, read_about, unlisted
from reporting.archive.verify import differences, kind_of
from reporting.problems import EnvironmentFailed, Failed, Place, Problem


@dataclass(frozen=True, slots=True)
class Asked:
    """How far to look."""

    archive: Path | None = None
    """The archive, where the thing does not lie in it."""
    head: str | None = None
    """SHA-256 of a line of the catalogue that was kept elsewhere."""
    seal: str | None = None
    """SHA-256 that seals the package, kept elsewhere."""
    rebuild: bool | None = None
    """Make papers again; left open, those of one package and not those of a whole archive."""
    authority: Path | None = None
    """Certificate that stamps or signatures have to lead back to."""
    jobs: int = 1


@dataclass
class Verdict:
    """What was looked at and what was found."""

    told: list[str] = field(default_factory=list)
    """What was compared, one line each."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not any(problem.is_error for problem in self.problems)


def verify(path: Path, asked: Asked) -> Verdict:
    """Compares something archived with what was noted of it.

    Raises:
        Failed: it is nothing that can be verified [A024].
        EnvironmentFailed: this machine lacks what papers are made with.
    """
    verdict = Verdict()
    if path.is_dir() and kind_of(path):
        _verify_package(path, asked, verdict, rebuild=asked.rebuild is not False)
    elif path.is_dir() and (path / NAME).is_file():
        _verify_archive(path, asked, verdict)
    elif path.name == NAME and path.is_file():
        _verify_archive(path.parent, asked, verdict)
    elif path.is_file() and (package := package_around(path)):
        _verify_member(path, package, asked, verdict)
    elif path.is_file():
        _verify_file(path, asked, verdict)
    else:
        hint = "name a package (the folder with bagit.txt or METS.xml), a file, or catalogue.jsonl"
        raise Failed(Problem("A024", "is no package, no catalogue and no file", Place(str(path)), hint))
    return verdict


def package_around(path: Path) -> Path | None:
    """The package that a file lies in."""
    return next((above for above in path.absolute().parents if kind_of(above)), None)


def _verify_package(package: Path, asked: Asked, verdict: Verdict, *, rebuild: bool) -> None:
    verdict.problems += _fixity(package, asked, verdict.told)
    if not verdict.problems:
        _judge_copies(package, asked, verdict)
    if rebuild and not verdict.problems:
        _rebuild(package, asked, verdict)


def _judge_copies(package: Path, asked: Asked, verdict: Verdict) -> None:
    """Signed copies that the catalogue knows of."""
    archive = _archive_of(package, asked)
    lines = load_catalogue(archive).signed(_path_of(package, archive)) if archive else []
    for line in lines:
        _sort(verdict, judged_copies(package, line.value.get("files", {}), asked.authority))


def _sort(verdict: Verdict, found: Iterable[str | Problem]) -> None:
    for each in found:
        if isinstance(each, Problem):
            verdict.problems.append(each)
        else:
            verdict.told.append(each)


def _fixity(package: Path, asked: Asked, told: list[str]) -> list[Problem]:
    """Every file of a package against its manifests, and the package against the catalogue."""
    found: list[Problem] = []
    seal, archive = asked.seal, _archive_of(package, asked)
    if archive is not None and seal is None:
        catalogue, path = load_catalogue(archive), _path_of(package, archive)
        found += breaks(catalogue, str(archive / NAME), asked.head)
        line = catalogue.packages().get(path)
        if line is None:
            found.append(Problem("A023", "has no line in the catalogue", Place(str(package))))
        else:
            seal = str(line.value.get("sha256"))
            told.append(_line_told(catalogue, line.number, path))
    off = _off(package, seal)
    if not off:
        count = sum(1 for each in package.rglob("*") if each.is_file())
        against = "its manifests and its seal" if seal else "its own manifests only; its seal is not known here"
        told.append(f"{package}: {count} files as they were closed, by {against}")
    return [*found, *off]


def _line_told(catalogue: Catalogue, number: int, path: str) -> str:
    by = catalogue.replaced_by(path)
    return f"line {number} of {len(catalogue.entries)} of the catalogue{f'; replaced by {by}' if by else ''}"


def _off(package: Path, seal: str | None) -> list[Problem]:
    return [
        Problem("A020", each.what, Place(f"{package}/{each.path}".rstrip("/"))) for each in differences(package, seal)
    ]


def _archive_of(package: Path, asked: Asked) -> Path | None:
    if asked.archive is not None:
        return asked.archive
    above = package.absolute().parents
    around = above[DEPTH - 1] if len(above) >= DEPTH else None
    return around if around is not None and (around / NAME).is_file() else None


def _path_of(package: Path, archive: Path) -> str:
    """Where a package lies, or lay, in its archive."""
    absolute, root = package.resolve(), archive.resolve()
    if absolute.is_relative_to(root):
        return absolute.relative_to(root).as_posix()
    try:
        about = read_about(package)
    except Failed:
        return ""
    return LAYOUTS[about.layout].path(about) if about.layout in LAYOUTS else ""


def _rebuild(package: Path, asked: Asked, verdict: Verdict) -> None:
    from reporting.archive.rebuild import rebuild

    rebuilt = rebuild(payload_of(package), jobs=asked.jobs)
    below = f"{package}/{LAYOUTS[read_about(package).layout].payload}"
    for each in rebuilt.problems:
        place = Place(f"{below}{each.place.file}") if each.place else Place(str(package))
        verdict.problems.append(Problem(each.code, each.sentence, place, each.hint))
    counts = [
        (rebuilt.same_bytes, "byte for byte"),
        (rebuilt.same_words, "word for word, with other versions or without their letterhead"),
    ]
    told = ", ".join(f"{count} {how}" for count, how in counts if count)
    if told:
        verdict.told.append(f"papers made again from views and templates: {told}")


def payload_of(package: Path) -> dict[str, bytes]:
    """The files of a package's payload by path."""
    root = package / LAYOUTS[read_about(package).layout].payload
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def _verify_archive(root: Path, asked: Asked, verdict: Verdict) -> None:
    catalogue, file = load_catalogue(root), str(root / NAME)
    found = list(breaks(catalogue, file, asked.head))
    verdict.problems += found
    if not found:
        verdict.told.append(
            f"{file}: {_counted(len(catalogue.entries), 'line')}, each follows from the one before; head {catalogue.head}"
        )
    whole = 0
    for path, line in catalogue.packages().items():
        package = root / path
        if not package.is_dir():
            verdict.problems.append(Problem("A023", "is in the catalogue and not in the archive", Place(str(package))))
            continue
        off = _off(package, str(line.value.get("sha256")))
        verdict.problems += off
        whole += not off
        if not off:
            _judge_copies(package, asked, verdict)
        if asked.rebuild and not off:
            _rebuild(package, asked, verdict)
    _sort(verdict, judged(root, asked.authority))
    for path in unlisted(root, catalogue):
        verdict.problems.append(Problem("A023", "has no line in the catalogue", Place(str(root / path))))
    verdict.told.append(f"{whole} of {_counted(len(catalogue.packages()), 'package')} as closed")


def _verify_member(path: Path, package: Path, asked: Asked, verdict: Verdict) -> None:
    """One file: its own differences, and those of whatever vouches for it."""
    file = str(package / path.absolute().relative_to(package))
    for each in _fixity(package, asked, []):
        about = each.place.file if each.place else ""
        if each.code != "A020" or about == file or "manifest-" in about or about.endswith("METS.xml"):
            verdict.problems.append(each)
    if not verdict.problems:
        verdict.told.append(f"{path}: as it was when {package.name} was closed")


def _verify_file(path: Path, asked: Asked, verdict: Verdict) -> None:
    """A file that lies in no package: a PDF with a signature."""
    data = path.read_bytes()
    found = judged_signature(data, str(path), asked.authority) if data.startswith(b"%PDF-") else []
    if any(isinstance(each, Problem) and each.code == MISSING.code for each in found):
        raise EnvironmentFailed(MISSING)
    if not found:
        hint = "name a file inside of a package, or a signed PDF"
        raise Failed(Problem("A024", "lies in no package and has no signature", Place(str(path)), hint))
    _sort(verdict, found)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
